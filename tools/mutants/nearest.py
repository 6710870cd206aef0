"""Which test files can notice a fault in a module: those beside it and those that import it, the nearest first.

Its doctests are among them, and after all the notebooks that show what it gives.
"""

import ast
import collections
import functools
import json
import pathlib
import re

OUTSIDE = ("tests/site/", "tests/colab/", "tests/rules/", "tests/notebooks/", "tests/mutants/")  # not of the rooms
FIXTURES = "browser|page|open_page|opened|context|boxes|questions|forms"  # each of them a browser's
BROWSER = re.compile(rf"\bdef test_\w+\([^)]*\b(?:{FIXTURES})\b")
OF_THE_SITE = ("_ext/", "assets/")  # what the site is built with: its tests look at the site
SPOKEN = re.compile(r"[\"'`.#\[]((?!aria-)[a-z]+(?:[-/][a-z]+)+)")  # a class, an attribute, a key of what is kept
QUOTED = re.compile(r'"([\w.]+(?: [\w.]+){,2})"')  # a part, a control, a column
SITE = re.compile(r"\bdef \w+\([^)]*\b(?:site|parsed|address)\b")
BUILT = re.compile(r"\bdef \w+\([^)]*\b(?:stand_in|published|built|tmp_path)\b")
DOCTESTS = "tests/test_doctests.py::test_examples_give_what_they_show[{}]"
EXAMPLES = "tests/doctests.py"  # its SHOWN are the packages of which all public names have examples
SHOWING = ("chapters", "further", "appendix")  # the notebooks that say what hw0 gives
IMPORTED = re.compile(r"^(?:from (?P<package>[\w.]+) )?import (?P<names>[\w., ]+)", re.MULTILINE)
ELSEWHERE = ("other_browsers", "outward_links", "commands", "chromium", "browser_versions")  # look at nothing built


