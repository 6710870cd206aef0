"""What a box keeps in a browser, and hands out: two tabs, progress, files, cells."""

import json

from playwright.sync_api import expect


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


def test_progress_is_reset_once_the_reader_agrees(boxes, answer):
    with boxes.open("all") as (page, _):
        assert not page.get_by_role("button", name="Reset").is_visible()
        answer(page, "side", "'left'")
        page.evaluate("localStorage.setItem('other', '1')")
        page.evaluate("localStorage.setItem('homework-zero/prediction/1a', '{}')")
        asked = []
        page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
        with page.expect_event("dialog"):
            page.get_by_role("button", name="Reset").click()
        assert "cannot be undone" in asked[0]
        assert page.locator(".answers-progress").inner_text() == "1 of 5 parts right"
        page.once("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Reset").click()
        expect(page.locator("[data-answers-acts] output")).to_have_text("Deleted.")
        assert page.get_by_role("button", name="Reset").evaluate("e => e === document.activeElement")
        assert page.locator(".answers-progress").inner_text() == "0 of 5 parts right"
        assert page.locator("[data-answer=side] textarea").input_value() == ""
        assert page.evaluate("Object.keys(localStorage)") == ["other"]
        page.reload()
        assert not page.get_by_role("button", name="Reset").is_visible()


def test_two_tabs_do_not_destroy_each_others_text(boxes):
    with boxes.open("all") as (page, _):
        other = page.context.new_page()
        other.goto(page.url)
        for tab in (page, other):
            tab.locator("[data-answer=slope][data-ready]").wait_for()
        page.locator("[data-answer=slope] textarea").fill("mine")
        expect(other.locator("[data-answer=slope] textarea")).to_have_value("mine")
        back = other.get_by_text("Take back the earlier text", exact=True).first
        assert back.evaluate("e => e.hidden")
        other.locator("[data-answer=slope] textarea").focus()
        page.locator("[data-answer=slope] textarea").fill("mine, longer")
        other.get_by_text("the answer of another tab was put aside").wait_for(state="attached")
        assert other.locator("[data-answer=slope] textarea").input_value() == "mine"
        other.locator(".answer-more summary").first.click()
        back.click()
        assert other.locator("[data-answer=slope] textarea").input_value() == "mine, longer"
        other.get_by_text("The two texts have changed places.").wait_for()
        other.reload()
        expect(other.locator("[data-answer=slope] textarea")).to_have_value("mine, longer")


def in_two_tabs(page):
    """Return a second tab of a page, which counts what the first one keeps."""
    other = page.context.new_page()
    other.goto(page.url)
    other.evaluate("() => { window.told = 0; addEventListener('storage', () => { window.told++; }); }")
    for tab in (page, other):
        tab.locator("[data-answer=slope][data-ready]").wait_for()
        tab.locator("[data-answer=slope] textarea").focus()
    return other


def test_two_tabs_in_which_somebody_writes_do_not_go_on_telling_each_other(boxes):
    with boxes.open("all") as (page, _):
        area, other = page.locator("[data-answer=slope] textarea"), in_two_tabs(page)
        area.fill("mine")
        expect(other.locator("[data-answer=slope] textarea")).to_have_value("mine")
        area.fill("mine, longer")
        other.get_by_text("the answer of another tab was put aside").wait_for(state="attached")
        before = other.evaluate("told")
        page.wait_for_timeout(300)
        assert other.evaluate("told") <= before + 1
        assert area.input_value() == "mine, longer"


def test_a_tab_behind_takes_what_another_tab_has_though_its_caret_stands_there(boxes):
    with boxes.open("all") as (page, _):
        other = in_two_tabs(page)
        other.evaluate("document.hasFocus = () => false")  # two tabs of a test have the focus at once
        for text in ("a", "a longer text"):
            page.locator("[data-answer=slope] textarea").fill(text)
            expect(other.locator("[data-answer=slope] textarea")).to_have_value(text)


