"""A folder of pages with the demonstration figures, served on 127.0.0.1."""

import pytest

from tests.livefig import pages
from tests.livefig.demos import FIGURES
from tests.served import served


@pytest.fixture(scope="session")
def book(browser, tmp_path_factory):
    """The served folder: `book.folder`, `book.address`; `book.open(page, **context)` yields `(page, log)`."""
    folder = tmp_path_factory.mktemp("livefig")
    pages.site(folder, "all", *(factory() for factory in FIGURES))
    pages.site(folder, "dark", *(factory() for factory in FIGURES), theme="dark")
    for factory in FIGURES:
        pages.site(folder, factory.__name__, factory())
    with served(browser, folder, viewport={"width": 900, "height": 800}) as opened:
        yield opened
