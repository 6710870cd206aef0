"""What `pytest --nbval` notices in a chapter, and what only the rules notice: one run over planted copies."""

import copy
import os
import pathlib
import subprocess
import sys

import nbformat
import pytest
from nbformat import v4

from tests.notebooks.chapter import Chapter
from tests.notebooks.rules_of_outputs import every_cell_was_run, outputs_are_of_the_last_run
from tests.notebooks.sample import sample, settle
from tools.run_notebooks import PINNED

CHAPTERS = sorted((pathlib.Path(__file__).parents[2] / "chapters").glob("*.ipynb"))


def speaks(cell):
    """Return whether a cell has outputs, all of them in words."""
    return bool(cell.get("outputs")) and not any("text/html" in output.get("data", {}) for output in cell.outputs)


def beginning(notebook):
    """Return a copy of `notebook` that ends with its first output in words, without the figures before it."""
    start = copy.deepcopy(notebook)
    last = next(cell for cell in start.cells if speaks(cell))
    start.cells = [cell for cell in start.cells[: start.cells.index(last)] if not cell.get("outputs")] + [last]
    settle(start)
    return start


def untouched(cell):
    """Change nothing: nbval has to pass."""


def output_edited_by_hand(cell):
    output = cell.outputs[0]
    if "text" in output:
        output.text += "4\n"
    else:
        output.data["text/plain"] += " and more"


def output_that_does_not_belong(cell):
    cell.outputs.append(v4.new_output("display_data", {"text/plain": "planted"}))


def output_taken_away(cell):
    cell.outputs.clear()


def code_changed_without_running_it(cell):
    cell.source = "print('another result')"


def code_that_raises(cell):
    cell.source = "raise ValueError('planted')"


def cell_that_was_not_run(cell):
    cell.update(v4.new_code_cell("print('never seen')"))


def picture_of_another_run(cell):
    cell.outputs.append(v4.new_output("display_data", {"image/png": "iVBORw0KGgo="}))


SEEN = (output_edited_by_hand, output_that_does_not_belong, output_taken_away, code_changed_without_running_it,
        code_that_raises)
UNSEEN = {cell_that_was_not_run: every_cell_was_run, picture_of_another_run: outputs_are_of_the_last_run}


def plants():
    """{name of a notebook: changes}: the sample with every change, the first executed chapter with the two easiest."""
    return {"sample": (untouched, *SEEN, *UNSEEN),
            CHAPTERS[0].stem: (untouched, output_edited_by_hand, output_that_does_not_belong)}


@pytest.fixture(scope="module")
def rejected(tmp_path_factory):
    """The (name, change) that nbval rejects: the last cell stands once for each change, in one kernel."""
    folder = tmp_path_factory.mktemp("planted")
    placed = {}
    for name, changes in plants().items():
        notebook = beginning(sample().notebook if name == "sample" else nbformat.read(CHAPTERS[0], as_version=4))
        last = notebook.cells.pop()
        for change in changes:
            cell = copy.deepcopy(last)
            change(cell)
            cell.id = change.__name__
            notebook.cells.append(cell)
            place = sum(cell.cell_type == "code" for cell in notebook.cells) - 1
            placed[f"{name}.ipynb::Cell {place}"] = (name, change)
        nbformat.write(notebook, folder / f"{name}.ipynb")
    (folder / "pytest.ini").write_text("[pytest]\n")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "--nbval", "--color=no", "-q", "-rA", "-p", "no:cacheprovider", str(folder)],
        cwd=folder,
        env={**os.environ, **PINNED, "IPYTHONDIR": str(folder / "profile")},
        capture_output=True,
        text=True,
        timeout=120,
    )
    lines = [line.split(" - ")[0] for line in run.stdout.splitlines() if line.startswith(("PASSED ", "FAILED "))]
    outcomes = {line[7:]: line[:6] for line in lines}
    assert set(placed) <= set(outcomes), run.stdout + run.stderr
    return {planted for cell, planted in placed.items() if outcomes[cell] == "FAILED"}


@pytest.mark.parametrize(("name", "change"), [pytest.param(name, change, id=f"{name}-{change.__name__}")
                                              for name, changes in plants().items() for change in changes])
def test_comparison_rejects_what_was_planted_and_nothing_else(rejected, name, change):
    assert ((name, change) in rejected) == (change in SEEN)


@pytest.mark.parametrize(("change", "rule"), UNSEEN.items())
def test_rule_notices_what_the_comparison_does_not(change, rule):
    notebook = beginning(sample().notebook)
    assert rule(Chapter("relu_elbow", notebook)) == []
    change(notebook.cells[-1])
    assert rule(Chapter("relu_elbow", notebook)) != []
