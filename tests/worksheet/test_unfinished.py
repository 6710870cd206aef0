"""Rows that are begun, and sums that no slider can show: kept, said, never cut in silence, by page and Python."""

import pytest

from tests.livefig.browser import put, state
from tests.worksheet import numbers
from tests.worksheet.demos import diary, sums
from tests.worksheet.test_faults import judged
from tests.worksheet.test_files import choose, values
from tests.worksheet.test_kept import saved

WHOLE_ROW = ["2031-10-07", "2", "120", ""]
LACKING = [
    (["", "2", "120", ""], "row 2 is not counted yet, it lacks: Day"),
    (["2031-10-07", "", "120", ""], "row 2 is not counted yet, it lacks: Problem"),
    (["2031-10-07", "2", "", ""], "row 2 is not counted yet, it lacks: Minutes"),
    (["", "", "", "a"], "row 2 is not counted yet, it lacks: Day, Problem, Minutes"),
]
LONG = 5 * [["2031-10-07", "1", "1440", ""]]  # 7200, and the slider ends at 5000


def noted(page):
    """Return what the page notes, without its first word."""
    return page.locator(".ws-notes").text_content().removeprefix("Note: ").removesuffix(".")


@pytest.mark.parametrize(("row", "message"), LACKING)
def test_a_row_that_lacks_something_is_named_and_counts_for_nothing(row, message):
    held = {"log": [WHOLE_ROW, row]}
    assert diary().faults(held) == [message]
    assert diary().counts(held) == {"spent_1": 0, "spent_2": 120}
    assert diary().opened(diary().write(held)) == held
    with pytest.raises(ValueError, match=message):
        diary().read(diary().write(held))


def test_an_empty_row_lacks_nothing():
    assert diary().faults({"log": [["", "", "", ""], WHOLE_ROW]}) == []


@pytest.mark.parametrize(("row", "message"), LACKING)
def test_the_page_says_so_in_the_same_words_keeps_the_row_and_counts_it_when_it_is_whole(forms, box, row, message):
    with forms.open("diary") as (page, _):
        choose(page, diary().write({"log": [WHOLE_ROW, row]}))
        page.get_by_text("Imported.").wait_for()
        for _ in range(2):
            assert noted(page) == message
            assert values(page)["log"] == [WHOLE_ROW, row]
            assert state(page, sums())["spent_2"] == 120
            page.reload()
        box(page, "Day, row 2").fill("2031-10-08")
        box(page, "Problem, row 2").select_option("1")
        box(page, "Minutes, row 2").fill("30")
        saved(page)
        assert noted(page) == ""
        assert state(page, sums()) == {"hours": 0, "spent_1": 30, "spent_2": 120}


def test_page_and_python_judge_whole_numbers_alike(forms, box):
    def python(text):
        return diary().fields[0].columns[2].fault(text)

    assert [python(text) for text in numbers.WHOLE] == [None] * len(numbers.WHOLE)
    for text in numbers.NOT_WHOLE:
        assert python(text) == f"{text!r} is not a whole number from 1 to 1440"
    with forms.open("diary") as (page, _):
        for text, found in judged(page, box, "Minutes, row 1", numbers.WHOLE + numbers.NOT_WHOLE).items():
            fault = (python(text) or "").replace(repr(text), f"“{text}”")
            assert found == (f"Please correct: row 1, Minutes: {fault}." if fault else "")


def test_a_sum_beyond_the_slider_is_said(forms):
    (message,) = diary().faults({"log": LONG})
    assert message == "the figure shows 5000 for “spent_1”, and not 7200"
    with forms.open("diary") as (page, _):
        choose(page, diary().write({"log": LONG}))
        page.get_by_text("Imported.").wait_for()
        assert noted(page) == message


def test_reset_leads_back_to_what_is_typed_and_to_the_example_once_it_is_deleted(forms):
    example, typed = {"hours": 7, "spent_1": 8, "spent_2": 9}, {"hours": 0, "spent_1": 0, "spent_2": 120}
    with forms.open("diary") as (page, _):
        reset = page.get_by_role("button", name="Reset")
        put(page, sums(), hours=20)
        reset.click()
        assert state(page, sums()) == example
        page.wait_for_timeout(400)  # what is moved by hand goes to the address with a delay
        choose(page, diary().write({"log": [WHOLE_ROW]}))
        page.get_by_text("Imported.").wait_for()
        reset.click()
        page.wait_for_timeout(600)
        assert state(page, sums()) == typed
        assert page.evaluate("location.hash") == ""  # the address is not the place for what is typed
        put(page, sums(), spent_1=20)
        reset.click()
        assert state(page, sums()) == typed
        page.get_by_role("button", name="Delete …").click()
        page.get_by_role("button", name="Delete", exact=True).click()
        page.get_by_text("Deleted.").wait_for()
        assert state(page, sums()) == example
        put(page, sums(), hours=20)
        reset.click()
        assert state(page, sums()) == example
