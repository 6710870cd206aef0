"""A figure as a page of its own, and what is folded away in it."""

import pytest

from tests.livefig.browser import assert_drawn_as_numpy, live
from tests.livefig.demos import hinge
from tools.chromium import visit


def test_a_saved_figure_is_a_page_that_needs_nothing_else(browser, tmp_path):
    saved = hinge().save(tmp_path / "hinge.html")
    assert [path.name for path in tmp_path.iterdir()] == [saved.name]
    for scheme, dark in (("light", False), ("dark", True)):
        with visit(browser, saved.as_uri(), color_scheme=scheme) as (page, log):
            assert_drawn_as_numpy(page, hinge)
            assert (live(page, "hinge").get_attribute("data-dark") is not None) == dark
            assert page.title() == hinge().spec["title"]
            log.assert_clean()


def test_a_figure_is_saved_as_html_only_and_into_a_folder_that_there_is(tmp_path):
    with pytest.raises(ValueError, match=r"'hinge.png' must end in \.html"):
        hinge().save(tmp_path / "hinge.png")
    with pytest.raises(FileNotFoundError):
        hinge().save(tmp_path / "missing" / "hinge.html")
    assert list(tmp_path.iterdir()) == []