class Project:
    """The modules and test files below a root, by their paths as text, and what each imports of the project."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        paths = [path for folder, kind in (("code", "*.py"), ("tests", "*.py"), ("tools", "*.py"), ("code", "*.js"),
                                           ("_ext", "*.py"), ("assets", "*.js"))
                 for path in sorted((self.root / folder).rglob(kind))]
        self.files = [path.relative_to(self.root).as_posix() for path in paths if "__pycache__" not in path.parts]
        self.by_name = {_dotted(name): name for name in self.files if name.endswith(".py")}

    @functools.cached_property
    def modules(self):
        """The files in which faults are planted."""
        return [name for name in self.files if name.startswith(("code/", *OF_THE_SITE))]

    @functools.cached_property
    def with_browser(self):
        """The test files that can be run on their own."""
        return [name for name in self.files
                if name.rpartition("/")[2].startswith("test_") and not name.startswith(OUTSIDE)]

    @functools.cached_property
    def quiet(self):
        """The test files that need no browser."""
        return {name for name in self.files if name.rpartition("/")[2].startswith("test_")
                and not BROWSER.search((self.root / name).read_text(encoding="utf-8"))}

    @functools.cached_property
    def tests(self):
        """Those of the rooms that need no browser."""
        return [name for name in self.with_browser if name in self.quiet]

    @functools.cache  # noqa: B019   a project lives as long as its command
    def imports(self, name):
        """Return the files of the project that a file imports by name."""
        package = _dotted(name) if name.endswith("/__init__.py") else _dotted(name).rpartition(".")[0]
        found = set()
        for node in ast.walk(ast.parse((self.root / name).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                up = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
                module = ".".join([*up, *([node.module] if node.module else [])])
                found |= {f"{module}.{alias.name}" for alias in node.names} | {module}
        return {self.by_name[each] for each in found if each in self.by_name}

    def nearest(self, module):
        """Return the test files that can notice a fault in a module: first its own, then those that import it by name,
        then those of its room, which may reach it through the room's package; of these first those that name what it
        names; those with a browser come late, and for a script that names no document.  The tests of a script are those
        of its room and what runs it from elsewhere; they may need a browser, too, those of what the site is built with
        a site, and may build one of their own."""
        if module.startswith(OF_THE_SITE):
            return self._of_the_site(module)
        if module.endswith(".js"):
            path = pathlib.PurePosixPath(module)
            words = {word.rstrip("s") for word in (path.stem, path.parent.name)}
            silent = "document" not in (self.root / module).read_text(encoding="utf-8")  # it moves nothing on a page
            own = f"tests/{path.parts[1]}/"
            return sorted((test for test in self.with_browser
                           if test.startswith(own) or f"{own}parity.py" in self.imports(test)),
                          key=lambda test: (not words & {word.rstrip("s") for word in test[:-3].split("_")},
                                            silent and test not in self.quiet, -self._shared(module, test),
                                            test not in self.quiet, test))
        ranks = {test: self._rank(module, test) for test in self.with_browser}
        ranks |= dict.fromkeys(self._doctests(module), 1)
        loud = set(self.with_browser) - self.quiet  # only those beside it, after the quiet ones
        tests = sorted((test for test, rank in ranks.items() if rank < (3 if test in loud else 4)),
                       key=lambda test: (ranks[test] + 2 * (test in loud), -self._named(module, test), test))
        return [*tests, *self._notebooks(module)]

    def _doctests(self, module):
        name, text = _dotted(module), (self.root / module).read_text(encoding="utf-8")
        shown = name in self.with_examples or name.rpartition(".")[0] in self.with_examples
        return [DOCTESTS.format(name)] if shown and ">>> " in text else []

    @functools.cached_property
    def with_examples(self):
        """The packages whose modules' examples are tests."""
        if EXAMPLES not in self.files:
            return ()
        tree = ast.parse((self.root / EXAMPLES).read_text(encoding="utf-8"))
        return next(ast.literal_eval(node.value) for node in tree.body
                    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "SHOWN")

    @functools.cached_property
    def notebooks(self):
        """{notebook: the names that its cells import}."""
        found = {}
        for path in [path for folder in SHOWING for path in sorted((self.root / folder).glob("*.ipynb"))]:
            cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
            text = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
            names = {(line["package"] or "", name) for line in IMPORTED.finditer(text)
                     for name in re.split(r"[, ]+", line["names"])}
            found[path.relative_to(self.root).as_posix()] = {".".join(filter(None, pair)) for pair in names} | {
                package for package, _ in names}
        return found

    def _notebooks(self, module):
        """Those of the problem that stands in the path of a module of hw0, else those that import it or its room."""
        parts, names = _dotted(module).split("."), {_dotted(module), room(module)} - {"hw0"}
        of_problem = [name for name in self.notebooks if pathlib.PurePosixPath(name).stem.partition("_")[2] in parts]
        importing = [name for name, imported in self.notebooks.items() if names & imported]
        return (of_problem or importing) if parts[0] == "hw0" else []

    def _of_the_site(self, module):
        words = set(pathlib.PurePosixPath(module).with_suffix("").parts[1:]) - {"book_pages", "__init__"}
        ranks = {}
        for name in self.files:
            kind, _, stem = name.removeprefix("tests/site/").removesuffix(".py").partition("_")
            if name.startswith("tests/site/") and kind == "test" and stem not in ELSEWHERE:
                text = (self.root / name).read_text(encoding="utf-8")
                own = module in self.imports(name) or any(
                    stem.startswith(word) or word.startswith(stem.rstrip("s")) for word in words)
                named = module.endswith(".js") and any(re.search(rf"\b{word}s?\b", text) for word in words)
                shared = self._shared(module, name) if module.endswith(".js") else 0
                if own or named or shared or BUILT.search(text) or (self.needs_site(name) and name in self.quiet):
                    ranks[name] = (not own, -shared, not named, bool(BUILT.search(text)), self.needs_site(name), name)
        return sorted(ranks, key=ranks.get)

    @functools.cache  # noqa: B019   as above
    def spoken(self, name):
        """The classes, attributes and keys that a script or test names."""
        return set(SPOKEN.findall((self.root / name).read_text(encoding="utf-8")))

    @functools.cached_property
    def speaking(self):
        """{word: how many tests name it}: what few speak of is near."""
        return collections.Counter(word for name in self.files if name.startswith("tests/") and "/test_" in name
                                   for word in self.spoken(name))

    def _shared(self, module, test):
        return sum(1 / self.speaking[word] for word in self.spoken(module) & self.spoken(test))

    @functools.cache  # noqa: B019   as above
    def needs_site(self, name):
        """Whether a test file looks at the book's own site."""
        return name.startswith("tests/site/") and bool(SITE.search((self.root / name).read_text(encoding="utf-8")))

    @functools.cache  # noqa: B019   as above
    def quoted(self, name):
        """The names in quotes in a Python file, and in what it imports of the tests."""
        files = [name, *(each for each in self.imports(name) if each.startswith("tests/"))]
        return {word for each in files for word in QUOTED.findall((self.root / each).read_text(encoding="utf-8"))}

    @functools.cached_property
    def quoting(self):
        """{name in quotes: how many test files have it}."""
        return collections.Counter(word for name in self.with_browser for word in self.quoted(name))

    def _named(self, module, test):
        both = self.quoted(module) & self.quoted(test) if test.endswith(".py") else ()
        return sum(1 / self.quoting[word] for word in both)

    def _rank(self, module, test):
        path = pathlib.PurePosixPath(module).relative_to("code")
        mirror, words = "tests" / path.parent, path.stem.split("_")
        above = [folder for folder in mirror.parents if len(folder.parts) > 2]
        own = {f"{mirror}/test_{'_'.join(words[:count])}.py" for count in range(len(words), 0, -1)}
        own |= {f"{folder}/test_{path.stem}.py" for folder in above}
        if test in own | {f"{mirror.parent}/test_{mirror.name}.py"}:
            return 0
        if module in self.imports(test):
            return 1
        if test.startswith(f"{mirror}/"):
            return 2
        return 3 if any(test.startswith(f"{folder}/") for folder in above) else 4


def _dotted(name):
    name = name.removeprefix("code/").removeprefix("_ext/").removesuffix(".py").removesuffix("/__init__")
    return name.replace("/", ".")


def room(module):
    """Return the room of a module, its package (of hw0 the one inside, "hw0.ridge"); of a script its folder."""
    parts = module.split("/")
    if module.startswith(OF_THE_SITE):
        return parts[0]
    if module.endswith(".js"):
        return "/".join(parts[1:-1])
    return ".".join(parts[1:3]) if parts[1] == "hw0" and len(parts) > 3 else parts[1]