def exported(file):
    """Return what a file of answers holds, which says itself how it is brought back."""
    held = json.loads(file.read_text(encoding="utf-8"))
    assert "Import answers" in held.pop("about")
    return held


def test_answers_are_exported_imported_and_deleted(boxes, answer, tmp_path):
    with boxes.open("all") as (page, _):
        answer(page, "slope", "x / w")
        answer(page, "gram", "X")
        page.evaluate("localStorage.setItem('homework-zero/prediction/1a', 'mine')")
        more = page.locator(".answer-more").first
        more.locator("summary").click()
        assert "stays on this device" in more.inner_text()
        with page.expect_download() as download:
            more.get_by_role("button", name="Export all answers").click()
        more.get_by_text("Saved as answers.json.").wait_for()
        file = tmp_path / "answers.json"
        download.value.save_as(file)
        assert exported(file) == {"format": 1, "answers": {"gram": "X", "slope": "x / w"},
                                  "predictions": {"1a": "mine"}}
        page.evaluate("localStorage.removeItem('homework-zero/prediction/1a')")
        area, back = page.locator("[data-answer=slope] textarea"), more.get_by_role("button", name="Take back")
        for _ in range(2):
            more.get_by_role("button", name="Delete this answer").click()
            assert area.input_value() == ""
            back.press("Enter")
            assert area.input_value() == "x / w" and area.evaluate("e => e === document.activeElement")
            assert back.is_hidden()
        more.get_by_role("button", name="Delete this answer").click()
        page.locator("[data-answer=gram] textarea").fill("other")
        more.locator("input[type=file]").set_input_files(file)
        expect(page.locator("[data-answer=slope] textarea")).to_have_value("x / w")
        assert page.evaluate("JSON.parse(localStorage.getItem('homework-zero/answer/gram')).aside") == "other"
        assert page.evaluate("localStorage.getItem('homework-zero/prediction/1a')") == "mine"
        file.write_text('{"format": 1, "answers": {}, "predictions": {"1a": "theirs", "1b": "new"}}')
        more.locator("input[type=file]").set_input_files(file)
        said = "1 prediction imported. What stood in a box can be taken back there."  # and no more, as before
        more.get_by_text(said, exact=True).wait_for()
        predicted = page.evaluate("['1a', '1b'].map(id => localStorage['homework-zero/prediction/' + id])")
        assert predicted == ["mine", "new"]
        for wrong in ('{"format": 2}', '{"format": 1, "answers": "x"}', '{"format": 1, "predictions": {"1a": 3}}'):
            file.write_text(wrong)
            more.locator("input[type=file]").set_input_files(file)
            more.get_by_text("This is no file of answers").wait_for()
            more.locator("p[role=status]").evaluate("e => { e.textContent = ''; }")


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
            assert "python -m hw0.checks answers.py" in names["__doc__"]
        more.get_by_text("python -m hw0.checks answers.py").wait_for()


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
        page.evaluate("() => { navigator.clipboard.writeText = async () => { throw Error(); }; }")  # as from a folder
        for copies, said in (("true", "Copied"), ("false", "The browser does not let the page copy")):
            page.evaluate(f"() => {{ document.execCommand = word => word === 'copy' && {copies}; }}")
            more.locator("p[role=status]").evaluate("e => { e.textContent = ''; }")
            more.get_by_role("button", name="Copy as a cell").click()
            more.get_by_text(said).wait_for()


def test_without_storage_it_still_judges_and_says_so(boxes, answer):
    with boxes.open("all") as (page, _):
        page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('no', 'SecurityError'); };")
        page.reload()
        assert answer(page, "slope", "w * x").get_attribute("data-verdict") == "wrong"
        page.locator(".answer-more summary").first.click()
        assert page.get_by_text("does not let the page keep anything").first.is_visible()
        with page.expect_download() as download:
            page.get_by_role("button", name="Export all answers").first.click()
        assert exported(download.value.path()) == {"format": 1, "answers": {"slope": "w * x"}}
