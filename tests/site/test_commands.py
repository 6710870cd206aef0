"""The Makefile says what it can do, and what is lacking when it cannot."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.site.stand_in import ROOT

COMMANDS = (*("book", "test", "serve", "notebooks", "lint", "bench", "weights", "lock", "clean"),
            *("colab", "colab-test", "lab-test", "units", "links", "cards", "zip", "pdf"))


def make(folder, *arguments):
    return subprocess.run(["make", *arguments], cwd=folder, capture_output=True, text=True, timeout=60)


@pytest.fixture
def fresh(tmp_path):
    """Return a folder with a space in its name that holds what setting up needs, and nothing that was set up."""
    folder = tmp_path / "a fresh copy"
    folder.mkdir()
    for name in ("Makefile", "requirements.lock", "package.json", "package-lock.json"):
        shutil.copy(ROOT / name, folder)
    return folder


def test_make_alone_lists_the_commands(fresh):
    listed = make(fresh).stdout
    for command in COMMANDS:
        assert f"  make {command} " in listed


@pytest.mark.parametrize("stem", ["1_learning_goals", "4_ridge", "7_study_log"])
def test_one_chapter_can_be_tested_alone(stem):
    number, name = stem.split("_", 1)
    planned = make(ROOT, "-n", "test", f"ONLY={number}").stdout
    assert f"chapters/{stem}.ipynb" in planned
    assert f"-k '{name} and not api and not fault_in_a_chapter' tests/hw0/{name} " in planned
    named = [word for word in planned.split() if word.startswith("tests/")]
    assert len(named) > 12 and [word for word in named if not (ROOT / word).exists()] == []
    assert " appendix" not in planned
    assert " appendix" in make(ROOT, "-n", "test").stdout


def test_a_chapter_that_is_not_there_cannot_be_tested():
    done = make(ROOT, "test", "ONLY=9")
    assert done.returncode != 0
    assert "There is no chapter 9" in done.stdout


@pytest.mark.parametrize(("lacks", "says"), [
    ("version_info", "Python 3.11 or newer is needed"), ("ensurepip", "apt-get install python3-venv"),
    (None, "Python 3.11 or newer is needed")])
def test_a_python_that_cannot_be_used_is_refused(fresh, tmp_path, lacks, says):
    """A stand-in for Python fails when its program holds what it lacks; without that there is no Python at all."""
    stand_in = tmp_path / "python3"
    stand_in.write_text(f'#!/bin/sh\ncase "$2" in *{lacks}*) exit 1;; esac\n')
    stand_in.chmod(0o755)
    done = make(fresh, "setup", f"PYTHON={stand_in if lacks else ''}")
    assert done.returncode != 0
    assert says in done.stdout


@pytest.mark.parametrize("program, needs", [("pip", "PIP_INDEX_URL"), ("npm", "NODE_EXTRA_CA_CERTS")])
def test_what_cannot_be_fetched_is_said(fresh, program, needs):
    for name in ("python", "npm"):  # they can do anything but fetch
        stand_in = fresh / ".venv" / "bin" / name
        stand_in.parent.mkdir(parents=True, exist_ok=True)
        stand_in.write_text('#!/bin/sh\n[ "$1" != "-m" ] && [ "$1" != "ci" ]\n', encoding="utf-8")
        stand_in.chmod(0o755)
    if program == "npm":
        (fresh / ".venv" / ".installed").touch()
    done = make(fresh, "setup", f"PYTHON={sys.executable}")
    assert done.returncode != 0
    assert f"{program} could not install them: see above." in done.stdout and needs in done.stdout


@pytest.mark.parametrize("port", ["abc", "70000", "-1"])
def test_a_port_that_is_none_is_refused(port):
    run = subprocess.run([sys.executable, ROOT / "tools" / "serve_book.py"], env={**os.environ, "PORT": port},
                         capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 1
    assert run.stderr.startswith(f"Port {port} cannot be used (it must be a whole number up to 65535). Choose another")


def test_what_is_set_up_is_not_set_up_again():
    planned = make(ROOT, "-n", "setup").stdout
    assert "pip install" not in planned
    assert "npm ci" not in planned


def test_the_makefile_asks_for_no_feature_that_old_versions_of_make_lack():
    text = (ROOT / "Makefile").read_text()
    for feature in (".ONESHELL", "$(file ", "::=", "!=", ".EXTRA_PREREQS", "&:"):
        assert feature not in text
