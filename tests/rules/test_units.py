"""`make units` asks for the bounds that pyproject.toml names, and its table says what was tried."""

import json
import os
import subprocess
import sys

from tools.units import CLOSING, HELD_BACK, LISTED, ROOT, WILL_GO, bounds, good, numbers, pythons, table


def test_every_direct_dependency_has_a_lower_bound():
    lower = bounds()
    assert {"numpy", "matplotlib", "jupyter-book", "dask", "pytest", "ruff"} <= lower.keys()
    assert lower["numpy"] == "2.0" and all(numbers(bound) for bound in lower.values())


def test_the_pythons_are_those_that_the_project_allows():
    assert all(major == 3 and minor >= 11 for major, minor in pythons())
    assert sys.version_info[:2] >= min(pythons())


def test_a_package_is_found_however_its_release_spells_it(tmp_path):
    for name in ("Later", "later_still"):
        folder = tmp_path / f"{name}-1.2.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n")
    done = subprocess.run([sys.executable, "-c", LISTED], env={**os.environ, "PYTHONPATH": str(tmp_path)},
                          capture_output=True, text=True)
    listed = json.loads(done.stdout)
    assert listed["later"] == listed["later-still"] == "1.2"
    assert {*bounds(), *HELD_BACK} <= listed.keys()


def test_a_table_has_a_row_for_each_dependency_and_a_column_for_each_run():
    run = {"versions": "coming", "python": "3.15.2", "packages": {"numpy": "2.5.5"}, "tests": "3 passed",
           "book": "built", "held back": {"sphinx": "9.1"}, "later book": "not built: no", "will go": ["a.py:1: b"]}
    rows = [row.strip("| ").split(" | ") for row in table([run], {"numpy": "2.0"}).splitlines()]
    for row in (["Python", "3.11", "3.15.2"], ["numpy", "2.0", "2.5.5"], ["tests", "", "3 passed"],
                ["book", "", "built"], ["sphinx of the later book", "", "9.1"], ["of ours, will go", "", "1"]):
        assert [" ".join(cell.split()) for cell in row] in [[cell.strip() for cell in each] for each in rows], row


def test_a_run_is_good_if_all_tests_passed_and_the_book_was_built():
    assert good({"tests": "3 passed", "book": "built"})
    assert not good({"tests": "3 passed", "book": "not built: no"})
    assert not any(good({"tests": said, "book": "built"}) for said in ("1 failed, 3 passed", "status 4: no", "1 error"))


def test_what_pytest_and_python_print_is_read():
    closing = "1 failed, 917 passed, 2 warnings"
    assert CLOSING.findall(f"...\n{closing} in 80.89s (0:01:20)\n") == [closing]
    assert CLOSING.findall("917 passed in 80.89s\n") == ["917 passed"]
    ours = f"{ROOT}/_ext/a.py:3: RemovedInSphinx10Warning: gone"
    others = f"{ROOT}/.venv/a.py:3: DeprecationWarning: gone"
    assert WILL_GO.findall(f"{ours}\n{others}\n") == [("_ext/a.py:3", "RemovedInSphinx10Warning: gone")]
