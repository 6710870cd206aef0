"""The still picture: paths, arrows and marks as text of SVG."""

import math
import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest

from livefig import Figure, axes, marks, still
from livefig.formulas import flat
from tests.livefig.demos import FIGURES, hinge, shrink


def numbers(text):
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", text)]


def test_a_tag_is_escaped_and_drops_what_is_empty():
    text = still.tag("text", "a", x=1.0, text_anchor="end", class_="lf-grid", id="")
    assert text == '<text x="1" text-anchor="end" class="lf-grid">a</text>'
    assert still.tag("path", d='"<&>') == '<path d="&quot;&lt;&amp;&gt;"/>'
    assert still.tag("g", x=1 / 3) == '<g x="0.33"/>'


def test_a_line_breaks_where_it_has_no_value():
    assert still.path([0, 1, 2, 3, 4], [0, 1, math.nan, 3, 4]) == "M0.0 0.0L1.0 1.0M3.0 3.0L4.0 4.0"
    assert still.path([math.inf, 1], [0, math.nan]) == ""


def test_a_line_of_other_lengths_is_refused():
    with pytest.raises(ValueError, match="zip"):
        still.path([0, 1], [0])


def test_an_area_is_a_polygon_for_each_run_of_places_that_have_all_three_numbers():
    nan = math.nan
    first, second = "M0.0 0.0L1.0 0.0L1.0 5.0L0.0 5.0", "M3.0 0.0L4.0 0.0L4.0 5.0L3.0 5.0"
    x, zero, five = [0, 1, 2, 3, 4], [0] * 5, [5] * 5
    assert still.area(x, zero, [5, 5, nan, 5, 5]) == first + second
    assert still.area(x, [0, 0, math.inf, 0, 0], five) == first + second
    assert still.area([0, 1, nan, 3, 4], zero, five) == first + second
    assert still.area([0, 1], [0, 0], [5, 5]) == first
    assert still.area([nan, 1], [0, 0], [nan, nan]) == still.area([], [], []) == ""


def test_an_arrow_ends_in_its_point_with_two_equal_barbs():
    x0, y0, x1, y1, *head = numbers(still.arrow(10.0, 20.0, 70.0, 100.0))
    assert (x0, y0, x1, y1) == (10, 20, 70, 100)
    left, tip, right = np.reshape(head, (3, 2))
    assert tuple(tip) == (70, 100)
    assert np.linalg.norm(left - tip) == pytest.approx(np.linalg.norm(right - tip), abs=0.1)
    assert 9 <= np.linalg.norm(left - tip) <= 10.2
    middle = (left + right) / 2 - tip
    # they point back along the shaft
    assert middle @ [60, 80] == pytest.approx(-np.linalg.norm(middle) * 100, rel=1e-2)


def test_an_arrow_can_end_before_a_point_that_is_drawn_there():
    assert numbers(still.arrow(0.0, 0.0, 30.0, 40.0, 10)) == numbers(still.arrow(0.0, 0.0, 24.0, 32.0))
    assert still.arrow(0.0, 0.0, 6.0, 8.0, 10) == ""


@pytest.mark.parametrize("end", [(0.0, 0.0), (0.5, 0.5), (math.nan, 3.0)])
def test_an_arrow_without_length_is_not_drawn(end):
    assert still.arrow(0.0, 0.0, *end) == ""


def test_thinning_keeps_ends_and_corners_only():
    assert still.thinned([0, 1, 2, 3, 4, 5], [0, 1, 2, 2, 2, 0]) == ([0, 2, 4, 5], [0, 2, 2, 0])
    # back on the same line is no straight line
    assert still.thinned([0, 1, 0.5], [0, 0, 0]) == ([0, 1, 0.5], [0, 0, 0])
    assert still.thinned([0], [1]) == ([0], [1])


def test_thinning_moves_no_curve_by_more_than_an_eye_can_see():
    x = np.linspace(0, 400, 401)
    y = 100 + 80 * np.sin(x / 30)
    xs, ys = still.thinned(x.tolist(), y.tolist())
    assert 60 < len(xs) < 160
    steepness = np.hypot(1, np.interp(x, xs[1:], np.diff(ys) / np.diff(xs)))
    assert np.max(np.abs(np.interp(x, xs, ys) - y) / steepness) < 0.11


