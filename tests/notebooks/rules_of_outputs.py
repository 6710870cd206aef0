"""Rules on what a chapter stores: outputs of its last run, described, the same on every machine, small."""

import functools
import html.parser
import json
import re

from embedded_assets import COPIES
from tests.notebooks.chapter import words
from tools.run_notebooks import KEPT_OF_CELL, KEPT_OF_NOTEBOOK, seal

FEWEST_ALT_WORDS, MOST_ALT_WORDS = 10, 40
BYTES = 510_000  # chapter 6 has 500 kB, 48 of them digits to train on in the page; the table of all claims 424
NUMBERS_SHOWN = 12
PICTURES = ("image/png", "image/jpeg", "image/svg+xml")
VOID = {"img", "br", "hr", "input", "meta", "link", "source", "wbr"}  # tags that are never closed
TAGS = ("hide-input", "hide-output", "hide-cell", "remove-input", "remove-output", "remove-cell")
EXEMPTS = re.compile(r"nbval|raises-exception")
UNCOMPARED = re.compile(r"#\s*(?:NBVAL_\w+|PYTEST_VALIDATE_IGNORE_OUTPUT)\b")
ARRAY = re.compile(r"\[[\s\[\]\d.,eE+\-]*\]")
STRANGE = (
    (re.compile(r"\bat 0x[0-9a-f]+|\b0x[0-9a-f]{6,}"), "a memory address", "give the object a repr of its own"),
    (re.compile(r"(?<![\w.:/])/(?:home|Users|root|tmp|usr|opt|var|work|content|private|mnt)/|\b[A-Z]:\\"), "a path",
     "print the name only"),
    (re.compile(r"\b\d+(?:\.\d+)?\s?(?:ns|µs|us|ms|s|sec|seconds|minutes)\b|\b\d\d?:\d\d:\d\d\b"), "a time",
     "measure in `make bench`"),
    (re.compile(r"\b20\d\d-\d\d-\d\d\b"), "a date", "leave it out"),
    (re.compile(r"\d\.\d{7,}"), "a number with all its digits", "format it with three or four digits"),
)


def every_cell_was_run(chapter):
    """The cells were run once, from the first to the last: their counts are 1, 2, 3 …"""
    found = [f"cell {number}: is empty; delete it." for number, cell in chapter.code_cells if not cell.source.strip()]
    run = [(number, cell) for number, cell in chapter.code_cells if cell.source.strip()]
    for count, (number, cell) in enumerate(run, 1):
        counts = {cell.execution_count,
                  *(output.execution_count for output in cell.outputs if "execution_count" in output)}
        if counts != {count}:
            found.append(f"cell {number}: its count is {cell.execution_count}, not {count}; run `make notebooks`.")
    return found


def nothing_of_an_editor(chapter):
    """Only what the book uses is stored beside the cells: tags that mean something, descriptions and captions."""
    strangers = sorted(set(chapter.notebook.metadata) - {*KEPT_OF_NOTEBOOK, "executed"})
    found = [f"the notebook's metadata hold {name!r}; run `make notebooks`." for name in strangers]
    for number, cell in chapter.cells:
        strangers = sorted(set(cell.metadata) - set(KEPT_OF_CELL))
        found += [f"cell {number}: its metadata hold {name!r}; run `make notebooks`." for name in strangers]
        unknown = [tag for tag in cell.metadata.get("tags", ()) if tag not in TAGS and not EXEMPTS.match(tag)]
        found += [f"cell {number}: the tag {tag!r} means nothing here; use one of {', '.join(TAGS)}."
                  for tag in unknown]
    return found


def outputs_are_of_the_last_run(chapter):
    """Nothing was changed by hand since `make notebooks`, neither code nor outputs; pictures are covered too."""
    if chapter.notebook.metadata.get("executed") == seal(chapter.notebook):
        return []
    return ["code or outputs were changed after the last run; run `make notebooks`."]


def every_output_is_compared(chapter):
    """No cell is exempt from the comparison of its outputs, and none is expected to fail."""
    found = []
    for number, cell in chapter.code_cells:
        tags = [tag for tag in cell.metadata.get("tags", ()) if EXEMPTS.match(tag)]
        if tags or UNCOMPARED.search(cell.source):
            found.append(f"cell {number}: switches off the comparison of its output; remove the mark "
                         f"{tags or 'in its code'}.")
        found += [
            f"cell {number}: stores an output of type {output.output_type}; only results and printed lines may be "
            f"stored."
            for output in cell.outputs
            if output.output_type == "error" or output.get("name") == "stderr"
        ]
    return found


