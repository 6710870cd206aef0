"""What is typed stays: through a reload, in two tabs, when storage is full or forbidden, whatever was typed."""

import json

import pytest

from tests.worksheet import pages
from tests.worksheet.demos import notes, sums

SAVED = "Saved in this browser."
START = "homework-zero/worksheet/notes/"
NASTY = {
    "markup": "<b>bold</b><script>window.planted = 1</script><img src=x onerror=window.planted=1>",
    "long": "word " * 2000,
    "right to left": "מטרה שלי היא להבין",
    "lines and marks": 'a\n\nb\t"quoted" \\ | > # -->\n',
    "emoji": "🧪 ½ ﷽",
}


def saved(page):
    page.get_by_text(SAVED).first.wait_for()


def stored(page):
    """Return {name of a value: what is kept}."""
    held = page.evaluate("({...localStorage})")
    return {key.removeprefix(START): json.loads(text) for key, text in held.items()}


def test_a_text_survives_a_reload_and_stays_text(forms, box):
    with forms.open("notes") as (page, _):
        for text in NASTY.values():
            box(page, "aim").fill(text)
            saved(page)
            page.reload()
            assert box(page, "aim").input_value() == text
            assert page.evaluate("window.planted") is None
            assert page.locator(".worksheet b, .worksheet img").count() == 0
    assert len(NASTY["long"]) == 10_000


def test_a_form_that_is_added_later_keeps_what_is_typed(forms, box):
    with forms.open(pages.site(forms.folder, "later", sums()).removesuffix(".html")) as (page, _):
        page.evaluate("html => document.querySelector('main').insertAdjacentHTML('beforeend', html)", notes().html())
        box(page, "aim").fill("abc")
        saved(page)
        assert stored(page)["aim"] == "abc"


def test_typing_is_kept_by_keys_alone_and_says_so(forms, box):
    with forms.open("notes") as (page, _):
        box(page, "aim").focus()
        page.keyboard.type("abc")
        assert page.get_by_text("Saving …").is_visible()
        saved(page)
        page.keyboard.press("Tab")
        page.keyboard.type("def")
        saved(page)
        assert stored(page) == {"aim": "abc", "doubt": "def"}


def test_leaving_at_once_loses_nothing(forms, box):
    with forms.open("notes") as (page, _):
        box(page, "aim").fill("hidden")
        page.evaluate("""() => {
          Object.defineProperty(document, 'hidden', { value: true, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
          delete document.hidden;
        }""")
        assert stored(page) == {"aim": "hidden"}
        box(page, "aim").fill("hasty")
        page.goto(forms.address + "quiz.html")
        page.goto(forms.address + "notes.html")
        assert box(page, "aim").input_value() == "hasty"


def test_a_text_is_written_from_its_own_side(forms, box):
    with forms.open("notes") as (page, _):
        for text, side in ((NASTY["right to left"], "rtl"), ("left", "ltr")):
            box(page, "aim").fill(text)
            assert box(page, "aim").evaluate("e => getComputedStyle(e).direction") == side


def test_rows_survive_and_there_is_always_an_empty_one(forms, box):
    with forms.open("notes") as (page, _):
        for row in range(1, 5):
            box(page, f"Notes, row {row}").fill(f"note {row}")
        box(page, "Day, row 1").fill("2031-10-07")
        box(page, "Problem, row 1").select_option("2")
        box(page, "Minutes, row 1").fill("45")
        saved(page)
        page.reload()
        assert page.get_by_title("Delete row").all_inner_texts() == ["×"] * 5
        assert stored(page)["log"] == [["2031-10-07", "2", "45", "note 1"],
                                       *(["", "", "", f"note {k}"] for k in (2, 3, 4))]
        page.get_by_role("button", name="Delete row 2").press("Enter")
        assert page.evaluate("document.activeElement.ariaLabel") == "Day, row 2"
        assert box(page, "Notes, row 2").input_value() == "note 3"
        saved(page)
        page.reload()
        assert [row[3] for row in stored(page)["log"]] == ["note 1", "note 3", "note 4"]


def test_two_tabs_show_the_same_and_lose_nothing(forms, box):
    with forms.open("notes") as (one, _):
        other = one.context.new_page()
        other.goto(forms.address + "notes.html")
        box(one, "aim").fill("from one")
        saved(one)
        other.get_by_text("Changed in another tab.").wait_for()
        assert box(other, "aim").input_value() == "from one"
        box(one, "doubt").fill("not saved yet in one")
        box(other, "hours").fill("3")  # saved while the other types
        one.wait_for_timeout(900)
        for page in (one, other):
            values = [box(page, name).input_value() for name in ("aim", "doubt", "hours")]
            assert values == ["from one", "not saved yet in one", "3"]
        assert stored(one) == {"aim": "from one", "doubt": "not saved yet in one", "hours": "3"}


