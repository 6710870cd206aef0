"""The command that executes the chapters: running it twice changes nothing, and a failing cell loses nothing."""

import copy
import json
import os
import pathlib
import signal
import subprocess
import sys
import time

import nbformat
import pytest
from nbformat import v4

from tools import run_notebooks

COMMAND = [sys.executable, str(pathlib.Path(run_notebooks.__file__))]
GOOD = [
    v4.new_markdown_cell("# Four letters"),
    v4.new_code_cell("import sys\nfor k in range(3):\n    print(k)\n    sys.stdout.flush()",
                     metadata={"tags": ["hide-input"]}),
    v4.new_code_cell("{'a', 'b', 'c', 'd'}",
                     metadata={"collapsed": True, "mystnb": {"image": {"alt": "four letters"}}}),
]
BAD = {
    "raises": ("1 + 1\n\n1 / 0", "ZeroDivisionError"),
    "warns": ("import warnings\nwarnings.warn('planted')", "planted"),
    "shows_a_widget": ("import ipywidgets\nipywidgets.IntSlider()", "text/html"),
}


def store(path, *cells):
    """Write a notebook without cell ids, as some editors do."""
    notebook = json.loads(nbformat.writes(v4.new_notebook(cells=list(cells), metadata={"authors": ["someone"]})))
    for cell in notebook["cells"]:
        del cell["id"]
    path.write_text(json.dumps(notebook))


def run(*arguments):
    return subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, text=True, timeout=60)


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    """A folder with a notebook that runs and three that do not, after a run; the contents before; the report."""
    folder = tmp_path_factory.mktemp("notebooks")
    store(folder / "good.ipynb", *GOOD)
    for name, (source, _) in BAD.items():
        store(folder / f"{name}.ipynb", v4.new_code_cell(source))
    before = {path.stem: path.read_bytes() for path in folder.glob("*.ipynb")}
    return folder, before, run(*sorted(folder.glob("*.ipynb")))


def test_running_twice_changes_no_byte_and_does_not_touch_the_file(executed):
    path = executed[0] / "good.ipynb"
    first, touched = path.read_bytes(), path.stat().st_mtime_ns
    report = run(path)
    assert (report.returncode, report.stderr) == (0, "")
    assert "good.ipynb: unchanged" in report.stdout
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (first, touched)


def test_stored_notebook_has_outputs_counts_and_nothing_of_the_machine(executed):
    notebook = nbformat.read(executed[0] / "good.ipynb", as_version=4)
    assert [cell.execution_count for cell in notebook.cells[1:]] == [1, 2]
    assert [output.text for output in notebook.cells[1].outputs] == ["0\n1\n2\n"]
    assert [cell.metadata for cell in notebook.cells[1:]] == [{"tags": ["hide-input"]},
                                                              {"mystnb": {"image": {"alt": "four letters"}}}]
    assert sorted(notebook.metadata) == ["executed", "kernelspec", "language_info"]
    assert notebook.metadata.kernelspec.name == "python3"


def test_seal_fits_the_notebook_that_is_read_back(executed):
    notebook = nbformat.read(executed[0] / "good.ipynb", as_version=4)
    assert notebook.metadata.executed == run_notebooks.seal(notebook)


@pytest.mark.parametrize("name", BAD)
def test_notebook_that_cannot_be_stored_is_left_as_it_was(executed, name):
    folder, before, report = executed
    assert report.returncode == 1
    assert (folder / f"{name}.ipynb").read_bytes() == before[name]
    refusal = report.stderr.split(f"{name}.ipynb: left as it was: cell 1 (")[1].split("left as it was")[0]
    assert BAD[name][1] in refusal


def test_check_shows_the_difference_and_writes_nothing(tmp_path):
    path = tmp_path / "edited.ipynb"
    store(path, v4.new_code_cell("print(3)", outputs=[v4.new_output("stream", text="4\n")]))
    before = path.read_bytes()
    report = run("--check", path)
    assert report.returncode == 1
    assert "edited.ipynb: differs" in report.stdout
    assert path.read_bytes() == before


SLEEPS = """import os, pathlib, time
pathlib.Path(f"{os.getpid()}.pid").touch()
time.sleep(150)"""


