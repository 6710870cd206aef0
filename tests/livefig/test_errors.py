"""What cannot be traced, drawn or said is an error that says what to write instead."""

import math

import numpy as np
import pytest

from livefig import Figure, TraceError
from tests.livefig.test_operations import ALT, V, blank


@pytest.fixture
def fig():
    f = blank()
    f.a, f.v = f.slider("a", -1.0, 1.0, 0.5), f.slider("b", 0.0, 1.0, 0.0) + V
    f.n = f.slider("n", -3, 3, -1)
    return f


def another():
    return blank().slider("z", 0, 1, 0)


UNTRACEABLE = {
    "if": (lambda f: 1 if f.a > 0 else 2, "np.where"),
    "and": (lambda f: f.a > 0 and f.a < 1, "np.where"),
    "a chain of comparisons": (lambda f: 0 < f.a < 1, "np.where"),
    "max": (lambda f: max(0, f.a), "np.maximum"),
    "any": (lambda f: np.any(f.v < 0) or 1, "np.where"),
    "float": (lambda f: float(f.a), "np.exp, not math.exp"),
    "math": (lambda f: math.exp(f.a), "np.exp, not math.exp"),
    "asarray": (lambda f: np.asarray(f.v, dtype=float), "asarray"),
    "array of tracers": (lambda f: np.array([f.a, f.a]), "np.stack"),
    "index of an array": (lambda f: V[f.a], "fig.table"),
    "index of a list": (lambda f: [1, 2][f.a], "fig.table"),
    "range": (lambda f: range(f.a), r"np.arange\(n\) < k"),
    "a matrix of tracers": (lambda f: np.array([[f.a, 0], [0, f.a]]), r"np.stack\(\[a, b, c, d\]\).reshape\(2, 2\)"),
    "a part that grows": (lambda f: V[:f.n], r"np.arange\(n\) < k"),
    "a shape that grows": (lambda f: np.ones((f.n, 2)), r"np.arange\(n\) < k"),
    "a range of NumPy": (lambda f: np.arange(f.n), r"np.arange\(n\) < k"),
    "a number of points": (lambda f: np.linspace(0, f.a, f.n), r"np.arange\(n\) < k"),
    "copies, as many as a slider says": (lambda f: np.repeat(f.v, f.n), "np.repeat cannot follow .*np.arange"),
    "copies of what is constant": (lambda f: np.tile(V, f.n), "np.tile cannot follow"),
    "turned round as far as a slider says": (lambda f: np.roll(f.v, f.n), "np.roll cannot follow .*np.take"),
    "random numbers about a slider": (lambda f: np.random.default_rng(0).normal(f.a), r"fig.table\(draws\)\[k\]"),
    "a seed": (lambda f: np.random.default_rng(f.n), r"fig.table\(draws\)\[k\]"),
    "determinant": (lambda f: np.linalg.det(f.v.reshape(2, 2)), r"np.linalg.det cannot.*help\(livefig\) lists"),
    "the diagonal of a stack": (lambda f: np.diag(f.v.reshape(2, 2, 1)), "np.diag of an array of 3 axes"),
    "the trace of a vector": (lambda f: np.trace(f.v), "np.trace of an array of 1 axes"),
    "svd": (lambda f: np.linalg.svd(f.v[:, None] * V), "np.linalg.svd cannot be traced"),
    "sort": (lambda f: np.sort(f.v), "np.sort cannot be traced"),
    "interp": (lambda f: np.interp(f.a, V, V), "np.interp cannot be traced|asarray"),
    "einsum": (lambda f: np.einsum("i,i", f.v, V), "np.einsum cannot be traced"),
    "a ufunc that the page lacks": (lambda f: np.nextafter(f.a, 1), "np.nextafter cannot be traced"),
    "accumulate": (lambda f: np.add.accumulate(f.v), "np.add.accumulate cannot"),
    "where with one argument": (lambda f: np.where(f.v > 0), "np.where with one argument"),
    "another norm": (lambda f: np.linalg.norm(f.v, ord=1), "ord=1"),
    "stacks of matrices": (lambda f: np.matmul(f.v * np.ones((2, 4, 4)), V), "vectors and matrices"),
    "+=": (lambda f: f.v.__iadd__(1), "x = x \\+ 1"),
    "+= on an array": (lambda f: V.copy().__iadd__(f.v), "x = x \\+ 1"),
    "assignment": (lambda f: f.v.__setitem__(0, 1), "np.where or np.stack"),
    "complex numbers": (lambda f: f.v.astype(complex), "astype\\(complex128\\) cannot be traced"),
    "a mask": (lambda f: f.v[f.v > 0], "np.where for masks"),
    "f-string": (lambda f: f"{f.a:.2f}", "template"),
    "an index that is not whole": (lambda f: f.table(V)[f.a], "whole-number"),
    "text": (lambda f: f.text(0, 0, "{:.2f}", np.array(["x"])), "only numbers"),
    "no coordinate": (lambda f: f.line([0, 1], None), "only numbers can go into a figure; got object in None"),
    "a value of another figure": (lambda f: f.a + another(), "another Figure"),
    "a mark of another figure": (lambda f: f.point(another(), 0, name="p"), "another Figure"),
    "shapes that do not broadcast": (lambda f: f.v + np.ones(3), r"shapes \(4,\) and \(3,\) do not fit.*x\[:, None\]"),
    "one over a whole number": (lambda f: f.n**-1, r"np.power: Integers to negative .*n\*\*-1.0, 2.0\*\*n"),
    "a whole number to a negative power": (lambda f: 2**f.n, r"np.power: Integers to negative .*n\*\*-1.0, 2.0\*\*n"),
    "an argument that a handler lacks": (lambda f: np.sum(f.v, where=V > 0), "np.sum with where= cannot be traced"),
    "too many arguments": (lambda f: np.cumsum(f.v, 0, float), "np.cumsum with these arguments cannot be traced"),
    "a method's argument": (lambda f: f.v.mean(dtype=float), "np.mean with dtype= cannot be traced"),
    "no axis": (lambda f: np.sum(f.v, axis="x"), "np.sum with axis= cannot be traced"),
    "no lower bound": (lambda f: np.clip(f.n, None, 2), "only numbers can go into a figure"),
    "shapes that do not multiply": (lambda f: f.v @ np.ones((3, 4)),
                                    r"\(4,\) and \(3, 4\) do not fit: 4 columns meet 3 rows"),
}


