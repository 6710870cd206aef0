"""What `pytest --nbval` notices in a chapter, and what only the rules of the notebooks notice: one run over planted copies."""

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


def beginning(notebook):
    """Return a copy of `notebook` up to its first printed or shown text, which is what the faults are planted in."""
    notebook = copy.deepcopy(notebook)
    end = next(place for place, cell in enumerate(notebook.cells, 1) if cell.get("outputs"))
    del notebook.cells[end:]
    settle(notebook)
    return notebook


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


@pytest.fixture(scope="module")
def failed(tmp_path_factory):
    """The names of the planted copies that nbval rejects; every copy is compared in one run."""
    folder = tmp_path_factory.mktemp("planted")
    originals = {"sample": sample().notebook, **{path.stem: nbformat.read(path, as_version=4) for path in CHAPTERS[:1]}}
    for name, original in originals.items():
        for plant in (untouched, *SEEN, *UNSEEN):
            notebook = beginning(original)
            plant(notebook)
            nbformat.write(notebook, folder / f"{name}-{plant.__name__}.ipynb")
    (folder / "pytest.ini").write_text("[pytest]\n")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "--nbval", "--color=no", "-q", "-rfE", "-p", "no:cacheprovider", str(folder)],
        cwd=folder,
        env={**os.environ, **PINNED, "IPYTHONDIR": str(folder / "profile")},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert run.returncode == 1, run.stdout + run.stderr
    lines = [line for line in run.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return {line.split()[1].split(".ipynb")[0] for line in lines}


@pytest.mark.parametrize("name", ["sample", *(path.stem for path in CHAPTERS[:1])])
class TestComparison:
    def test_passes_what_was_executed(self, failed, name):
        assert f"{name}-untouched" not in failed

    @pytest.mark.parametrize("plant", SEEN)
    def test_notices(self, failed, name, plant):
        assert f"{name}-{plant.__name__}" in failed

    @pytest.mark.parametrize("plant", UNSEEN)
    def test_leaves_to_a_rule(self, failed, name, plant):
        assert f"{name}-{plant.__name__}" not in failed


@pytest.mark.parametrize(("plant", "rule"), UNSEEN.items())
def test_rule_notices_what_the_comparison_does_not(plant, rule):
    notebook = beginning(sample().notebook)
    assert rule(Chapter("relu_elbow", notebook)) == []
    plant(notebook)
    assert rule(Chapter("relu_elbow", notebook)) != []
