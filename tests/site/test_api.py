"""The pages about the code: nothing public is missing, docstrings are read as they are meant, and links lead there."""

import re

import pytest

from book_pages.api.docstrings import marked_up, restructured
from book_pages.api.first_links import imported, meant
from book_pages.api.package import Package, contents, of_python
from book_pages.api.source_links import address, place
from book_pages.repository import Repository
from tests.doctests import SHOWN
from tests.site.stand_in import ROOT
from tools.chromium import visit

KNOWN = {"hw0.ridge.path": "", "hw0.networks.Network": "", "hw0.checks.check": "", "hw0.relu_elbow.elbow": ""}
ONE_UNIT = "code/hw0/relu_elbow/one_unit.py"


@pytest.fixture(scope="module")
def described(site, parsed):
    """Return {page: ids of what it describes}."""
    return {page.stem: {entry["id"] for entry in parsed(f"api/{page.name}").select("dl.py > dt[id]")}
            for page in (site / "api").glob("*.html")}


@pytest.mark.parametrize("package", SHOWN)
def test_all_that_is_public_is_described(described, package):
    names = contents(package)
    if package in ("hw0.checks", "livefig", "worksheet"):
        names = {package: names[package]}
    wanted = {f"{module}.{name}" for module, found in names.items() for name in found}
    assert wanted
    assert wanted <= set().union(*described.values())


def test_each_module_of_a_package_has_a_heading_of_its_own():
    directive = Package.__new__(Package)
    directive.arguments, directive.options = ("hw0.ridge",), {}
    directive.parse_text_to_nodes = lambda text, **_: text
    found = contents("hw0.ridge")
    shown = [f".. automodule:: {name}\n   :members: {', '.join(names)}\n" for name, names in found.items()]
    first, second, *_ = found
    assert directive.run().startswith(f"{shown[0]}\n{second}\n{'-' * len(second)}\n\n{shown[1]}")
    directive.options = {"only": True}
    assert directive.run() == shown[0] and first == "hw0.ridge"


def test_what_a_class_has_from_python_is_not_described(described):
    assert not {"livefig.Steps.count", "livefig.TraceError.add_note"} & described["livefig"]
    for member, skipped in ((tuple.count, True), (ValueError.add_note, True), (contents, None)):
        assert of_python(None, "method", member.__name__, member, False, {}) is skipped


def test_a_figure_is_described_with_all_its_methods(described):
    methods = ("slider", "point", "readout", "save", "value")
    assert {f"livefig.Figure.{name}" for name in methods} <= described["livefig"]


def test_nothing_is_described_twice(described):
    names = [name for found in described.values() for name in found]
    assert len(names) == len(set(names)) > 250


def test_chapters_lead_to_the_code_once_for_each_name(site, parsed):
    links = parsed("chapters/4_ridge.html").select("main a.to-code")
    targets = [link["href"] for link in links]
    assert "../api/ridge.html#hw0.ridge.path" in targets
    assert any(link.find_parent(class_="cell_input") for link in links)
    assert any(link.find_parent("p") for link in links)
    in_cells = [link["href"] for link in links if link.find_parent(class_="cell_input")]
    assert len(in_cells) == len(set(in_cells))
    for link in links:
        page, _, anchor = link["href"].partition("#")
        assert f'id="{anchor}"' in (site / "chapters" / page).read_text(encoding="utf-8")


def test_a_name_means_what_the_page_imports_or_what_its_chapter_has():
    names = imported(["from hw0 import ridge\nimport hw0.networks as nn", "%matplotlib inline", "x = (1,"])
    assert names == {"ridge": "hw0.ridge", "nn": "hw0.networks"}
    for text, full in (("ridge.path(X, y)", "hw0.ridge.path"), ("nn.Network", "hw0.networks.Network"),
                       ("path", None), ("check", "hw0.checks.check"), ("X @ w", None), ("elbow", None)):
        assert meant(text, "chapters/3_least_squares", names, KNOWN) == full
    assert meant("elbow", "chapters/5_relu_elbow", {}, KNOWN) == "hw0.relu_elbow.elbow"


def test_mathematics_is_no_markup():
    assert marked_up("||X w - y||, X^T* of `w_` and y_") == r"\|\|X w - y\|\|, X^T\* of ``w_`` and y\_"


DOCSTRING = """\
First line.

    W = X^T    an indented block

first       the one
second      the other

Parameters
----------
lo, hi : the ends,
    in two lines
Raises
------
ValueError
    If it is wrong.

>>> 1
1""".splitlines()


def test_a_docstring_becomes_what_it_is_meant_to_be():
    text = "\n".join(restructured(DOCSTRING))
    assert ".. code-block:: text\n\n        W = X^T    an indented block" in text
    assert "``first``\n    the one\n``second``\n    the other\n" in text
    assert ".. rubric:: Parameters\n\n``lo, hi``\n    the ends,\n    in two lines" in text
    assert "``lo, hi``" in text and "\n>>> 1\n1\n" in text


def test_the_source_is_found_in_the_commit_of_the_page():
    lines = (ROOT / ONE_UNIT).read_text(encoding="utf-8").splitlines()
    path, first, last = place("hw0.relu_elbow", "elbow", ROOT)
    assert path == ONE_UNIT
    assert lines[first - 1].startswith("def elbow(")
    assert lines[last - 1].strip().startswith("return")
    found = address(Repository("someone/book", "c" * 40), "hw0.relu_elbow", "elbow", ROOT)
    assert found == f"https://github.com/someone/book/blob/{'c' * 40}/{ONE_UNIT}#L{first}-L{last}"
    assert address(None, "hw0.relu_elbow", "elbow", ROOT) is None
    assert place("hw0.relu_elbow", "nothing", ROOT) is None


def test_what_is_described_is_found_by_its_name(address_of_search):
    for query, target in (("min_norm_solution", "hw0.least_squares.min_norm_solution"),
                          ("ridge.path", "hw0.ridge.path"), ("Figure.save", "livefig.Figure.save"),
                          ("sgd_step()", "sgd_step")):
        found = address_of_search(query)
        assert re.search(rf"api/\w+\.html#.*{re.escape(target)}$", found), (query, found)


@pytest.fixture(scope="module")
def address_of_search(browser, site):
    with visit(browser, (site / "search.html").as_uri()) as (page, log):
        yield lambda query: page.evaluate("(query) => bookSearch.find(query)[0].section.address", query)
        log.assert_clean()
