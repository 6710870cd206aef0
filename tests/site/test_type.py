"""The book brings its own type: there from the first paint, with every sign that the pages use."""

import re

import pytest
from bs4 import NavigableString
from fontTools.ttLib import TTFont

from book_pages.typefaces import FOLDER, style_sheet
from livefig.formulas import BETWEEN, LETTERS, UPRIGHT
from tests.site.stand_in import ROOT
from tests.site.table_of_contents import CHAPTERS, PAGES
from tools.chromium import visit
from tools.fonts import FACES, LATIN

SERIF, SANS, MONO = (
    set().union(*(face.signs for face in FACES if face.family == f"Book {kind}")) for kind in ("Serif", "Sans", "Mono")
)
# In the fonts of every system: stars of exercises, marks of verdicts
BESIDE = set("★✗∈∇ℝ⊤∥\n\t\u200b\u2060ⱼ①②③▶")
HEAVIEST = 90  # kB, all of it
USED = """(selector) => [...document.querySelectorAll(selector)]
  .map((element) => getComputedStyle(element).fontFamily.split(",")[0])"""
STATES = "[...document.fonts].filter((font) => font.family.includes('Book')).map((font) => font.status)"


def texts(tag, has=SERIF | SANS):
    """Yield each text in a tag with the set of signs that its typeface has, without what is set in KaTeX's letters."""
    for child in tag.children:
        if isinstance(child, NavigableString):
            yield str(child), has
        elif child.name not in ("script", "style") and not {"katex", "lf-math"} & {*(kinds := child.get("class", ()))}:
            drawn = SANS if {"livefig", "worksheet"} & {*kinds} else has
            yield from texts(child, MONO if child.name in ("pre", "code") or has is MONO else drawn)


@pytest.mark.parametrize("name", PAGES)
def test_every_sign_of_a_page_is_in_its_typeface(parsed, name):
    missing = {sign for text, has in texts(parsed(name).main) for sign in text if sign not in has | BESIDE}
    assert missing == set(), "add them to tools/fonts.py, and run it"


def test_every_sign_of_a_formula_in_a_figure_is_in_a_typeface_of_katex():
    folder = ROOT / "node_modules" / "katex" / "dist" / "fonts"
    names = "Main-Regular", "Math-Italic"
    main, slanted = (set(TTFont(folder / f"KaTeX_{name}.ttf").getBestCmap()) for name in names)
    assert {sign for sign in LETTERS.values() if ord(sign) not in slanted} == set()
    upright = {*UPRIGHT.values(), *BETWEEN.values(), "′", "√"} - {"≠"}  # which KaTeX puts together
    assert {sign for sign in upright if ord(sign) not in main} == set()


def test_each_face_is_kept_with_its_licence_and_not_under_the_reserved_name():
    assert {face.path for face in FACES} == set(FOLDER.glob("*.woff2"))
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "OFL.txt").read_text(encoding="utf-8").upper()
    assert not any("source" in face.family.lower() for face in FACES)
    assert sum(path.stat().st_size for path in FOLDER.glob("*.woff2")) < HEAVIEST * 1000


def test_the_style_sheet_holds_every_face():
    sheet = style_sheet()
    assert sheet.count("@font-face") == len(FACES)
    assert set(re.findall(r'font-family:"([\w ]+)"', sheet)) == {"Book Serif", "Book Sans", "Book Mono"}
    assert "http" not in sheet


@pytest.mark.parametrize("name", CHAPTERS[3:5])
@pytest.mark.parametrize("place", ["address", "folder"])
def test_the_fonts_are_loaded_before_the_page_is(browser, request, site, name, place):
    start = request.getfixturevalue("address") if place == "address" else site.as_uri() + "/"
    with visit(browser, start + name) as (page, _):
        assert page.evaluate(STATES) == ["loaded"] * len(FACES)
        assert set(page.evaluate(USED, "main section > p, h1, h2")) == {'"Book Serif"'}
        assert set(page.evaluate(USED, ".side a, .livefig text, .livefig button")) == {'"Book Sans"'}
        assert set(page.evaluate(USED, "pre, code")) == {'"Book Mono"'}


def test_no_face_is_named_that_is_not_there():
    css = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("assets/book.css", "assets/theme.js"))
    assert set(re.findall(r"Book (?:Serif|Sans|Mono)", css)) == {face.family for face in FACES}
    assert set(LATIN) <= SERIF & SANS & MONO
