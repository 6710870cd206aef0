"""What is installed is what was locked, by its hash; and each rule notices the fault that is planted for it."""

import itertools
import re
import tomllib
from pathlib import Path

import pytest

from tests.rules.supply_rules import RULES

ROOT = Path(__file__).resolve().parents[2]
FAULTS = [  # file, what is replaced the first time that it matches, what is planted in its place
    ("requirements.lock", r"(?: \\\n    --hash=\S+)+", ""),
    ("requirements.lock", r"--hash=sha256:\w{64}", "--hash=md5:d41d8cd98f00b204e9800998ecf8427e"),
    ("requirements.lock", r"==[\d.]+", ">=1"),
    ("requirements.lock", r"^\S+ ", "git+https://github.com/owner/package "),
    ("requirements.lock", r"^", "--extra-index-url https://example.org/simple\n"),
    ("package-lock.json", r'\s*"integrity": "[^"]+",', ""),
    ("package-lock.json", r'"integrity": "sha512-', '"integrity": "sha1-'),
    ("package-lock.json", r'"integrity"', '"hasInstallScript": true, "integrity"'),
    ("package-lock.json", r'"integrity"', '"resolved": "git+ssh://git@github.com/owner/a.git", "integrity"'),
    ("Makefile", r" --require-hashes", ""),
    ("Makefile", r" --no-deps", ""),
    ("Makefile", r"npm ci", "npm install"),
    ("Makefile", r"\nclean:.*", r"\g<0>\n\tpip install -q uv"),
]


@pytest.mark.parametrize("name", RULES)
def test_a_file_keeps_its_rule(name):
    assert RULES[name]((ROOT / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name, before, planted", FAULTS)
def test_a_planted_fault_is_noticed(name, before, planted):
    text = (ROOT / name).read_text(encoding="utf-8")
    fault = re.sub(before, planted, text, count=1)
    assert fault != text
    assert len(RULES[name](fault)) == 1


def test_all_that_the_project_asks_for_is_locked():
    lock = {name.lower() for name in re.findall(r"^([\w.-]+)", (ROOT / "requirements.lock").read_text(), re.MULTILINE)}
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project, built = asked["project"], asked["build-system"]["requires"]
    lines = [*built, *project["dependencies"], *itertools.chain(*project["optional-dependencies"].values())]
    names = {re.match(r"[\w.-]+", line)[0].lower() for line in lines}
    assert len(names) > 15 and names <= lock


def test_no_package_of_node_runs_a_script_when_it_is_installed():
    assert "ignore-scripts=true" in (ROOT / ".npmrc").read_text(encoding="utf-8").split()
