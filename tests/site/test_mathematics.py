"""Displayed formulas break where they read well, and scroll only where they cannot break."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from book_pages.mathematics import breaking_well
from tests.livefig.browser import until
from tests.site.stand_in import write_book
from tests.site.table_of_contents import CHAPTERS
from tools.chromium import pages_that_stay, serve, visit

PAGE = "chapters/9_sample.html"
PARTS = ["∥y−Xw∥2+(a+b)=c,", "w of shape (d,),", "y=Xw+b."]
THE_WIDE_ONE = ".katex-display:has(.part + .part)"
ROWS = "parts => parts.map(part => Math.round(part.getBoundingClientRect().bottom))"
BROKEN = """wholes => wholes.filter(whole => {
  const rows = [...whole.children].map(base => base.getBoundingClientRect());
  return rows.some(row => row.top > rows[0].bottom);
}).length"""
# What is written beside a formula without a space between them, and stands on another line than the formula.
PARTED = """() => {
  document.querySelectorAll('main details').forEach(one => { one.open = true; });
  document.querySelectorAll('main section').forEach(one => { one.style.contentVisibility = 'visible'; });
  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const found = [], range = document.createRange();
  let formula = null, last = null, count = 0;
  const box = (node, k) => { range.setStart(node, k); range.setEnd(node, k + 1); return range.getClientRects()[0]; };
  const apart = (one, other) => one.bottom < other.top + 2 || other.bottom < one.top + 2;
  const look = (node, k, bases, place) => {
    const sign = /\\S/.test(node.data[k]) && box(node, k);
    if (!sign || !bases.length) return;
    count += 1;
    if (apart(sign, bases.at(place).getBoundingClientRect())) found.push(node.data.slice(Math.max(0, k - 20), k + 20));
  };
  while (texts.nextNode()) {
    const node = texts.currentNode, inside = node.parentElement.closest('.math:not(div)');
    if (inside && inside !== formula) {
      const bases = [...inside.querySelectorAll('.base')];
      if (last && last.parentElement.closest('p, li, td, dd, h2, h3, summary')?.contains(inside))
        look(last, last.length - 1, bases, 0);
    }
    if (!inside) {
      if (formula && formula.closest('p, li, td, dd, h2, h3, summary')?.contains(node))
        look(node, 0, [...formula.querySelectorAll('.base')], -1);
      last = node;
    }
    formula = inside;
  }
  return { count, found, wide: document.documentElement.scrollWidth - innerWidth };
}"""
SCROLLED = """formulas => formulas.filter(formula => formula.scrollWidth > formula.clientWidth + 1).map(formula => {
  const wholes = [...formula.querySelectorAll(".whole")];
  return [formula.clientWidth, Math.max(...wholes.map(whole => whole.getBoundingClientRect().width))];
})"""


@pytest.fixture
def sample(browser, stand_in, request):
    """Return the page of the stand-in chapter in a window of the width asked for."""
    with serve(stand_in) as address, visit(browser, address + PAGE,
                                           viewport={"width": request.param, "height": 700}) as (page, _):
        yield page


def test_a_formula_is_cut_at_wide_spaces_and_after_signs_outside_brackets(stand_in):
    formula = BeautifulSoup((stand_in / PAGE).read_text(), "html.parser").select_one(THE_WIDE_ONE)
    parts = formula.select(".katex-html > .part")
    assert ["".join(part.text.replace("\u200b", "").split()) for part in parts] == ["".join(part.split())
                                                                                    for part in PARTS]
    assert ["".join(whole.text.replace("\u200b", "").split())
            for whole in parts[0].select(".whole")] == ["∥y−Xw∥2+", "(a+b)=", "c,"]


def test_brackets_that_close_side_by_side_are_counted_each():
    opened, closed = '<span class="mopen">(</span>f<span class="mopen">(</span>x', '<span class="mclose">))</span>='
    bases = "".join(f'<span class="base">{piece}</span>' for piece in (opened, closed, "c"))
    assert breaking_well(f"<span>{bases}</span></span></span>").count('class="whole"') == 2


@pytest.mark.parametrize(("sample", "rows"), [(320, 2), (1280, 1)], indirect=["sample"])
def test_a_part_begins_a_line_where_the_page_is_narrow(sample, rows):
    formula = sample.locator(THE_WIDE_ONE)
    assert len(set(formula.locator(".part").evaluate_all(ROWS))) == rows
    assert formula.evaluate("formula => formula.scrollWidth <= formula.clientWidth")


BOXES = "[...document.querySelectorAll('main :is(pre, table, .katex-display)')].filter(box => box.checkVisibility())"
# What is in view and scrolls in its own box is reached by the keyboard, and only that.
REACHED = f"""{BOXES}.filter(box => Math.abs(box.getBoundingClientRect().top - innerHeight / 2) < innerHeight / 2)
  .every(box => box.scrollWidth > box.clientWidth === (box.tabIndex === 0))"""


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_on_a_phone_a_formula_scrolls_only_if_a_piece_of_it_is_too_wide(browser, address, chapter):
    with visit(browser, address + chapter, viewport={"width": 390, "height": 700}) as (page, _):
        for width, widest in page.locator("main .katex-display").evaluate_all(SCROLLED):
            assert widest > width
        assert page.locator(".katex-display .whole").evaluate_all(BROKEN) == 0
        page.evaluate(f"{BOXES}.find(box => box.scrollWidth > box.clientWidth)?.scrollIntoView({{ block: 'center' }})")
        until(page, REACHED)


@pytest.mark.parametrize("width", [320, 390])
def test_no_sign_beside_a_formula_begins_or_ends_a_line_without_it(browser, site, address, width):
    counts = 0
    with visit(browser, viewport={"width": width, "height": 700}) as (page, _):
        for name in (str(one.relative_to(site)) for one in pages_that_stay(site)):
            if '<span class="katex">' not in (site / name).read_text(encoding="utf-8"):
                continue
            page.goto(address + name)
            seen = page.evaluate(PARTED)
            assert (name, seen["found"], max(0, seen["wide"])) == (name, [], 0)
            counts += seen["count"]
    assert counts > 500


def test_a_sign_that_is_not_held_is_noticed(browser, address):
    with visit(browser, address + "chapters/4_ridge.html", viewport={"width": 320, "height": 700}) as (page, _):
        page.add_style_tag(content=".held { white-space: normal }")
        assert page.evaluate(PARTED)["found"]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_each_power_and_fraction_has_its_two_parts(parsed, chapter):
    pairs = parsed(chapter).select("msup, msub, mfrac, mover, munder")
    assert [str(pair) for pair in pairs if len(pair.find_all(recursive=False)) != 2] == []
    assert pairs or chapter in (CHAPTERS[0], CHAPTERS[-1])


def test_without_node_the_build_ends_with_what_to_do(tmp_path):
    command = [Path(sys.executable).with_name("jupyter-book"), "build", write_book(tmp_path / "book")]
    done = subprocess.run(command, env={**os.environ, "PATH": str(tmp_path)}, capture_output=True, text=True)
    assert done.returncode == 1
    assert "Node is missing" in done.stderr
    assert "`make book`" in done.stderr
    assert "Traceback" not in done.stderr
