"""A folder of pages with the demonstration figures, served on 127.0.0.1."""

from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from tests.livefig import pages
from tests.livefig.demos import FIGURES
from tools.chromium import serve, visit


@pytest.fixture(scope="session")
def book(browser, tmp_path_factory):
    """The served folder: `book.folder`, `book.address`; `book.open(page, **context)` yields `(page, log)`."""
    folder = tmp_path_factory.mktemp("livefig")
    pages.site(folder, "all", *(factory() for factory in FIGURES))
    pages.site(folder, "dark", *(factory() for factory in FIGURES), theme="dark")
    for factory in FIGURES:
        pages.site(folder, factory.__name__, factory())

    @contextmanager
    def open_page(name, clean=True, **context):
        context.setdefault("viewport", {"width": 900, "height": 800})
        with visit(browser, address + name, **context) as (page, log):
            yield page, log
            if clean:
                log.assert_clean()

    with serve(folder) as address:
        yield SimpleNamespace(folder=folder, address=address, open=open_page)
