"""A figure's HTML: still picture, words and data; the script puts the live figure, of the same size, in their place."""

import pathlib
from html import escape

from embedded_assets import EmbeddedAssets

from . import axes, outputs, still, words
from .controls import ROW, shown
from .formulas import flat, spoken
from .typeset import html as typeset

ASSETS = EmbeddedAssets(pathlib.Path(__file__).parent,
                        ("elements", "formulas", "program", "tape", "run", "words", "field", "picture", "controls",
                         "pad", "player", "figure", "page"))

# Pixels of a phone of 390 x 844: its height without bars and gaps, the width of a figure, a row of a control, a line of
# a legend, a key of it without its text, a letter of it; and the least width of a picture that has its legend above it.
HEIGHT, WIDTH, ROW_HEIGHT, LINE, KEY, LETTER, LEAST = 734, 331, 47, 22, 49, 6.4, 236
FOLDED = "More sliders"  # script/figure.js says the same
DOCUMENT = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><link rel="icon" href="data:,">
<style>html {{ color-scheme: light dark }} body {{ margin: 1em; font: 17px/1.5 system-ui, sans-serif }}
.livefig {{ margin: auto }}</style></head>
<body><main>
{figure}</main></body></html>
"""


def document(spec, data):
    """Return a whole page with one figure, its script and its style: it needs no other file and no server."""
    return DOCUMENT.format(title=escape(spoken(spec["title"])), figure=ASSETS.around(html(spec, data, script=False)))


def html(spec, data, script):
    """Return the HTML of a figure: spec holds its Tracers, data is the same as JSON.

    With script it is the output of a notebook, which may be shown alone, and cleaned of all that moves.
    """
    anchor = f"fig-{spec['name']}"
    several = len(spec["panels"]) > 1
    panels = "".join(_panel(p, several, "" if i else spec["alt"]) for i, p in enumerate(spec["panels"]))
    numbers = "".join(_number(item) for item in spec["said"] if "text" in item)
    blocks = "\n".join(filter(None, [
        f'<div class="lf-top"><div class="lf-title" role="heading" aria-level="3" id="{anchor}-title">'
        f'{typeset(spec["title"])}</div></div>',
        "run" in spec and '<div class="lf-player"></div>',
        f'<div class="lf-panels">{panels}</div>',
        _controls(spec["inputs"]),
        numbers and f'<div class="lf-numbers">{numbers}</div>',
        *(_block(item) for item in spec["said"] if "text" not in item),
        spec["caption"] and f"<figcaption>{typeset(spec['caption'])}</figcaption>",
        outputs.ON_A_PAGE,
        f'<script type="application/json">{data}</script>',
    ]))  # fmt: skip
    opening = f'<figure class="livefig" id="{anchor}" aria-labelledby="{anchor}-title"{_below_a_pair(spec)}>'
    figure = f"{opening}\n{blocks}\n</figure>\n"
    return ASSETS.around(outputs.to_output(figure)) if script else figure


def _panel(p, several, alt):
    pictures = "".join(still.panel(p, width, several, alt) for width in axes.WIDTHS[: 1 if several else 2])
    buttons = '<div class="lf-hand"></div>' if any("pad" in m for m in p["marks"]) else ""
    return f'<div class="lf-panel">{still.legend(p)}<div class="lf-plot lf-still">{pictures}</div>{buttons}</div>'


def _controls(inputs):
    seen = [i for i in inputs if i["kind"] != ROW]
    open_rows, folded_rows = (_rows([i for i in seen if ("folded" in i) == folded], longest_value(inputs))
                              for folded in (False, True))
    folded = folded_rows and f'<details class="lf-folded"><summary>{FOLDED}</summary>{folded_rows}</details>'
    return f'<div class="lf-controls">{open_rows}{folded}</div>' if inputs else ""


def _below_a_pair(spec):
    """What two pictures share a phone's height with, that they are as large as fits; a diagram may not be smaller.

    Rows of controls, lines of legends, and their heights as parts of their width. Where they would be too small for
    an eye, legends stand beside them.
    """
    if len(spec["panels"]) != 2 or any("pick" in m for p in spec["panels"] for m in p["marks"]):
        return ""
    folded = ["folded" in i for i in spec["inputs"] if i["kind"] != ROW]
    rows, lines = folded.count(False) + any(folded), sum(map(_lines, spec["panels"]))
    tall = sum(p["ratio"][0] for p in spec["panels"])
    beside = " data-beside" if HEIGHT - ROW_HEIGHT * rows - LINE * lines < LEAST * tall else ""
    return f'{beside} style="--lf-open:{rows};--lf-lines:{lines};--lf-tall:{tall:.3g}"'


def _lines(panel):
    lines, room = 0, 0
    for mark in panel["marks"]:
        width = KEY + LETTER * len(flat(mark["label"])) if "label" in mark else 0
        lines, room = (lines + 1, WIDTH - width) if width > room else (lines, room - width)
    return lines


def _rows(inputs, room):
    rows = "".join(f'<div class="lf-control lf-{i["kind"]}{" lf-plays" if i.get("play") else ""}">'
                   f'<label><span>{typeset(i["label"])}</span></label> '
                   f'<span class="lf-value">{typeset(shown(i, i["value"]))}</span></div>' for i in inputs)
    kind = "lf-rows lf-many" if len(inputs) > 4 else "lf-rows"
    return f'<div class="{kind}" style="--lf-values:{room}">{rows}</div>' if rows else ""


def longest_value(inputs):
    """Return how many characters are kept free for a slider's value, so that sliders stay where they are."""
    ends = [shown(i, v) for i in inputs if i["kind"] == "slider" for v in (i["min"], i["max"])]
    return max((len(flat(text)) for text in ends), default=0)


def _number(item):
    text = words.spoken(item)
    return f'<span>{typeset(item["label"])}: <b style="min-width:{len(text) + 1}ch">{escape(text)}</b></span>'


def _cell(text, cell):
    """A cell that is said anew at every step has room for its text, as a number has."""
    if isinstance(cell, str):
        return typeset(text)
    return f'<b style="min-width:{len(flat(text)) + 1}ch">{typeset(text)}</b>'


def _block(item):
    if "pick" in item:
        return (f'<p class="lf-case" data-longest="{escape(flat(item["longest"]))}">'
                f'<span>{typeset(words.spoken(item))}</span></p>')
    head = "".join(f'<th scope="col">{typeset(h)}</th>' for h in item["headers"])
    rows = ""
    for cells, said in zip(item["rows"], words.spoken(item), strict=True):
        named = isinstance(cells[0], str)
        rows += "<tr>" + "".join(
            f'<th scope="row">{typeset(c)}</th>' if named and k == 0 else f"<td>{_cell(c, cells[k])}</td>"
            for k, c in enumerate(said)
        ) + "</tr>"
    return f'<div class="lf-table"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
