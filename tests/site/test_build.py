"""The build refuses what is wrong, and does not do again what has not changed."""

import shutil

import pytest
from bs4 import BeautifulSoup

from tests.site.stand_in import ROOT, SAMPLE, build, write_book


@pytest.mark.parametrize(
    ("planted", "complaint"),
    [
        ("See {eq}`nothing`.", "nothing"),
        ("See [there](nowhere.md).", "nowhere.md"),
        ("Read {cite}`nobody1900`.", "nobody1900"),
        (r"Then $\frac{1$ follows.", r"\frac"),
        ("```{bogus}\n```", "bogus"),
    ],
)
def test_a_fault_in_the_text_stops_the_build(tmp_path, planted, complaint):
    _, done = build(write_book(tmp_path / "book", [*SAMPLE, planted]))
    assert done.returncode != 0
    assert complaint in done.stdout + done.stderr


def test_an_unchanged_page_is_not_written_again(tmp_path):
    folder = write_book(tmp_path / "book")
    site, _ = build(folder)
    page = site / "chapters" / "9_sample.html"
    written = page.stat().st_mtime_ns
    (folder / "other.md").write_text("# Other page\n\nChanged.\n")
    build(folder)
    assert "Changed." in (site / "other.html").read_text()
    assert page.stat().st_mtime_ns == written


@pytest.mark.parametrize(
    ("file", "before", "after", "seen"),
    [
        ("assets/book.css", ":root {", ":root { --planted: 1;", "_static/book.css"),
        ("assets/book.js", '"use strict";', '"use strict"; const planted = 1;', "_static/book.js"),
        ("_toc.yml", "file: other", "file: other\n        title: The planted name", "index.html"),
    ],
)
def test_a_changed_style_script_or_table_of_contents_reaches_every_page(tmp_path, file, before, after, seen):
    folder = write_book(tmp_path / "book")
    (folder / "assets").unlink()
    shutil.copytree(ROOT / "assets", folder / "assets")
    site, _ = build(folder)
    page = site / "chapters" / "9_sample.html"
    first = page.read_text()
    assert "planted" not in (site / seen).read_text()
    source = folder / file
    source.write_text(source.read_text().replace(before, after))
    build(folder)
    assert "planted" in (site / seen).read_text()
    assert page.read_text() != first, "the page still names the old file"


def test_folded_admonitions_are_native_folds(stand_in):
    html = (stand_in / "chapters" / "9_sample.html").read_text()
    for title in ("Hint", "Solution", "Note"):
        assert f'<summary class="admonition-title">{title}</summary>' in html


def test_figures_and_equations_are_numbered_by_chapter(stand_in):
    chapter = BeautifulSoup((stand_in / "chapters" / "9_sample.html").read_text(), "html.parser")
    assert chapter.select_one("figure#drawing .caption-number").text.strip() == "Figure 9.1"
    assert chapter.select_one(".eqno").text.startswith("(9.1)")
    other = BeautifulSoup((stand_in / "other.html").read_text(), "html.parser")
    assert [link.text for link in other.select("main p a.reference")] == ["(9.1)", "Figure 9.1"]


@pytest.mark.parametrize("page", ["index.html", "other.html", "chapters/9_sample.html"])
def test_the_list_of_chapters_names_their_numbers_on_every_page(stand_in, page):
    links = BeautifulSoup((stand_in / page).read_text(), "html.parser").select("nav.chapters a")
    assert [link.text for link in links] == ["9 Move a sample", "Other page"]


def test_a_page_without_a_live_figure_does_not_load_their_script(stand_in):
    assert "livefig.js" not in (stand_in / "other.html").read_text()


def test_only_fonts_of_the_new_format_are_published(stand_in):
    fonts = list((stand_in / "_static" / "fonts").iterdir())
    assert fonts
    assert {font.suffix for font in fonts} == {".woff2"}
