"""A figure's HTML, and how the script and the style that bring it to life reach a page.

The HTML holds the still picture, the words and the data; livefig.js puts the live figure in their place, which has the
same size. In a notebook the first figure of a kernel session carries script and style, marked `data-livefig`; a site
loads them once and takes the marked ones out of the stored outputs.
"""

import pathlib
import re
import sys
from html import escape

from . import axes, still, words
from .controls import shown

SCRIPT = pathlib.Path(__file__).with_name("livefig.js")
STYLE = pathlib.Path(__file__).with_name("livefig.css")
_carrier = None


def carries_script(name):
    """Return whether the figure of this name is the one that carries the script: the first that was shown in this session.

    The same figure carries it when its cell runs again. In Colab every output is a page of its own, and all carry it.
    """
    global _carrier
    _carrier = _carrier or name
    return name == _carrier or "google.colab" in sys.modules


def site_script():
    """Return livefig.js as a classic script, for a site: browsers do not load modules from a folder (file://).

    Copies in stored outputs match `<(script|style)\\b[^>]*\\bdata-livefig\\b[^>]*>.*?</\\1>\\n?` (with re.DOTALL) and can be removed.
    """
    program = SCRIPT.read_text(encoding="utf-8").partition("\nexport ")[0]
    lines = [line.strip() for line in program.splitlines()]
    return "(() => {\n" + "\n".join(line for line in lines if line and not line.startswith("//")) + "\n})();\n"


def site_style():
    """Return livefig.css without comments, for a site."""
    text = re.sub(r"/\*.*?\*/", "", STYLE.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.sub(r"\s*\n\s*", "\n", text).strip() + "\n"


def html(spec, data, script):
    """Return the HTML of a figure: spec holds its Tracers, data is the same as JSON."""
    anchor = f"fig-{spec['name']}"
    several = len(spec["panels"]) > 1
    numbers = "".join(_number(item) for item in spec["said"] if "text" in item)
    blocks = "\n".join(filter(None, [
        f'<div class="lf-top"><div class="lf-title" role="heading" aria-level="3" id="{anchor}-title">{escape(spec["title"])}</div></div>',
        f'<div class="lf-panels">{"".join(_panel(p, several, "" if i else spec["alt"]) for i, p in enumerate(spec["panels"]))}</div>',
        _controls(spec["inputs"]),
        numbers and f'<div class="lf-numbers">{numbers}</div>',
        *(_block(item) for item in spec["said"] if "text" not in item),
        spec["caption"] and f"<figcaption>{escape(spec['caption'])}</figcaption>",
        "<noscript><p>A still picture: moving it needs JavaScript.</p></noscript>",
        f'<script type="application/json">{data}</script>',
    ]))  # fmt: skip
    before = f"<style data-livefig>\n{site_style()}</style>\n" if script else ""
    after = f'<script type="module" data-livefig>\n{site_script()}</script>\n' if script else ""
    return f'{before}<figure class="livefig" id="{anchor}" aria-labelledby="{anchor}-title">\n{blocks}\n</figure>\n{after}'


def _panel(p, several, alt):
    pictures = "".join(still.panel(p, width, several, alt) for width in axes.WIDTHS[: 1 if several else 2])
    return f'<div class="lf-panel">{still.legend(p)}<div class="lf-plot lf-still">{pictures}</div></div>'


def _controls(inputs):
    rows = "".join(
        f'<div class="lf-control lf-{i["kind"]}"><label><span>{escape(i["label"])}</span></label>'
        f'<span class="lf-value">{escape(shown(i, i["value"]))}</span></div>'
        for i in inputs
    )
    kind = "lf-rows lf-many" if len(inputs) > 1 else "lf-rows"
    return f'<div class="lf-controls"><div class="{kind}" style="--lf-values:{longest_value(inputs)}">{rows}</div></div>' if rows else ""


def longest_value(inputs):
    """Return the number of characters that the page keeps free for the value beside a slider, so that sliders stay where they are."""
    return max((len(shown(i, v)) for i in inputs if i["kind"] == "slider" for v in (i["min"], i["max"])), default=0)


def _number(item):
    text = words.spoken(item)
    return f'<span>{escape(item["label"])}: <b style="min-width:{len(text) + 1}ch">{escape(text)}</b></span>'


def _block(item):
    if "pick" in item:
        return f'<p class="lf-case" data-longest="{escape(item["longest"])}"><span>{escape(words.spoken(item))}</span></p>'
    head = "".join(f'<th scope="col">{escape(h)}</th>' for h in item["headers"])
    rows = ""
    for cells, said in zip(item["rows"], words.spoken(item), strict=True):
        named = isinstance(cells[0], str)
        rows += "<tr>" + "".join(
            f'<th scope="row">{escape(c)}</th>' if named and k == 0 else f"<td>{escape(c)}</td>" for k, c in enumerate(said)
        ) + "</tr>"
    return f'<div class="lf-table"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
