"""A folder of pages with answer boxes, served on 127.0.0.1."""

import pytest

from tests.answers import pages
from tests.served import served


@pytest.fixture(scope="session")
def boxes(browser, tmp_path_factory):
    """Return the served folder: `boxes.open(name, **context)` yields (page, log) with a browser of its own storage."""
    folder = tmp_path_factory.mktemp("answers")
    pages.site(folder, "all", "slope", "gram", "side", "pair", "potential", after=pages.HINTS)
    pages.site(folder, "dark", "gram", theme="dark")
    pages.site(folder, "steps", "least")
    pages.site(folder, "dark steps", "least", theme="dark")
    pages.site(folder, "far", "slope", before=pages.TALL)
    with served(browser, folder, ".html") as opened:
        yield opened


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
