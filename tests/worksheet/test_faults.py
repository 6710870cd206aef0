"""What has a fault is kept as it was typed, and said; nothing else suffers from it. Page and Python judge alike."""

import json

import pytest

from tests.livefig.browser import state, until
from tests.worksheet import numbers
from tests.worksheet.demos import moving_notes, notes, sums
from tests.worksheet.test_files import choose, export, values
from tests.worksheet.test_kept import START, saved, stored
from worksheet.fields import LONGEST

ROWS = [["2031-10-07", "1", "60", "a"], ["2031-10-08", "2", "95", "b"], ["12031-10-09", "2", "-45", "c"]]
FAULTY = {"aim": "x" * (LONGEST + 1), "doubt": "d", "hours": "70", "log": ROWS}


def said(page):
    """Return what is to be corrected."""
    return page.locator(".ws-faults[role=alert]").inner_text()


def type_faulty(page, box):
    for name in ("aim", "doubt", "hours"):
        box(page, name).fill(FAULTY[name])
    for row, texts in enumerate(ROWS, 1):
        box(page, f"Problem, row {row}").select_option(texts[1])
        for column, text in (("Day", texts[0]), ("Minutes", texts[2]), ("Notes", texts[3])):
            box(page, f"{column}, row {row}").evaluate(
                "(e, text) => { e.value = text; e.dispatchEvent(new Event('input', { bubbles: true })) }", text
            )


def test_what_has_a_fault_is_kept_and_said_and_nothing_else_is_lost(forms, box):
    with forms.open("notes") as (page, _):
        type_faulty(page, box)
        saved(page)
        for _ in range(2):
            found = said(page)
            assert found.startswith(f"Please correct: Aim: is longer than {LONGEST} characters; Hours: “70” is not a "
                                    f"number from 0 to 50; ")
            assert found.endswith("row 3, Day: “12031-10-09” is not a date such as 2031-10-07; and 1 more.")
            assert values(page) == FAULTY
            page.reload()
        box(page, "Notes, row 1").press("End")
        page.keyboard.type("!")
        saved(page)
        page.reload()
        assert values(page) == {**FAULTY, "log": [[*ROWS[0][:3], "a!"], *ROWS[1:]]}


def test_a_faulty_control_is_marked_until_it_is_corrected(forms, box):
    with forms.open("notes") as (page, _):
        box(page, "Minutes, row 2").fill("-45")
        saved(page)
        assert said(page) == "Please correct: row 2, Minutes: “-45” is not a number from 0 to 100000."
        assert page.locator("[aria-invalid]").evaluate_all("found => found.map(e => e.ariaLabel)") == ["Minutes, row 2"]
        assert box(page, "Minutes, row 2").evaluate("e => getComputedStyle(e).boxShadow") != "none"
        assert stored(page)["log"] == [["", "", "-45", ""]]
        box(page, "Minutes, row 2").fill("45")
        page.get_by_text("Please correct").wait_for(state="hidden")
        assert page.locator("[aria-invalid]").count() == 0


@pytest.mark.parametrize("kind", ["JSON", "Markdown"])
def test_an_export_with_faults_can_be_imported_and_opened_in_a_notebook(forms, box, kind):
    with forms.open("notes") as (page, _):
        type_faulty(page, box)
        name, text = export(page, kind)
        notebook = notes().opened(export(page, "JSON")[1])
    with forms.open("notes") as (page, _):
        choose(page, text, name)
        page.get_by_text("Imported.").wait_for()
        assert values(page) == notebook == FAULTY
        assert "“70” is not a number from 0 to 50" in said(page)


def judged(page, box, name, texts):
    """Return {text: what the page says of it, nothing if it cannot even be shown}."""
    found = {}
    for text in texts:
        box(page, name).evaluate("(e, text) => { e.value = ''; e.value = text }", text)
        box(page, name).dispatch_event("focusout")
        found[text] = said(page) if box(page, name).input_value() == text else None
    return found


