"""A folder of pages with worksheets, served on 127.0.0.1."""

import pytest

from tests.served import served
from tests.worksheet import pages
from tests.worksheet.demos import diary, moving_notes, notes, quiz, sums


@pytest.fixture(scope="session")
def forms(browser, tmp_path_factory):
    """The served folder: `forms.open(name, **context)` yields `(page, log)` with storage of its own."""
    folder = tmp_path_factory.mktemp("worksheets")
    pages.site(folder, "notes", notes())
    pages.site(folder, "dark", notes(), quiz(), theme="dark")
    pages.site(folder, "moving", moving_notes(), sums())
    pages.site(folder, "diary", diary(), sums())
    pages.site(folder, "quiz", quiz(), quiz().figure)
    pages.site(folder, "again", quiz("quiz_again", earlier="quiz"), quiz().figure)
    with served(browser, folder, ".html") as opened:
        yield opened


@pytest.fixture
def box():
    """Return how to find a control: `box(page, "aim")`, and a cell of the log: `box(page, "Notes, row 1")`."""

    def find(page, name):
        return page.get_by_label(name, exact=True) if "," in name else page.locator(f"[data-key={name}]")

    return find
