"""Who may import whom: the rules hold here, and every fault that is planted in a copy is caught."""

import os
import pathlib
import shutil
import subprocess
import sys

import pytest

from tests.rules.import_rules import foreign_imports, imports_of_closed_rooms, modules

ROOT = pathlib.Path(__file__).parents[2]
LOADED = """
import sys
before = set(sys.modules)
import importlib
for name in sys.argv[1:]:
    importlib.import_module(name)
print(*sorted({name.split(".")[0] for name in set(sys.modules) - before} - set(sys.stdlib_module_names)))
"""


def lint(root):
    """Return the exit status and the report of import-linter on the code below `root`."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()",
               "--no-cache", "--no-logo"]
    run = subprocess.run(
        command, cwd=root, env={**os.environ, "PYTHONPATH": str(root / "code"), "COLUMNS": "300"}, capture_output=True,
        text=True
    )
    return run.returncode, run.stdout + run.stderr


def loaded(root, *names):
    """Return the packages outside the standard library that importing `names` in a fresh process loads."""
    run = subprocess.run(
        [sys.executable, "-c", LOADED, *names],
        env={**os.environ, "PYTHONPATH": str(root / "code")},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    return set(run.stdout.split())


@pytest.fixture
def copied(tmp_path):
    """A copy of the code and of the contracts, to plant faults in."""
    shutil.copytree(ROOT / "code", tmp_path / "code", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def plant(root, module, line):
    path = root / "code" / module
    path.parent.mkdir(exist_ok=True)
    path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + f"\n{line}\n", encoding="utf-8")


def test_contracts_hold():
    status, report = lint(ROOT)
    assert status == 0, report


def test_nothing_foreign_is_imported():
    assert foreign_imports(ROOT) == []


def test_nobody_imports_tests_or_chapters():
    assert imports_of_closed_rooms(ROOT) == []


def test_one_problem_needs_numpy_alone():
    assert loaded(ROOT, "hw0.relu_elbow") == {"hw0", "numpy"}


def test_mathematics_and_figures_need_numpy_alone():
    names = [name for name in modules(ROOT)
             if not name.startswith(("hw0.checks", "hw0.audit", "hw0.style", "livefig.widget"))]
    names = [name for name in names if not name.endswith("__main__")]
    assert len(names) > 10
    assert loaded(ROOT, *names) == {"answers", "embedded_assets", "formula", "hw0", "livefig", "numpy", "worksheet"}


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("hw0/least_squares/svd.py", "from hw0 import relu_elbow",
         "Later problems may use earlier ones, never the reverse"),
        ("hw0/validation.py", "def late():\n    import hw0.relu_elbow",
         "Later problems may use earlier ones, never the reverse"),
        ("hw0/relu_elbow/one_unit.py", "from hw0.checks import check",
         "Later problems may use earlier ones, never the reverse"),
        ("hw0/checks/judge.py", "import hw0.figures.relu_elbow",
         "Later problems may use earlier ones, never the reverse"),
        ("hw0/newcomer/__init__.py", "", "Later problems may use earlier ones, never the reverse"),
        ("livefig/figure.py", "from hw0 import validation", "livefig knows nothing about the homework"),
        ("hw0/figures/__init__.py", "import hw0.checks", "Figures draw the mathematics"),
        ("formula/judge.py", "import hw0.notation", "formula knows nothing about the homework"),
        ("worksheet/page.py", "import livefig", "worksheet knows nothing about the homework and its figures"),
        ("embedded_assets/__init__.py", "import worksheet", "embedded_assets knows nothing about what is embedded"),
    ],
)
def test_contract_notices(copied, module, line, contract):
    plant(copied, module, line)
    status, report = lint(copied)
    assert status == 1
    assert any(row.startswith(contract) and row.endswith("BROKEN") for row in report.splitlines()), report


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("hw0/validation.py", "import matplotlib.pyplot as plt"),
        ("hw0/relu_elbow/one_unit.py", "def late():\n    from hypothesis import given"),
        ("hw0/relu_elbow/one_unit.py", "import scipy"),
        ("hw0/checks/judge.py", "import livefig"),
        ("hw0/figures/__init__.py", "import ipywidgets"),
        ("hw0/figures/__init__.py", "from tools import run_notebooks"),
        ("hw0/checks/judge.py", "import tests.chromium"),
        ("livefig/figure.py", "import chapters"),
        ("livefig/figure.py", "import anywidget"),
        ("livefig/figure.py", "import hw0"),
        ("worksheet/page.py", "import numpy"),
        ("embedded_assets/__init__.py", "import livefig"),
    ],
)
def test_foreign_import_is_noticed(copied, module, line):
    before = foreign_imports(copied)
    plant(copied, module, line)
    (violation,) = [found for found in foreign_imports(copied) if found not in before]
    assert violation.startswith(f"code/{module}:")


@pytest.mark.parametrize(
    ("module", "line"),
    [("_ext/planted.py", "from tools import run_notebooks"), ("tools/planted.py", "import tests.chromium")]
)
def test_import_of_a_closed_room_is_noticed(tmp_path, module, line):
    (tmp_path / module).parent.mkdir()
    (tmp_path / module).write_text(line, encoding="utf-8")
    (violation,) = imports_of_closed_rooms(tmp_path)
    assert violation.startswith(f"{module}:1:")


def test_package_that_is_loaded_behind_the_back_of_the_rules_is_noticed(copied):
    plant(copied, "hw0/relu_elbow/one_unit.py", "__import__('matplotlib')")
    assert "matplotlib" in loaded(copied, "hw0.relu_elbow")