def test_page_and_python_judge_numbers_and_dates_alike(forms, box):
    python = notes().faults
    with forms.open("notes") as (page, _):
        for text, found in judged(page, box, "hours", numbers.NUMBERS + numbers.NO_NUMBERS).items():
            wrong = [fault.replace(f"{text[:40]!r}", f"“{text[:40]}”")
                     for fault in python({**notes().empty(), "hours": text})]
            assert found == "".join(f"Please correct: {fault}." for fault in wrong)
        box(page, "hours").fill("")
        for text, found in judged(page, box, "Day, row 1", numbers.DATES + numbers.NO_DATES).items():
            assert bool(found) == bool(python({**notes().empty(), "log": [[text, "", "", ""]]}))


def test_what_is_no_text_of_a_number_or_a_date_no_control_shows(forms, box):
    with forms.open("notes", clean=False) as (page, _):  # Chromium notes each of them in its console
        assert set(judged(page, box, "hours", numbers.NO_TEXT_OF_A_NUMBER).values()) == {None}
        assert set(judged(page, box, "Day, row 1", numbers.NO_TEXT_OF_A_DATE).values()) == {None}


def test_what_no_script_can_read_is_said_when_it_is_left(forms, box):
    with forms.open("notes") as (page, _):
        for name, text in (("hours", "1-2"), ("Day, row 1", "10")):
            box(page, name).focus()
            page.keyboard.type(text)
            page.wait_for_timeout(600)
        assert said(page) == "Please correct: Hours: cannot be read and is not kept."  # the day is being typed
        box(page, "aim").focus()
        assert said(page).endswith("; row 1, Day: cannot be read and is not kept.")
        page.get_by_role("button", name="Delete …").click()
        page.get_by_role("button", name="Delete", exact=True).click()
        page.get_by_text("Deleted.").wait_for()
        assert said(page) == ""
        assert page.locator("[data-key=hours]").evaluate("e => e.validity.valid")


def test_a_number_that_has_a_fault_moves_the_figure_as_it_does_in_python(forms, box):
    typed = {"hours": "70", "log": [["", "1", "-5", ""], ["", "1", "30", ""]]}
    with forms.open("moving") as (page, _):
        choose(page, notes().write({**notes().empty(), **typed}))
        page.get_by_text("Imported.").wait_for()
        counts = moving_notes().counts({**notes().empty(), **typed})
        assert state(page, sums()) == counts == {"hours": 0, "spent_1": 30, "spent_2": 0}


KEPT = [["tomorrow", "2", "45", "a"], "no row", ["2031-10-08", "7", "30", "b", "too much"], ["2031-10-09", "1"]]


def test_of_what_no_control_can_show_the_rest_is_shown_and_all_is_set_aside(forms, box):
    with forms.open("notes") as (page, _):
        raw = [json.dumps(KEPT), json.dumps([["x", "", "", "later"]])]
        for text, left in zip(raw, ("a", "later"), strict=True):
            page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"{START}log", text])
            page.reload()
            assert page.get_by_role("status").inner_text().startswith("Log: not all that was kept can be shown.")
            assert box(page, "Notes, row 1").input_value() == left
            if left == "a":
                assert values(page)["log"] == [["", "2", "45", "a"], ["2031-10-08", "", "30", "b"],
                                               ["2031-10-09", "1", "", ""]]
            box(page, "Notes, row 1").fill("typed")
            saved(page)
        found = stored(page)
        assert [found["log/damaged"], found["log/damaged/damaged"]] == [json.loads(text) for text in raw]
        page.reload()
        assert page.get_by_role("status").inner_text() == ""


@pytest.mark.parametrize("name", ["hours", "Minutes, row 1"])
def test_the_wheel_moves_the_page_and_no_number(forms, box, name):
    with forms.open("notes", viewport={"width": 800, "height": 300}) as (page, _):
        number = box(page, name)
        number.fill("7")
        number.hover()
        page.mouse.wheel(0, 120)
        until(page, "scrollY > 0")
        assert number.input_value() == "7"
        assert not number.evaluate("e => e === document.activeElement")