def test_storing_into_an_array_says_what_to_write(fig):  # NumPy wraps our error in its own
    with pytest.raises(ValueError, match="setting an array element") as caught:
        np.zeros(2)[0] = fig.a
    assert "np.stack" in str(caught.value.__cause__)


@pytest.mark.parametrize("name", ["sort", "tolist", "item", "real"])
def test_what_an_array_has_and_a_slider_has_not_leads_to_the_list(fig, name):
    with pytest.raises(AttributeError, match=rf"has no \.{name}: help\(livefig\) lists"):
        getattr(fig.v, name)
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        fig.v.nonsense  # noqa: B018
    assert not hasattr(fig.v, "__array_interface__")  # NumPy asks for it, and would freeze the value


OF_ANOTHER_KIND = {
    "bound": (lambda f: f.slider("c", "0", 1, 1), "slider 'c': lo must be a number; got '0'"),
    "a bound that follows a slider": (lambda f: f.slider("c", 0, f.a, 1), "slider 'c': hi must be a number"),
    "step": (lambda f: f.slider("c", 0, 1, 1, step=[1]), r"slider 'c': step must be a number; got \[1\]"),
    "starts": (lambda f: blank(at=[1]), r"at must be {name of an input: value}; got \[1\]"),
    "curve": (lambda f: f.curve(f.a), "curve draws a function of x, such as lambda x: a \\* x"),
    "readout": (lambda f: f.readout("height", f.a), "a text with fields such as '{:.2f}' stands before its values"),
    "case": (lambda f: f.case("yes"), r"case 0: give \(condition, template, \*values\); got 'yes'"),
    "a case without a text": (lambda f: f.case((f.a > 0,)), r"case 0: give \(condition, template, \*values\)"),
    "cell": (lambda f: f.data_table(["x"], [[1.5]]), r"a cell is a text or \(template, \*values\).*got 1.5"),
    "a cell with a slider's value": (lambda f: f.data_table(["x"], [[f.a]]), r"a cell is a text or .*got Tracer"),
    "an empty cell": (lambda f: f.data_table(["x"], [[()]]), r"a cell is a text or .*got \(\)"),
}


