"""A folder of pages with answer boxes, served on 127.0.0.1."""

from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from tests.answers import pages
from tools.chromium import serve, visit


@pytest.fixture(scope="session")
def boxes(browser, tmp_path_factory):
    """Return the served folder: `boxes.open(name, **context)` yields (page, log) with a browser of its own storage."""
    folder = tmp_path_factory.mktemp("answers")
    pages.site(folder, "all", "slope", "gram", "side", "pair", "potential", after=pages.HINTS)
    pages.site(folder, "dark", "gram", theme="dark")
    pages.site(folder, "steps", "least")
    pages.site(folder, "dark steps", "least", theme="dark")
    pages.site(folder, "far", "slope", before=pages.TALL)

    @contextmanager
    def open_page(name, address=None, clean=True, **context):
        with visit(browser, (address or served) + name + ".html", **context) as (page, log):
            yield page, log
            if clean:
                log.assert_clean()

    with serve(folder) as served:
        yield SimpleNamespace(folder=folder, address=served, open=open_page, browser=browser)


@pytest.fixture
def answer():
    """Return how to answer: `answer(page, "slope", "x / w")` writes and checks, and returns the output's locator."""

    def write(page, part, text):
        root = page.locator(f'[data-answer="{part}"]')
        root.scroll_into_view_if_needed()
        root.and_(page.locator("[data-ready]")).wait_for(timeout=15_000)
        root.locator("textarea").fill(text)
        root.locator("textarea").press("Shift+Enter")
        output = root.locator("output[data-verdict]")
        output.wait_for(timeout=15_000)
        return output

    return write
