"""A figure's HTML: still picture, words and data; the script puts the live figure, of the same size, in their place."""

import pathlib
from html import escape

from embedded_assets import EmbeddedAssets

from . import axes, still, words
from .controls import shown

ASSETS = EmbeddedAssets(pathlib.Path(__file__).parent,
                        ("elements", "program", "words", "picture", "controls", "figure", "page"))


def html(spec, data, script):
    """Return the HTML of a figure: spec holds its Tracers, data is the same as JSON."""
    anchor = f"fig-{spec['name']}"
    several = len(spec["panels"]) > 1
    panels = "".join(_panel(p, several, "" if i else spec["alt"]) for i, p in enumerate(spec["panels"]))
    numbers = "".join(_number(item) for item in spec["said"] if "text" in item)
    blocks = "\n".join(filter(None, [
        f'<div class="lf-top"><div class="lf-title" role="heading" aria-level="3" id="{anchor}-title">'
        f'{escape(spec["title"])}</div></div>',
        f'<div class="lf-panels">{panels}</div>',
        _controls(spec["inputs"]),
        numbers and f'<div class="lf-numbers">{numbers}</div>',
        *(_block(item) for item in spec["said"] if "text" not in item),
        spec["caption"] and f"<figcaption>{escape(spec['caption'])}</figcaption>",
        "<noscript><p>A still picture: moving it needs JavaScript.</p></noscript>",
        f'<script type="application/json">{data}</script>',
    ]))  # fmt: skip
    figure = f'<figure class="livefig" id="{anchor}" aria-labelledby="{anchor}-title">\n{blocks}\n</figure>\n'
    return ASSETS.around(figure) if script else figure


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
    if not rows:
        return ""
    return (f'<div class="lf-controls"><div class="{kind}" style="--lf-values:{longest_value(inputs)}">'
            f'{rows}</div></div>')


def longest_value(inputs):
    """Return how many characters are kept free for a slider's value, so that sliders stay where they are."""
    return max((len(shown(i, v)) for i in inputs if i["kind"] == "slider" for v in (i["min"], i["max"])), default=0)


def _number(item):
    text = words.spoken(item)
    return f'<span>{escape(item["label"])}: <b style="min-width:{len(text) + 1}ch">{escape(text)}</b></span>'


def _block(item):
    if "pick" in item:
        return (f'<p class="lf-case" data-longest="{escape(item["longest"])}">'
                f'<span>{escape(words.spoken(item))}</span></p>')
    head = "".join(f'<th scope="col">{escape(h)}</th>' for h in item["headers"])
    rows = ""
    for cells, said in zip(item["rows"], words.spoken(item), strict=True):
        named = isinstance(cells[0], str)
        rows += "<tr>" + "".join(
            f'<th scope="row">{escape(c)}</th>' if named and k == 0 else f"<td>{escape(c)}</td>"
            for k, c in enumerate(said)
        ) + "</tr>"
    return f'<div class="lf-table"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
