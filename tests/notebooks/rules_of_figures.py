"""The words of live figures: their formulas are typeset, not written with raised and lowered letters of Unicode."""

import json
import re
import unicodedata

FORMULA = re.compile(r"\$[^$]*\$")
DATA = re.compile(r'<script type="application/json">(\{"v":1,.*?)</script>', re.DOTALL)
# a letter by itself is a variable, but for the words a, A and I, hours, and the number of a case
LETTER = re.compile(r"(?<![\w'’])(?![aAI](?:\W|$))(?!(?<=\d )h\b)[A-Za-zÀ-ÖØ-öø-ɏ](?![\w'’])|[α-ωΑ-Ω]")
CASE = re.compile(r"\((?:i{1,3}|iv|v)\)")
SIGNS = set("⊤‖∥√∂∇ℓ′")


def specs(text):
    """Return the JSON values of the live figures in a notebook's text."""
    outputs = [output for cell in json.loads(text)["cells"] for output in cell.get("outputs", ())]
    html = ["".join(output.get("data", {}).get("text/html", "")) for output in outputs]
    return [json.loads(found) for each in html for found in DATA.findall(each)]


def seen(spec):
    """Yield the texts of a figure that are seen: numbers that change are left out."""
    yield from (spec["title"], spec["caption"])
    for control in spec["inputs"]:
        yield from (control["label"], *control.get("names", ()))
    for panel in spec["panels"]:
        yield from (panel["xlabel"], panel["ylabel"], *(label for _, label in panel["xticks"] + panel["yticks"]))
        for mark in panel["marks"]:
            yield from (mark.get("label", ""), _words(mark.get("text", "")))
    for said in spec["said"]:
        yield from (said.get("label", ""), *map(_words, said.get("texts", [said.get("text", "")])))
        yield from said.get("headers", ())
        yield from (_words(cell) for row in said.get("rows", ()) for cell in row)


def _words(parts):
    return parts if isinstance(parts, str) else "".join(part if isinstance(part, str) else "0" for part in parts)


def not_typeset(text):
    """Return what of a text should stand between two $: letters, and signs that are raised, lowered or added."""
    rest = FORMULA.sub("0", text)
    small = [sign for sign in rest if sign in SIGNS or unicodedata.category(sign) == "Mn"
             or unicodedata.decomposition(sign).startswith(("<super>", "<sub>"))]
    return small + LETTER.findall(CASE.sub("", rest))


def heard_only(spec):
    """Return what of the texts that are only heard no voice reads well: raised and lowered signs, and LaTeX."""
    return [sign for text in (spec["alt"],) for sign in text
            if sign == "$" or unicodedata.decomposition(sign).startswith(("<super>", "<sub>"))]


def not_draggable(spec):
    """Return the labels of points that offer to be dragged, and that no slider moves."""
    return [mark["label"] for panel in spec["panels"] for mark in panel["marks"]
            if mark["type"] == "point" and "drag" in mark.get("label", "") and not mark.keys() & {"xin", "yin"}]