def pictures_are_described(chapter):
    """Every picture has a text of 10 to 40 words for who does not see it."""
    found = [(item.place, item.text, "![…]") for item in chapter.items if item.kind == "picture"]
    for number, cell in chapter.cells:
        if cell.cell_type == "markdown":
            found += [(f"cell {number}", alt, "alt") for alt in _described_by(cell.source)]
            continue
        for output in cell.outputs:
            data = output.get("data", {})
            if "text/html" in data:
                found += [(f"cell {number}", alt, "aria-label or alt") for alt in _described_by(data["text/html"])]
            elif any(kind in data for kind in PICTURES):
                alt = cell.metadata.get("mystnb", {}).get("image", {}).get("alt", "")
                found.append((f"cell {number}", alt, "the cell's metadata mystnb.image.alt"))
    return [f"{place}: a picture is described in {len(words(alt))} words; say its kind, axes and what to see "
            f"in {FEWEST_ALT_WORDS} to {MOST_ALT_WORDS} words ({where})." for place, alt, where in found
            if not FEWEST_ALT_WORDS <= len(words(alt)) <= MOST_ALT_WORDS]


class _Page(html.parser.HTMLParser):
    """Collects the visible text of a piece of HTML, and the description of each of its pictures."""

    def __init__(self, text):
        super().__init__()
        self.open, self.text, self.descriptions = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.open.append((tag, dict(attributes)))
        if tag in ("svg", "img"):
            self._describe()
        if tag in VOID:
            self.open.pop()

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        while any(name == tag for name, _ in self.open) and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if not any(tag in ("script", "style") for tag, _ in self.open):
            self.text.append(data)

    def _describe(self):
        if any(tag == "button" or attributes.get("aria-hidden") == "true" for tag, attributes in self.open):
            return  # an icon
        labels = [attributes.get("alt") or attributes.get("aria-label") or "" for _, attributes in self.open]
        self.descriptions.append(max(labels, key=len))


@functools.cache  # the same figure is read once for each fault that is planted elsewhere
def _page(text):
    return _Page(text)


def _described_by(text):
    return _page(text).descriptions


def outputs_look_the_same_everywhere(chapter):
    """No output shows an address, a path, a time, a date, a whole array or more digits than are meant."""
    found = []
    for number, cell in chapter.code_cells:
        for text in _shown(cell):
            found += [f"cell {number}: shows {what} ({match[0].strip()[:40]!r}); {remedy}."
                      for pattern, what, remedy in STRANGE for match in [pattern.search(text)] if match]
            if any(len(re.findall(r"\d[\d.eE+-]*", array)) > NUMBERS_SHOWN for array in ARRAY.findall(text)):
                found.append(f"cell {number}: shows a whole array; show its shape and a few entries (at most "
                             f"{NUMBERS_SHOWN} numbers).")
    return found


def _shown(cell):
    for output in cell.outputs:
        data = output.get("data", {})
        yield output.get("text", "")
        yield " ".join(_page(data["text/html"]).text) if "text/html" in data else data.get("text/plain", "")


def small_file(chapter):
    """The outputs have less than 510 kB, without the scripts and styles that each figure carries (59 kB)."""
    outputs = [output for cell in chapter.notebook.cells for output in cell.get("outputs", ())]
    carried = (_bytes(copy[0]) for output in outputs
               for copy in COPIES.finditer(output.get("data", {}).get("text/html", "")))
    size = sum(map(_bytes, outputs)) - sum(carried)
    says = f"the outputs have {size / 1000:.0f} kB; store smaller pictures or tables (at most {BYTES / 1000:.0f})."
    return [says] if size > BYTES else []


def _bytes(value):
    return len(json.dumps(value, ensure_ascii=False).encode())


OUTPUTS = (every_cell_was_run, nothing_of_an_editor, outputs_are_of_the_last_run, every_output_is_compared,
           pictures_are_described, outputs_look_the_same_everywhere, small_file)
