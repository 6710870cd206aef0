"""Export and import: every value comes back, from JSON and from Markdown; what does not fit changes nothing."""

import json

import pytest

from tests.worksheet.demos import notes, quiz

FILLED = {
    "aim": "a\n\n> quoted\n# not a heading\n<!-- doubt -->\n <b>b</b>\n",
    "doubt": "מימין | \\ לשמאל",
    "hours": "2.5",
    "log": [["2031-10-07", "2", "45", 'a | b\\ <br> "c"\nnext'], ["", "", "", "\\|<"], ["", "", "", "  two spaces  "],
            ["", "", "", "c:\\"]],
}

# Chooses one file after the other, says yes, and gives what is said of each and how long that took.
IMPORT = """async texts => {
  const root = document.querySelector('.worksheet'), said = root.querySelector('.ws-said'), found = [];
  const input = root.querySelector('input[type=file]'), pause = () => new Promise(done => setTimeout(done, 1));
  const yes = () => [...root.querySelectorAll('button')].find(button => button.textContent === 'Replace');
  for (const text of texts) {
    const chosen = new DataTransfer(), began = performance.now();
    chosen.items.add(new File([text], 'file'));
    said.textContent = '';
    input.files = chosen.files;
    input.dispatchEvent(new Event('change'));
    for (let k = 0; k < 1000 && !said.textContent && !yes(); k++) await pause();
    yes()?.click();
    for (let k = 0; k < 1000 && !said.textContent; k++) await pause();
    found.push([said.textContent, performance.now() - began]);
  }
  return [found, window.planted ?? null, root.querySelectorAll('img, script').length];
}"""

def fill(page, box, values):
    for name in ("aim", "doubt", "hours"):
        box(page, name).fill(values[name])
    for number, (day, problem, minutes, text) in enumerate(values["log"], 1):
        box(page, f"Day, row {number}").fill(day)
        box(page, f"Problem, row {number}").select_option(problem)
        box(page, f"Minutes, row {number}").fill(minutes)
        box(page, f"Notes, row {number}").fill(text)


def export(page, kind):
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Export {kind}").click()
    with open(download.value.path(), encoding="utf-8") as file:
        return download.value.suggested_filename, file.read()


def choose(page, text, name="notes.json"):
    page.locator("input[type=file][accept='.json,.md'][hidden]").set_input_files(
        {"name": name, "mimeType": "text/plain", "buffer": text.encode()})


def values(page):
    return json.loads(export(page, "JSON")[1])["values"]


def offered(page, texts):
    """What is said of each file; nothing in them has run, and none has held up the page."""
    found, planted, elements = page.evaluate(IMPORT, texts)
    assert (planted, elements) == (None, 0)
    for (said, milliseconds), text in zip(found, texts, strict=True):
        assert said == "Imported." or said.endswith("Nothing was changed."), text[:80]
        assert len(said) < 250 and milliseconds < 3000, text[:80]
        assert not any(word in said for word in ("undefined", "call stack", "primitive", "not a function")), said
    return [said for said, _ in found]


@pytest.mark.parametrize("kind", ["JSON", "Markdown"])
def test_what_is_exported_can_be_imported_elsewhere(forms, box, kind):
    with forms.open("notes") as (page, _):
        fill(page, box, FILLED)
        name, text = export(page, kind)
    assert name == {"JSON": "notes.json", "Markdown": "notes.md"}[kind] and "“Import …” below that form" in text
    assert kind == "Markdown" or notes().read(text) == FILLED
    with forms.open("notes") as (page, _):
        choose(page, text, name)
        page.get_by_text("Imported.").wait_for()
        assert values(page) == FILLED
        page.reload()
        assert values(page) == FILLED
        assert export(page, kind)[1] == text


def test_a_file_with_the_line_ends_of_another_system_is_read(forms, box):
    with forms.open("notes") as (page, _):
        box(page, "aim").fill("a\nb")
        _, text = export(page, "Markdown")
        choose(page, "\ufeff" + text.replace("\n", "\r\n"), "notes.md")
        page.get_by_role("button", name="Replace").click()
        page.get_by_text("Imported.").wait_for()
        assert box(page, "aim").input_value() == "a\nb"


HEAD = "<!-- worksheet notes -->\n# Notes\n\n"
TABLE = "| Day | Problem | Minutes | Notes |\n| --- | --- | --- | --- |\n"


TOUCHED = [
    ("<!-- aim -->\n**Aim**\n\n> first\nsecond, wrapped\n  third\n", {"aim": "first\nsecond, wrapped\n  third"}),
    ("<!-- aim -->\n**Aim**\n\n> first\n\n> second\n>\n   > third\n\n", {"aim": "first\n\nsecond\n\nthird"}),
    ("   <!-- aim -->  \n\n**An older label**\n> first\n", {"aim": "first"}),
    ("<!-- aim -->\n**Aim**\n", {"aim": ""}),
    ("<!-- aim -->\n**Aim**\n\n> (nothing yet)\n\n<!-- doubt -->\n**Doubt**\n\n(nothing yet)\n",
     {"aim": "(nothing yet)"}),
    ("<!-- log -->\n**Log**\n\nDay | Problem | Minutes | Notes\n--- | :-: | --- | ---\n2031-10-07 | 2 | 45 | a\\|b\n",
     {"log": [["2031-10-07", "2", "45", "a|b"]]}),
    ("<!-- log -->\n**Log**\n\n  | Day        | Problem | Minutes | Notes |\n  | ---------- | ------- | ------- | "
     "----- |\n"
     "  | 2031-10-07 | 2       | 45      |       |\n\n\t|  |  |  | \\  b \\  |\n",
     {"log": [["2031-10-07", "2", "45", ""], ["", "", "", "  b  "]]}),
]


