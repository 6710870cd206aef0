"""The box in a browser: verdicts, errors with their places, keys, readers of every kind."""

import pathlib

import pytest

AXE = (pathlib.Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
PHONE = {"viewport": {"width": 320, "height": 640}}


def text_of(output):
    return " ".join(output.inner_text().split())


@pytest.fixture(scope="module")
def opened(boxes):
    """A page that is answered again and again."""
    with boxes.open("all") as (page, _):
        yield page


SIGNS = {"right": "✓ Right", "incomplete": "◐ Right, but incomplete", "wrong": "✗ Wrong",
         "beyond": "↗ Beyond this page", "unread": ("! Not read yet", "… No answer yet")}


@pytest.mark.parametrize("part, written, verdict, said", [
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
    ("side", "‘right’", "wrong", "The other way."),  # as a phone's keyboard writes it
    ("pair", "v, 2 * v", "right", "No counterexample found."),
    ("pair", "v, v", "wrong", "Expected ( 1 2 3 , 4 2 6 ) Got ( 3 1 2 , 3 1 2 )"),
    ("gram", "X.T @ X + np.diag(k) + np.eye(len(k), len(k), 1)", "wrong", "They differ at [0, 1]."),
])
def test_a_verdict_is_shown(opened, answer, part, written, verdict, said):
    output = answer(opened, part, written)
    assert output.get_attribute("data-verdict") == verdict
    assert text_of(output).startswith(SIGNS[verdict])
    assert output.locator(".answer-verdict [aria-hidden=true]").count() == 1  # its word is enough
    assert opened.get_attribute(f"[data-answer={part}] textarea", "aria-invalid") == str(verdict == "unread").lower()
    assert said in text_of(output)


@pytest.mark.parametrize("width", [1280, 390])
def test_a_right_answer_moves_nothing(boxes, answer, width):
    with boxes.open("all", viewport={"width": width, "height": 844}) as (page, _):
        box = page.locator(".answer").filter(has=page.locator("[data-answer=slope]"))
        of_page = "e => e.getBoundingClientRect().top + scrollY"
        answer(page, "slope", "None")
        box.locator("textarea").fill("x / w if w else 0")
        before = box.locator(".answer-more").evaluate(of_page)
        assert answer(page, "slope", "x / w if w else 0").get_attribute("data-verdict") == "right"
        assert box.locator(".answer-more").evaluate(of_page) == before
        page.reload()
        assert box.locator("output").get_attribute("data-verdict") == "right"
        assert box.locator(".answer-more").evaluate(of_page) == before


def test_each_box_holds_one_of_everything(boxes):
    with boxes.open("all") as (page, _):
        assert page.locator("[data-answer]").count() == 5
        for box in page.locator("[data-answer]").all():
            for what in ("textarea", "button", "output[role=status]"):
                assert box.locator(what).count() == 1, what
        assert page.get_by_label("Your answer to slope", exact=True).first.is_visible()
        assert page.get_by_label("More on your answer to slope").first.is_visible()
        assert page.get_by_role("button", name="Check your answer to slope", exact=True).first.is_visible()


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
        assert "Column 19" in text_of(output) and "name 'y' is not defined" in text_of(output)
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
        before = "def f(w, x):\n    if w:\n        return x / w\n"
        assert area.input_value() == before + "    "
        page.keyboard.press("Backspace")  # a step of the margin
        assert area.input_value() == before
        page.keyboard.press("Control+z")
        assert area.input_value() == before + "    "
        page.keyboard.press("End")
        page.keyboard.type("  ")
        page.keyboard.press("Backspace")  # less than a step, a space
        page.keyboard.press("Backspace")
        page.keyboard.type("a = 1\n")  # the margin stays
        page.keyboard.type("return (\n00")  # and in a bracket, too
        page.keyboard.press("Backspace")  # no margin, a letter
        assert area.input_value() == f"{before}    a = 1\n    return (\n    0"
        page.keyboard.press("Shift+ArrowLeft")
        page.keyboard.press("Backspace")  # what is chosen
        page.keyboard.press("Backspace")
        assert area.input_value() == f"{before}    a = 1\n    return (\n"
        page.keyboard.type("0)")
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
        assert colours.locator(".given").inner_text() == "x"
        assert colours.locator(".known").all_inner_texts() == ["np", "abs"]
        assert colours.locator(".comment").inner_text() == "# why"


def test_hints_climb_after_wrong_tries(boxes, answer):
    with boxes.open("all") as (page, _):
        opened = page.locator("details[data-hint-for][open]")
        assert text_of(answer(page, "slope", "w * x")).endswith("Opened below: Hint.")
        assert opened.count() == 1
        answer(page, "slope", "x /")
        assert opened.count() == 1
        answer(page, "slope", "w")
        assert opened.locator("summary").all_inner_texts() == ["Hint", "Another hint"]


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
          globalThis.turns = 0;
          const turn = () => { turns++; setTimeout(turn, 0); };
          turn();
        }""")
        area = page.locator("[data-answer=slope] textarea")
        area.fill("t = 0\nwhile True:\n    t += 1\nt")
        before = page.evaluate("turns")
        area.press("Shift+Enter")
        page.locator("[data-answer=slope][aria-busy=true] output").filter(has_text="Checking …").wait_for()
        page.locator("[data-answer=slope]:not([aria-busy]) output[data-verdict=beyond]").wait_for(timeout=60_000)
        assert page.evaluate("turns") - before > 20  # others have their turn between slices, on a busy machine, too
