"""Test the project with other versions of what it stands on: `python tools/units.py oldest newest coming`.

oldest: the lower bounds of pyproject.toml, with the oldest Python here; newest: the newest releases, with the newest
Python here; coming: pre-releases, too, and of the book the packages that Jupyter Book holds back.  Warnings that
something will go are errors in the tests, and are counted when the book is built.  What was found is kept in
`_build/units`, and printed as a table of all the runs.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "_build" / "units"
VERSIONS = ("oldest", "newest", "coming")
MINORS = range(11, 20)
CHOICE = {"oldest": ["--resolution", "lowest-direct"], "newest": [], "coming": ["--prerelease", "allow"]}
HELD_BACK = ("sphinx", "myst-nb", "myst-parser", "docutils")  # by jupyter-book<2, with what stands between them
LISTED = """import importlib.metadata, json
print(json.dumps({d.name.lower().replace("_", "-"): d.version for d in importlib.metadata.distributions()}))"""
WILL_GO = re.compile(rf"^{re.escape(str(ROOT))}/(?!\.venv|_build)(\S+:\d+): (\w*(?:Deprecat|Removed)\w*: .*)$", re.M)
CLOSING = re.compile(r"^=* ?((?:\d+ [a-z]+, )*\d+ [a-z]+) in [\d.:]+.*$", re.M)


def bounds():
    """Return {package: its lower bound} of the direct dependencies, in the order of pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [line for group in (project["dependencies"], *project["optional-dependencies"].values()) for line in group]
    return dict(re.match(r"([\w-]+).*?>=([\w.]+)", line).groups() for line in lines)


def pythons():
    """Return {(3, minor): path} of the Pythons on the PATH that run and that the project allows, the oldest first."""
    found = {}
    for minor in MINORS:
        path = shutil.which(f"python3.{minor}") or ""
        if path and subprocess.run([path, "-c", ""], capture_output=True).returncode == 0:
            found[3, minor] = path
    return found or {sys.version_info[:2]: sys.executable}


def chosen(versions, named):
    """Return the Pythons that a run takes: those named, else the oldest or the newest there is."""
    here = list(pythons().values())
    return named or [here[0] if versions == "oldest" else here[-1]]


class Environment:
    """A virtual environment of its own, into which uv installs."""

    def __init__(self, name, python):
        self.folder, self.uv = FOLDER / name, FOLDER / "uv" / "bin" / "uv"
        self.python = self.folder / "bin" / "python"
        if not self.uv.exists():
            subprocess.run([sys.executable, "-m", "venv", "--clear", FOLDER / "uv"], check=True)
            subprocess.run([FOLDER / "uv" / "bin" / "pip", "install", "-q", "uv"], check=True)
        subprocess.run([self.uv, "venv", "-q", "--clear", "--no-project", "--python", python, self.folder], check=True)
        node = Path(sys.executable).with_name("node")  # runs the figures and the formulas
        self.python.with_name("node").symlink_to(node.resolve())

    def install(self, *arguments):
        """Install; an error of uv's is printed, and raises CalledProcessError."""
        subprocess.run([self.uv, "pip", "install", "-q", "--python", self.python, *arguments], check=True, cwd=ROOT)

    def packages(self):
        """Return {package: version} of what is installed."""
        return json.loads(self.run("-c", LISTED)[1])

    def run(self, *arguments, show=False, **variables):
        """Run its Python in the project; return (status, what it printed), and print that, too, if asked."""
        environ = {**os.environ, **variables, "VIRTUAL_ENV": str(self.folder)}
        done = subprocess.Popen([self.python, *arguments], cwd=ROOT, env=environ, text=True, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT if show else None)
        printed = []
        for line in done.stdout:
            printed.append(line)
            if show:
                print(line, end="", flush=True)
        return done.wait(), "".join(printed)

    def book(self, output):
        """Build the book; return what became of it, in words, and the warnings of our own files that something goes."""
        status, printed = self.run("-W", "default", "tools/build_book.py", "--output", str(output), show=True)
        coming = sorted({f"{place}: {text}" for place, text in WILL_GO.findall(printed)})
        return "built" if status == 0 else f"not built: {last_line(printed)}", coming

    def tests(self, arguments):
        """Run the tests; return what became of them, in words."""
        status, printed = self.run("-m", "pytest", "-q", "-n", os.environ.get("JOBS", "2"), "--dist", "loadfile",
                                   *arguments, show=True)
        closing = CLOSING.findall(printed)
        return closing[-1] if closing else f"status {status}: {last_line(printed)}"


