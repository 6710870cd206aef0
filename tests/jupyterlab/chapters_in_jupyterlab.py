"""The chapters in a real JupyterLab, the newest one, driven as a reader does.

It needs a package registry and minutes, so `make test` does not collect it: `make lab-test` does.
"""

import pytest

from tests.jupyterlab.server import install, serve, window
from tests.site.stand_in import ROOT

CHAPTERS = sorted((ROOT / "chapters").glob("*.ipynb"))
NAMES = [chapter.name for chapter in CHAPTERS]
ELBOW, NETWORKS, LOG = NAMES[4], NAMES[5], NAMES[6]
SLOPE = "lambda w, b, x, delta, lr: w - lr * delta * x if w * x + b > 0 else w"
HINT = "To move it, run this cell, or trust the notebook."


@pytest.fixture(scope="module")
def python(tmp_path_factory):
    return install(tmp_path_factory.mktemp("jupyterlab") / "venv", ROOT)


@pytest.fixture
def opened(python, browser, tmp_path):
    """Return a function that opens a chapter, freshly copied, in a JupyterLab of its own."""
    with serve(python, CHAPTERS, tmp_path) as address, window(browser) as notebook:

        def open_chapter(name):
            notebook.open(address, name)
            return notebook

        yield open_chapter
        notebook.log.console = [said for said in notebook.log.console if said.startswith(("error", "page error"))]
        notebook.log.assert_clean()


def alive(notebook, number):
    """Wait until the figure of a cell is alive, and return it."""
    return notebook.output(number).wait_for_selector(".livefig[data-live]")


def looks(figure):
    """Return what shows whether a figure has its style: the edge of its card, and how wide its track is."""
    return figure.evaluate("(one) => [getComputedStyle(one).borderTopWidth, getComputedStyle(one).borderTopLeftRadius]")


@pytest.mark.parametrize("name", NAMES)
def test_untrusted_a_chapter_shows_pictures_and_says_how_to_move_them(opened, name):
    notebook = opened(name)
    shown = notebook.page.evaluate(
        "jupyterapp.shell.currentWidget.content.widgets.flatMap((cell, k) => cell.model.type === 'code' &&"
        " JSON.stringify(cell.model.outputs.toJSON()).includes('class=\\\\\"livefig') ? [k] : [])")
    assert shown
    for number in shown:
        output = notebook.output(number)
        assert output.query_selector(".livefig[data-live]") is None
        picture = output.wait_for_selector("img")
        assert picture.evaluate("(one) => one.decode().then(() => one.getBoundingClientRect().width)") > 300
        assert HINT in output.inner_text(), number


def test_trusted_its_figures_are_alive_before_anything_is_run(opened):
    notebook = opened(ELBOW)
    notebook.trust()
    figure = alive(notebook, notebook.find("figures.bend()"))
    assert looks(figure)[0] == "1px"
    numbers = figure.query_selector(".lf-numbers")
    before = numbers.inner_text()
    figure.query_selector("input[type=range]").press("Home")
    notebook.page.wait_for_function("([one, before]) => one.innerText !== before", arg=[numbers, before])


@pytest.mark.parametrize("name", NAMES)
def test_run_all_raises_nothing_and_every_figure_is_alive(opened, name):
    notebook = opened(name)
    notebook.command("notebook:run-all-cells")
    assert notebook.errors() == []
    for number in notebook.page.evaluate(
            "jupyterapp.shell.currentWidget.content.widgets.flatMap((cell, k) => cell.model.type === 'code' &&"
            " /^figures\\.[a-z_]+\\(\\)$/.test(cell.model.sharedModel.getSource().trim()) ? [k] : [])"):
        if notebook.output(number).query_selector(".livefig"):
            alive(notebook, number)


def test_a_figure_that_is_replaced_takes_neither_style_nor_life_from_the_others(opened):
    notebook = opened(ELBOW)
    notebook.trust()
    first, second = notebook.find("figures.bend()"), notebook.find("figures.pivot()")
    before = looks(alive(notebook, second))
    notebook.run(first, "1 + 1")
    assert notebook.output(first).inner_text().strip().endswith("2")
    assert looks(alive(notebook, second)) == before
    notebook.command("docmanager:save")
    assert not notebook.is_dirty()
    notebook.page.reload()
    notebook.ready()
    assert looks(alive(notebook, second)) == before


def test_a_wrong_and_a_right_answer_get_their_verdicts(opened):
    notebook = opened(ELBOW)
    notebook.run(notebook.find("from hw0.checks import check"))
    number = notebook.find('check("5.slope", my_slope)')
    for answer, verdict in [("lambda w, b, x, delta, lr: w", "✗ Wrong"), (SLOPE, "✓ Right")]:
        notebook.run(number, f'check("5.slope", {answer})')
        notebook.page.wait_for_function("([one, verdict]) => one.innerText.includes(verdict)",
                                        arg=[notebook.output(number), verdict])


def test_what_is_typed_into_a_worksheet_is_there_in_the_next_kernel(opened):
    notebook = opened(LOG)
    notebook.run(notebook.find("from hw0 import study_log"))
    number = notebook.find("sheets.credits()")
    notebook.run(number)
    notebook.output(number).wait_for_selector("textarea").fill("Vectors of 3 × 5 numbers")
    notebook.page.keyboard.press("Tab")
    notebook.page.wait_for_timeout(1000)
    notebook.command("kernelmenu:restart")
    notebook.page.locator(".jp-Dialog button.jp-mod-accept").click()
    notebook.run(notebook.find("from hw0 import study_log"))
    notebook.run(number)
    assert notebook.output(number).wait_for_selector("textarea").input_value() == "Vectors of 3 × 5 numbers"


def test_the_training_panel_trains_and_stops(opened):
    notebook = opened(NETWORKS)
    notebook.run(notebook.find("from hw0.figures import networks as figures"))
    number = notebook.find("figures.TrainingPanel()")
    notebook.run(number)
    panel = notebook.output(number)
    panel.wait_for_selector("text=Start").click()
    notebook.page.wait_for_function("(one) => /Epoch \\d+ of \\d+, loss \\d/.test(one.innerText)", arg=panel)
    panel.wait_for_selector("text=Stop").click()
    notebook.page.wait_for_function("(one) => /stopped|done/.test(one.innerText)", arg=panel)