def test_thinning_keeps_the_gaps_of_a_line():
    nan = math.nan
    xs, ys = still.thinned([0, 1, 2, 3, 4, 5, 6], [0, 0, 0, nan, 1, 1, 1])
    assert (xs, ys[:2], ys[3:]) == ([0, 2, 3, 4, 6], [0, 0], [1, 1])
    assert math.isnan(ys[2])
    assert still.thinned([0, 1], [nan, nan])[0] == [0, 1]


@pytest.mark.parametrize("factory", FIGURES, ids=lambda f: f.__name__)
def test_a_panel_is_well_formed_and_within_its_frame(factory):
    fig = factory()
    panels = fig.spec["panels"]
    for p in panels:
        root = ET.fromstring(still.panel(p, 340, len(panels) > 1, fig.spec["alt"]))
        inner = root.find("svg")
        left, width = float(inner.get("x")), float(inner.get("width"))
        assert left > 0
        assert left + width <= 340
        assert root.get("role") == "img"
        assert root.get("aria-label") == fig.spec["alt"]


def test_one_panel_carries_the_description():
    root = ET.fromstring(still.panel(shrink().spec["panels"][1], 340, True, ""))
    assert root.get("aria-hidden") == "true"
    assert root.get("role") is None


def test_the_legend_names_what_has_a_label():
    for factory in FIGURES:
        for p in factory().spec["panels"]:
            labels = [mark["label"] for mark in p["marks"] if "label" in mark]
            names = ["".join(entry.itertext()) for entry in ET.fromstring(still.legend(p)).findall("span")]
            assert names == [flat(label) for label in labels] != []
    assert still.legend({"marks": [{"type": "line"}]}) == ""


def test_points_and_texts_outside_the_plot_are_not_drawn():
    inside, outside = hinge({"w": 1.0, "b": 0.5}), hinge({"w": 0.05, "b": 2.0})  # the elbow at -0.5, and at -40
    near, far = (still.panel(figure.spec["panels"][0], 700, False, "") for figure in (inside, outside))
    assert "> = −0.50<" in near
    assert "> = −" not in far
    points, beyond = (re.findall(r'd="M[\d. ]+m', picture) for picture in (near, far))
    assert len(points) == len(beyond) + 1  # the ring that marks it


ALT = "A plot of a point, a ring, a text and some lines, which nobody but this test will ever look at."


def sketch(**more):
    return Figure("Sketch", name="sketch", alt=ALT, **{"xlim": (0, 1), "ylim": (0, 1)} | more)


def drawn(figure, width=680):
    """The root of the still picture of the first panel, and its Box."""
    panel = figure.spec["panels"][0]
    return ET.fromstring(still.panel(panel, width, False, "")), axes.box(panel, width, False)


def test_marks_stand_where_their_numbers_say():
    figure = sketch(ylim=(0, 2))
    figure.point(0.25, 1.5)
    figure.text(0.5, 0.5, "here", dx=3, dy=20)
    figure.vline(0.25)
    figure.hline(1.5)
    picture, box = drawn(figure)
    over = picture.findall("g")[-1]
    x, y = map(float, re.match(r"M([\d.]+) ([\d.]+)m", over.find("path").get("d")).groups())
    assert (x, y) == pytest.approx((box.width / 4, box.height / 4), abs=0.1)
    text = over.find("text")
    assert (float(text.get("x")), float(text.get("y"))) == pytest.approx((box.width / 2 + 3, 0.75 * box.height - 20),
                                                                         abs=0.1)
    vertical, horizontal = (path.get("d") for path in picture.find("svg") if not path.get("class"))
    assert vertical == f"M{box.width / 4:.1f} {box.height:.1f}L{box.width / 4:.1f} 0.0"
    assert horizontal == f"M0.0 {box.height / 4:.1f}L{box.width:.1f} {box.height / 4:.1f}"


