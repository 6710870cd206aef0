"""The build refuses what is wrong, and does not do again what has not changed."""

import re
import shutil
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup
from sphinx.errors import ExtensionError

from tests.site.stand_in import ROOT, SAMPLE, build, tree, write_book
from tools.build_book import alone, reason, remove_halves, sources

FAULTS = {  # planted text: what the build must complain about
    "See {eq}`nothing`.": "nothing",
    "See [there](nowhere.md).": "nowhere.md",
    "Read {cite}`nobody1900`.": "nobody1900",
    "```{bogus}\n```": "bogus",
    r"Then $\frac{1$ follows.": r"\frac",
}


def test_every_fault_in_the_text_is_named_and_stops_the_build(tmp_path):
    _, done = build(write_book(tmp_path / "book", [*SAMPLE, *FAULTS]))
    assert done.returncode != 0
    for complaint in FAULTS.values():
        assert complaint in done.stdout + done.stderr


def test_a_second_build_into_a_folder_says_that_it_waits_for_the_first(tmp_path):
    lines = ["from pathlib import Path", "from tools.build_book import alone",
             f"with alone(Path({str(tmp_path)!r}) / 'html'): print('alone', flush=True)"]
    second = [sys.executable, "-c", "\n".join(lines)]
    with alone(tmp_path / "html"):
        process = subprocess.Popen(second, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert process.stdout.readline().startswith("Another build writes into")
        assert process.poll() is None
    assert process.communicate()[0] == "alone\n"
    assert subprocess.run(second, cwd=ROOT, stdout=subprocess.PIPE, text=True).stdout == "alone\n"


def test_what_was_killed_or_found_the_disk_full_is_built_anew(tmp_path, stand_in):
    folder = write_book(tmp_path / "book")
    site = folder / "_build" / "html"
    site.mkdir(parents=True)
    (site / "other.html").symlink_to("/dev/full")
    _, done = build(folder)
    assert done.returncode != 0
    assert "other.html: [Errno 28] No space left on device" in done.stderr
    (site / "other.html").unlink()
    for half in (site / "index.html", folder / "_build" / ".doctrees" / "environment.pickle"):
        half.write_bytes(half.read_bytes()[:1000])
    (folder / "_build" / "build.unfinished").touch()
    _, done = build(folder)
    assert done.returncode == 0, done.stderr
    assert "building anew" in done.stdout
    assert tree(site) == tree(stand_in)
    assert not (folder / "_build" / "build.unfinished").exists()


def built_anew(folder):
    """Return whether a build of a book does anything: Sphinx writes what it keeps, and so the time of that."""
    kept = folder / "_build" / ".doctrees" / "environment.pickle"
    kept.unlink()
    _, done = build(folder)
    assert done.returncode == 0, done.stderr
    return kept.exists()


def test_where_nothing_has_changed_nothing_is_done_and_a_change_of_any_kind_is_noticed(tmp_path):
    folder = write_book(tmp_path / "book")
    site, _ = build(folder)
    kept = folder / "_build" / ".doctrees" / "environment.pickle"
    whole = kept.read_bytes()
    assert not built_anew(folder)
    kept.write_bytes(whole)
    (site / "other.html").write_text("planted")
    assert built_anew(folder) and "planted" not in (site / "other.html").read_text()
    replace(folder / "other.md", "zugzwang", "zwischenzug")
    assert built_anew(folder) and "zwischenzug" in (site / "other.html").read_text()
    (folder / "_build" / "build.unfinished").touch()
    assert built_anew(folder)


def test_a_file_that_changes_while_the_book_is_built_is_built_the_next_time(tmp_path):
    (tmp_path / "page.md").write_text("one")
    before = sources(tmp_path)
    assert sources(tmp_path) == before
    (tmp_path / "page.md").write_text("two")
    assert sources(tmp_path) != before


def test_a_page_that_was_cut_off_is_removed_and_a_whole_one_stays(tmp_path):
    (tmp_path / "whole.html").write_text("<html>\n</html>\n")
    (tmp_path / "half.html").write_text("<html>\n</ht")
    remove_halves(tmp_path)
    assert [page.name for page in tmp_path.iterdir()] == ["whole.html"]


@pytest.mark.parametrize(("error", "told"), [
    (OSError(28, "No space left on device", "a/b"), "No space left on device: a/b"), (ValueError("x"), None),
    (ExtensionError("a handler", PermissionError(13, "Permission denied"), "mod"), "Permission denied")])
def test_the_reason_of_the_operating_system_is_found_behind_an_error(error, told):
    assert reason(error) == told


def replace(file, before, after):
    text = file.read_text()
    assert before in text
    file.write_text(text.replace(before, after))


def test_a_changed_style_script_or_table_of_contents_reaches_every_page_and_changed_text_its_own(tmp_path):
    folder = write_book(tmp_path / "book")
    (folder / "assets").unlink()
    shutil.copytree(ROOT / "assets", folder / "assets")
    site, _ = build(folder)
    page = site / "chapters" / "9_sample.html"
    first, written = page.read_text(), page.stat().st_mtime_ns

    (folder / "other.md").write_text("# Other page\n\nChanged.\n")
    build(folder)
    assert "Changed." in (site / "other.html").read_text()
    assert page.stat().st_mtime_ns == written, "an unchanged page was written again"

    replace(folder / "assets" / "book.css", ":root {", ":root { --planted: 1;")
    replace(folder / "assets" / "book.js", '"use strict";', '"use strict"; const planted = 1;')
    build(folder)
    assert "--planted" in (site / "_static" / "book.css").read_text()
    assert "planted" in (site / "_static" / "book.js").read_text()
    second = page.read_text()
    assert second != first, "the page still names the old files"

    replace(folder / "_toc.yml", "file: other", "file: other\n        title: The planted name")
    build(folder)
    assert "The planted name" in page.read_text()


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
    listed = BeautifulSoup((stand_in / page).read_text(), "html.parser").select_one("nav.chapters")
    assert [link.text for link in listed.select("a")] == ["9 Move a sample", "Other page"]
    assert {*listed.select_one(".caption").attrs} <= {"class", "aria-level"}  # it heads no section


def test_a_page_without_a_live_figure_does_not_load_their_script(stand_in):
    assert "livefig.js" not in (stand_in / "other.html").read_text()


def test_the_common_fonts_are_in_the_style_sheet_and_the_others_beside_it(stand_in):
    static = stand_in / "_static"
    sheet = (static / "katex.min.css").read_text()
    assert sheet.count("url(data:font/woff2;base64,") == 7
    named = set(re.findall(r"url\((fonts/[^)]+)\)", sheet))
    assert named == {f"fonts/{font.name}" for font in (static / "fonts").glob("KaTeX*")}
    assert {name.rsplit(".")[-1] for name in named} == {"woff2"}
