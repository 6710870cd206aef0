"""What somebody's hand or an accident left under a prediction's key: no prediction, or one that was made; no harm."""

import json
import random

from prediction.page import Gathered
from tests import hostile
from tests.prediction import pages
from tests.prediction.test_page import KEY, LENGTH, SIDE

SAID = ["Left", "Right", "Nowhere", "Up", "2", "-2,5", "1e308", "NaN", "", " ", *hostile.TEXTS[:-1], 5, None, ["Left"],
        {"toString": 1}]
SURE = [25, 70, 100, 0, -1, 101, 1e308, "70", None, [70], {}, True, "<img src=x onerror=planted=1>"]
RIGHT = [True, False, None, "no", 1, {}]
FOLLOW = """async ([key, lefts]) => {
  const found = [], of = part => document.querySelector(`[data-predict="${part}"]`);
  const words = root => root.querySelector('output').textContent;
  for (const left of lefts) {
    localStorage.setItem(key + '1.side', left);
    dispatchEvent(new Event('answers-replaced'));
    const side = of('1.side');
    found.push({
      said: words(side), made: side.hasAttribute('data-made'), open: side.querySelector('details').open,
      asks: !side.querySelector('fieldset').disabled, neighbour: words(of('1.length')),
      all: document.querySelector('[data-predictions] p').textContent,
      kept: localStorage.getItem(key + '1.side') === left,
    });
  }
  return [found, window.planted ?? null, document.querySelectorAll('[data-predict] :is(img, script)').length,
    Object.keys(Object.prototype).length];
}"""

FORBIDDEN = """() => {
  Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
  dispatchEvent(new Event('answers-replaced'));
}"""


def lefts(count):
    """Texts that are no JSON, JSON of any form, and predictions with fields of any kind."""
    chosen = random.Random(5 if not hostile.INPUTS else None)
    yield from ("", "{", "3", "null", '{"said": "Up", "sure": 70}', "[" * 20_000, '"' + "x" * 100_000 + '"',
                '{"__proto__": {"said": "Left", "sure": 70}}')
    for _ in range(count):
        made = {"said": chosen.choice(SAID), "sure": chosen.choice(SURE), "right": chosen.choice(RIGHT),
                "looked": chosen.choice([True, False, "x"]), "__proto__": {"sure": 70}, "constructor": 5}
        made = {name: made[name] for name in chosen.sample(list(made), chosen.randrange(1, 7))}
        text = json.dumps(made)
        place = chosen.randrange(len(text))
        yield chosen.choice([text, text, text, text[:place], text[:place] + chosen.choice("{}[]\",0 \\") + text[place:],
                             json.dumps([made])])


def test_whatever_was_left_is_no_prediction_or_one_of_the_choices_and_harms_no_neighbour(questions):
    pages.site(questions.folder, "left", pages.side(), pages.length(), Gathered((25, 70, 100), "fig").html())
    texts = list(lefts(hostile.INPUTS or 150))
    with questions.open("left") as (page, _):
        page.locator(f"{LENGTH} input").fill("2")
        page.locator(LENGTH).get_by_role("button", name="certain").click()
        said = page.locator(LENGTH).get_by_role("status").inner_text()
        found, planted, elements, ofEvery = page.evaluate(FOLLOW, [KEY, texts])
        assert (planted, elements, ofEvery) == (None, 0, 0)
        for text, seen in zip(texts, found, strict=True):
            assert seen["neighbour"] == said and seen["kept"], text[:200]
            assert seen["made"] == seen["open"] == (not seen["asks"]) == bool(seen["said"]), (text[:200], seen)
            if seen["made"]:
                assert json.loads(text)["said"] in ("Left", "Right", "Nowhere"), text[:200]
                assert json.loads(text)["sure"] in range(101) and len(seen["said"]) < 200, (text, seen)
            assert seen["all"].startswith("You predicted "), seen
        assert {seen["made"] for seen in found} == {True, False}
        page.reload()
        page.locator(SIDE).get_by_role("button", name="likely, 70 %").wait_for(state="attached")
        assert page.locator(LENGTH).get_by_role("status").inner_text() == said
        page.evaluate(FORBIDDEN)
        assert page.locator("[data-predictions] p").inner_text().startswith("You have not predicted anything yet")
        page.locator(f"{LENGTH} input").fill("2")
        page.locator(LENGTH).get_by_role("button", name="likely").click()
        assert page.locator(LENGTH).get_by_role("status").inner_text().endswith("does not let the page keep it.")
