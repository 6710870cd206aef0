"""The rule on numbers in prose: code of the section has them, or they are on the reviewed list.

A number is bound if the cells of its section print it or have it in their code, and do not have what a slip makes of it
(the first or the last digit one more), so that a slip is noticed.  Numbers of the page (chapter 5, turn 2, a year),
names (Opus 4.5) and right counts of conversations are in order.  What is left, and every number of one digit, stands on
the list `REVIEWED` with the word before and after it, under the reason why nothing computes it; there … is a formula.
"""

import functools
import json
import pathlib
import re
from typing import NamedTuple

from hw0.audit.ledger import claims
from hw0.audit.record import conversations

REVIEWED = json.loads((pathlib.Path(__file__).parent / "reviewed_numbers.json").read_text(encoding="utf-8"))
WORDS = {"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
         "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
         "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000}
NUMBER = re.compile(rf"(?<![\w.\\^_])(?<!\w-)(?:\d+(?:[.,]\d+)*(?:e-?\d+)?(?!\w)|(?i:{'|'.join(WORDS)})\b)")
OF_THE_PAGE = re.compile(r"(?i:chapters?|problems?|turns?|parts?|figures?|version|python|jupyter-book<|"
                         r"gpt|sonnet|opus|gemini|grok)\W*(?:\d+\W+(?:and|to|or|,|–)\W+)*$")
YEAR = re.compile(r"19[5-9]\d|20[1-4]\d")
PRINTED = re.compile(r"\d+(?:\.\d+)?(?:e[-+]?\d+)?")


def of_the_book(text, after):
    """Whether a number counts something that the book can count, by the word after it: of the conversations of autumn
    2025, about which the text speaks, so that one that somebody adds changes no sentence."""
    autumn = {slug for slug, made in conversations().items() if made.source == "archive2025"}
    counts = {"conversations": len(autumn), "claims": sum(claim.conversation in autumn for claim in claims())}
    return counts.get(re.match(r"\W*(\w*)", after)[1]) == value(text)


class Found(NamedTuple):
    """One number in prose.

    text, around: as it is written, alone and with the word before and after it.
    cell, line, start: where it stands.
    printed: the numbers in the code and the outputs of its section.
    """

    text: str
    around: str
    cell: int
    line: str
    start: int
    printed: frozenset[float]

    @property
    def bound(self):
        """Whether the cells of the section have this number, and would not have it with another digit."""
        return (len(self.text) > 1 and value(self.text) in self.printed
                and self.printed.isdisjoint(map(value, neighbours(self.text))))


def value(text):
    """Return the value of a number as it is written, or of a word for it."""
    return float(WORDS.get(text.lower()) or text.replace(",", ""))


def neighbours(text):
    """Return what a slip makes of a number: its first or its last digit one more; the next word."""
    if text.lower() in WORDS:
        names = [*WORDS, "ten"]
        return {names[names.index(text.lower()) + 1]}
    more = {"9": "0"}
    places = [place for place, sign in enumerate(text.partition("e")[0]) if sign.isdigit() and sign != "0"] or [0]
    return {text[:p] + more.get(text[p], str(int(text[p]) + 1)) + text[p + 1 :] for p in (places[0], places[-1])}

def numbers(cells):
    """Return the numbers in the prose of a page, whose cells are (number, cell), that are not those of the page."""
    sections, fenced = [[[], []]], None
    for number, cell in cells:
        if cell.cell_type == "code":
            sections[-1][1].append(cell)
            continue
        for line in cell.source.splitlines():
            mark = re.match(r"\s*(`{3,}|\$\$)", line)
            if fenced or mark:
                fenced = None if fenced and fenced in line else fenced or (
                    mark[1] if line.count(mark[1]) < 2 else None)
                continue
            if line.startswith("## "):
                sections.append([[], []])
            sections[-1][0].append((number, line))
    found = []
    for lines, codes in sections:
        printed = functools.reduce(frozenset.union, map(_printed, codes), frozenset())
        found += [one for number, line in lines for one in _in_line(number, line, printed)]
    return found


def _printed(cell):
    """The numbers in the code of a cell and in its texts, shares as percents, too."""
    texts = [cell.source]
    for output in cell.get("outputs", ()):
        data = output.get("data", {})
        texts += [output.get("text", ""), data.get("text/plain", ""), data.get("text/markdown", "")]
    found = set(PRINTED.findall("\n".join("".join(text) for text in texts)))
    percents = {round(100 * float(text)) for text in found if re.fullmatch(r"0\.[1-9]\d", text)}
    return frozenset(map(float, found)) | percents


def _in_line(cell, line, printed):
    text = plain_numbers(line)
    for match in NUMBER.finditer(text):
        before = text[: match.start()]
        begins_a_list = re.fullmatch(r"\s*(?:>\s*)?", before) and text[match.end() :][:1] in (".", ")")
        of_the_page = OF_THE_PAGE.search(before) or YEAR.fullmatch(match[0]) or begins_a_list
        if of_the_page or of_the_book(match[0], text[match.end() :]):
            continue
        words = [*before.split()[-1:], match[0], *text[match.end() :].split()[:1]]
        around = re.sub(r"\s+([.,;:)])", r"\1", re.sub("M+", "…", " ".join(words)))
        yield Found(match[0], around, cell, line, match.start(), printed)


def plain_numbers(line):
    """Return a line with blanks for its code, links and marks and M for formulas, but for those that are a number."""
    def blank(match):
        return " " * len(match[0])

    line = re.sub(r"(\{[\w:-]+\})?(`+).+?\2|\]\([^)]*\)|<[^>]+>|^#+ |\((?:\d\w*(?:\.\w+)?(?:, )?)+\)$|\{[.#][^}]*\}",
                  blank, line)
    number = re.compile(r"[\d.,\\ %{}-]*\d[\d.,\\ %{}]*")
    return re.sub(r"\$([^$]+)\$", lambda match: (" " + re.sub(r"[\\{}$]", " ", match[1]) + " ")
                  if number.fullmatch(match[1]) else "M" * len(match[0]), line).replace("*", " ").replace("_", " ")


def numbers_are_bound(chapter):
    """Every number in prose is one that the code of its section has, or is on the reviewed list with its words."""
    known = {around for each in REVIEWED.get(chapter.stem, {}).values() for around in each}
    return [
        f"cell {one.cell}: nothing computes the number {one.text!r} in {one.around!r}; print or assert it in a cell of "
        f"its section, or enter these words in reviewed_numbers.json if it is none that is computed."
        for one in numbers(chapter.cells)
        if not one.bound and one.around not in known
    ]