WRONG = {
    "coordinates": (lambda f: f.line(np.ones(3), f.v), "different lengths {'x': 3, 'y': 4}"),
    "no coordinates beside one": (lambda f: f.line([], 5.0), "different lengths {'x': 0, 'y': 1}"),
    "value off the grid": (lambda f: f.slider("c", 0.0, 1.0, 0.333, step=0.1),
                           r"value=0.333 is not on the grid 0.0, 0.1, \.\.\.; its neighbours are 0.3 and 0.4\."),
    "value outside": (lambda f: f.slider("c", 0, 1, 2), "value=2 is not between 0 and 1"),
    "end off the grid": (lambda f: f.slider("c", 0.0, 1.0, 0.0, step=0.3), "hi=1.0 is not on the grid"),
    "bounds the wrong way": (lambda f: f.slider("c", 1, 0, 1), "lo < hi; got 1 and 0"),
    "no range": (lambda f: f.slider("c", 1.0, 1.0, 1.0), "lo < hi"),
    "NaN bound": (lambda f: f.slider("c", math.nan, 1.0, 1.0), "finite bounds"),
    "infinite bound": (lambda f: f.slider("c", 0.0, math.inf, 1.0), "finite bounds"),
    "step": (lambda f: f.slider("c", 0.0, 1.0, 0.0, step=0.0), "step > 0"),
    "too many digits": (lambda f: f.slider("c", 0, 3 * 10**12, 0),
                        "steps of 1 from 0 to 3000000000000 are too fine for 12 digits"),
    "a NaN as value": (lambda f: setattr(f, "value", {"a": math.nan}),
                       r"slider 'a': nan is not between -1\.0 and 1\.0"),
    "play": (lambda f: f.slider("c", 0, 9, 0, play=0), "seconds"),
    "format of a slider": (lambda f: f.slider("c", 0, 9, 0, fmt="2f"), "must look like .2f"),
    "names of a slider": (lambda f: f.slider("c", 0, 9, 0, names=["a"]), "1 names need whole numbers from 0 to 0"),
    "name taken": (lambda f: f.slider("a", 0, 1, 0), "has an input of that name"),
    "name for the address bar": (lambda f: f.slider("λ=", 0, 1, 0), "address bar"),
    "option": (lambda f: f.choice("c", ["x", "y"], 2), "2 options"),
    "an option's name for its place": (lambda f: f.choice("c", ["x", "y"], "y"), "value='y' must be a position, 0, 1"),
    "a text as value": (lambda f: setattr(f, "value", {"a": "x"}), r"slider 'a': 'x' is not between -1\.0 and 1\.0"),
    "several lines at once": (lambda f: f.line(np.ones((2, 3)), np.ones((2, 3))), "one line at a time; got shapes"),
    "a curve of another shape": (lambda f: f.curve(lambda x: f.v), r"f\(x\) has shape \(4,\) for x of shape \(201,\)"),
    "a toggle half on": (lambda f: f.toggle("t", 0.5), "value=0.5 must be 0 or 1"),
    "an index in a list": (lambda f: f.choice("c", ["one", "at $x_1$"]), r"call 'at \$x_1\$' by a name"),
    "field of an array": (lambda f: f.readout("x", "{:.2f}", f.v), r"shows one number; got shape \(4,\)"),
    "too few fields": (lambda f: f.readout("x", "{:.2f}", f.a, f.a), "each of its 2 values"),
    "too many fields": (lambda f: f.readout("x", "{:.2f} {:.2f}", f.a), "each of its 1 values"),
    "a format the page lacks": (lambda f: f.readout("x", "{:>8}", f.a), "one field such as"),
    "condition": (lambda f: f.case((f.v > 0, "yes")), "one truth value"),
    "table": (lambda f: f.data_table(["x", "y"], [["a"]]), "row of 1 cells in a table of 2"),
    "colour": (lambda f: f.line([0, 1], [0, 1], color="red"),
               "must be a role: data, truth, model, compare, third, muted"),
    "marker": (lambda f: f.point(0, 0, marker="star"), "must be one of ring, circle"),
    "dash": (lambda f: f.line([0, 1], [0, 1], dash="dotted"), "lengths in pixels"),
    "anchor": (lambda f: f.text(0, 0, "x", anchor="left"), "start, middle or end"),
    "nameless point to drag": (lambda f: f.point(f.a, 0), "name='target'"),
    "a point to drag that only follows": (lambda f: f.point(f.a + f.n, 0, name="edge"), "'edge': only a coordinate"),
    "a box for a slider without names": (lambda f: f.pick(0, 0, f.a, 0, size=(80, 44)), "no option of a control with"),
    "a box for what is no control": (lambda f: f.pick(0, 0, f.a + 1, 0, size=(80, 44)), "give the value of a choice"),
    "a box for an option too many": (lambda f: f.pick(0, 0, f.choice("c", "xy"), 2, size=(80, 44)), "2 is no option"),
    "limits": (lambda f: f.panel(xlim=(1, 0)), "xlim must be two finite numbers lo < hi"),
    "one limit": (lambda f: f.panel(xlim=3), "xlim must be two finite numbers lo < hi.*got 3"),
    "three limits": (lambda f: f.panel(ylim=(0, 1, 2)), r"ylim must be two finite numbers lo < hi.*got \(0, 1, 2\)"),
    "a limit that follows a slider": (lambda f: f.panel(xlim=(0, f.a)), "xlim must be two finite numbers lo < hi"),
    "NaN limits": (lambda f: f.panel(ylim=(math.nan, 1)), "ylim must be two finite numbers"),
    "limits too far apart": (lambda f: f.panel(ylim=(-1e308, 1e308)),
                             r"ylim must be two finite numbers lo < hi < lo \+ 1e300"),
    "limits that share twelve digits": (lambda f: f.panel(xlim=(1e12, 1e12 + 6)),
                                        "label 1000000000006: subtract 1000000000000.0"),
    "milliseconds since 1970": (lambda f: f.panel(xlim=(1.7e12, 1.7e12 + 10)), "subtract 1700000000000.0 and say so"),
    "limits that share eleven decimals": (lambda f: f.panel(ylim=(1, 1 + 1e-11)), "label 1.0000000000.*subtract 1 and"),
    "logarithm of zero": (lambda f: f.panel(xlim=(0, 1), xlog=True), "above 0"),
    "equal logarithms": (lambda f: f.panel(xlim=(1, 2), xlog=True, equal=True), "two linear axes"),
    "state": (lambda f: setattr(f, "value", {"q": 1}), "there is no input q; this figure has a, b, n"),
}


