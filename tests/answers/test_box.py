"""The box in a browser: verdicts, errors with their places, keys, storage, two tabs, readers of every kind."""

import json
import pathlib

import pytest
from playwright.sync_api import expect

AXE = (pathlib.Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
PHONE = {"viewport": {"width": 320, "height": 640}}


def text_of(output):
    return " ".join(output.inner_text().split())


@pytest.mark.parametrize(
    "part, written, verdict, said",
    [
        ("slope", "x / w if w else 0", "right", "No counterexample found."),
        ("slope", "x / w", "incomplete", "there is no elbow"),
        ("slope", "w * x", "wrong", "That is w x."),
        ("slope", "x /", "unread", "Column 4: Expected an expression"),
        ("slope", "y = 2\ny = $x$", "unread", "Line 2, column 5: '$' belongs to LaTeX"),
        ("slope", "None", "unread", "Write a function of (w, x)."),
        ("slope", "np.random.rand()", "beyond", "all of Python"),
        ("slope", "lambda w, x: w.inv", "wrong", "Did you mean np.linalg.inv(A)?"),
        ("slope", "while True:\n    pass", "beyond", "does every loop end?"),
        ("side", "'right'", "wrong", "The other way."),
        ("pair", "v, 2 * v", "right", "No counterexample found."),
    ],
)
def test_a_verdict_is_shown(boxes, answer, part, written, verdict, said):
    with boxes.open("all") as (page, _):
        output = answer(page, part, written)
        assert output.get_attribute("data-verdict") == verdict
        assert said in text_of(output)


def test_each_box_holds_one_of_everything(boxes):
    with boxes.open("all") as (page, _):
        assert page.locator("[data-answer]").count() == 5
        for box in page.locator("[data-answer]").all():
            for what in ("textarea", "button", "output[role=status]"):
                assert box.locator(what).count() == 1, what
        assert page.get_by_label("Your answer to slope", exact=True).first.is_visible()


def test_a_counterexample_is_written_as_matrices_and_the_entry_is_marked(boxes, answer):
    with boxes.open("all") as (page, _):
        output = answer(page, "gram", "X.T @ X")
        assert output.get_by_role("img", name="[[1, 2]]").count() == 1
        assert output.locator("dd").nth(2).locator("mark").all_inner_texts() == ["1"]
        assert output.locator("dd").nth(1).locator("mark").count() == 0
        assert "They differ at [0, 0]." in text_of(output)
        assert output.locator(".answer-diagnosis sup").inner_text() == "T"
        rows = [output.locator("dd").nth(k).bounding_box() for k in (1, 2)]
        assert rows[0]["x"] == rows[1]["x"]


def test_an_error_has_a_wavy_line_under_its_place(boxes, answer):
    with boxes.open("all") as (page, _):
        output = answer(page, "gram", "X.T @ X + np.diag(y)")
        assert "column 19" in text_of(output) and "name 'y' is not defined" in text_of(output)
        here = page.locator("[data-answer=gram] .here")
        assert here.inner_text() == "y"
        assert "wavy" in here.evaluate("e => getComputedStyle(e).textDecorationStyle")
        answer(page, "slope", "(x /")
        assert page.locator("[data-answer=slope] .here").inner_text() == "("


def test_typing_takes_the_verdict_away(boxes, answer):
    with boxes.open("all") as (page, _):
        answer(page, "slope", "w")
        page.locator("[data-answer=slope] textarea").press("End")
        page.keyboard.type(" * x")
        output = page.locator("[data-answer=slope] output")
        assert output.get_attribute("data-verdict") is None and output.inner_text() == ""


def test_keys_help_and_tab_leaves(boxes):
    with boxes.open("all") as (page, _):
        page.locator("[data-answer=slope][data-ready]").wait_for()
        area = page.locator("[data-answer=slope] textarea")
        area.focus()
        page.keyboard.type("def f(w, x):\nif w:\nreturn x / w\n")
        assert area.input_value() == "def f(w, x):\n    if w:\n        return x / w\n    "
        page.keyboard.type("return 0")
        page.keyboard.press("Control+Enter")
        page.locator("[data-answer=slope] output[data-verdict=right]").wait_for()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Check"
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Control+Home")
        page.keyboard.press("Shift+Tab")
        assert not page.evaluate("document.activeElement.matches('[data-answer=slope] *')")


def test_brackets_are_matched_and_words_coloured(boxes):
    with boxes.open("all") as (page, _):
        page.locator("[data-answer=slope][data-ready]").wait_for()
        area = page.locator("[data-answer=slope] textarea")
        area.fill("np.abs(x) # why")
        area.press("Home")
        for _ in range(6):
            area.press("ArrowRight")
        colours = page.locator("[data-answer=slope] pre")
        assert colours.locator(".pair").all_inner_texts() == ["(", ")"]
        assert colours.locator(".given").inner_text() == "x" and colours.locator(".known").all_inner_texts() == [
            "np",
            "abs",
        ]
        assert colours.locator(".comment").inner_text() == "# why"


def test_nothing_is_loaded_before_a_box_is_near(boxes):
    with boxes.open("far") as (page, log):
        page.wait_for_timeout(300)
        assert not [address for address in log.requests if "engine" in address or "/answers/" in address]
        page.locator("[data-answer]").scroll_into_view_if_needed()
        page.locator("[data-answer][data-ready]").wait_for()
        assert sum("engine" in address for address in log.requests) == 1
        assert sum("slope.js" in address for address in log.requests) == 1


def test_answers_survive_and_progress_is_counted(boxes, answer):
    with boxes.open("all") as (page, _):
        answer(page, "slope", "x / w if w else 0")
        answer(page, "side", "'left'")
        assert page.locator(".answers-progress").inner_text() == "2 of 5 parts right"
        assert page.locator(".answer-mark").is_visible()
        page.reload()
        assert page.locator("[data-answer=slope] textarea").input_value() == "x / w if w else 0"
        assert "when you last checked" in page.locator("[data-answer=slope] output").inner_text()
        assert page.locator(".answers-progress").inner_text() == "2 of 5 parts right"


def test_linear_algebra_is_loaded_when_an_answer_names_it(boxes, answer):
    with boxes.open("all") as (page, log):
        assert answer(page, "slope", "x / w if w else 0").get_attribute("data-verdict") == "right"
        assert not [address for address in log.requests if "further" in address]
        for text in ("np.linalg.norm([x]) / w", "from numpy.linalg import norm\nnorm([x]) / w", "np.nothing(x)"):
            verdict = answer(page, "slope", text).get_attribute("data-verdict")
            assert verdict == ("beyond" if "nothing" in text else "incomplete")
        assert sum("further" in address for address in log.requests) == 1


def test_without_a_network_it_says_so_and_tries_again(boxes, answer):
    with boxes.open("all", clean=False) as (page, _):
        page.route("**/answers_further.js*", lambda route: route.abort())
        output = answer(page, "slope", "np.linalg.det(np.array([[x]])) / w if w else 0")
        assert output.get_attribute("data-verdict") == "beyond" and "without a network" in text_of(output)
        page.unroute("**/answers_further.js*")
        page.locator("[data-answer=slope] button").click()
        page.locator("[data-answer=slope] output[data-verdict=right]").wait_for()


def test_progress_is_reset_once_the_reader_agrees(boxes, answer):
    with boxes.open("all") as (page, _):
        assert not page.get_by_role("button", name="Reset").is_visible()
        answer(page, "side", "'left'")
        page.evaluate("localStorage.setItem('other', '1')")
        asked = []
        page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
        page.get_by_role("button", name="Reset").click()
        assert "cannot be undone" in asked[0]
        assert page.locator(".answers-progress").inner_text() == "1 of 5 parts right"
        page.once("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Reset").click()
        assert page.locator(".answers-progress").inner_text() == "0 of 5 parts right"
        assert page.locator("[data-answer=side] textarea").input_value() == ""
        assert page.evaluate("Object.keys(localStorage)") == ["other"]
        assert not page.get_by_role("button", name="Reset").is_visible()


def test_answers_are_taken_away_as_python(boxes, answer, tmp_path):
    with boxes.open("all") as (page, _):
        answer(page, "side", "'left'")
        answer(page, "slope", "w * x")
        more = page.locator(".answer-more").first
        more.locator("summary").click()
        for place in (more, page.locator("[data-answers-acts]")):
            with page.expect_download() as download:
                place.get_by_role("button", name="answers.py").click()
            assert download.value.suggested_filename == "answers.py"
            download.value.save_as(tmp_path / "answers.py")
            names = {}
            exec((tmp_path / "answers.py").read_text(encoding="utf-8"), names)
            assert names["part_slope"](2, 3) == 6 and names["part_side"] == "left"
        more.get_by_text("python -m hw0.checks answers.py").wait_for()


def test_two_tabs_do_not_destroy_each_others_text(boxes):
    with boxes.open("all") as (page, _):
        other = page.context.new_page()
        other.goto(page.url)
        for tab in (page, other):
            tab.locator("[data-answer=slope][data-ready]").wait_for()
        page.locator("[data-answer=slope] textarea").fill("mine")
        expect(other.locator("[data-answer=slope] textarea")).to_have_value("mine")
        other.locator("[data-answer=slope] textarea").focus()
        page.locator("[data-answer=slope] textarea").fill("mine, longer")
        other.get_by_text("the other one was put aside").wait_for(state="attached")
        assert other.locator("[data-answer=slope] textarea").input_value() == "mine"
        other.locator(".answer-more summary").first.click()
        other.get_by_role("button", name="Take back the earlier text").first.click()
        assert other.locator("[data-answer=slope] textarea").input_value() == "mine, longer"


def test_hints_climb_after_wrong_tries(boxes, answer):
    with boxes.open("all") as (page, _):
        opened = page.locator("details[data-hint-for][open]")
        answer(page, "slope", "w * x")
        assert opened.count() == 1
        answer(page, "slope", "x /")
        assert opened.count() == 1
        answer(page, "slope", "w")
        assert opened.locator("summary").all_inner_texts() == ["Hint", "Another hint"]


def test_answers_are_exported_imported_and_deleted(boxes, answer, tmp_path):
    with boxes.open("all") as (page, _):
        answer(page, "slope", "x / w")
        answer(page, "gram", "X")
        more = page.locator(".answer-more").first
        more.locator("summary").click()
        assert "stays on this device" in more.inner_text()
        with page.expect_download() as download:
            more.get_by_role("button", name="Export all answers").click()
        file = tmp_path / "answers.json"
        download.value.save_as(file)
        assert json.loads(file.read_text()) == {"format": 1, "answers": {"gram": "X", "slope": "x / w"}}
        more.get_by_role("button", name="Delete this answer").click()
        assert page.locator("[data-answer=slope] textarea").input_value() == ""
        page.locator("[data-answer=gram] textarea").fill("other")
        more.locator("input[type=file]").set_input_files(file)
        expect(page.locator("[data-answer=slope] textarea")).to_have_value("x / w")
        assert page.evaluate("JSON.parse(localStorage.getItem('homework-zero/answer/gram')).aside") == "other"
        file.write_text('{"format": 2}')
        more.locator("input[type=file]").set_input_files(file)
        more.get_by_text("This is no file of answers").wait_for()


def test_an_answer_becomes_a_cell(boxes, answer):
    with boxes.open("all", permissions=["clipboard-read", "clipboard-write"]) as (page, _):
        answer(page, "slope", "y = x\ny / w")
        more = page.locator(".answer-more").first
        more.locator("summary").click()
        more.get_by_role("button", name="Copy as a cell").click()
        more.get_by_text("Copied").wait_for()
        cell = page.evaluate("navigator.clipboard.readText()")
        assert cell == 'def answer(w, x):\n    y = x\n    return y / w\n\ncheck("slope", answer)\n'
        output = answer(page, "slope", cell)
        assert output.get_attribute("data-verdict") == "incomplete"


def test_it_works_from_a_folder(boxes, answer):
    with boxes.open("all", address=f"file://{boxes.folder}/") as (page, _):
        assert answer(page, "gram", "X.T @ X + np.diag(k)").get_attribute("data-verdict") == "right"


def test_without_javascript_the_stored_output_is_shown(boxes):
    with boxes.open("all", java_script_enabled=False) as (page, _):
        assert page.get_by_text("Stored: gram.").is_visible()
        assert not page.locator("textarea").first.is_visible()


def test_without_storage_it_still_judges_and_says_so(boxes, answer):
    with boxes.open("all") as (page, _):
        page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('no', 'SecurityError'); };")
        page.reload()
        assert answer(page, "slope", "w * x").get_attribute("data-verdict") == "wrong"
        page.locator(".answer-more summary").first.click()
        assert page.get_by_text("does not let the page keep anything").first.is_visible()


