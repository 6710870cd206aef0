"""Formulas in a figure's words: what is read, what is heard, and the same elements in Python and in the page."""

import json
import re

import pytest

from livefig import Figure
from livefig.formulas import flat, pieces, plain, read, spoken, used
from livefig.typeset import html, svg
from tests.livefig import pages
from tests.livefig.browser import live, put
from tests.livefig.test_operations import ALT, blank


@pytest.mark.parametrize(("tex", "shown", "aloud"), [
    (r"x^\top A x", "x⊤Ax", "x transposed A x"),
    (r"(X^\top X + \lambda I)^{-1} X^\top y", "(X⊤X + λI)−1X⊤y", "(X transposed X plus λ I) inverse X transposed y"),
    (r"X^\dagger y", "X†y", "X pseudoinverse y"),
    (r"-b/w", "−b/w", "minus b over w"),
    (r"\lVert X w - y\rVert^2", "∥Xw − y∥2", "norm of X w minus y, squared"),
    (r"1/\lVert c\rVert", "1/∥c∥", "1 over norm of c"),
    (r"\log_{10} \lambda", "log10 λ", "log 10 λ"),
    (r"x_1 \cos x_2", "x1 cos x2", "x 1 cos x 2"),
    (r"\max(0, b)", "max(0, b)", "max (0, b)"),
    (r"\sqrt{\lambda}", "√λ", "square root of λ"),
    (r"\sqrt{1 + x^2}", "√(1 + x2)", "square root of (1 plus x squared)"),
    (r"10^{-3}", "10−3", "10 to the power minus 3"),
    ("e' = 2", "e′ = 2", "e prime equals 2"),
    (r"A_{12} < |b|", "A12 < |b|", "A 12 less than | b |"),
])
def test_a_formula_has_its_letters_in_order_and_is_heard_in_words(tex, shown, aloud):
    assert flat(f"${tex}$") == shown
    assert spoken(f"at ${tex}$.") == f"at {aloud}."


@pytest.mark.parametrize(("text", "shown"), [
    (r"The row $2x^\top A$", "The row 2xᵀA"),
    (r"$(X^\top X + \lambda I)^{-1} X^\top y$", "(XᵀX + λI)⁻¹Xᵀy"),
    (r"$\Sigma^\dagger$, $w'$", "Σ†, w′"),
    (r"$w_{ij}$, $\sigma_1^2$, $v_x$", "wᵢⱼ, σ₁², v_x"),
    (r"$x^{ab}$, $x^a$", "x^(ab), x^a"),
    ("no formula, x^2", "no formula, x^2"),
])
def test_a_terminal_gets_raised_and_lowered_signs_where_there_are_some(text, shown):
    assert plain(text) == shown


def test_letters_are_slanted_and_numbers_are_not():
    assert [tuple(run)[:2] for run in read(r"2 x_i^2 + \Sigma").runs] == [
        ("", "2"), ("i", "x"), ("sub i", "i"), ("sup", "2"), ("", " + Σ")]


def test_an_exponent_stands_above_an_index():
    assert [run.back for run in read(r"\sigma_1^2").runs] == [0, 0, 0.5]
    assert [run.back for run in read(r"\sigma_{10}^2").runs] == [0, 0, 0], "what is wider has no known width"
    assert "margin-left: -0.5em;" in html(r"$w_1^2$")
    assert re.findall(r'd[xy]="(-?[\d.]+)"', svg("$w_1^2$ grows")) == ["3", "-5.1", "-8", "5"]


@pytest.mark.parametrize(("text", "says"), [
    ("$x", "a second one closes it"),
    ("costs 3 $", "a second one closes it"),
    ("$$", "nothing stands between"),
    (r"$\hat w$", r"figures do not know \\hat"),
    ("$x^$", "missing at its end"),
    ("$x}$", "a } that no { opens"),
    ("$x^{2$", "a { that no } closes"),
])
def test_a_formula_that_cannot_be_read_is_refused(text, says):
    fig = blank()
    fig.line([0, 1], [0, 1], label=text)
    for act in (lambda: pieces(text), fig.json, fig.html):
        with pytest.raises(ValueError, match=says):
            act()