@pytest.mark.parametrize(("error", "code", "message"), [
    (error, *row) for error, table in ((TraceError, UNTRACEABLE), (TypeError, OF_ANOTHER_KIND), (ValueError, WRONG))
    for row in table.values()], ids=[*UNTRACEABLE, *OF_ANOTHER_KIND, *WRONG])
def test_what_cannot_be_traced_or_drawn_says_what_to_write(fig, error, code, message):
    with pytest.raises(error, match=message):
        code(fig)


@pytest.mark.parametrize(("change", "message"), [
    ({"title": ""}, "title"), ({"name": "My figure"}, "slug"), ({"alt": "A line."}, "10 to 40 words.*got 2"),
    ({"alt": "word " * 41}, "got 41")])
def test_a_figure_needs_a_name_and_a_description(change, message):
    with pytest.raises(ValueError, match=message):
        Figure(**{"title": "A test", "name": "test", "alt": ALT, **change})


def with_sliders(count, at=None):
    fig = blank(at=at)
    for k in range(count):
        fig.slider(f"s{k}", -2.0, 2.0, 1.0)
    return fig


@pytest.mark.parametrize(("act", "message"), [
    (lambda: with_sliders(1, {"q": 1}).json(), "at: there is no input q; this figure has s0"),
    (lambda: Figure("A test", name="test", alt=ALT).line([0, 1], [0, 1]), "no panel yet"),
    (lambda: Figure("A test", name="test", alt=ALT).html(), "no panel yet"),
    (lambda: with_sliders(31).toggle("more"), "at most 31"),        # as many as the page can follow
    *((lambda value=value: with_sliders(1, {"s0": value}), r"slider 's0': .* is not between -2\.0 and 2\.0")
      for value in (99.0, -99.0, math.nan, math.inf)),
])
def test_a_figure_with_too_little_too_much_or_another_start_is_refused(act, message):
    with pytest.raises(ValueError, match=message):
        act()
