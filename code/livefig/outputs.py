"""A figure as the output of a notebook: its still picture is an image, which is shown where nothing else is.

JupyterLab, Notebook and GitHub clean the outputs of a notebook that they do not trust: scripts, styles and SVG go, and
of the SVG its words stay behind. An image stays. A page of a site, which is trusted, has the SVG itself: it follows the
colours of the page, and there is one for each width.
"""

import re
from html import escape, unescape
from urllib.parse import quote, unquote

PLOT = re.compile(r'(<div class="lf-plot lf-still">)(.*?)(</div>)', re.DOTALL)
PICTURES = re.compile(r'<svg viewBox="0 0 (\d+) .*?</svg>(?=<svg viewBox=|$)', re.DOTALL)
DESCRIBED = re.compile(r'aria-label="([^"]*)"')
IMAGE = re.compile(r'<img [^>]*?src="data:image/svg\+xml,([^"]*)"[^>]*>')
OTHER = re.compile(r'<script type="image/svg\+xml">(.*?)</script>', re.DOTALL)
# what an image needs of its own: it knows no style of the page, and stands on pages of any colour
ROOT = '<svg xmlns="http://www.w3.org/2000/svg" font-family="sans-serif" font-size="13" style="background:#fff" '
STYLE = ("<style>.lf-grid,.lf-zero{stroke:#222;stroke-opacity:.13;fill:none}.lf-zero{stroke-opacity:.45}"
         ".lf-text{stroke:#fff;stroke-width:4px;paint-order:stroke}.lf-text tspan{stroke-width:1.5px}"
         ".lf-math{font-family:STIX Two Text,Cambria,Times New Roman,serif;font-size:1.12em}"
         ".lf-i{font-style:italic}.lf-sup,.lf-sub{font-size:.7em}</style>")
LEFT_BY_SVG = "<svg "
ON_A_PAGE = "<noscript><p>A still picture: moving it needs JavaScript.</p></noscript>"
UNTRUSTED = '<p class="lf-unmoved">A still picture. To move it, run this cell, or trust the notebook.</p>'


def to_output(html):
    """Return the HTML of a figure as a notebook stores it."""
    return PLOT.sub(lambda plot: plot[1] + _as_image(plot[2]) + plot[3], html).replace(ON_A_PAGE, UNTRUSTED)


def to_page(html):
    """Return the HTML of an output as a page of a site has it: what `to_output` was given."""
    html = OTHER.sub(lambda other: other[1], html).replace(UNTRUSTED, ON_A_PAGE)
    return IMAGE.sub(lambda image: _undressed(unquote(unescape(image[1]))), html)


def _as_image(pictures):
    """The last picture, the widest, as an image; those before it where nothing that cleans an output leaves words."""
    *others, last = PICTURES.finditer(pictures)
    described = DESCRIBED.search(last[0])
    alt = f'alt="{described[1]}"' if described else 'alt="" aria-hidden="true"'
    address = escape(quote(_dressed(last[0]), safe=" =:/;,.-+()"))
    image = (f'<img {alt} width="{last[1]}" style="max-width: 100%" '
             f'src="data:image/svg+xml,{address}">')
    return "".join(f'<script type="image/svg+xml">{other[0]}</script>' for other in others) + image


def _dressed(svg):
    opening, rest = svg.split(">", 1)
    return opening.replace(LEFT_BY_SVG, ROOT) + ">" + STYLE + rest


def _undressed(svg):
    return svg.replace(ROOT, LEFT_BY_SVG).replace(STYLE, "")
