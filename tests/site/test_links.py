"""Every link inside the book leads somewhere, and no file of it loads anything from elsewhere."""

import itertools
import re
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from tests.site.table_of_contents import PAGES
from tools.chromium import pages_that_stay

LOADED = {"script": "src", "img": "src", "source": "src", "iframe": "src", "link": "href"}
ADDRESS = re.compile(r"""url\(\s*['"]?(?:https?:)?//|@import|https?://[^\s"')]*\.(?:js|css|woff2?)""")


@pytest.fixture(scope="module")
def pages(site, parsed):
    return {name: parsed(name) for name in (page.relative_to(site).as_posix() for page in pages_that_stay(site))}


def broken_links(site, pages):
    """Return every local link whose file or anchor does not exist, as "page: link"."""
    anchors = {name: {tag["id"] for tag in page.find_all(id=True)} for name, page in pages.items()}
    broken = []
    for name, page in pages.items():
        for link in page.find_all("a", href=True):
            parts = urlsplit(link["href"])
            if parts.scheme or parts.netloc:
                continue
            target = (site / name).parent / unquote(parts.path) if parts.path else site / name
            file = target.resolve()
            inside = file.is_relative_to(site.resolve())
            known = anchors.get(file.relative_to(site.resolve()).as_posix()) if inside else None
            if not file.is_file() or (parts.fragment and known is not None and unquote(parts.fragment) not in known):
                broken.append(f"{name}: {link['href']}")
    return broken


def test_the_site_has_the_pages_of_the_table_of_contents_and_no_others(pages):
    assert sorted(pages) == sorted(PAGES)


def test_every_link_inside_the_book_leads_somewhere(site, pages):
    assert broken_links(site, pages) == []


def test_a_broken_link_is_found(site, pages):
    name = PAGES[0]
    planted = {**pages, name: BeautifulSoup('<a href="nowhere.html">a</a><a href="#nothing">b</a>', "html.parser")}
    assert {f"{name}: nowhere.html", f"{name}: #nothing"} <= set(broken_links(site, planted))


def test_no_page_names_a_file_on_another_host(pages):
    for name, page in pages.items():
        for tag, attribute in LOADED.items():
            loaded = [found.get(attribute, "") for found in page.find_all(tag)]
            assert [address for address in loaded if re.match(r"(?:https?:)?//", address)] == [], name


def test_no_style_or_script_names_a_file_on_another_host(site):
    files = [*site.rglob("*.css"), *site.rglob("*.js")]
    assert files
    for file in files:
        if file.name != "searchindex.js":
            assert ADDRESS.search(file.read_text()) is None, file.name


def test_no_script_is_inline_and_no_page_has_two_elements_of_one_id(pages):
    for name, page in pages.items():
        inline = [tag for tag in page.find_all("script", src=False) if tag.get("type") != "application/json"]
        assert inline == [], name
        ids = [tag["id"] for tag in page.find_all(id=True)]
        assert len(ids) == len(set(ids)), name


def test_the_chapter_that_a_chapter_calls_its_next_is_linked_at_its_foot(pages):
    chapters = sorted(name for name in pages if name.startswith("chapters/"))
    for name, following in itertools.pairwise(chapters):
        foot = pages[name].find("nav", class_="next-pages")
        assert following.removeprefix("chapters/") in [link["href"] for link in foot.find_all("a")], name
        further = name.replace("chapters/", "further/")
        if further in pages:
            assert pages[further].find("a", rel="next")["href"] == f"../{following}"
    assert "Next chapter" not in pages[chapters[-1]].find("nav", class_="next-pages").get_text()
