"""A letter of a formula says what it means: where the pointer rests, a finger touches, or an arrow key has come to."""

import re

import pytest
from sphinx.errors import ExtensionError

from book_pages.letters import data, markup
from hw0.notation import CHAPTERS
from hw0.notation.rows import Row
from tests.notebooks.outlines import OUTLINES
from tests.site.letters_said import SAID, SAID_IN_WORDS
from tests.site.table_of_contents import pages_of
from tools.chromium import visit

BEGIN = """() => document.querySelector("main :is(.katex, .lf-math)")
  .dispatchEvent(new PointerEvent("pointerover", {bubbles: true}))"""
KNOWN = "async () => { while (!globalThis.bookLetters?.known) await new Promise(requestAnimationFrame); }"
LOADED = "() => performance.getEntriesByType('resource').some(entry => entry.name.includes('letters/'))"
# each sign of a formula that is a letter, its meaning, the formula, and the sections round it
SIGNS = r"""() => [...document.querySelectorAll("main .katex-html")].flatMap(formula => {
  const known = bookLetters.lettersIn(formula), walker = document.createTreeWalker(formula, NodeFilter.SHOW_TEXT);
  const found = [], latex = formula.parentElement.querySelector("annotation").textContent.trim(), sections = [];
  for (let part = formula.closest("section"); part; part = part.parentElement.closest("section")) {
    sections.push(part.id);
  }
  while (walker.nextNode()) for (const [index, sign] of [...walker.currentNode.data].entries()) {
    const span = walker.currentNode.parentElement, bold = span.matches(".mathbf");
    if (!bold && !/[\p{L}†]/u.test(sign) || span.closest(".text, .mathrm, .accent-body")) continue;
    if (span.closest(".mop, .msupsub")?.matches(".mop")) continue;
    const has = known.find(({node, index: at}) => node === walker.currentNode && at === index);
    found.push([sign, has?.row.meaning.replace(/<math.*?<\/math>|<[^>]*>/gs, "") ?? null, latex, sections]);
  }
  return found;
})"""
# the same in what figures and questions say
WORDS = r"""() => [...document.querySelectorAll("main :is(.lf-math, .lf-number)")].flatMap(formula => {
  const known = bookLetters.lettersIn(formula), walker = document.createTreeWalker(formula, NodeFilter.SHOW_TEXT);
  const found = [], place = formula.closest(".livefig, .prediction, .worksheet")?.id ?? "";
  while (walker.nextNode()) for (const [index, sign] of [...walker.currentNode.data].entries()) {
    const isSlanted = walker.currentNode.parentElement.matches("i, .lf-i");
    if (!(isSlanted ? /\p{L}/u : /[Α-Ωℓ†]/).test(sign)) continue;
    const has = known.find(({node, index: at}) => node === walker.currentNode && at === index);
    found.push([sign, has?.row.meaning.replace(/<math.*?<\/math>|<[^>]*>/gs, "") ?? null, formula.textContent, place]);
  }
  return found;
})"""
DERIVATIVE = re.compile(r"d[A-Za-z(]|d\\|\\frac\{d")


def page(stem):
    return f"chapters/{OUTLINES[stem].number}_{stem}.html"


@pytest.mark.parametrize("stem", CHAPTERS)
def test_every_letter_but_the_d_of_a_derivative_has_the_meaning_of_its_place(browser, address, stem):
    signs, words = [], []
    for name in pages_of(stem):
        with visit(browser, address + name) as (chapter, log):
            assert not chapter.evaluate(LOADED)
            chapter.evaluate(BEGIN)
            chapter.evaluate(KNOWN)
            signs, words = signs + chapter.evaluate(SIGNS), words + chapter.evaluate(WORDS)
            log.assert_clean()
    for sign, meaning, formula, place in words:
        assert meaning or (sign == "d" and DERIVATIVE.search(formula)), (sign, formula, place)
    if stem in SAID_IN_WORDS:
        for wanted, part, formula, place in SAID_IN_WORDS[stem]:
            found = {meaning for sign, meaning, *at in words if sign == wanted and at == [formula, place]}
            assert any(part in meaning for meaning in found), (wanted, formula, place, found)
    for sign, meaning, latex, _ in signs:
        assert meaning or (sign == "d" and DERIVATIVE.search(latex)), (sign, latex)
    for wanted, words, piece, section in SAID[stem]:
        found = {meaning for sign, meaning, latex, sections in signs
                 if sign == wanted and piece in latex and section in sections}
        assert any(words in meaning for meaning in found if meaning), (wanted, words, section, found)


def test_the_d_of_a_derivative_has_no_meaning_and_the_d_of_a_size_has(browser, address):
    with visit(browser, address + page("least_squares")) as (chapter, _):
        chapter.evaluate(BEGIN)
        chapter.evaluate(KNOWN)
        signs = [one for one in chapter.evaluate(SIGNS) if one[0] == "d" and r"\frac{d}{dw}" in one[2]]
    assert [meaning for _, meaning, *_ in signs] == [None, None, *["how many features there are"] * 2]


def rest_on(chapter, selector, sign):
    """Let the pointer rest on the first letter of a formula with a sign; return where it is."""
    x, y = chapter.evaluate("""async ([selector, sign]) => {
      const formula = document.querySelector(selector), frame = () => new Promise(requestAnimationFrame);
      for (let k = 0; k < 20; k++) { formula.scrollIntoView({block: "center"}); await frame(); }
      const span = [...formula.querySelectorAll(".mathnormal")].find(one => one.textContent === sign);
      const {left, right, top, bottom} = span.getBoundingClientRect();
      return [(left + right) / 2, (top + bottom) / 2];
    }""", [selector, sign])
    chapter.mouse.move(x - 1, y)
    chapter.evaluate(KNOWN)
    chapter.mouse.move(x, y)
    return x, y


