"""Export and import: every value comes back, from JSON and from Markdown; what does not fit changes nothing."""

import json

import pytest

from tests.worksheet.demos import notes, quiz

FILLED = {
    "aim": "a\n\n> quoted\n# not a heading\n<!-- doubt -->\n <b>b</b>\n",
    "doubt": "מימין | \\ לשמאל",
    "hours": "2.5",
    "log": [["2031-10-07", "2", "45", 'a | b\\ <br> "c"\nnext'], ["", "", "", "\\|<"]],
}


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
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/plain", "buffer": text.encode()})


def values(page):
    return json.loads(export(page, "JSON")[1])["values"]


@pytest.mark.parametrize("kind", ["JSON", "Markdown"])
def test_what_is_exported_can_be_imported_elsewhere(forms, box, kind):
    with forms.open("notes") as (page, _):
        fill(page, box, FILLED)
        name, text = export(page, kind)
    assert name == {"JSON": "notes.json", "Markdown": "notes.md"}[kind]
    with forms.open("notes") as (page, _):
        choose(page, text, name)
        page.get_by_text("Imported.").wait_for()
        assert values(page) == FILLED
        page.reload()
        assert values(page) == FILLED
        assert export(page, kind)[1] == text


def test_python_reads_what_the_page_exports_and_the_page_what_python_writes(forms, box):
    with forms.open("notes") as (page, _):
        fill(page, box, FILLED)
        assert notes().read(export(page, "JSON")[1]) == FILLED
    with forms.open("notes") as (page, _):
        choose(page, notes().write(FILLED))
        page.get_by_text("Imported.").wait_for()
        assert values(page) == FILLED


def test_a_file_with_the_line_ends_of_another_system_is_read(forms, box):
    with forms.open("notes") as (page, _):
        box(page, "aim").fill("a\nb")
        _, text = export(page, "Markdown")
        choose(page, "\ufeff" + text.replace("\n", "\r\n"), "notes.md")
        page.get_by_role("button", name="Replace").click()
        page.get_by_text("Imported.").wait_for()
        assert box(page, "aim").input_value() == "a\nb"


def test_markdown_is_a_text_to_hand_in(forms, box):
    with forms.open("notes") as (page, _):
        fill(page, box, {**FILLED, "aim": "first\nsecond", "log": [["2031-10-07", "2", "45", "a"]]})
        _, text = export(page, "Markdown")
    assert "# Notes" in text
    assert "**Aim**\n\n> first\n> second\n" in text
    assert "| Day | Problem | Minutes | Notes |\n| --- | --- | --- | --- |\n| 2031-10-07 | 2 | 45 | a |" in text


def wrong(**changes):
    return json.dumps({"format": 1, "worksheet": "notes", "values": changes})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "This is not a file of a worksheet."),
        ("{", "This is not a file of a worksheet."),
        ("<!-- hello", "This is not a file of a worksheet."),
        ("null", "This is not a file of a worksheet."),
        ('{"format": 2, "worksheet": "notes", "values": {}}', "This is not a file of a worksheet."),
        (quiz().write(quiz().empty()), "worksheet “quiz”; here “notes” is wanted."),
        (wrong(nothing="a"), "There is no field “nothing” here."),
        (wrong(aim=3), "Aim: must be text."),
        (wrong(hours="many"), "Hours: cannot be “many”."),
        (wrong(log="a"), "Log: must be a list of rows."),
        (wrong(log=[["", "", ""]]), "Log: row 1 has 3 cells, not 4."),
        (wrong(log=[["", "", "", ""], ["", "3", "", ""]]), "Log: row 2, Problem: cannot be “3”."),
        (wrong(log=[["tomorrow", "", "", ""]]), "Log: row 1, Day: cannot be “tomorrow”."),
        (wrong(log=[[1, "", "", ""]]), "Log: row 1, Day: must be text."),
    ],
)
def test_a_file_that_does_not_fit_changes_nothing_and_says_why(forms, box, text, message):
    with forms.open("notes") as (page, _):
        box(page, "aim").fill("mine")
        choose(page, text)
        page.get_by_role("status").filter(has_text=message).wait_for()
        assert page.get_by_role("status").inner_text().endswith("Nothing was changed.")
        assert values(page) == {**notes().empty(), "aim": "mine"}


def test_a_refusal_stays_until_the_next_action(forms, box):
    with forms.open("notes") as (page, _):
        box(page, "aim").fill("mine")
        choose(page, "{")
        page.get_by_text("Saved in this browser.").wait_for()
        assert page.get_by_role("status").inner_text() == "This is not a file of a worksheet. Nothing was changed."


def test_an_import_asks_before_it_replaces(forms, box):
    with forms.open("notes") as (page, _):
        box(page, "aim").fill("mine")
        choose(page, notes().write(FILLED))
        page.get_by_role("button", name="Keep").click()
        assert box(page, "aim").input_value() == "mine"
        choose(page, notes().write(FILLED))
        page.get_by_role("button", name="Replace").click()
        page.get_by_text("Imported.").wait_for()
        assert values(page) == FILLED


def test_markup_in_an_imported_file_stays_text(forms, box):
    with forms.open("notes") as (page, _):
        choose(page, wrong(**{"<img src=x onerror=window.planted=1>": "a"}))
        page.get_by_role("status").filter(has_text="There is no field").wait_for()
        assert page.locator(".worksheet img").count() == 0
        assert page.evaluate("window.planted") is None
