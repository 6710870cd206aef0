"""One notebook as its rules see it: a sequence of headings, lines of prose and code cells, cut into sections."""

import functools
import re
from typing import NamedTuple

import nbformat

from tests.notebooks.outlines import OUTLINES, PAGES

FENCE = re.compile(r"^\s*(`{3,}|~{3,}|:{3,})\s*(?:\{([\w:-]+)\})?\s*(.*)$")
NOT_PROSE = {"math", "code", "code-block", "code-cell", "image", "bibliography", "raw", "list-table"}
BULLET = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
IDS = re.compile(r"\(([^()]*)\)$")


class Item(NamedTuple):
    """One heading, line or code cell.

    kind: "heading", "prose", "bullet", "fold" (a folded block, its text is the title), "picture" (its text is the
    alternative text), "fenced" (code or mathematics in a block of its own), "space" (what separates) or "code" (a
    cell).
    """

    kind: str
    text: str
    cell: int
    line: int = 0
    level: int = 0

    @property
    def place(self):
        return f"cell {self.cell}, line {self.line}" if self.line else f"cell {self.cell}"


class Section(NamedTuple):
    """A heading and everything up to the next heading of its level or above."""

    title: str
    cell: int
    items: tuple[Item, ...]

    @property
    def ids(self):
        """The ids in the parenthesis that ends the title: ("5a.i",) of "Where the bend is (5a.i)"."""
        found = IDS.search(self.title)
        return tuple(re.split(r",\s*", found[1])) if found else ()

    def prose(self, *kinds):
        return [item for item in self.items if item.kind in (kinds or ("prose", "bullet"))]

    def words(self, *kinds):
        return sum(len(words(item.text)) for item in self.prose(*kinds))


def plain(text):
    """Return a line of Markdown as it is read, with a stand-in word for each formula and each piece of code."""
    text = re.sub(r"(\{[\w:-]+\})?(`+).+?\2", "Code", text)
    text = re.sub(r"\$[^$]+\$", "Math", text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"<[^>]+>|[*_]", "", text)


def words(text):
    """Return the words of a line of Markdown; a formula counts as one."""
    return re.findall(r"[^\W\d_][\w'\u2019-]*|\d[\w.,]*", plain(text))


def markdown_items(source, cell):
    """Return the items of one Markdown cell."""
    return _MarkdownReader(cell).read(source)


class _MarkdownReader:
    """Classifies the lines of one Markdown cell, one after the other."""

    def __init__(self, cell):
        self.cell, self.items = cell, []
        self.fences = []  # (marker, is its content prose?) of the open blocks, outermost first
        self.until = None  # the end of an open $$ or \begin block

    def read(self, source):
        lines = source.splitlines()
        for number, line in enumerate(lines, 1):
            kind, text, level = self._classify(line, lines[number:])
            self.items.append(Item(kind, text, self.cell, number, level))
        return self.items

    def _classify(self, line, rest):
        stripped = line.strip()
        if self.until:
            if self.until in stripped:
                self.until = None
            return "fenced", line, 0
        fence = FENCE.match(line)
        if self.fences and fence and not (fence[2] or fence[3]) and fence[1].startswith(self.fences[-1][0]):
            self.fences.pop()
            return "space", "", 0
        if self.fences and not self.fences[-1][1]:
            return "fenced", line, 0
        if fence and not (fence[1][0] == "`" and "`" in fence[3]):
            return self._open(*fence.groups(), rest)
        if stripped.startswith("$$") or stripped.startswith(r"\begin{"):
            end = "$$" if stripped.startswith("$$") else stripped.replace("begin", "end", 1).split("}")[0] + "}"
            self.until = None if end in stripped[2:] else end
            return "fenced", line, 0
        heading = re.match(r"(#{1,6})\s+(.*)", line)
        if heading:
            return "heading", heading[2].strip(), len(heading[1])
        picture = re.match(r"!\[([^\]]*)\]", stripped)
        if picture:
            return "picture", picture[1], 0
        summary = re.search(r"<summary>(.*?)</summary>", line)
        if summary:
            return "fold", summary[1], 0
        if not stripped or re.match(r":[\w-]+:|\([\w:.-]+\)=$|\{[.#][^}]*\}$|\||<|%|---+$", stripped):
            return "space", "", 0
        return ("bullet" if BULLET.match(line) else "prose"), line, 0

    def _open(self, marker, directive, title, rest):
        self.fences.append((marker, directive is not None and directive not in NOT_PROSE))
        options = []
        for line in rest:
            if not re.match(r"\s*:[\w-]+:", line):
                break
            options.append(line.strip())
        if directive in ("image", "figure"):
            alt = next((option[5:].strip() for option in options if option.startswith(":alt:")), "")
            return "picture", alt, 0
        folded = directive == "dropdown" or any(re.match(r":class:.*\bdropdown\b", option) for option in options)
        return ("fold", title.strip(), 0) if folded else ("space", "", 0)


class Chapter:
    """A notebook with the stem that says which outline it has to fill.

    Parameters
    ----------
    stem : str
        A key of `OUTLINES`, or of `PAGES`.
    notebook : nbformat.NotebookNode
    """

    def __init__(self, stem, notebook):
        self.stem, self.notebook, self.outline = stem, notebook, {**OUTLINES, **PAGES}[stem]

    @classmethod
    def read(cls, path):
        """Return the chapter stored at `path`; its file name is the problem's number, an underscore and the stem, also
        in further/, in the appendix and the guides the stem.

        Raises
        ------
        ValueError
            If the file name is not that of a chapter.
        """
        if path.parent.name in ("further", "appendix", "guides") or path.stem == "index":
            if path.stem not in PAGES:
                raise ValueError(f"{path.name}: a notebook beside the chapters is called one of {', '.join(PAGES)} "
                                 f"(.ipynb).")
            return cls(path.stem, nbformat.read(path, as_version=4))
        number, _, stem = path.stem.partition("_")
        if stem not in OUTLINES or str(OUTLINES[stem].number) != number:
            names = ", ".join(f"{outline.number}_{name}" for name, outline in OUTLINES.items())
            raise ValueError(f"{path.name}: a chapter's file is called one of {names} (.ipynb).")
        return cls(stem, nbformat.read(path, as_version=4))

    @property
    def cells(self):
        """All cells with their place in the file, counted from 1."""
        return list(enumerate(self.notebook.cells, 1))

    @property
    def code_cells(self):
        return [(number, cell) for number, cell in self.cells if cell.cell_type == "code"]

    @functools.cached_property
    def items(self):
        """Headings, lines and code cells of the whole chapter, in reading order."""
        found = []
        for number, cell in self.cells:
            found += [Item("code", cell.source, number)] if cell.cell_type == "code" else markdown_items(cell.source,
                                                                                                         number)
        return tuple(found)

    def sections(self, level=2):
        """Return the sections whose heading has this level, each with its items; sub-sections are part of them."""
        return sections(self.items, level)

    def section(self, title):
        """Return the first section of level 2 with this title, or None."""
        return next((section for section in self.sections() if section.title == title), None)


def sections(items, level):
    """Return the sections of one level among `items`."""
    found = []
    for place, item in enumerate(items):
        if item.kind == "heading" and item.level == level:
            after = (k for k in range(place + 1, len(items)) if items[k].kind == "heading" and items[k].level <= level)
            found.append(Section(item.text, item.cell, tuple(items[place + 1 : next(after, len(items))])))
    return found
