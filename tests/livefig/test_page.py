"""A figure as a page of its own, and what is folded away in it."""

import re

import pytest

from livefig import Figure
from tests.livefig.browser import assert_drawn_as_numpy, live
from tests.livefig.demos import hinge
from tools.chromium import visit

ALT = "Two pictures of a test, each with some lines that have labels, long or short, and one slider."


def test_a_saved_figure_is_a_page_that_needs_nothing_else(browser, tmp_path):
    saved = hinge().save(tmp_path / "hinge.html")
    assert [path.name for path in tmp_path.iterdir()] == [saved.name]
    for scheme, dark in (("light", False), ("dark", True)):
        with visit(browser, saved.as_uri(), color_scheme=scheme) as (page, log):
            assert_drawn_as_numpy(page, hinge)
            assert (live(page, "hinge").get_attribute("data-dark") is not None) == dark
            assert page.title() == hinge().spec["title"]
            log.assert_clean()


def test_short_legends_share_a_line_and_long_ones_do_not():
    def lines(*labels):
        figure = Figure("Two pictures", name="two", alt=ALT, xlim=(0, 1), ylim=(0, 1))
        a = figure.slider("a", 0, 1, 0.5)
        for panel in range(2):
            if panel:
                figure.panel(xlim=(0, 1), ylim=(0, 1))
            for label in labels:
                figure.line([0, 1], [a, a], label=label)
        return re.search(r"--lf-lines:(\d+)", figure._repr_mimebundle_()["text/html"])[1]

    assert lines("one", "two") == "2"
    assert lines("one", "two", "a label that is as long as a whole line") == "4"


def test_a_figure_is_saved_as_html_only_and_into_a_folder_that_there_is(tmp_path):
    with pytest.raises(ValueError, match=r"'hinge.png' must end in \.html"):
        hinge().save(tmp_path / "hinge.png")
    with pytest.raises(FileNotFoundError):
        hinge().save(tmp_path / "missing" / "hinge.html")
    assert list(tmp_path.iterdir()) == []