def test_markdown_that_a_reader_or_a_program_has_touched_keeps_every_word(forms):
    """Lines that go on below a quotation, tables without bars at their ends, indented ones, padded ones."""
    with forms.open("notes") as (page, _):
        for text, expected in TOUCHED:
            assert offered(page, [HEAD + text]) == ["Imported."]
            assert values(page) == {**notes().empty(), **expected}


def test_markdown_is_a_text_to_hand_in(forms, box):
    with forms.open("notes") as (page, _):
        fill(page, box, {**FILLED, "aim": "first\nsecond", "log": [["2031-10-07", "2", "45", "a"]]})
        _, text = export(page, "Markdown")
    assert text.startswith("<!-- worksheet notes -->\n<!-- about: what was typed into “Notes”; “Import …” below")
    assert "\n# Notes\n" in text
    assert "**Aim**\n\n> first\n> second\n" in text
    assert "| Day | Problem | Minutes | Notes |\n| --- | --- | --- | --- |\n| 2031-10-07 | 2 | 45 | a |" in text


def wrong(**changes):
    return json.dumps({"format": 1, "worksheet": "notes", "values": changes})


WITHOUT_A_PLACE = [
    ("<!-- aim -->\n**Aim**\n\nno mark\n", "Line 7, “no mark”, belongs to no quotation; begin it with “> ”."),
    ("<!-- aim -->\n**Aim**\n\n> a\n\nafter a gap\n", "Line 9, “after a gap”, belongs to no quotation"),
    ("<!-- aim -->\n**my whole answer**\n", "Line 5, “**my whole answer**”, belongs to no quotation"),
    ("<!-- aim -->\n(nothing yet)\nbut this\n", "Line 5, “(nothing yet)”, belongs to no quotation"),
    ("a remark\n<!-- aim -->\n> a\n", "Line 4, “a remark”, belongs to no field."),
    ("<!-- aim -->\n> a\n<!-- aim -->\n> b\n", "Line 6, “aim”, is there twice."),
    ("<!-- result -->\n2 of 3 right\nand a remark\n", "Line 6, “and a remark”, belongs to no field."),
    ("<!-- nothing -->\n> a\n", "There is no field “nothing” here."),
    ("<!-- log -->\n**Log**\n\n| 2031-10-07 | 2 | 45 | a |\n| 2031-10-08 | 2 | 45 | b |\n",
     "Line 7, “| 2031-10-07 | 2 | 45 | a |”, is not the head"),
    ("<!-- log -->\n" + TABLE + "| 2031-10-07 | 2 | 45 | a |\nlost?\n", "Log: row 2 has 1 cells, not 4."),
    ("<!-- log -->\n" + TABLE + "| 2031-10-07 | 2 | 45 | a | b |\n", "Log: row 1 has 5 cells, not 4."),
    ("<!-- log -->\n" + TABLE + "|\n", "Log: row 1 has 1 cells, not 4."),
]
UNFIT = [
    ("", "This is not a file of a worksheet."),
    ("{", "This is not a file of a worksheet."),
    ("<!-- hello", "This is not a file of a worksheet."),
    ("null", "This is not a file of a worksheet."),
    ('{"format": 2, "worksheet": "notes", "values": {}}', "This is not a file of a worksheet."),
    (quiz().write(quiz().empty()), "worksheet “quiz”; here “notes” is wanted."),
    (wrong(nothing="a"), "There is no field “nothing” here."),
    (wrong(**{"<img src=x onerror=window.planted=1>": "a"}), "There is no field “<img"),
    (wrong(aim=3), "Aim: must be text."),
    (wrong(hours="many"), "Hours: cannot be “many”."),
    (wrong(log="a"), "Log: must be a list of rows."),
    (wrong(log=[["", "", ""]]), "Log: row 1 has 3 cells, not 4."),
    (wrong(log=[["", "", "", ""], ["", "3", "", ""]]), "Log: row 2, Problem: cannot be “3”."),
    (wrong(log=[["tomorrow", "", "", ""]]), "Log: row 1, Day: cannot be “tomorrow”."),
    (wrong(log=[[1, "", "", ""]]), "Log: row 1, Day: must be text."),
]


def test_a_file_that_does_not_fit_changes_nothing_and_says_why_and_in_which_line(forms, box):
    refused = [(HEAD + text, message) for text, message in WITHOUT_A_PLACE] + UNFIT
    with forms.open("notes") as (page, _):
        box(page, "aim").fill("mine")
        for said, (text, message) in zip(offered(page, [text for text, _ in refused]), refused, strict=True):
            assert message in said and said.endswith("Nothing was changed."), text
        assert values(page) == {**notes().empty(), "aim": "mine"}


def test_a_refusal_stays_until_the_next_action(forms, box):
    with forms.open("notes") as (page, _):
        box(page, "aim").fill("mine")
        choose(page, "{")
        page.get_by_text("Saved in this browser.").wait_for()
        assert page.get_by_role("status").inner_text() == "This is not a file of a worksheet. Nothing was changed."


def test_an_import_of_what_python_wrote_asks_before_it_replaces(forms, box):
    with forms.open("notes") as (page, _):
        box(page, "aim").fill("mine")
        choose(page, notes().write(FILLED))
        page.get_by_role("button", name="Keep").click()
        assert box(page, "aim").input_value() == "mine"
        choose(page, notes().write(FILLED))
        page.get_by_role("button", name="Replace").click()
        page.get_by_text("Imported.").wait_for()
        assert values(page) == FILLED