def test_equal_scales_and_the_aspect_shape_the_plot():
    assert sketch(aspect=0.4).spec["panels"][0]["ratio"] != sketch().spec["panels"][0]["ratio"]
    _, box = drawn(sketch(equal=True))
    assert box.width == pytest.approx(box.height, rel=1e-2)


def test_plots_of_a_row_begin_and_end_together():
    fig = sketch(ylabel="share")
    fig.panel(xlim=(0, 1), ylim=(0, 1000), xlabel="time")
    first, second = (axes.box(p, 340, several=True) for p in fig.spec["panels"])
    assert (first.left, first.width) == (second.left, second.width)
    below = [box.outer - box.top - box.height for box in (first, second)]  # panels end together, and so do plots
    assert below[0] == below[1] == 48
    assert first.height == pytest.approx(second.height, abs=0.1)


def test_a_point_has_the_marker_of_its_role_and_a_larger_one_where_it_is_dragged():
    figure = sketch()
    k = figure.slider("k", 0.0, 1.0, 0.5)
    figure.point(k, 0.5, name="p")
    figure.point(0.1, 0.1, color="truth", r=3)
    figure.point(0.2, 0.2, color="model", label="m")
    handle, ring, diamond = figure.spec["panels"][0]["marks"]
    assert handle["d"] == marks.outline("circle", marks.HANDLE - marks.RIM)
    assert ring["d"] == marks.outline("circle", 3)
    assert diamond["d"] == marks.outline("diamond", 4.5 - marks.RIM)
    assert "Canvas" in ring["paint"]["fill"]
    assert diamond["paint"]["paint-order"] == "stroke"
    assert ring["paint"]["stroke-width"] == 2.2
    assert "translate(12 7)" in still.legend(figure.spec["panels"][0])


@pytest.mark.parametrize("top", [0.5, 5.0])
def test_with_equal_scales_the_plot_stands_in_the_middle(top):
    panel = sketch(ylim=(0, top), equal=True).spec["panels"][0]
    box = axes.box(panel, 900, False)
    left, right = box.left - panel["left"], 900 - axes.RIGHT - box.left - box.width
    above, below = box.top - panel["top"], box.outer - panel["bottom"] - box.top - box.height
    assert (left, above) == pytest.approx((right, below))
    assert [left > 1, above > 1] == [top > 1, top < 1]
    assert box.width == pytest.approx(box.height / top)


def test_a_curve_keeps_its_ends_and_marks_keep_their_paint():
    figure = sketch(xlim=(1, 100), xlog=True)
    figure.curve(lambda x: 0 * x, 1, 10, 3, dash="", color="model", width=5)
    figure.area([1, 2], 0, 1, opacity=0.7)
    figure.text(1, 0, "a", color="truth")
    line, area, text = figure.spec["panels"][0]["marks"]
    assert np.allclose(line["x"].value, [1, np.sqrt(10), 10])
    assert line["paint"]["stroke-width"] == 5
    assert "stroke-dasharray" not in line["paint"]
    assert area["paint"]["fill-opacity"] == 0.7
    assert "truth-text" in text["paint"]["fill"]


def test_a_straight_line_is_drawn_with_two_points():
    figure = sketch()
    figure.line(np.linspace(0, 1, 50), np.linspace(0, 1, 50))
    picture, _ = drawn(figure)
    assert [path.get("d").count("L") for path in picture.find("svg") if not path.get("class")] == [1]


@pytest.mark.parametrize(("ticks", "axes"), [
    ({0: "0", 1: "1"}, 1), ({-1: "-1", 0: "0.0"}, 1), ({0: "0.005", 1: "0.1"}, 0), ({0: "small", 1: "large"}, 0)])
def test_only_a_zero_is_drawn_as_an_axis(ticks, axes):
    fig = Figure("Ticks", name="ticks", xlim=(-1, 1), ylim=(1, 2), xticks=ticks,
                 alt="An empty plot with ticks along the bottom, of which one may be called zero.")
    assert still.panel(fig.spec["panels"][0], 680, False, "").count("lf-zero") == axes
