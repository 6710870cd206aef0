"""A folder of pages with questions to predict, served on 127.0.0.1."""

from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from tests.prediction import pages
from tools.chromium import serve, visit


@pytest.fixture(scope="session")
def questions(browser, tmp_path_factory):
    """Return the served folder: `questions.open(name, **context)` yields (page, log) with storage of its own."""
    folder = tmp_path_factory.mktemp("predictions")
    pages.site(folder, "both", pages.side(), pages.length())
    pages.site(folder, "dark", pages.side(), pages.length(), theme="dark")

    @contextmanager
    def open_page(name, clean=True, **context):
        with visit(browser, address + name + ".html", **context) as (page, log):
            yield page, log
            if clean:
                log.assert_clean()

    with serve(folder) as address:
        yield SimpleNamespace(folder=folder, address=address, open=open_page)