@pytest.mark.parametrize("name, context", [("all", {}), ("dark", {"color_scheme": "dark"}), ("all", PHONE)])
def test_it_fits_and_is_accessible(boxes, answer, name, context):
    with boxes.open(name, **context) as (page, _):
        answer(page, "gram", "X.T @ X + 1000000.5 * np.ones((X.shape[1], X.shape[1])) / 7")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.evaluate(AXE)
        found = page.evaluate("axe.run('.answer', { resultTypes: ['violations'] })")["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_the_page_can_be_used_while_a_loop_runs(boxes):
    with boxes.open("all") as (page, _):
        page.locator("[data-answer=slope][data-ready]").wait_for()
        page.evaluate("""() => {
          globalThis.longest = 0;
          let last = performance.now();
          const tick = () => {
            const now = performance.now();
            longest = Math.max(longest, now - last);
            last = now;
            setTimeout(tick, 0);
          };
          tick();
        }""")
        area = page.locator("[data-answer=slope] textarea")
        area.fill("t = 0\nwhile True:\n    t += 1\nt")
        area.press("Shift+Enter")
        page.locator("[data-answer=slope] output[data-verdict=beyond]").wait_for(timeout=60_000)
        assert page.evaluate("longest") < 250  # a slice, and what a busy machine adds
