"""Rules on the project's files: each takes a `Tree` and returns lines that say where, what and what to do."""

import ast
import difflib
import functools
import pathlib
import re
import subprocess

from tests.notebooks.outlines import OUTLINES
from tests.rules.example_rules import public, the_public_has_an_example, without_examples

LINES, WIDTH = 250, 120
SAYS_NOTHING = {"utils", "helpers", "common", "misc"}
MADE = {".venv", "node_modules", "_build", "__pycache__", ".pytest_cache", ".hypothesis"}  # no part of the project
PROBLEMS_WITH_CODE = range(2, 7)
# Composed, so that this file does not contain what it forbids.
FORBIDDEN_TEXT = {
    r"(?<![\w.\]])/(?:work|home|Users|root)/\w": "a path of one machine; make it relative",
    r"(?:pypi|pythonhosted|npmjs|yarnpkg|anaconda)\.(?:org|com)\b": "the host of a registry; its client knows the "
                                                                    "address",
    r"\.\./(?:shared)\b": "a folder that readers do not have; say it here",
    r"\[[\"'](?:node|npm)[\"'],": "a program that the machine may lack; take that of the environment (tests/node.py)",
}


class Tree:
    """The files of the project below `root`: what git tracks or, in a copy without git, all."""

    def __init__(self, root):
        self.root = pathlib.Path(root)

    @functools.cached_property
    def files(self):
        """Paths relative to the root, as text with slashes, sorted."""
        if (self.root / ".git").exists():
            listed = subprocess.run(["git", "ls-files", "-z"], cwd=self.root, capture_output=True, text=True,
                                    check=True).stdout.split("\0")
        else:
            listed = [path.relative_to(self.root).as_posix() for path in self.root.rglob("*")]
            listed = [name for name in listed if MADE.isdisjoint(pathlib.PurePosixPath(name).parts)]
        return sorted(name for name in listed if name and (self.root / name).is_file())

    def text(self, name):
        """Return the content of a file, or nothing of one that is not text."""
        try:
            return (self.root / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            return ""

    def modules(self, folder="", suffix=".py"):
        return [name for name in self.files if name.startswith(folder) and name.endswith(suffix)]


def the_shelf_is_no_package(tree):
    """There is no `code/__init__.py`: it would hide the standard module `code`."""
    name = "code/__init__.py"
    return [f"{name}: hides the standard module `code`; delete it."] if name in tree.files else []


def modules_are_short(tree):
    """A module has at most 250 lines, the examples in its docstrings not counted."""
    names = [*tree.modules(), *tree.modules(suffix=".js")]
    lengths = {name: len(without_examples(tree.text(name)).splitlines()) for name in names}
    return [f"{name}: {lines} lines; look for the seam (at most {LINES})."
            for name, lines in lengths.items() if lines > LINES]


def lines_fit(tree):
    """A line of a script or a style sheet has at most 120 characters; `make lint` says it of Python."""
    return [f"{name}:{number}: {len(line)} characters; break the line (at most {WIDTH})."
            for suffix in (".js", ".mjs", ".css") for name in tree.modules(suffix=suffix)
            for number, line in enumerate(tree.text(name).splitlines(), 1) if len(line) > WIDTH]


def names_say_what_is_inside(tree):
    """No file and no folder has a name that fits everything."""
    return [f"{name}: says nothing about what is inside; name the idea." for name in tree.files
            if SAYS_NOTHING & {part.split(".")[0].removeprefix("test_") for part in pathlib.PurePosixPath(name).parts}]


def the_public_is_documented(tree):
    """Every module, public function, class and method below code/ has a docstring."""
    found = []
    for name in tree.modules("code/"):
        module = ast.parse(tree.text(name))
        if not ast.get_docstring(module) and module.body:
            found.append(f"{name}: has no docstring; say its role in one sentence.")
        found += [
            f"{name}:{node.lineno}: {node.name} has no docstring; begin with what it returns."
            for node in public(module.body)
            if not ast.get_docstring(node) and not node.name.startswith("part_")      # the answer to a part says it
        ]
    return found


def tests_mirror_code(tree):
    """Every module has its tests in the same place below tests/.

    They are in a file of its own or of the idea that its name begins with (test_ridge.py for ridge_path), or in one
    that imports the module by name; what is a part of another module is tested with it.  A package that is one idea in
    several files may instead have one test file, named after the package; so have folders with names that cannot be
    imported, such as gpt-4o.
    """
    found = []
    for name in tree.modules("code/"):
        path = pathlib.PurePosixPath(name).relative_to("code")
        if path.stem.startswith("__"):
            continue
        mirror = "tests" / path.parent
        while not mirror.name.isidentifier():
            mirror = mirror.parent
        words = path.stem.split("_")
        own = [f"{mirror}/test_{'_'.join(words[:count])}.py" for count in range(len(words), 0, -1)]
        package = re.escape(".".join(path.parent.parts))
        by_name = re.compile(rf"(?:from|import) {package}\.{path.stem}\b|from {package} import [^\n]*\b{path.stem}\b")
        if {*own, f"{mirror.parent}/test_{mirror.name}.py"}.isdisjoint(tree.files) and not any(
            by_name.search(tree.text(test)) for test in tree.modules(f"{mirror}/")
        ) and not any(
            f"from .{path.stem} import" in tree.text(whole) for whole in tree.modules(f"code/{path.parent}/")
        ):
            found.append(f"{name}: is tested nowhere; write {own[0]}.")
    return found


def nothing_of_one_machine(tree):
    """No tracked file names a machine's folders, a registry's host or a folder outside the project."""
    return [f"{name}:{number}: names {what}: {match[0]!r}." for name in tree.files
            for number, line in enumerate(tree.text(name).splitlines(), 1) for pattern, what in FORBIDDEN_TEXT.items()
            for match in [re.search(pattern, line)] if match]


def one_word_for_each_problem(tree):
    """The stem of a problem is spelled the same in chapters/, hw0/, hw0/checks/, hw0/figures/ and tests/."""
    found = []
    for name in tree.files:
        for part in pathlib.PurePosixPath(name).parts if name.startswith(("code/", "chapters/", "tests/",
                                                                          "tools/")) else ():
            stem = re.sub(r"^(?:test_|\d+_)", "", part.split(".")[0])
            folded = re.sub(r"[^a-z]", "", stem.lower())
            meant = difflib.get_close_matches(folded, [other.replace("_", "") for other in OUTLINES], 1, 0.85)
            if meant and stem not in OUTLINES:
                found.append(f"{name}: {stem!r} is close to a problem's stem but is none of {', '.join(OUTLINES)}; use "
                             f"that word.")
    return found


def every_chapter_has_its_code(tree):
    """A chapter with a derivation has its mathematics, its checks and its figures, all under its stem."""
    found = []
    for stem, outline in OUTLINES.items():
        if f"chapters/{outline.number}_{stem}.ipynb" in tree.files and outline.number in PROBLEMS_WITH_CODE:
            for room in ("code/hw0", "code/hw0/checks", "code/hw0/figures"):
                if f"{room}/{stem}/__init__.py" not in tree.files:
                    found.append(f"chapters/{outline.number}_{stem}.ipynb: has no {room}/{stem}/; add the package "
                                 f"under this very word.")
    return found


RULES = (the_shelf_is_no_package, modules_are_short, lines_fit, names_say_what_is_inside, the_public_is_documented,
         the_public_has_an_example, tests_mirror_code, nothing_of_one_machine, one_word_for_each_problem,
         every_chapter_has_its_code)
