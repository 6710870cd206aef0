"""A page can be found, shared, cited, and referred to by part; it names no address but the environment's."""

import re
import struct
import subprocess
import tomllib
from datetime import date

import pytest
import yaml
from bs4 import BeautifulSoup

from book_pages.edition import bibtex, in_words, last_change
from book_pages.part_anchors import anchors
from book_pages.summary import LONGEST, card, shortened
from tests.notebooks.outlines import OUTLINES
from tests.site.stand_in import ADDRESS, ROOT
from tests.site.table_of_contents import CHAPTERS, DOCUMENTS, FURTHER, pages_of
from tools.cards import take


def meta(page):
    """Return the metadata of a page, `{name: content}`."""
    return {tag.get("property") or tag.get("name"): tag.get("content") for tag in page.select("meta")}


@pytest.fixture(scope="module")
def published_sample(published):
    return BeautifulSoup((published / "chapters/9_sample.html").read_text(encoding="utf-8"), "html.parser")


@pytest.mark.parametrize("title, expected", [
    ("Either way (5b.ii)", ["part-5b-ii"]),
    ("A margin (6.svm_loss)", ["part-6-svm-loss"]),
    ("Both (2d, 2e)", ["part-2d", "part-2e"]),
    ("A network of any depth (6)", []),
    ("Five routes (of many)", []),
    ("Explore", []),
])
def test_a_heading_that_ends_with_parts_has_their_anchors(title, expected):
    assert anchors(title) == expected


def test_every_part_of_every_chapter_has_its_anchor(parsed):
    for stem, outline in OUTLINES.items():
        found = {tag["id"] for tag in parsed(f"chapters/{outline.number}_{stem}.html").find_all(id=True)}
        assert [part for part in outline.parts if not found.issuperset(anchors(f"({part})"))] == []


def test_a_part_can_be_referred_to_and_the_anchor_of_its_words_still_leads_there(published_sample):
    section = published_sample.find(id="part-9a-i")
    assert section.find(id="a-section-that-will-be-renamed-9a-i")
    assert section.h2.select_one(".headerlink")["href"] == "#part-9a-i"
    link = published_sample.select_one("main p a[href='#part-9a-i']")
    assert link.get_text() == "A section that will be renamed (9a.i)"
    assert [bool(published_sample.find(id=name)) for name in ("part-9a-ii", "part-9b", "part-9")] == [True, True, False]


def test_the_anchor_of_a_former_heading_leads_to_the_section_whose_subtitle_it_is(published_sample):
    section = published_sample.find(id="part-9d")
    assert section.find(id="what-it-was-called-9d") and section.find(id="its-term-9d")
    assert [line.get_text() for line in section.select("p.subtitle")] == ["What it was called"]
    assert not section.select(".subtitle em") and section.select("p:not(.subtitle) em")


def test_the_standard_term_of_a_chapter_stands_wherever_its_title_does(parsed):
    terms = {"4_ridge": "Ridge regression", "3_least_squares": "Least squares and the SVD",
             "2_vector_calculus": "Vector calculus"}
    for name, term in terms.items():
        page = parsed(f"chapters/{name}.html")
        listed = [link.get_text() for link in page.select("nav.chapters a")]
        assert any(text.endswith(term) for text in listed)
        assert page.h1.get_text().startswith(term) and page.title.get_text().startswith(term)
        assert meta(page)["og:title"] == term


@pytest.mark.parametrize("page", [*CHAPTERS, *FURTHER])
def test_the_list_at_the_side_shows_where_the_page_stands_and_what_leads_on_from_it(parsed, page):
    of_chapters = parsed(page).select_one(".chapters").ul
    assert [number.text for number in of_chapters.select(".chapter-number")] == list("1234567")
    assert [link["href"] for link in of_chapters.select("a.current")] == ["#"]
    below = of_chapters.select("li li a")  # of no other chapter
    assert len(below) == len(pages_of(page[:-len(".html")].partition("_")[2])) - 1
    for link in below:
        assert link.find_parent("li", class_="current") and not link.select(".chapter-number")


def test_without_an_address_a_page_names_none(site, parsed):
    for page in CHAPTERS:
        found = parsed(page)
        assert found.select("link[rel=canonical]") == []
        assert not {"og:url", "og:image"} & meta(found).keys()
        assert meta(found)["og:title"]
    assert not (site / "sitemap.xml").exists()


def test_with_an_address_a_page_says_where_it_lives_and_what_it_looks_like(published_sample):
    where = f"{ADDRESS}/chapters/9_sample.html"
    assert published_sample.select_one("link[rel=canonical]")["href"] == where
    found = meta(published_sample)
    assert found | {"og:url": where, "og:image": f"{ADDRESS}/_static/cards/chapters-9_sample.png"} == found


def test_the_sitemap_lists_every_page(published):
    listed = re.findall(r"<loc>(.*?)</loc>", (published / "sitemap.xml").read_text())
    assert listed == [f"{ADDRESS}/{name}.html" for name in ("chapters/9_sample", "index", "other")]


@pytest.mark.parametrize("page", CHAPTERS)
def test_a_chapter_is_described_in_words(parsed, page):
    words = meta(parsed(page))["description"]
    assert 40 < len(words) <= LONGEST + 2
    assert not re.search(r"[\\$\0]", words)
    first = re.split(r"(?<=[.?!]) ", words)[0].removesuffix(" …")
    assert first in " ".join(parsed(page).select_one("main").get_text().split())  # as the page says it


def test_descriptions_end_with_a_sentence_if_one_fits():
    assert shortened(f"{'word ' * 20}ends. {'more ' * 40}") == f"{'word ' * 20}ends."
    assert shortened("word " * 60).endswith("word …")


def test_every_page_says_which_edition_it_is(parsed):
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    day = in_words(last_change(ROOT)) if last_change(ROOT) else ""
    for document in DOCUMENTS:
        footer = parsed(f"{document}.html").footer.get_text()
        assert f"Version {version}" in footer and day in footer


def test_the_date_is_that_of_the_last_commit(tmp_path):
    assert last_change(tmp_path) is None
    environ = {"GIT_COMMITTER_DATE": "2026-03-01T12:00:00Z", "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    author = ("-c", "user.name=a", "-c", "user.email=a@b")
    subprocess.run(["git", "-C", tmp_path, *author, "commit", "-q", "--allow-empty", "-m", "First"], check=True,
                   env=environ)
    assert in_words(last_change(tmp_path)) == "1 March 2026"


def test_the_entry_to_cite_has_the_version_that_is_published(parsed):
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    assert {"cff-version", "message", "title", "authors", "version", "license"} <= citation.keys()
    assert citation["version"] == tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert f"version = {{{citation['version']}}}" in parsed("appendix/about.html").pre.get_text()


def test_the_entry_names_date_and_address_only_if_they_are_known():
    citation = {"authors": [{"name": "The authors"}], "title": "T", "version": "1.0"}
    assert bibtex(citation, None,
                  "") == "@book{homework_zero,\n  author = {{The authors}},\n  title = {T},\n  version = {1.0}\n}"
    assert "  year = {2026},\n  month = mar,\n  url = {https://example.org}\n" in bibtex(citation, date(2026, 3, 1),
                                                                                         "https://example.org")


@pytest.mark.parametrize("document", ["chapters/5_relu_elbow", "appendix/notation"])
def test_the_picture_of_a_page_has_the_size_that_it_says(browser, site, document):
    path = take(browser, site, document)
    assert path == site / card(document)
    assert struct.unpack(">II", path.read_bytes()[16:24]) == (1200, 630)
    path.unlink()
