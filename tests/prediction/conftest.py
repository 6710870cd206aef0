"""A folder of pages with questions to predict, served on 127.0.0.1."""

import pytest

from tests.prediction import pages
from tests.served import served


@pytest.fixture(scope="session")
def questions(browser, tmp_path_factory):
    """Return the served folder: `questions.open(name, **context)` yields (page, log) with storage of its own."""
    folder = tmp_path_factory.mktemp("predictions")
    pages.site(folder, "both", pages.side(), pages.length())
    with served(browser, folder, ".html") as opened:
        yield opened
