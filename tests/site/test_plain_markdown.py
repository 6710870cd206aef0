"""What Colab and Jupyter show of a notebook reads like the page: its numbers, names, boxes and links."""

import json
import re

import pytest

from book_pages import colab
from book_pages.plain_markdown import Names
from tests.site.stand_in import ROOT
from tools.run_notebooks import NOTEBOOKS

ADDRESS = "https://example.org/book"
PATHS = sorted(path.relative_to(ROOT).as_posix() for pattern in NOTEBOOKS for path in ROOT.glob(pattern))
BIBLIOGRAPHY = """\
@article{a2001,
  author = {Ada, A. and Bede, B.},
  year   = {2001},
}
@book{c2002,
  author = {Cid, C. and D
            and E},
  year   = {2002},
}
"""
OF_THE_SITE_ONLY = re.compile(r"\{[\w:-]+\}`|^:{3,}|^`{3,}\{|^\$\$ \(|\[\]\(|\]\((?!https?:|#)", re.MULTILINE)


def markdown(text):
    return ["".join(cell["source"]) for cell in json.loads(text)["cells"] if cell["cell_type"] == "markdown"]


@pytest.fixture(scope="module")
def written():
    return colab.notebooks(ROOT, PATHS, "git+https://example.org/book@1", ADDRESS)


@pytest.fixture
def names(tmp_path):
    """Return the names of a book of two small chapters."""
    (tmp_path / "appendix").mkdir()
    (tmp_path / "appendix" / "references.bib").write_text(BIBLIOGRAPHY)
    (tmp_path / "notation.md").write_text("# Notation\n")
    figure = {"cell_type": "code", "source": [],
              "metadata": {"mystnb": {"figure": {"name": "fig-a", "caption": "It moves."}}}}
    text = {"cell_type": "markdown", "metadata": {}, "source": "# Move a sample\n$$\na\n$$ (one)\n$$\nb\n$$ (two)\n"}
    books = {"chapters/9_sample.ipynb": {"cells": [text, figure]}}
    return lambda address="": Names(tmp_path, books, address)


@pytest.mark.parametrize("text, plain", [
    ("By {eq}`two` it holds.", "By (9.2) it holds."),
    ("See {numref}`fig-a`.", "See Figure 9.1."),
    ("Read {cite}`a2001`; {cite:t}`c2002`.", "Read [Ada and Bede, 2001]; Cid et al. [2002]."),
    ("Read {cite}`a2001,c2002`.", "Read [Ada and Bede, 2001; Cid et al., 2002]."),
    ("$$\na\n$$ (one)\n", "$$\na\n\\tag{9.1}\n$$\n"),
    (":::{admonition} Trap\n:class: warning\n\nDo not.\nEver.\n:::\nNext",
     "> **Trap**\n>\n> Do not.\n> Ever.\nNext"),
    ("On [](../notation) and [there](9_sample).", "On Notation and there."),
    ("[out](https://example.org) stays, ![a](b.png) too.", "[out](https://example.org) stays, ![a](b.png) too."),
])
def test_each_form_of_the_site_is_written_out(names, text, plain):
    assert names().plain("chapters/9_sample.ipynb", text) == plain


def test_with_an_address_links_lead_to_the_pages(names):
    plain = names(ADDRESS).plain("chapters/9_sample.ipynb",
                                 "On [](../notation.md), [](9_sample.ipynb#part-9a) and [here](#below).")
    assert plain == (
        f"On [Notation]({ADDRESS}/notation.html), [Move a sample]({ADDRESS}/chapters/9_sample.html#part-9a)"
        f" and [here]({ADDRESS}/chapters/9_sample.html#below)."
    )


def test_a_name_that_is_not_there_is_refused(names):
    with pytest.raises(KeyError, match="three"):
        names().plain("chapters/9_sample.ipynb", "{eq}`three`")


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_left_that_only_the_site_understands(written, path):
    assert [(text, found[0]) for text in markdown(written[path]) for found in [OF_THE_SITE_ONLY.search(text)]
            if found] == []


def test_a_notebook_is_called_in_colab_as_the_site_calls_it(written):
    called = {path: json.loads(text)["metadata"]["colab"]["name"] for path, text in written.items()}
    assert called["chapters/4_ridge.ipynb"] == "4 Ridge regression.ipynb"
    assert called["index.ipynb"] == "Homework zero, executable.ipynb"


def test_a_link_without_words_is_named_by_the_title_of_its_page(written):
    trial = "\n".join(markdown(written["appendix/on_trial.ipynb"]))
    assert f"[ReLU elbows under SGD]({ADDRESS}/chapters/5_relu_elbow.html)" in trial


@pytest.mark.parametrize("path", [path for path in PATHS if path.startswith(("chapters", "further"))])
def test_equations_and_figures_bear_the_numbers_of_the_site(parsed, written, path):
    page = parsed(path.replace(".ipynb", ".html"))
    text = "\n".join(markdown(written[path]))
    assert re.findall(r"\\tag\{(.*?)\}",
                      text) == [number.get_text()[1:].split(")")[0] for number in page.select(".eqno")]
    shown = [caption.get_text().strip() for caption in page.select("figure .caption-number")]
    assert re.findall(r"^\*\*(Figure [\d.]+)\*\*", text, re.MULTILINE) == shown