def test_interrupted_run_leaves_the_notebooks_and_no_kernel(tmp_path):
    paths = [tmp_path / "first.ipynb", tmp_path / "second.ipynb"]
    for path in paths:
        store(path, v4.new_code_cell(SLEEPS))
    before = [path.read_bytes() for path in paths]
    process = subprocess.Popen([*COMMAND, *map(str, paths)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                               text=True, preexec_fn=hears_interrupts)
    try:
        until(lambda: list(tmp_path.glob("*.pid")))
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=100)  # usually one; a machine with other work needs more than twenty
    finally:
        process.kill()
    assert process.returncode == 130
    assert "Traceback" not in errors
    assert [path.read_bytes() for path in paths] == before
    until(lambda: not any(alive(int(pid.stem)) for pid in tmp_path.glob("*.pid")))


def hears_interrupts():
    """What runs in the background of a shell, as these tests may, is deaf to them, and so are its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def until(holds):
    give_up = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < give_up
        time.sleep(0.05)


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_cell_ids_are_kept_and_missing_or_doubled_ones_are_made_from_the_source(tmp_path):
    cells = [v4.new_code_cell("1"), v4.new_code_cell("1"), v4.new_code_cell("1")]
    raw = json.loads(nbformat.writes(v4.new_notebook(cells=cells)))
    raw["cells"][0]["id"] = raw["cells"][1]["id"] = "kept"
    del raw["cells"][2]["id"]
    (tmp_path / "ids.ipynb").write_text(json.dumps(raw))
    ids = [[cell.id for cell in run_notebooks.read(tmp_path / "ids.ipynb").cells] for _ in range(2)]
    assert ids[0] == ids[1]
    assert ids[0][0] == "kept"
    assert len(set(ids[0])) == 3


def test_widget_with_an_html_form_keeps_that_form_only():
    shown = v4.new_output("display_data", {"text/html": "<p>form</p>", run_notebooks.WIDGET_VIEW: {"model_id": "1"}})
    cell = v4.new_code_cell("form", outputs=[shown], execution_count=1)
    stored = nbformat.reads(run_notebooks.canonical(v4.new_notebook(cells=[cell])), as_version=4)
    assert stored.cells[0].outputs[0].data == {"text/html": "<p>form</p>"}


def test_pieces_of_one_stream_are_joined_and_other_outputs_keep_their_place():
    pieces = [v4.new_output("stream", text="a"), v4.new_output("stream", text="b"),
              v4.new_output("display_data", {"text/plain": "c"})]
    cell = v4.new_code_cell("many", outputs=[*pieces, copy.deepcopy(pieces[0])], execution_count=1)
    stored = nbformat.reads(run_notebooks.canonical(v4.new_notebook(cells=[cell])), as_version=4)
    assert [output.get("text", "shown") for output in stored.cells[0].outputs] == ["ab", "shown", "a"]


def test_write_that_fails_leaves_the_old_file_alone(tmp_path, monkeypatch):
    path = tmp_path / "old.ipynb"
    path.write_text("old")
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError("planted")))
    with pytest.raises(OSError, match="planted"):
        run_notebooks.write(path, "new")
    assert [file.read_text() for file in tmp_path.iterdir()] == ["old"]


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"cells": 3}'])
def test_file_that_is_no_notebook_is_refused_in_words(tmp_path, text):
    path = tmp_path / "broken.ipynb"
    path.write_text(text)
    with pytest.raises(run_notebooks.Refused, match="is not a notebook"):
        run_notebooks.read(path)


def test_missing_notebook_is_named():
    report = run("nowhere.ipynb")
    assert report.returncode == 2
    assert "no such notebook" in report.stderr


def test_ridge_runs_to_its_end_without_scikit_learn_and_says_what_to_install(tmp_path):
    (tmp_path / "sklearn.py").write_text("raise ImportError")
    path = run_notebooks.ROOT / "chapters" / "4_ridge.ipynb"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run([*COMMAND, "--check", str(path)], capture_output=True, text=True, encoding="utf-8",
                          timeout=60, env=environment)
    assert "4_ridge.ipynb: differs" in done.stdout and done.stderr == ""  # a cell that raises is another message
    new = [line for line in done.stdout.splitlines() if line.startswith("+ ")]
    assert len([line for line in new if "pip install scikit-learn" in line]) == 1
