"""The print edition: nothing is cut off, pages are named as they are numbered, solutions stand at the end."""

import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.site.table_of_contents import DOCUMENTS
from tools.pdf.__main__ import print_book
from tools.pdf.composed import Book
from tools.pdf.page_numbers import page_numbers

ADDRESS = "https://example.org/book"
SOME = ["index", "chapters/5_relu_elbow", "appendix/notation"]


@pytest.fixture(scope="module")
def book(site):
    """Return all pages as one document."""
    return Book(site, DOCUMENTS, title="A book", address=ADDRESS).soup


def test_no_id_stands_twice_and_every_link_within_the_book_leads_somewhere(book):
    ids = [tag["id"] for tag in book.select("[id]")]
    assert len(ids) == len(set(ids))
    targets = {link["href"][1:] for link in book.select("a[href^='#']")}
    assert len(targets) > 50
    assert targets <= set(ids)


def test_every_live_figure_says_where_it_moves(book):
    figures = book.select("figure.livefig")
    assert len(figures) > 9
    named = [figure.select_one(".moves").get_text() for figure in figures]
    assert f"This figure moves: {ADDRESS}/chapters/5_relu_elbow.html#fig-one-step" in named
    assert all(figure.select_one("svg") for figure in figures)


def test_hints_and_solutions_stand_in_the_appendix_only(book):
    folds = [fold for fold in book.select("details") if fold.summary.get_text() in ("Hint", "Second hint", "Solution")]
    assert len(folds) > 30
    assert all(fold.find_parent("section", id="solutions") for fold in folds)
    assert len(book.select("p.see")) == len(folds) / 3


def test_every_outward_link_has_its_note(book):
    listed = [item.get_text() for item in book.select("#notes li")]
    links = book.select("section.document a[href^=http]")
    assert links
    assert [listed[int(link.find_next_sibling("sup").get_text()) - 1] for link in links] == [link["href"]
                                                                                             for link in links]


def test_a_chapter_bears_its_number(book):
    titles = [item.get_text() for item in book.select(".printed-contents .level-1")]
    assert any(title.startswith("5 ReLU elbows under SGD") for title in titles)


def test_nothing_is_cut_off_and_the_pages_are_as_named(site, tmp_path, monkeypatch):
    # A copy: the page that is printed stands beside the others for a while.
    copy = shutil.copytree(site, tmp_path / "site")
    named = {}
    monkeypatch.setattr(Book, "set_pages",
                        lambda book, pages, write=Book.set_pages: (write(book, pages), named.update(pages)))
    # a thread of its own, since this one already drives the browser of the other tests
    with ThreadPoolExecutor(1) as thread:
        count, clipped = thread.submit(print_book, copy, SOME, tmp_path / "book.pdf", title="A book").result()
    assert clipped == []
    found = page_numbers((tmp_path / "book.pdf").read_bytes())
    assert found == named
    assert 20 < count < 80
    assert max(found.values()) <= count
    assert not (copy / "print.html").exists()


def test_a_pdf_without_named_places_is_refused(browser, tmp_path):
    page = browser.new_page()
    page.set_content("<p>Nothing is linked here.</p>")
    with pytest.raises(ValueError, match="names no place"):
        page_numbers(page.pdf())
    page.close()
