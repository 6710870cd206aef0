"""How a fault is planted in a copy of a chapter, and the list of all faults."""

from collections.abc import Callable
from typing import NamedTuple

from nbformat import v4

from tests.notebooks.chapter import Chapter
from tools.run_notebooks import seal


class Fault(NamedTuple):
    """A change of a notebook in place, and the name of the rule that it breaks.

    settled: number and seal the notebook after the change, so that only the fault is left to be seen.
    """

    rule: str
    name: str
    plant: Callable[[Chapter], None]
    settled: bool = True


FAULTS: list[Fault] = []


def breaks(rule, *, settled=True):
    """Add the decorated change to the faults; its name says what it does."""

    def add(plant):
        FAULTS.append(Fault(rule, plant.__name__, plant, settled))
        return plant

    return add


def rewrite(chapter, item, text):
    """Replace the source line of `item`."""
    cell = chapter.notebook.cells[item.cell - 1]
    lines = cell.source.splitlines()
    lines[item.line - 1] = text
    cell.source = "\n".join(lines)


def heading(chapter, title, level=2):
    return next(item for item in chapter.items if item.kind == "heading" and item.text == title and item.level == level)


def insert(chapter, title, *cells):
    """Put cells at the beginning of a section, with a sentence before and after them."""
    place = heading(chapter, title)
    cell = chapter.notebook.cells[place.cell - 1]
    lines = cell.source.splitlines()
    before, after = "\n".join(lines[: place.line]), "\n".join(lines[place.line :])
    cell.source = f"{before}\n\nHere something is planted for you."
    rest = v4.new_markdown_cell(f"And here the planted cells end.\n{after}")
    chapter.notebook.cells[place.cell : place.cell] = [*cells, rest]


def insert_prose(chapter, title, text):
    insert(chapter, title, v4.new_markdown_cell(f"\n{text}\n"))


def settle(notebook):
    """Number the code cells and seal the notebook, in place, as an execution would."""
    for count, cell in enumerate((cell for cell in notebook.cells if cell.cell_type == "code"), 1):
        cell.execution_count = count
        for output in cell.outputs:
            if "execution_count" in output:
                output.execution_count = count
    notebook.metadata["executed"] = seal(notebook)
