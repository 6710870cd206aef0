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
    run = subprocess.run(command, cwd=root, env={**os.environ, "PYTHONPATH": str(root / "code"), "COLUMNS": "300"},
                         capture_output=True, text=True)
    return run.returncode, run.stdout + run.stderr


def loaded(root, *names):
    """Return the packages outside the standard library that importing `names` in a fresh process loads."""
    run = subprocess.run([sys.executable, "-c", LOADED, *names], env={**os.environ, "PYTHONPATH": str(root / "code")},
                         capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return set(run.stdout.split())


def plant(root, faults):
    """Return `root` with a copy of the code and the contracts, and a line added for each (module, line) of `faults`."""
    shutil.copytree(ROOT / "code", root / "code", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copy(ROOT / "pyproject.toml", root)
    for module, line in faults:
        path = root / "code" / module
        path.parent.mkdir(exist_ok=True)
        path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + f"\n{line}\n", encoding="utf-8")
    return root


ORDER = "Later problems may use earlier ones, never the reverse"
AGAINST_CONTRACTS = [
    ("hw0/least_squares/svd.py", "from hw0 import relu_elbow", "hw0.least_squares.svd -> hw0.relu_elbow", ORDER),
    ("hw0/validation.py", "def late():\n    import hw0.relu_elbow", "hw0.validation -> hw0.relu_elbow", ORDER),
    ("hw0/relu_elbow/one_unit.py", "from hw0.checks import check", "hw0.relu_elbow.one_unit -> hw0.checks", ORDER),
    ("hw0/checks/judge.py", "import hw0.figures.relu_elbow", "hw0.checks.judge -> hw0.figures.relu_elbow", ORDER),
    ("livefig/figure.py", "from hw0 import validation", "livefig.figure -> hw0.validation",
     "livefig knows nothing about the homework"),
    ("hw0/figures/__init__.py", "import hw0.checks", "hw0.figures -> hw0.checks", "Figures draw the mathematics"),
    ("formula/judge.py", "import hw0.notation", "formula.judge -> hw0.notation",
     "formula knows nothing about the homework"),
    ("worksheet/page.py", "import livefig", "worksheet.page -> livefig",
     "worksheet knows nothing about the homework and its figures"),
    ("embedded_assets/__init__.py", "import worksheet", "embedded_assets -> worksheet",
     "embedded_assets knows nothing about what is embedded"),
]
FOREIGN = [
    ("hw0/validation.py", "import matplotlib.pyplot as plt", "matplotlib.pyplot"),
    ("hw0/relu_elbow/one_unit.py", "def late():\n    from hypothesis import given", "hypothesis"),
    ("hw0/relu_elbow/one_unit.py", "import scipy", "scipy"),
    ("hw0/checks/judge.py", "import livefig", "livefig"),
    ("hw0/figures/__init__.py", "import ipywidgets", "ipywidgets"),
    ("hw0/figures/__init__.py", "from tools import run_notebooks", "tools"),
    ("hw0/checks/judge.py", "import tests.chromium", "tests.chromium"),
    ("livefig/figure.py", "import chapters", "chapters"),
    ("livefig/figure.py", "import anywidget", "anywidget"),
    ("livefig/figure.py", "import hw0", "hw0"),
    ("worksheet/page.py", "import numpy", "numpy"),
    ("embedded_assets/__init__.py", "import livefig", "livefig"),
]


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """What import-linter says of a copy with every fault against a contract in it; one run finds them all."""
    return lint(plant(tmp_path_factory.mktemp("contracts"), [fault[:2] for fault in AGAINST_CONTRACTS]))[1]


@pytest.fixture(scope="module")
def foreign(tmp_path_factory):
    """What the rule says of a copy with every foreign import in it."""
    return foreign_imports(plant(tmp_path_factory.mktemp("foreign"), [fault[:2] for fault in FOREIGN]))


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
    assert loaded(ROOT, *names) == {"answers", "embedded_assets", "formula", "hw0", "livefig", "numpy", "prediction",
                                      "worksheet"}


@pytest.mark.parametrize(("module", "line", "chain", "contract"), AGAINST_CONTRACTS)
def test_contract_notices(report, module, line, chain, contract):
    assert any(row.startswith(contract) and row.endswith("BROKEN") for row in report.splitlines()), report
    assert f"{chain} (l." in report


def test_a_package_without_a_row_is_noticed(tmp_path):
    status, said = lint(plant(tmp_path, [("hw0/new_package/__init__.py", "")]))
    assert status == 1
    assert "new_package" in said


@pytest.mark.parametrize(("module", "line", "imported"), FOREIGN)
def test_foreign_import_is_noticed(foreign, module, line, imported):
    (_,) = [said for said in foreign if said.startswith(f"code/{module}:") and f" imports {imported};" in said]


def test_no_other_import_is_taken_for_foreign(foreign):
    assert len(foreign) == len(FOREIGN)


@pytest.mark.parametrize(
    ("module", "line"),
    [("_ext/planted.py", "from tools import run_notebooks"), ("tools/planted.py", "import tests.chromium")]
)
def test_import_of_a_closed_room_is_noticed(tmp_path, module, line):
    (tmp_path / module).parent.mkdir()
    (tmp_path / module).write_text(line, encoding="utf-8")
    (violation,) = imports_of_closed_rooms(tmp_path)
    assert violation.startswith(f"{module}:1:")


def test_package_that_is_loaded_behind_the_back_of_the_rules_is_noticed(tmp_path):
    plant(tmp_path, [("hw0/relu_elbow/one_unit.py", "__import__('matplotlib')")])
    assert "matplotlib" in loaded(tmp_path, "hw0.relu_elbow")
