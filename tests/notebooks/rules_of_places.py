"""The rule on places: a live figure stands in the section whose words are those of its description.

When two branches are merged cell by cell, a figure can come to stand under a neighbour's heading, and nothing fails.
Paragraphs move in the same way, but are too short for this: of the sentences behind a cell one in four has more words
in common with another cell than with its own, where it is right.
"""

import math
import re
from collections import Counter

from tests.notebooks.outlines import CHATBOTS, EXERCISES, OPENING, STEPS, SUMMARY

DESCRIBED = re.compile(r'application/json">\{"v":1,"name":"(\w+)","title":"([^"]*)","alt":"([^"]*)"')
MATHEMATICS = re.compile(r"\$[^$]*\$")
WORD = re.compile(r"[a-z]{4,}")
STEM = 6        # letters
CLEAR = 0.9     # a section with fewer of the words than this share of what another has is not the one
OF_ALL = (OPENING, EXERCISES, CHATBOTS, SUMMARY)       # they speak of the whole chapter
# figures that stand well where another section has more of their words
REVIEWED = {
    "ridge": {"path": "both limits, at the first of the two"},
    "relu_elbow": {"bend": "one elbow, at the first part; the journey has eight of them",
                   "plane": "the map of one case, at that case; the map of all units has its words, too"},
    "networks": {"backward": "the pass of all layers, after the last of them",
                 "inside": "Explore looks into the nets of 6a"},
    "study_log": {"predictions": "what was predicted, in words of the calibration above"},
}


def stems(text):
    """The beginnings of the words of a text, a set."""
    return {word[:STEM] for word in WORD.findall(MATHEMATICS.sub(" ", text).lower())}


def places(chapter):
    """The sections, heading -> stems, that of a part with all its steps, and the live figures: (name, stems, heading,
    cell)."""
    cells = dict(chapter.code_cells)
    words, figures, part, here = {}, [], "", ""
    for item in chapter.items:
        if item.kind == "heading" and item.level in (2, 3):
            part = item.text if item.level == 2 else part
            whole = item.level == 2 or part.endswith(")") or item.text in STEPS
            here = part if whole else f"{part}: {item.text}"
        if item.kind != "code":
            words.setdefault(here, set()).update(stems(item.text))
            continue
        cell = cells[item.cell]
        caption = cell.metadata.get("mystnb", {}).get("figure", {}).get("caption", "")
        pages = ("".join(output.get("data", {}).get("text/html", "")) for output in cell.outputs)
        figures += [(found[1], stems(f"{found[2]} {found[3]} {caption}"), here, item.cell)
                    for page in pages if (found := DESCRIBED.search(page))]
    return words, figures


def figures_stand_with_their_words(chapter):
    """No other section has more of the words of a figure's title, description and caption; rare ones count more."""
    words, figures = places(chapter)
    words = {title: told for title, told in words.items() if title.partition(": ")[0] not in OF_ALL}
    rare = Counter(stem for told in words.values() for stem in told)

    def shared(told, title):
        return sum(math.log(len(words) / rare[stem]) for stem in told & words.get(title, set()))

    best = [(name, here, max(words, key=lambda title: shared(told, title) * (1 if title == here else CLEAR)), cell)
            for name, told, here, cell in figures]
    return [f"cell {cell}: the figure {name!r} is described in the words of '{title}' and stands in '{here}'; move it, "
            f"say there what it shows, or enter it in rules_of_places.py with the reason."
            for name, here, title, cell in best if title != here and name not in REVIEWED.get(chapter.stem, {})]


PLACES = (figures_stand_with_their_words,)
