"""The papers that travel with the project agree with each other."""

import pathlib
import re
import tomllib

import pytest
import yaml

import hw0

ROOT = pathlib.Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))


def text(name):
    return (ROOT / name).read_text(encoding="utf-8")


def test_citation_has_what_the_format_requires():
    assert {"cff-version", "message", "title", "authors"} <= set(CITATION)
    assert CITATION["cff-version"] == "1.2.0"
    assert all(author["name"] for author in CITATION["authors"])


def test_citation_names_the_version_and_the_licences_of_the_project():
    assert str(CITATION["version"]) == PROJECT["version"]
    assert CITATION["license"] == [PROJECT["license"], "CC-BY-4.0"]


def test_the_package_says_the_version_of_the_project():
    assert hw0.__version__ == PROJECT["version"]


def test_licence_files_are_the_licences_they_are_called():
    assert text("LICENSE").startswith("BSD 3-Clause License")
    assert "Attribution 4.0 International Public License" in text("LICENSE-TEXT")
    assert "Section 8 -- Interpretation." in text("LICENSE-TEXT")
    assert PROJECT["license-files"] == ["LICENSE"]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_command_that_is_named_exists(name):
    named = set(re.findall(r"(?:^    |`)make ([a-z-]+)", text(name), re.MULTILINE))
    assert len(named) >= 2
    assert named <= set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE))


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_file_that_is_named_exists(name):
    named = [path for path in re.findall(r"`([\w./-]+/[\w.-]*)`|\]\(([\w./-]+)\)", text(name)) for path in path if path]
    folders = [ROOT, ROOT / "tests/notebooks"]
    assert len(named) >= 4
    assert [path for path in named if not any((folder / path).exists() for folder in folders)] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_place_in_the_paper_that_it_links_to_is_a_heading(name):
    headings = re.findall(r"^#+ (.+)$", text(name), re.MULTILINE)
    places = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([\w-]+)\)", text(name))) <= places


def unknown(prose):
    """The commands `python -m …` in prose whose module, or an option of it, is not there."""
    found = []
    for command, module in re.findall(r"(python -m ((?:hw0|tools|tests)\b[\w.]*)[^`\n#\\]*)", prose):
        stem = module.rstrip(".").replace(".", "/")
        sources = [path for folder in ("code", ".") for end in (".py", "/__main__.py")
                   if (path := ROOT / folder / f"{stem}{end}").exists()]
        options = set(re.findall(r"--[a-z]+", command))
        if not sources or any(f'"{option}"' not in sources[0].read_text(encoding="utf-8") for option in options):
            found.append(command.strip())
    return found


def test_every_module_that_is_run_by_name_has_the_options_that_are_named():
    papers = [path for pattern in ("*.md", "decisions/*.md", "appendix/*.md", "*.ipynb", "*/*.ipynb")
              for path in ROOT.glob(pattern)]
    assert [(path.name, command) for path in papers for command in unknown(path.read_text(encoding="utf-8"))] == []
    said = "`python -m hw0.audit a.py --model X`, `python -m hw0.audits`; python -m hw0.audit a.py --into X"
    assert unknown(said) == ["python -m hw0.audit a.py --model X", "python -m hw0.audits"]


def cited_in_vain(code):
    """The formulas that code cites as "chapter 3, eq-…" or "further/…, eq-…", and which do not stand there."""
    cited = re.findall(r"(?:chapter\s+(\d)|(further/\w+)),\s+(eq-[\w-]+)", code)
    notebooks = [(next(ROOT.glob(f"{page or f'chapters/{number}_*'}.ipynb")), label) for number, page, label in cited]
    return [label for path, label in notebooks if f"({label})" not in path.read_text(encoding="utf-8")]


def test_every_formula_that_the_code_cites_stands_where_it_says():
    assert not [(path, label) for path in (ROOT / "code/hw0").rglob("*.py")
                for label in cited_in_vain(path.read_text(encoding="utf-8"))]
    assert cited_in_vain("Source: chapter\n    3, eq-ls-covariance; further/3_least_squares, eq-ls-covariance.") == [
        "eq-ls-covariance"]


def test_changes_name_corrected_statements_first():
    versions = re.split(r"^## ", text("CHANGELOG.md"), flags=re.MULTILINE)[1:]
    assert versions
    assert all(re.search(r"^### (\w+)", version, re.MULTILINE)[1] == "Corrected" for version in versions)


@pytest.mark.parametrize("path", sorted((ROOT / "decisions").glob("*.md")), ids=lambda path: path.stem)
def test_decision_says_context_decision_consequences_and_what_would_change_our_mind(path):
    steps = re.findall(r"^\*\*(Context|Decision|Consequences|What would change our mind)\.\*\*", text(path),
                       re.MULTILINE)
    assert steps == ["Context", "Decision", "Consequences", "What would change our mind"]
    assert len(text(path).split()) <= 450
    named = re.findall(r"`([\w./-]+/[\w-]+\.[a-z]+)`|\]\(([\w./-]+)\)", text(path))
    folders = (ROOT, ROOT / "code", ROOT / "code/hw0", ROOT / "code/hw0/checks", ROOT / "tests/hw0/checks", path.parent)
    assert [name for pair in named for name in pair if name and not any((one / name).exists() for one in folders)] == []
