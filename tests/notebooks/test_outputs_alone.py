"""Every stored figure and form works alone, in a frame without any rights but to run scripts, as in Colab."""

import json
from html import escape
from pathlib import Path

import pytest

from tools.chromium import serve, visit
from tools.run_notebooks import NOTEBOOKS

ROOT = Path(__file__).resolve().parents[2]
PAGE = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Outputs</title><link rel="icon" href="data:,">'
FRAME = '<iframe sandbox="allow-scripts" style="width:700px;height:900px" srcdoc="{}"></iframe>'
# In one frame: what is alive, how large and how it looks, and what it says after each slider was moved to its end.
STATE = """async () => {
  const root = document.querySelector('.livefig, .worksheet');
  for (let k = 0; !('live' in root.dataset) && k < 200; k++) await new Promise(done => setTimeout(done, 25));
  const before = root.innerHTML, { width, height } = root.getBoundingClientRect();
  for (const slider of root.querySelectorAll('input[type=range]')) {
    slider.value = +slider.value === +slider.max ? slider.min : slider.max;
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return { live: 'live' in root.dataset, width, height, border: getComputedStyle(root).borderTopLeftRadius,
    moves: !root.matches('.livefig') || before !== root.innerHTML };
}"""


def outputs_of(path):
    """Return the HTML of the figures and forms that a notebook stores."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    stored = ["".join(output.get("data", {}).get("text/html", "")) for cell in cells
              for output in cell.get("outputs", [])]
    return [html for html in stored if 'class="livefig"' in html or 'class="worksheet"' in html]


WITH_OUTPUTS = [path for pattern in NOTEBOOKS for path in sorted(ROOT.glob(pattern)) if outputs_of(path)]


def states(browser, folder, outputs):
    """Return the state of each output, each in a frame of its own, and what the console said."""
    frames = "\n".join(FRAME.format(escape(f"<!doctype html><meta charset=utf-8><body>{html}")) for html in outputs)
    (folder / "outputs.html").write_text(PAGE + frames, encoding="utf-8")
    with serve(folder) as address, visit(browser, address + "outputs.html") as (page, log):
        return [frame.evaluate(STATE) for frame in page.frames[1:]], log.console


@pytest.mark.parametrize("path", WITH_OUTPUTS, ids=lambda path: path.stem)
def test_each_output_alone_is_alive_sized_and_styled(browser, tmp_path, path):
    outputs = outputs_of(path)
    found, console = states(browser, tmp_path, outputs)
    assert len(found) == len(outputs)
    for state in found:
        assert state["live"]
        assert state["moves"]
        assert state["width"] > 500
        assert state["height"] > 150
        assert state["border"] != "0px"
    assert console == []


def test_an_output_without_its_script_or_style_is_noticed(browser, tmp_path):
    html = outputs_of(ROOT / "index.ipynb")[0]
    bare = [html.replace('<script type="module"', '<script type="text/plain"'),
            html.replace("<style", "<template").replace("</style", "</template")]
    (dead, plain), _ = states(browser, tmp_path, bare)
    assert not dead["live"]
    assert plain["border"] == "0px"


@pytest.mark.parametrize("path", sorted([*ROOT.glob("chapters/*.ipynb"), *ROOT.glob("further/*.ipynb")]),
                         ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_solution_is_folded_in_a_notebook_too_and_shows_one_word_where_its_first_line_is_seen(path):
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if "hide-cell" in cell["metadata"].get("tags", ()):
            assert cell["source"][0] == "# solution\n", "JupyterLab shows the first line of a folded cell"
            assert cell["metadata"]["jupyter"] == {"source_hidden": True}, "JupyterLab folds by this, not by the tag"
