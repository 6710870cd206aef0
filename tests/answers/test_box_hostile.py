"""What an accident or somebody's hand left in the browser, and files that nobody who means well would import."""

import json
import random

from tests import hostile
from tests.answers.test_derivation_box import opened

KEY = "homework-zero/answer/slope"
LEFT = ["{", "5", "null", '"text"', "[]", '{"text": 5}', '{"text": {"toString": 1}, "aside": [1], "verdict": 7}',
        '{"text": "x / w", "aside": 5}', '{"__proto__": {"text": "planted"}, "verdict": "<img src=x>"}',
        '{"text": "precious answer', '{"derivation": 5, "earlier": {}}', "[" * 20_000]
IMPORT = """async ([texts, place]) => {
  const more = document.querySelector('.answer-more'), said = more.querySelector('.answer-said'), found = [];
  const input = more.querySelector('input[type=file]');
  for (const text of texts) {
    const chosen = new DataTransfer();
    chosen.items.add(new File([text], 'answers.json'));
    said.textContent = '';
    input.files = chosen.files;
    input.dispatchEvent(new Event('change'));
    for (let k = 0; k < 1000 && !said.textContent; k++) await new Promise(done => setTimeout(done, 1));
    found.push(said.textContent);
  }
  return [found, window.planted ?? null];
}"""


def ready(page):
    page.locator("[data-answer=slope][data-ready]").wait_for(timeout=15_000)
    return page.locator("[data-answer=slope] textarea")


def offered(page, texts):
    """What is said of each file; nothing in them has run."""
    found, planted = page.evaluate(IMPORT, [texts, KEY])
    assert planted is None
    return found


def test_what_an_accident_left_harms_no_box_and_is_not_lost(boxes):
    with boxes.open("all") as (page, _):
        for left in LEFT:
            page.evaluate("([key, text]) => { localStorage.clear(); localStorage.setItem(key, text); }", [KEY, left])
            page.reload()
            area = ready(page)
            assert area.input_value() in ("", "x / w")
            area.fill("w * x")
            assert json.loads(page.evaluate(f"localStorage['{KEY}']"))["text"] == "w * x"
            assert page.evaluate("localStorage['homework-zero/damaged/slope']") == left
            area.fill("w * x + 1")
            assert page.evaluate("Object.keys(localStorage).length") == 2, "set aside once"
        page.reload()
        assert ready(page).input_value() == "w * x + 1"


def test_what_is_exported_can_be_imported_whatever_was_left(boxes):
    with boxes.open("all") as (page, _):
        for name, left in zip(("slope", "gram", "side", "pair"), LEFT[5:9], strict=True):
            page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"homework-zero/answer/{name}", left])
        page.reload()
        ready(page)
        page.locator(".answer-more summary").first.click()
        with page.expect_download() as download:
            page.get_by_role("button", name="Export all answers").first.click()
        with open(download.value.path(), encoding="utf-8") as file:
            text = file.read()
        saved = json.loads(text)
        assert "Import answers" in saved.pop("about")
        assert saved == {"format": 1, "answers": {"pair": "x / w"} if '"x / w"' in LEFT[8] else
                         {"side": "x / w"}}
        assert offered(page, [text]) == ["1 answer imported. What stood in a box can be taken back there."]


def test_files_of_any_form_are_taken_or_refused(boxes):
    chosen = random.Random(3 if not hostile.INPUTS else None)
    kept = [None, True, 5, "x", "<img src=x onerror=planted=1>", [], {}, {"toString": 1}, [["a"]], {"text": "x"}]
    names = ["slope", "gram", "__proto__", "constructor", "", "x" * 1000, "<b>"]
    texts = ["[" * 1_000_000, "", "null", '{"format": 1}', '{"format": 1, "answers": null}', "\ufeff{}"]
    for _ in range(hostile.INPUTS or 80):
        file = {"format": chosen.choice([1, 1, 1, 2, "1"])}
        for part in chosen.sample(["answers", "derivations", "predictions"], chosen.randrange(1, 4)):
            some = {chosen.choice(names): chosen.choice(kept) for _ in range(chosen.randrange(3))}
            file[part] = some if chosen.random() < 0.8 else chosen.choice(kept)
        texts.append(json.dumps(file))
    with boxes.open("all") as (page, _):
        ready(page).fill("mine")
        said = offered(page, texts)
        assert all("imported" in one or one.startswith("This is no file of answers") for one in said)
        assert {one.startswith("This is") for one in said} == {True, False}
        page.reload()
        ready(page)


def test_an_import_that_replaces_a_derivation_can_be_undone(boxes):
    with boxes.open("steps") as (page, _):
        area, back = opened(page), page.get_by_text("Take back the earlier derivation", exact=True)
        area.fill("mine")
        assert back.is_hidden()
        said = offered(page, ['{"format": 1, "answers": {}, "derivations": {"least": "theirs"}}'])
        assert said[0].startswith("1 derivation imported")
        assert area.input_value() == "theirs"
        back.click()
        assert area.input_value() == "mine"
        back.click()
        assert area.input_value() == "theirs"


def test_a_full_storage_is_said_of_a_derivation_too(boxes):
    with boxes.open("steps") as (page, _):
        area = opened(page)
        area.fill("mine")
        page.evaluate("() => { Storage.prototype.setItem = "
                      "() => { throw new DOMException('full', 'QuotaExceededError'); }; }")
        (said,) = offered(page, ['{"format": 1, "derivations": {"least": "theirs"}}'])
        assert "storage is full" in said
        assert area.input_value() == "theirs"  # until the page is closed
        page.get_by_text("Take back the earlier derivation", exact=True).click()
        assert area.input_value() == "mine"
