"""The live figures on the built pages draw and say what NumPy does, from a server and from a folder."""

import importlib
import itertools

import pytest

from tests.extent import some
from tests.livefig.browser import assert_drawn_as_numpy, at_first, put, until
from tests.site.table_of_contents import CHAPTERS, FURTHER, LONGEST
from tools.chromium import visit

WITH_FIGURES = [*CHAPTERS, *FURTHER]
DESK = {"viewport": {"width": 1300, "height": 900}}


def of_its_stem(page):
    """Return the figure factories of a page's stem: of "chapters/5_relu_elbow.html" those of `hw0.figures.relu_elbow`,
    some of which stand on "further/5_relu_elbow.html"."""
    stem = page.removesuffix(".html").split("_", 1)[1]
    return importlib.import_module(f"hw0.figures.{stem}").FIGURES


def figures_of(site, page):
    """Return the factories of the figures that stand on a page."""
    html = (site / page).read_text(encoding="utf-8")
    return [factory for factory in of_its_stem(page) if f'id="fig-{at_first(factory).spec["name"]}"' in html]


def settings(fig):
    """Return two settings of a figure's controls: least and greatest in turn, and the other way round."""
    turns = itertools.cycle((("min", "max"), ("max", "min")))
    ends = [(control["name"], [control[end] for end in next(turns)]) for control in fig.spec["inputs"]]
    return [{name: values[k] for name, values in ends} for k in range(2)]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_figure_of_a_chapter_stands_once_there_or_on_the_page_that_leads_on(site, chapter):
    shown = [factory for page in (chapter, chapter.replace("chapters/", "further/")) if page in WITH_FIGURES
             for factory in figures_of(site, page)]
    assert sorted(shown, key=id) == sorted(of_its_stem(chapter), key=id)


@pytest.mark.parametrize("chapter", WITH_FIGURES)
def test_the_figures_of_a_page_show_what_numpy_computes(browser, address, site, chapter):
    with visit(browser, address + chapter, **DESK) as (page, log):
        for factory in figures_of(site, chapter):
            assert assert_drawn_as_numpy(page, factory) > 0, factory
            fig = at_first(factory)
            for setting in settings(fig):
                put(page, fig, **setting)
                assert_drawn_as_numpy(page, factory)
        log.assert_clean()


@pytest.mark.parametrize("chapter", some(WITH_FIGURES, LONGEST))
def test_the_figures_of_a_page_from_a_folder_show_what_numpy_computes(browser, site, chapter):
    with visit(browser, (site / chapter).as_uri(), **DESK) as (page, log):
        for factory in figures_of(site, chapter):
            assert assert_drawn_as_numpy(page, factory) > 0
        fig = at_first(factory)
        put(page, fig, **settings(fig)[0])
        assert_drawn_as_numpy(page, factory)
        until(page, f"location.hash.startsWith('#fig-{fig.spec['name']}?')")
        assert page.evaluate("document.documentElement.classList.contains('js')"), "scripts do not run from a folder"
        log.assert_clean()


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_page_holds_the_script_of_the_figures_once(site, chapter):
    html = (site / chapter).read_text()
    assert html.count("_static/livefig.js") == 1
    assert "data-embedded" not in html