def last_line(printed):
    """Return the last line of what a program printed that says something."""
    return next((line.strip() for line in reversed(printed.splitlines()) if line.strip()), "nothing was printed")


def attempt(versions, python, arguments):
    """Install, test and build with one Python; return what was found, and keep it in a file."""
    name = f"{versions}-{Path(python).name}"
    print(f"== {versions} versions, {python}", flush=True)
    environment = Environment(name, python)
    found = {"versions": versions, "python": environment.run("-V")[1].split()[1], "will go": []}
    try:
        environment.install("-e", f"{ROOT}[chapters,book,test]", *CHOICE[versions])
        found["packages"] = environment.packages()
        found["tests"] = environment.tests(arguments or ["tests/hw0"])
        found["book"], found["will go"] = environment.book(FOLDER / f"{name}-book" / "html")
        if versions == "coming":
            environment.install("--upgrade", "--prerelease", "allow", *HELD_BACK)
            newer = environment.packages()
            found["held back"] = {each: newer[each] for each in HELD_BACK}
            found["later book"], later = environment.book(FOLDER / f"{name}-later-book" / "html")
            found["will go"] = sorted({*found["will go"], *later})
    except subprocess.CalledProcessError as error:
        found["failed"] = f"uv: status {error.returncode}"
    (FOLDER / f"{name}.json").write_text(json.dumps(found, indent=1, ensure_ascii=False), encoding="utf-8")
    return found


def numbers(version):
    """Return the numbers in a version, to sort by."""
    return [int(number) for number in re.findall(r"\d+", version)]


def good(found):
    """Whether all that the project promises holds; what Jupyter Book holds back, it does not."""
    tests = found.get("tests", "")
    return "passed" in tests and not re.search("failed|error", tests) and found.get("book") == "built"


def table(runs, lower):
    """Return a table, as Markdown: a row for each direct dependency, a column for each run."""
    rows = [["", "lower bound", *(found["versions"] for found in runs)], ["---"] * (len(runs) + 2)]
    rows.append(["Python", "3.11", *(found["python"] for found in runs)])
    for name, bound in lower.items():
        rows.append([name, bound, *(found.get("packages", {}).get(name, "") for found in runs)])
    for name in ("tests", "book", "later book", "failed"):
        if any(name in found for found in runs):
            rows.append([name, "", *(found.get(name, "") for found in runs)])
    for each in HELD_BACK:
        rows.append([f"{each} of the later book", "", *(found.get("held back", {}).get(each, "") for found in runs)])
    rows.append(["of ours, will go", "", *(str(len(found["will go"])) for found in runs)])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def main():
    """Try the versions, print the table; the exit status says whether all tests passed and each book was built."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("versions", nargs="+", choices=VERSIONS)
    parser.add_argument("--python", action="append", help="a Python to try with (may be repeated)")
    parser.add_argument("--tests", nargs="+", help="arguments for pytest (default: all units of hw0)")
    options = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    done = [attempt(versions, python, options.tests)
            for versions in options.versions for python in chosen(versions, options.python)]
    kept = [json.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.json")]
    kept.sort(key=lambda found: (VERSIONS.index(found["versions"]), numbers(found["python"])))
    print(f"\n{table(kept, bounds())}")
    for found in kept:
        print("".join(f"\n{found['versions']}, will go: {each}" for each in found["will go"]), end="")
    print()
    sys.exit(not all(map(good, done)))


if __name__ == "__main__":
    main()
