"""The fold for derivations in a browser: nothing before it is opened, the marked step, what is kept, readers of every
kind."""

import pathlib

import pytest
from playwright.sync_api import expect

AXE = (pathlib.Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
PHONE = {"viewport": {"width": 320, "height": 640}}
RIGHT = "(X^T X + λI) w = X^T y\nw = (X^T X + λI)^{-1} X^T y"
WRONG = "||y - Xw||^2\n= y^T y - y^T X w + w^T X^T X w\n" + RIGHT
BOX = "[data-derivation=least]"


def opened(page):
    page.locator(".answer-steps > summary").click()
    page.locator(f"{BOX}[data-ready]").wait_for(timeout=15_000)
    return page.locator(f"{BOX} textarea")


def judged(page, text):
    area = page.locator(f"{BOX} textarea") if page.locator(f"{BOX}[data-ready]").count() else opened(page)
    area.fill(text)
    area.press("Shift+Enter")
    output = page.locator(f"{BOX} output[data-verdict]")
    output.wait_for(timeout=30_000)
    return output


@pytest.mark.parametrize("text, verdict, said", [
    (RIGHT, "right", "Every step holds on 8 instances, and the last line is what is asked for."),
    ("X w = X w", "incomplete", "not yet what is asked for"),
    ("w", "incomplete", "… Not there yet"),
    ("w", "incomplete", "There is no step yet"),
    ("(X^T X + λI)^{-1} X^T y", "incomplete", "That is what is asked for. Write the steps"),
    ("X w = X^T y", "wrong", "✗ A step does not hold"),
    (RIGHT + "\nw = Y", "unread", "Line 3, column 5:"),
    ("||w|| ≤ 1", "beyond", "Only = is tried here"),
])
def test_a_verdict_on_all_lines(boxes, text, verdict, said):
    with boxes.open("steps") as (page, _):
        output = judged(page, text)
        assert output.get_attribute("data-verdict") == verdict
        assert said in " ".join(output.inner_text().split())
        assert page.get_attribute(f"{BOX} textarea", "aria-invalid") == str(verdict == "unread").lower()
        assert output.locator(".answer-verdict [aria-hidden=true]").count() == 1  # its word is enough
        place = page.locator(f"{BOX} textarea").evaluate("e => [e.selectionStart, e.selectionEnd]")
        assert place == [len(text) - (verdict == "unread"), len(text)] or verdict == "beyond"


def test_the_first_wrong_step_is_marked_with_both_values(boxes):
    with boxes.open("steps") as (page, _):
        output = judged(page, WRONG)
        assert output.get_attribute("data-verdict") == "wrong"
        states = output.locator("li").evaluate_all("all => all.map(one => [one.value, one.dataset.state ?? null])")
        assert states == [[1, "given"], [2, "wrong"], [3, None], [4, None]]
        said = output.locator(".derivation-state").all_text_contents()
        assert said == ["· where it begins", "✗ does not hold", " not tried", " not tried"]
        assert output.locator("dt").all_inner_texts() == ["At", "Line before", "This line"]
        page.locator(f"{BOX} textarea").fill("w = X^T y")
        page.get_by_role("button", name="Check the steps").click()
        expect(output.locator("dt")).to_have_text(["At", "Left side", "Right side"])
        page.locator(f"{BOX} textarea").fill("y\n= y_99")  # the second has no value
        page.get_by_role("button", name="Check the steps").click()
        expect(output.locator("dt")).to_have_text(["At", "Line before"])
        page.locator(f"{BOX} textarea").press("End")
        page.keyboard.type(" ")
        assert page.locator(f"{BOX} output").inner_text() == ""


def test_its_script_is_loaded_when_the_fold_is_opened(boxes):
    with boxes.open("steps") as (page, _):
        page.locator("[data-answer][data-ready]").wait_for(timeout=15_000)
        loaded = "() => [...document.scripts].map(one => one.src.split('/').at(-1).split('?')[0])"
        assert "answers_derivation.js" not in page.evaluate(loaded)
        opened(page)
        assert "answers_derivation.js" in page.evaluate(loaded)


def test_the_help_says_what_a_line_may_be(boxes):
    with boxes.open("steps") as (page, _):
        opened(page)
        said = page.locator(f"{BOX} .answer-names p").first.inner_text()
        for what in ("One step a line", "a = b is an equation; = b, or b alone, goes on from the line before",
                     "let G = X^T X gives a name", "the derivative of a number a row: x^T (A + A^T)",
                     "[z > 0], or the same in LaTeX", "the first step that fails is marked", "Shift + Enter checks."):
            assert what in said, what


def test_what_is_written_is_kept_exported_and_deleted(boxes):
    with boxes.open("steps") as (page, _):
        area, text = page.locator(f"{BOX} textarea"), "X w = X w\n" * 5 + RIGHT
        judged(page, text)
        assert area.evaluate("e => e.rows") == 8
        page.reload()
        assert page.locator(".answer-steps[data-begun]").count() == 1
        assert opened(page).input_value() == text
        assert area.evaluate("e => e.rows") == 8
        page.locator(".answer-more summary").click()
        with page.expect_download() as download:
            page.get_by_role("button", name="Export all answers").click()
        assert RIGHT.splitlines()[1] in download.value.path().read_text(encoding="utf-8")
        page.get_by_role("button", name="Delete this answer").click()
        assert page.evaluate("answerBoxes.kept('least').derivation") == text
        page.get_by_role("button", name="Delete this derivation").click()
        expect(page.locator(f"{BOX} .answer-said[role=status]")).to_have_text("Deleted.")
        page.get_by_role("button", name="Take back the earlier derivation").press("Enter")
        assert area.input_value() == text
        assert area.evaluate("e => e === document.activeElement")
        page.get_by_role("button", name="Delete this derivation").click()
        page.reload()
        assert opened(page).input_value() == ""


def test_a_tab_behind_takes_the_derivation_of_another_tab_though_its_caret_stands_there(boxes):
    with boxes.open("steps") as (page, _):
        other = page.context.new_page()
        other.goto(page.url)
        area, behind = opened(page), opened(other)
        behind.focus()
        other.evaluate("document.hasFocus = () => false")  # two tabs of a test have the focus at once
        area.fill("w = 2")
        expect(behind).to_have_value("w = 2")
        other.evaluate("delete document.hasFocus")
        area.fill("w = 3")
        other.wait_for_timeout(200)
        assert behind.input_value() == "w = 2"


@pytest.mark.parametrize("name, context", [("steps", {}), ("dark steps", {"color_scheme": "dark"}), ("steps", PHONE)],
                         ids=["light", "dark", "320 px"])
def test_it_is_accessible(boxes, name, context):
    with boxes.open(name, **context) as (page, _):
        judged(page, WRONG)
        assert "Letters: X y λ w n d V" in page.locator(f"{BOX} .answer-names").inner_text()
        assert page.get_by_label("Your derivation of least", exact=True).is_visible()
        assert page.locator(f"{BOX} output").get_attribute("role") == "status"
        assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
        page.evaluate(AXE)
        found = page.evaluate("axe.run('.answer', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] })")
        assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []


def test_tab_leaves_and_enter_is_a_new_line(boxes):
    with boxes.open("steps") as (page, _):
        area = opened(page)
        area.focus()
        page.keyboard.type("X w")
        page.keyboard.press("Enter")
        page.keyboard.type("= X w")
        assert area.input_value() == "X w\n= X w"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Check the steps"


def test_without_javascript_there_is_no_fold(boxes):
    with boxes.open("steps", java_script_enabled=False) as (page, _):
        assert not page.locator(".answer-steps").is_visible()
        assert page.get_by_text("Stored: least.").is_visible()