def test_everything_deleted_in_one_tab_is_gone_in_the_other(forms, box):
    with forms.open("notes") as (one, _):
        box(one, "aim").fill("gone soon")
        saved(one)
        other = one.context.new_page()
        other.goto(forms.address + "notes.html")
        assert box(other, "aim").input_value() == "gone soon"
        one.evaluate("localStorage.clear()")
        other.get_by_text("Changed in another tab.").wait_for()
        assert box(other, "aim").input_value() == ""


FORBID = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
FILL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
BROKEN_STORAGE = {"forbidden": (FORBID, "does not let the page keep"), "full": (FILL, "storage is full")}


@pytest.mark.parametrize("fault", BROKEN_STORAGE)
def test_storage_that_does_not_keep_is_said_and_the_text_can_be_taken_away(forms, box, fault):
    script, message = BROKEN_STORAGE[fault]
    with forms.open("notes") as (page, _):
        page.context.add_init_script(script)
        page.reload()
        box(page, "aim").fill("precious")
        page.get_by_text("Not saved.").wait_for()
        assert message in page.get_by_role("status").inner_text()
        with page.expect_download() as download:
            page.get_by_role("button", name="Export JSON").click()
        with open(download.value.path(), encoding="utf-8") as file:
            assert json.load(file)["values"]["aim"] == "precious"


def test_what_is_not_saved_is_saved_as_soon_as_there_is_room(forms, box):
    with forms.open("notes") as (page, _):
        page.evaluate("() => { window.real = Storage.prototype.setItem }")
        page.evaluate(f"() => {{ {FILL} }}")
        box(page, "aim").fill("first")
        page.get_by_text("Not saved.").wait_for()
        page.evaluate("() => { Storage.prototype.setItem = window.real }")
        box(page, "doubt").fill("second")
        saved(page)
        assert page.get_by_role("status").inner_text() == ""
        assert stored(page) == {"aim": "first", "doubt": "second"}


@pytest.mark.parametrize("text", ["{", "null", "[]", "3", '"typed"'])
def test_damaged_values_are_no_obstacle_and_what_cannot_be_read_is_set_aside(forms, box, text):
    with forms.open("notes") as (page, _):
        for key in ("aim", "hours", "log", "#score"):
            page.evaluate("([key, text]) => localStorage.setItem(key, text)", [START + key, text])
        page.reload()
        assert box(page, "aim").input_value() == ("typed" if text == '"typed"' else "")
        box(page, "doubt").fill("again")
        saved(page)
        page.reload()
        assert box(page, "doubt").input_value() == "again"
        if text == "{":
            assert all(page.evaluate("key => localStorage.getItem(key)", f"{START}{key}/damaged") == text
                       for key in ("aim", "hours", "log", "#score"))


def test_deleting_asks_keys_are_enough_and_other_forms_keep_theirs(forms, box):
    with forms.open("notes") as (page, _):
        page.evaluate("localStorage.setItem('homework-zero/worksheet/notes_2/aim', 'mine')")
        box(page, "aim").fill("keep me")
        saved(page)
        delete = page.get_by_role("button", name="Delete …")
        delete.press("Enter")
        assert page.get_by_role("dialog", name="Delete everything that is typed into").is_visible()
        assert page.evaluate("document.activeElement.textContent") == "Keep"
        page.keyboard.press("Enter")
        delete.press("Enter")
        page.keyboard.press("Escape")
        assert page.get_by_role("dialog").count() == 0
        assert box(page, "aim").input_value() == "keep me"
        delete.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.get_by_text("Deleted.").wait_for()
        assert box(page, "aim").input_value() == page.locator(".ws-state").inner_text() == ""
        page.reload()
        assert box(page, "aim").input_value() == ""
        assert page.evaluate("Object.keys(localStorage)") == ["homework-zero/worksheet/notes_2/aim"]


def test_nothing_is_sent_while_one_types_scores_and_exports(forms, box):
    with forms.open("notes") as (page, log):
        before = len(log.requests)
        box(page, "aim").fill("secret")
        page.keyboard.press("Enter")
        box(page, "hours").fill("3")
        box(page, "hours").press("Enter")
        saved(page)
        assert log.requests[before:] == []
        assert page.url == forms.address + "notes.html"


@pytest.mark.parametrize("width", [320, 390, 900])
def test_a_form_does_not_jump_when_it_comes_to_life_nor_leave_the_page(forms, width):
    heights = []
    for script in (True, False):
        with forms.open("dark", viewport={"width": width, "height": 800}, java_script_enabled=script) as (page, _):
            page.wait_for_timeout(100)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            heights.append(page.locator(".worksheet").nth(1).bounding_box()["y"])
    assert abs(heights[0] - heights[1]) < 1


def test_without_javascript_it_can_be_written_in_and_says_what_happens(forms, box):
    with forms.open("notes", java_script_enabled=False) as (page, _):
        box(page, "aim").fill("for print")
        said = page.locator("noscript p")
        assert said.is_visible()
        assert "nothing that you type is kept" in said.inner_text()
        assert page.locator(".worksheet button").count() == 0
