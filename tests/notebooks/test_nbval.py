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
    """Return a copy of `notebook` that ends with its first output in words, without the figures before it.

    The faults are planted in this last cell.
    """
    start = copy.deepcopy(notebook)
    last = next(cell for cell in start.cells if speaks(cell))
    start.cells = [cell for cell in start.cells[: start.cells.index(last)] if not cell.get("outputs")] + [last]
    settle(start)
    return start


def untouched(notebook):
    """Change nothing: nbval has to pass."""


def output_edited_by_hand(notebook):
    output = notebook.cells[-1].outputs[0]
    if "text" in output:
        output.text += "4\n"
    else:
        output.data["text/plain"] += " and more"


def output_that_does_not_belong(notebook):
    notebook.cells[-1].outputs.append(v4.new_output("display_data", {"text/plain": "planted"}))


def output_taken_away(notebook):
    notebook.cells[-1].outputs.clear()


def code_changed_without_running_it(notebook):
    notebook.cells[-1].source = "print('another result')"


def code_that_raises(notebook):
    notebook.cells[-1].source = "raise ValueError('planted')"


def cell_that_was_not_run(notebook):
    notebook.cells.append(v4.new_code_cell("print('never seen')"))


def picture_of_another_run(notebook):
    notebook.cells[-1].outputs.append(v4.new_output("display_data", {"image/png": "iVBORw0KGgo="}))


SEEN = (
    output_edited_by_hand,
    output_that_does_not_belong,
    output_taken_away,
    code_changed_without_running_it,
    code_that_raises,
)
UNSEEN = {cell_that_was_not_run: every_cell_was_run, picture_of_another_run: outputs_are_of_the_last_run}


def copies():
    """The planted copies: the sample with every change, the first executed chapter with the two easiest."""
    found = {("sample", plant): sample().notebook for plant in (untouched, *SEEN, *UNSEEN)}
    executed = [(path, notebook) for path in CHAPTERS
                if any(map(speaks, (notebook := nbformat.read(path, as_version=4)).cells))]
    for path, notebook in executed[:1]:
        found |= {(path.stem, plant): notebook
                  for plant in (untouched, output_edited_by_hand, output_that_does_not_belong)}
    return found


@pytest.fixture(scope="module")
def rejected(tmp_path_factory):
    """The copies whose last cell nbval rejects; all are compared in one run."""
    folder = tmp_path_factory.mktemp("planted")
    last_cells = {}
    for (name, plant), original in copies().items():
        notebook = beginning(original)
        plant(notebook)
        path = folder / f"{name}-{plant.__name__}.ipynb"
        nbformat.write(notebook, path)
        codes = [cell for cell in notebook.cells if cell.cell_type == "code"]
        last_cells[f"{path.name}::Cell {len(codes) - 1}"] = (name, plant)
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
    assert set(last_cells) <= set(outcomes), run.stdout + run.stderr
    return {copied for cell, copied in last_cells.items() if outcomes[cell] == "FAILED"}


@pytest.mark.parametrize("copied", copies(), ids=lambda copied: f"{copied[0]}-{copied[1].__name__}")
def test_comparison_rejects_what_was_planted_and_nothing_else(rejected, copied):
    assert (copied in rejected) == (copied[1] in SEEN)


@pytest.mark.parametrize(("plant", "rule"), UNSEEN.items())
def test_rule_notices_what_the_comparison_does_not(plant, rule):
    notebook = beginning(sample().notebook)
    assert rule(Chapter("relu_elbow", notebook)) == []
    plant(notebook)
    assert rule(Chapter("relu_elbow", notebook)) != []
