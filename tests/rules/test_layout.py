"""The files of the project keep the rules of the house, and each rule notices the faults planted in a copy."""

import pathlib
import shutil
import tomllib

import pytest

from tests.rules.example_rules import without_examples
from tests.rules.layout_rules import RULES, Tree

ROOT = pathlib.Path(__file__).parents[2]
FAULTS = [
    ("the_shelf_is_no_package", "code/__init__.py", ""),
    ("modules_are_short", "tools/long.py", "x = 1\n" * 251),
    ("modules_are_short", "assets/long.js", "f()\n" * 251),
    ("lines_fit", "assets/wide.css", f".wide {{ {'margin: 0; ' * 12}}}\n"),
    ("lines_fit", "code/livefig/script/wide.js", f"f({'1, ' * 40});\n"),
    ("lines_fit", "tests/wide.mjs", f"// {'wide ' * 24}\n"),
    ("names_say_what_is_inside", "tools/utils.py", ""),
    ("names_say_what_is_inside", "tests/common/test_planted.py", ""),
    ("the_public_is_documented", "code/hw0/notation/ridge.py", "def planted():\n    return 1\n"),
    (
        "the_public_is_documented",
        "code/livefig/figure.py",
        'class Planted:\n    """A class."""\n    def planted(self):\n        return 1\n',
    ),
    ("the_public_is_documented", "code/hw0/__main__.py", "print(1)\n"),
    ("the_public_has_an_example", "code/hw0/ridge/routes.py", 'def planted(X):\n    """X."""\n    return X\n'),
    ("the_public_has_an_example", "code/hw0/validation.py", 'class Planted:\n    """A class."""\n'),
    ("the_public_has_an_example", "code/worksheet/sheet.py",
     '    def planted(self):\n        """Return 1."""\n        return 1\n'),
    ("tests_mirror_code", "code/hw0/planted.py", '"""A module without a test."""\n'),
    ("tests_mirror_code", "code/livefig/planted.py", '"""A module without a test."""\n'),
    ("nothing_of_one_machine", "planted.md", "see /" + "home/someone/book"),
    ("nothing_of_one_machine", "planted.lock", "--index-url https://py" + "pi.org/simple"),
    ("nothing_of_one_machine", "tools/planted/__init__.py", "# as in .." + "/shared/design"),
    ("nothing_of_one_machine", "tests/planted.py", 'run(["nod' + 'e", "a.mjs"])\n'),
    ("one_word_for_each_problem", "tests/hw0/test_reluelbow.py", ""),
    ("one_word_for_each_problem", "tests/hw0/test_ReLU_elbow.py", ""),
    ("one_word_for_each_problem", "tools/least_square.py", ""),
    ("every_chapter_has_its_code", "chapters/4_ridge.ipynb", "{}"),
]


def rules():
    return [pytest.param(rule, id=rule.__name__) for rule in RULES]


@pytest.fixture(scope="module")
def noticed(tmp_path_factory):
    """{file: names of the rules that it breaks} in a copy of what git tracks, without git, with every fault in it."""
    root = tmp_path_factory.mktemp("project")
    for name in Tree(ROOT).files:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, root / name)
    shutil.rmtree(root / "code/hw0/checks/ridge")  # the chapter without its checks
    for _, name, text in FAULTS:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + text, encoding="utf-8")
    tree, found = Tree(root), {}
    for rule in RULES:
        for line in rule(tree):
            found.setdefault(line.split(":")[0], set()).add(rule.__name__)
    return found


@pytest.mark.parametrize("rule", rules())
def test_project_keeps_the_rule(rule):
    assert rule(Tree(ROOT)) == []


def test_every_rule_has_a_fault_that_breaks_it():
    assert {name for name, _, _ in FAULTS} == {rule.__name__ for rule in RULES}


@pytest.mark.parametrize(("rule", "name", "text"), FAULTS, ids=[f"{rule}-{name}" for rule, name, _ in FAULTS])
def test_fault_breaks_its_rule_and_no_other(noticed, rule, name, text):
    assert noticed[name] == {rule}


def test_no_file_without_a_fault_breaks_a_rule(noticed):
    assert set(noticed) == {name for _, name, _ in FAULTS}


def test_an_installed_package_has_all_its_files():
    data = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["package-data"]
    installed = {path for package, patterns in data.items() for pattern in patterns
                 for path in (ROOT / "code" / package.replace(".", "/")).glob(pattern)}
    files = [ROOT / name for name in Tree(ROOT).files if name.startswith("code/") and not name.endswith(".py")]
    assert [path for path in files if path not in installed] == []


def test_files_that_git_does_not_track_are_left_alone():
    assert not any(name.startswith((".venv/", "node_modules/", "_build/")) for name in Tree(ROOT).files)
    assert "pyproject.toml" in Tree(ROOT).files


def test_examples_do_not_make_a_module_long():
    shown = "    Examples\n    --------\n    >>> f()\n    1\n    >>> f()\n    1\n"
    text = f'def f():\n    """One.\n\n{shown}    """\n    return 1\n'
    assert without_examples(text) == 'def f():\n    """One.\n\n    """\n    return 1\n'
