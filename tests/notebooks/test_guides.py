"""The guides are enough: their code runs in an empty folder where pip installed the package, and nothing else is."""

import os
import pathlib
import shutil
import subprocess
import sys

import nbformat
import pytest

from tests.rules.layout_rules import Tree

ROOT = pathlib.Path(__file__).parents[2]
GUIDES = sorted((ROOT / "guides").glob("*.ipynb"))
NEEDED = ("pyproject.toml", "README.md", "LICENSE")
RUN = """
import sys
sys.path.insert(0, sys.argv[1])
import hw0, livefig
assert hw0.__file__.startswith(sys.argv[1]) and livefig.__file__.startswith(sys.argv[1]), "another copy is imported"
exec(compile(open(sys.argv[2], encoding="utf-8").read(), sys.argv[2], "exec"), {"__name__": "guide"})
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The folder into which pip installed the files that git tracks, built from a copy."""
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("installed")
    for name in Tree(ROOT).files:
        if name.startswith("code/") or name in NEEDED:
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, source / name)
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-build-isolation",
               "--disable-pip-version-check", "--target", str(target), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return target


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_a_guide_runs_where_only_the_package_is(installed, tmp_path, guide):
    cells = [cell.source for cell in nbformat.read(guide, as_version=4).cells if cell.cell_type == "code"]
    script = tmp_path / "guide.py"
    script.write_text("\n".join(cells), encoding="utf-8")
    empty = tmp_path / "empty"
    empty.mkdir()
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run([sys.executable, "-c", RUN, str(installed), str(script)], cwd=empty, env=environ,
                          capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert list(empty.iterdir()) == []


def test_there_are_two_guides():
    assert [path.stem for path in GUIDES] == ["live_figure", "new_chapter"]
