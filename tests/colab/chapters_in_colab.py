"""Every notebook, as `make colab` writes it, runs where nothing is installed but what Colab ships.

This takes minutes and needs a package registry, so `make test` does not collect it: `make colab-test` does.
VERSIONS=newest takes the newest release of each package instead.
"""

import copy
import os
import re
import subprocess
import time

import nbformat
import pytest

from tests.colab.comparison import difference
from tests.colab.environment import Environment
from tests.livefig import pages
from tests.site.stand_in import ROOT
from tools.chromium import visit
from tools.colab import write
from tools.run_notebooks import NOTEBOOKS

NAMES = subprocess.run(["git", "ls-files", *NOTEBOOKS], cwd=ROOT, capture_output=True, text=True,
                       check=True).stdout.split()


def requirements():
    """Return what Colab ships, or the same packages without their versions."""
    lines = [line for line in (ROOT / "tests" / "colab" / "versions.txt").read_text().splitlines()
             if not line.startswith("#")]
    return [re.split("==", line)[0] for line in lines] if os.environ.get("VERSIONS") == "newest" else lines


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    return Environment(tmp_path_factory.mktemp("colab"), requirements())


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Return the folder of the notebooks of the last commit, which install that commit from a clone."""
    folder = tmp_path_factory.mktemp("written")
    subprocess.run(["git", "clone", "--quiet", ROOT, folder / "clone"], check=True)
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder / "clone", capture_output=True, text=True,
                            check=True).stdout.strip()
    write(f"git+{(folder / 'clone').as_uri()}@{commit}", folder / "colab", source=folder / "clone")
    return folder / "colab"


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_runs_and_shows_what_is_stored(environment, written, browser, tmp_path, name):
    notebook = nbformat.read(written / name, as_version=4)
    stored = [cell.get("outputs", []) for cell in copy.deepcopy(notebook.cells)]
    with environment.clean_again() as before:
        started = time.perf_counter()
        environment.execute(notebook, tmp_path)
        print(f"{name}: {time.perf_counter() - started:.0f} s, added "
              f"{sorted(environment.packages().keys() - before.keys())}")
        after = environment.packages()
    assert "homework-zero" in after
    assert {package: after[package] for package in before} == before, "something that Colab ships was changed"

    found = [difference(old, cell.get("outputs", [])) for old, cell in zip(stored, notebook.cells, strict=True)]
    # cell 0 tells of the installation
    assert {number: words for number, words in enumerate(found) if words and number > 0} == {}
    for number, cell in enumerate(notebook.cells):
        for html in [output.get("data", {}).get("text/html", "") for output in cell.get("outputs", [])]:
            if 'class="livefig"' in html:
                assert_live(browser, tmp_path, f"cell-{number}", html)


def assert_live(browser, folder, name, html):
    """In Colab every output is a page of its own: the figure comes to life there, without a manager of widgets."""
    with visit(browser, (folder / pages.notebook(folder, name, html)).as_uri()) as (page, log):
        page.wait_for_selector(".livefig[data-live]", timeout=10_000)
        log.assert_clean()
