"""Outside the chapters, in sentences of `check` and at axes, a letter means what it means where it is spoken of."""

import pytest

from tests.site.letters_said import SAID_ELSEWHERE, SAID_IN_SENTENCES
from tests.site.test_letters import BEGIN, DERIVATIVE, KNOWN, SIGNS, WORDS, page
from tools.chromium import visit

# letters without a meaning, with a piece of the formula and the reason
LEFT = {("w", r"\tilde w"): "said beside it: the weights for another penalty",
        ("m", r"m \times n"): "sizes by the names of the sheet, where n is another one", ("n", r"m \times n"): "as m",
        ("p", "(p, v)"): "the code's name of parameters, θ in the text",
        ("p", "exp of a score"): "one of several probabilities"}
SENTENCES = r"""() => [...document.querySelectorAll(".hw0-verdict, .answer-asks, .answer-diagnosis")].flatMap(box => {
  const known = bookLetters.lettersIn(box), walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT), found = [];
  const alone = /(?<![\p{L}\p{N}_.'])\p{L}(?!\p{L}|\p{N}|_|\.\p{L}|'\p{L})/gu;
  while (walker.nextNode()) for (const match of walker.currentNode.data.matchAll(alone)) {
    const has = known.find(({node, index}) => node === walker.currentNode && index === match.index);
    found.push([match[0], has?.row.meaning.replace(/<math.*?<\/math>|<[^>]*>/gs, "") ?? null, box.textContent]);
  }
  return found;
})"""


def ready(opened):
    opened.evaluate(BEGIN)
    opened.evaluate(KNOWN)


def letters(opened):
    """Return (sign, meaning, formula) of every letter of the formulas of a page."""
    return [tuple(found[:3]) for found in [*opened.evaluate(SIGNS), *opened.evaluate(WORDS)]]


def unnamed(found):
    """Return the letters without a meaning, but for the d of a derivative."""
    return {(sign, formula) for sign, meaning, formula in found
            if not meaning and not any(sign == left and piece in formula for left, piece in LEFT)
            and not (sign == "d" and DERIVATIVE.search(formula))}


def misnamed(found, said):
    """Return what should be said of some letters and is not, or is not in every such formula."""
    faults = []
    for wanted, words, piece in said:
        meanings = {meaning for sign, meaning, formula in found if sign == wanted and piece in formula}
        if not any(words in (meaning or "") for meaning in meanings):
            faults.append((wanted, words, piece, meanings))
    return faults


@pytest.mark.parametrize("name", SAID_ELSEWHERE)
def test_every_letter_outside_the_chapters_has_the_meaning_of_what_is_spoken_of(browser, address, name):
    with visit(browser, f"{address}{name}.html") as (opened, log):
        ready(opened)
        found = letters(opened)
        log.assert_clean()
    assert unnamed(found) == set()
    assert misnamed(found, SAID_ELSEWHERE[name]) == []


@pytest.mark.parametrize(("change", "notices"), [
    ("entry.classList.remove('letters-of')", lambda found: unnamed(found)),
    ("entry.classList.replace('of-2', 'of-4')", lambda found: misnamed(found, SAID_ELSEWHERE["appendix/glossary"])),
    ("document.querySelector('main').dataset.of = '3 4'; entry.classList.remove('letters-of')",
     lambda found: misnamed(found, SAID_ELSEWHERE["appendix/glossary"]))])
def test_a_letter_without_a_meaning_or_with_a_wrong_one_is_noticed(browser, address, change, notices):
    plant = f"""() => {{
      const entry = [...document.querySelectorAll("dd")].find(one => one.textContent.includes("bowl"));
      {change}; }}"""
    with visit(browser, f"{address}appendix/glossary.html") as (opened, _):
        ready(opened)
        assert not notices(letters(opened))
        opened.evaluate(plant)
        assert notices(letters(opened))


def in_sentences(opened):
    return [one for one in opened.evaluate(SENTENCES) if one[0] not in "aAT" or one[1]]


@pytest.mark.parametrize("stem", SAID_IN_SENTENCES)
def test_letters_in_the_sentences_of_check_have_the_meaning_of_their_place(browser, address, stem):
    with visit(browser, address + page(stem)) as (chapter, log):
        ready(chapter)
        found = in_sentences(chapter)
        log.assert_clean()
        assert unnamed(found) == set()
        assert misnamed(found, SAID_IN_SENTENCES[stem]) == []
        chapter.evaluate("""() => { document.querySelector(".answer-asks").textContent = "the Ж of one"; }""")
        assert unnamed(in_sentences(chapter)) == {("Ж", "the Ж of one")}


def test_a_letter_at_an_axis_of_a_figure_that_moves_shows_its_meaning(browser, address):
    with visit(browser, address + page("ridge")) as (chapter, log):
        ready(chapter)
        chapter.evaluate("() => document.querySelector('#fig-filter .livefig, .livefig').scrollIntoView()")
        chapter.locator(".livefig input[type=range]").first.press("ArrowRight")
        x, y = chapter.evaluate("""async () => {
          const frame = () => new Promise(requestAnimationFrame);
          const letter = () => [...document.querySelectorAll(".livefig svg .lf-math .lf-i")]
            .find(one => one.textContent === "λ" && one.checkVisibility() && one.getBoundingClientRect().width);
          for (let k = 0; k < 40; k++) { letter()?.closest("svg").scrollIntoView({block: "end"}); await frame(); }
          const {left, right, top, bottom} = letter().getBoundingClientRect();
          return [(left + right) / 2, (top + bottom) / 2];
        }""")
        chapter.mouse.move(x - 1, y)
        chapter.mouse.move(x, y)
        chapter.locator(".letter-tip").get_by_text("strength of the ridge penalty").wait_for()
        log.assert_clean()
