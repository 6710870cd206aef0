"""The live figures on the built pages draw and say what NumPy does, from a server and from a folder."""

import importlib
import itertools

import pytest

from tests.livefig.browser import assert_drawn_as_numpy, at_first, put
from tests.site.table_of_contents import CHAPTERS
from tools.chromium import visit

DESK = {"viewport": {"width": 1300, "height": 900}}


def figures_of(chapter):
    """Return the figure factories of a chapter: "chapters/5_relu_elbow.html" shows those of
    `hw0.figures.relu_elbow`."""
    stem = chapter.removesuffix(".html").split("_", 1)[1]
    return importlib.import_module(f"hw0.figures.{stem}").FIGURES


def settings(fig):
    """Return two settings of a figure's controls: least and greatest in turn, and the other way round."""
    turns = itertools.cycle((("min", "max"), ("max", "min")))
    ends = [(control["name"], [control[end] for end in next(turns)]) for control in fig.spec["inputs"]]
    return [{name: values[k] for name, values in ends} for k in range(2)]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_figures_of_a_page_show_what_numpy_computes(browser, address, chapter):
    with visit(browser, address + chapter, **DESK) as (page, log):
        for factory in figures_of(chapter):
            assert assert_drawn_as_numpy(page, factory) > 0, factory
            fig = at_first(factory)
            for setting in settings(fig):
                put(page, fig, **setting)
                assert_drawn_as_numpy(page, factory)
        log.assert_clean()


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_figures_of_a_page_from_a_folder_show_what_numpy_computes(browser, site, chapter):
    with visit(browser, (site / chapter).as_uri(), **DESK) as (page, log):
        for factory in figures_of(chapter):
            assert assert_drawn_as_numpy(page, factory) > 0
        assert page.evaluate("document.documentElement.classList.contains('js')"), "scripts do not run from a folder"
        log.assert_clean()


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_page_holds_the_script_of_the_figures_once(site, chapter):
    html = (site / chapter).read_text()
    assert html.count("_static/livefig.js") == 1
    assert "data-embedded" not in html
