"""The figure as text: the same every time and everywhere, safe in a page, readable without a script."""

import html.parser
import itertools
import json
import re
import subprocess
import sys

import pytest

from livefig import Figure, axes
from livefig.page import ASSETS
from tests.livefig.demos import FIGURES, hinge, shrink, travel
from tests.livefig.test_operations import ALT, blank

IN_ANOTHER_PROCESS = """
import hashlib
from tests.livefig.demos import FIGURES
print([hashlib.sha256(f().html().encode()).hexdigest() for f in FIGURES])
"""
VOID = {"meta", "link", "input", "br", "img"}


class Balance(html.parser.HTMLParser):
    """Checks that every element is closed, and collects ids and texts."""

    def __init__(self, text):
        super().__init__()
        self.open, self.ids = [], []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)
        self.ids += [v for k, v in attrs if k == "id"]

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_two_processes_make_the_same_figures():
    runs = [subprocess.run([sys.executable, "-c", IN_ANOTHER_PROCESS], capture_output=True, text=True,
                           check=True).stdout for _ in range(2)]
    assert runs[0] == runs[1]
    assert len(set(json.loads(runs[0].replace("'", '"')))) == len(FIGURES)


@pytest.mark.parametrize("factory", FIGURES, ids=lambda f: f.__name__)
def test_html_is_well_formed_with_unique_ids(factory):
    parsed = Balance(factory().html(script=True))
    assert parsed.ids == [f"fig-{factory.__name__}", f"fig-{factory.__name__}-title"]


def test_text_cannot_break_out_of_the_page():
    evil = '</script><img src=x onerror="1">&"'
    fig = blank()
    fig.spec["title"] = fig.spec["caption"] = fig.spec["alt"] = evil
    fig.slider("a", 0, 1, 0, label=evil)
    fig.choice("c", [evil])
    fig.line([0, 1], [0, 1], label=evil)
    fig.text(0.5, 0.5, evil)
    fig.readout(evil, evil)
    fig.case(otherwise=evil)
    fig.data_table([evil], [[evil]])
    text = fig.html()
    Balance(text)
    assert text.count("<img") == 0
    assert text.count("</script") == 1


def test_the_still_picture_says_all_that_the_figure_says():
    text = hinge().html()
    for words in ("A ReLU unit and its elbow", "weight w", "1.00", "target (drag it)", "misses it by 1.50", "elbow: <b",
                  "<tspan> = −0.50</tspan>"):
        assert words in text
    assert f'role="img" aria-label="{hinge().spec["alt"]}"' in text
    assert '<th scope="row">1</th><td><b style="min-width:4ch">2.0</b></td>' in shrink().html()


def test_plain_text_for_a_terminal():
    bundle = travel()._repr_mimebundle_()
    assert set(bundle) == {"text/html", "text/plain"}
    assert bundle["text/plain"].splitlines() == [
        "Figure: Gradient flow and gradient steps", "step = 0 steps", "learning rate = 0.1", "show the flow = on",
        "After 0 steps more than half is left.",
    ]  # fmt: skip
    assert "direction | $\\sigma$ | kept\n1 | 2.0 | 80.0%" in str(shrink())


def test_every_output_carries_the_script_and_the_style():
    for figure in (hinge(), shrink(), hinge()):
        html = figure._repr_mimebundle_()["text/html"]
        assert ASSETS.script() in html
        assert ASSETS.style() in html


def test_starting_values_can_be_replaced():
    fig = travel(at={"k": 10, "rate": 2})
    assert fig.value == {"k": 10, "rate": 2, "flow": 1}
    assert "After 10 steps less than half" in fig.html()
    assert '"name":"k","label":"step","min":0,"max":40,"step":1,"value":10' in fig.json()


def test_equal_code_is_stored_once():
    fig = blank()
    a = fig.slider("a", 0.0, 1.0, 0.5)
    assert (a * 2 + 1).node == (a * 2 + 1).node


def test_grids_are_stored_as_their_ends():
    fig = blank()
    a = fig.slider("a", 0.0, 1.0, 0.5)
    fig.curve(lambda x: a * x, n=2001)
    assert '["linspace",[],0,1,2001]' in fig.json()


def test_roles_differ_without_colour():
    from livefig.marks import ROLES

    lines = {role: dash for role, (_, dash, _) in ROLES.items()}
    assert len({dash for role, dash in lines.items() if role != "data"}) == len(ROLES) - 1
    assert len({marker for role, (*_, marker) in ROLES.items() if role != "muted"}) == len(ROLES) - 1


@pytest.mark.parametrize(
    ("limits", "log", "labels"),
    [
        ((-3, 3), False, ["−3", "−2", "−1", "0", "1", "2", "3"]),
        ((0, 1), False, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        ((0.03, 30), True, ["0.1", "1", "10"]),
        ((1e-6, 1e6), True,
         ["1" if k == 0 else "10" if k == 1 else f"$10^{{{k}}}$" for k in range(-6, 7)]),
        ((1e-3, 1e4), True, ["0.001", "0.01", "0.1", "1", "10", "100", "1000", "10000"]),
        ((2, 8), True, ["2", "3", "4", "5", "6", "7", "8"]),  # no two powers of ten in sight
        ((0, 1e60), False, ["0", "2e59", "4e59", "6e59", "8e59", "1e60"]),
        ((-3e-12, -1e-12), False, ["−3e−12", "−2.5e−12", "−2e−12", "−1.5e−12", "−1e−12"]),
        ((1.7e9, 1.7e9 + 3), False,
         ["1700000000.0", "1700000000.5", "1700000001.0", "1700000001.5", "1700000002.0", "1700000002.5",
                                     "1700000003.0"]),
    ],
)
def test_ticks_are_round_numbers(limits, log, labels):
    assert [label for _, label in axes.ticks(*limits, log)] == labels


@pytest.mark.parametrize("needed", [1, 30, 70, 200])
def test_ticks_keep_their_distance_and_zero(needed):
    place = axes.scale((-3, 3), False, 300)
    kept = axes.spread(axes.ticks(-3, 3, False), place, needed)
    assert 0 in [v for v, _ in kept]
    places = [place(v) for v, _ in kept]
    assert all(b - a >= needed for a, b in itertools.pairwise(places))


@pytest.mark.parametrize("size", [1e-12, 1e-300, 1e200])
def test_axes_of_any_size_have_ticks_of_their_own(size):
    places, labels = zip(*axes.ticks(0.0, size, log=False), strict=True)
    assert len(set(places)) == len(set(labels)) == len(places) >= 4
    fig = Figure("A test", name="test", alt=ALT, xlim=(-size, size), ylim=(0, size))
    widths = [float(w) for w in re.findall(r'<svg [^>]*\bwidth="([^"]*)"', fig.html())]
    assert min(widths) > 200


def test_the_places_and_names_of_ticks_can_be_given():
    fig = Figure("t", name="t", alt=ALT, xlim=(0.4, 3.6), xticks={1: "a", 2: "b"}, yticks={})
    (panel,) = fig.spec["panels"]
    assert (panel["xticks"], panel["yticks"]) == ([(1.0, "a"), (2.0, "b")], [])
    assert "lf-grid" in fig.html() and ">b</text>" in fig.html()