def test_a_number_that_changes_stands_outside_of_a_formula():
    fig = blank()
    fig.readout("slope", "$w = {:.2f}$", fig.slider("w", 0.0, 1.0, 0.5))
    with pytest.raises(ValueError, match="before a number that changes"):
        fig.json()


def test_what_is_heard_only_has_no_formula():
    with pytest.raises(ValueError, match="put its formulas into words"):
        Figure("A test", name="test", alt=f"{ALT} It shows $x$.")


def typeset(at=None):
    """A figure with a formula in every kind of text."""
    fig = Figure(r"The norm of $X^\top w$ & $w_1^2$", name="test", alt=ALT, at=at, xlim=(0, 1), ylim=(1e-6, 1),
                 ylog=True, xlabel=r"$\sigma_1$, first", ylabel="$10^k$", caption="As in $e = -b/w$.")
    a = fig.slider("a", 0.0, 1.0, 0.5, label=r"rate $\eta$", play=3)
    k = fig.slider("k", 0, 1, 0, label="$k$", names=["$W_1$", "$W_2$"])
    fig.choice("c", [r"large $\sigma$", "none"], label="which")
    fig.line([0, 1], [0.1, a], label=r"$x^\top A x$ & more")
    fig.text(a, 0.1, "$w_1$ = {:.1f}", a)
    fig.readout(r"$\lVert w\rVert^2$", "{:.2f}", a)
    fig.case((a > 0.9, "No formula, {:.1f}.", a), (k == 1, r"$\delta$ and $w_1$ at {:.1f}.", a),
             otherwise=r"$\delta_{ik}$ at {:.1f}, $w' < 0$.", values=[a])
    fig.data_table(["$A$", "of $x_1$"], [["$f_1$", ("{:.1f}", a)], ["b", ("$e$ = {:.1f}", a)]])
    return fig


ALL = """root => [...root.querySelectorAll('.lf-math, .lf-number')].filter(e => !e.closest('.lf-wide'))
  .map(e => e.outerHTML)"""


def test_the_page_typesets_as_python_does(book):
    name = pages.site(book.folder, "typeset", typeset())
    with book.open(name, java_script_enabled=False) as (page, _):
        still = page.locator("#fig-test").evaluate(ALL)
    with book.open(name) as (page, _):
        assert live(page, "test").evaluate(ALL) == still
    assert len(still) > 20


def test_a_step_writes_the_numbers_and_leaves_the_formulas(book):
    with book.open(pages.site(book.folder, "typeset", typeset())) as (page, _):
        sentence = live(page, "test").locator(".lf-case > span")
        sentence.evaluate("e => { window.kept = e.querySelector('.lf-math'); }")
        kept = "e => window.kept === e.querySelector('.lf-math')"
        put(page, typeset(), a=0.6)
        assert sentence.inner_text() == "δik at 0.6, w′ < 0."
        assert sentence.evaluate(kept)
        put(page, typeset(), k=1)
        assert sentence.inner_text() == "δ and w1 at 0.6."
        assert not sentence.evaluate(kept)
        put(page, typeset(), a=1.0)
        assert sentence.inner_text() == "No formula, 1.0."


def test_formulas_are_heard_in_words(book):
    with book.open(pages.site(book.folder, "typeset", typeset())) as (page, _):
        root = live(page, "test")
        assert root.get_by_role("slider", name="rate η").count() == 1
        assert root.get_by_role("button", name="Play: rate η").count() == 1
        assert root.locator("option").first.inner_text() == "large σ"
        assert root.locator("[aria-valuetext='W 1']").count() == 1
        put(page, typeset(), a=0.6)
        said = root.locator(".lf-said")
        said.get_by_text("0.60").wait_for(state="attached")
        assert said.inner_text() == "norm of w, squared: 0.60. δ i k at 0.6, w prime less than 0."


def test_each_formula_goes_to_the_page_once():
    formulas = json.loads(typeset().json())["formulas"]
    assert formulas["w_1"] == ["w 1", ["i", "w"], ["sub", "1"]]
    assert len(formulas) == len(used(typeset().spec)) == len(set(formulas))