def test_the_pointer_shows_it_moves_nothing_and_escape_or_going_away_ends_it(browser, address):
    with visit(browser, address + page("ridge")) as (chapter, log):
        x, y = rest_on(chapter, "#equation-eq-ridge-solution", "λ")
        tip = chapter.locator(".letter-tip")
        tip.get_by_text("strength of the ridge penalty").wait_for()
        box = tip.bounding_box()
        assert 0 < x - box["x"] < 40 and 0 < y - box["y"] - box["height"] < 40, "it stands above the letter"
        assert "lam" in tip.inner_text() and "number" in tip.inner_text()
        assert chapter.evaluate("[...CSS.highlights.values()][0].size") > 3
        height = chapter.evaluate("document.documentElement.scrollHeight")
        chapter.keyboard.press("Escape")
        tip.wait_for(state="hidden")
        assert chapter.evaluate("document.documentElement.scrollHeight") == height
        x, y = rest_on(chapter, "#equation-eq-ridge-solution", "w")
        tip.get_by_text("weights", exact=True).wait_for()
        chapter.mouse.move(x, y + 200)
        tip.wait_for(state="hidden")
        assert not chapter.evaluate("CSS.highlights.size")
        log.assert_clean()


def test_a_letter_takes_the_colour_of_what_draws_it_in_the_figure_beside_it(browser, address):
    with visit(browser, address + page("vector_calculus"), color_scheme="light") as (chapter, log):
        chapter.evaluate("""() => { [...document.querySelectorAll("#part-2a p .katex")].find(one =>
          one.querySelector("annotation").textContent.trim() === "v").id = "a-step"; }""")
        rest_on(chapter, "#a-step", "v")
        chapter.locator(".letter-tip li", has_text="step v, Figure 2.1").wait_for()
        assert chapter.evaluate("CSS.highlights.has('drawn-letter')")
        assert chapter.locator(".lf-key.letter-drawn").inner_text() == "step v"
        colours = chapter.evaluate("""() => [getComputedStyle(document.querySelector(".letter-tip li")).color,
          getComputedStyle(document.querySelector(".lf-key.letter-drawn path")).stroke]""")
        assert colours == ["rgb(184, 79, 0)", "rgb(213, 94, 0)"]  # the role's colour for texts and for marks
        log.assert_clean()


def test_the_arrow_keys_go_through_the_letters_of_a_formula(browser, address):
    with visit(browser, address + page("ridge")) as (chapter, log):
        chapter.locator("#equation-eq-ridge-solution + .as-numpy summary").focus()
        tip, said = chapter.locator(".letter-tip[role=status]"), []
        for _ in range(4):
            chapter.keyboard.press("ArrowRight")
            chapter.evaluate(KNOWN)
            tip.wait_for()
            said.append(tip.inner_text())
        assert len(set(said)) == 4
        assert "data, one sample a row" in said[0] and "strength of the ridge penalty" in said[1]
        chapter.keyboard.press("Tab")
        tip.wait_for(state="hidden")
        log.assert_clean()


def test_a_finger_and_a_caret_show_it_too_from_a_folder(browser, site):
    path = (site / page("relu_elbow")).as_uri()
    with visit(browser, path, has_touch=True, viewport={"width": 390, "height": 800}) as (chapter, log):
        chapter.evaluate("""async () => { const formula = document.querySelector("#equation-eq-law");
          for (let k = 0; k < 20; k++) {
            formula.scrollIntoView({block: "center"});
            await new Promise(requestAnimationFrame);
          }
        }""")
        x, y = chapter.evaluate("""() => {
          const {left, right, bottom} = document.querySelector("#equation-eq-law .mfrac .mathnormal")
            .getBoundingClientRect();
          return [(left + right) / 2, bottom + 3];  // a finger that is not quite on it
        }""")
        chapter.touchscreen.tap(x, y)
        tip = chapter.locator(".letter-tip")
        tip.get_by_text("input of a training point").wait_for()
        box = tip.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 390
        chapter.evaluate("""() => getSelection().collapse([...document.querySelectorAll(
          "#equation-eq-law .mathnormal")].find(one => one.textContent === "w").firstChild, 0)""")
        tip.get_by_text("weights after one step").wait_for()
        log.assert_clean()


def test_without_a_reader_near_it_weighs_nothing(site):
    for stem in CHAPTERS:
        text = (site / page(stem)).read_text(encoding="utf-8")
        assert not re.search(r"<script[^>]*letters", text)
        for name in re.search(r'<main [^>]*data-letters="([^"]+)"', text)[1].split():
            assert (site / "_static" / name.partition("?")[0]).is_file()


def test_words_formulas_and_code_of_a_row_are_typeset():
    assert markup("a < $x$ `y < z`", lambda latex: f"[{latex}]") == (
        'a &lt; <span class="math">[x]</span> <code>y &lt; z</code>')


def test_a_row_for_a_section_that_is_not_there_is_refused():
    row = Row(4, ("x",), "", "number", "a thing", ("Nowhere",))
    with pytest.raises(ExtensionError, match="no section 'Nowhere'"):
        data([4], [row], 4, {"4a": "part-4a"})
