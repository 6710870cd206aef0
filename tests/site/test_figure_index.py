"""The index of live figures: every figure of every chapter is on it, and every entry leads to its figure."""

import json
import re

import pytest

from book_pages.figure_index import entries
from tests.site.stand_in import ROOT
from tests.site.table_of_contents import DOCUMENTS
from tools.chromium import visit

NOTEBOOKS = [path for document in DOCUMENTS if (path := ROOT / f"{document}.ipynb").is_file()]
PAGE = "appendix/live_figures.html"


def shown(path):
    """Return how many live figures the outputs of a notebook hold."""
    return path.read_text(encoding="utf-8").count('<figure class=\\"livefig\\"')


def test_every_live_figure_is_an_entry():
    assert sum(map(shown, NOTEBOOKS)) > 20
    for path in NOTEBOOKS:
        assert len(entries(path)) == shown(path), path.name


def test_every_entry_leads_to_its_figure(browser, address):
    names = [entry.name for path in NOTEBOOKS for entry in entries(path)]
    with visit(browser, address + PAGE) as (page, log):
        links = page.locator("main li a").evaluate_all("links => links.map((link) => link.href)")
        assert len(links) == len(names) == len(set(links))
        for link in links[:: len(links) // 4]:
            page.goto(link)
            assert page.locator(f"[id='{link.split('#')[1]}']").bounding_box()["height"] > 100
        log.assert_clean()


def test_a_figure_without_a_name_stops_the_build(tmp_path):
    html = '<figure class="livefig"><div class="lf-title" role="heading">A</div></figure>'
    data = {"text/html": [html], "text/plain": ["Figure: A & $B$\n", "a = 1"]}
    cell = {"outputs": [{"data": data}], "metadata": {}}
    path = tmp_path / "a.ipynb"
    path.write_text(json.dumps({"cells": [cell]}))
    with pytest.raises(ValueError, match=re.escape("a.ipynb, cell 1: give the figure a name")):
        entries(path)
    cell["metadata"] = {"mystnb": {"figure": {"name": "fig-a", "caption": "Two."}}}
    path.write_text(json.dumps({"cells": [cell]}))
    assert entries(path) == [("fig-a", "A & $B$", "Two.")]
