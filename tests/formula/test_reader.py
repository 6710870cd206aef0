"""The dialect of LaTeX is read as a reader reads it, and what cannot be read is named with its place."""

import pytest

from formula import nodes
from formula.errors import FormulaError
from formula.reader import read_expression
from formula.tree import children, names, replaced, walk
from tests.formula.alphabet import LETTERS


def read(latex):
    return read_expression(latex, LETTERS)


@pytest.mark.parametrize(("one", "other"), [
    (r"\frac12 t", r"\frac{1}{2} t"),
    (r"\frac1t", r"\frac{1}{t}"),
    (r"a^\top b", r"a^{\top} b"),
    (r"(a + b) c", r"\left( a + b \right) \cdot c"),
    (r"\lVert w \rVert^2 / 2", r"\left\lVert w \right\rVert^{2} / 2"),
    ("1/2h", "1/(2h)"),
    (r"\sum_{i = 1}^{n} w_i t", r"\sum_{i=1}^n (w_i t)"),
    (r"e^{-t}", r"\exp(-t)"),
    (r"\delta_{ik}", "[i = k]"),
    (r"df/dt", r"\frac{df}{dt}"),
    ("t^23 w_12", "t^2 3 w_1 2"),
])
def test_two_spellings_are_one_tree(one, other):
    assert read(one) == read(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("a b + c", "a (b + c)"), ("a / b c", "a / (b c)"), ("-a + b", "-(a + b)"), (r"\log a + b", r"\log(a + b)")],
)
def test_what_looks_alike_is_not_the_same(one, other):
    assert read(one) != read(other)


def test_names_of_the_table_are_read_whole():
    assert names(read("dX w'")) == ["dX", "w'"]
    assert names(read("d X")) == ["d", "X"]
    assert names(read("W^1 W^2")) == ["W^1", "W"]
    assert names(read(r"\hat X \tilde{X} \bar o_k")) == ["hat_X", "tilde_X", "bar_o", "k"]


def test_a_letter_before_brackets_is_applied_only_if_it_is_a_function():
    assert isinstance(read("J(w)"), nodes.Apply)
    assert isinstance(read("t(w)"), nodes.Mul)


def test_an_operator_takes_the_product_after_it():
    tree = read(r"\frac{d}{dw} \lVert Xw \rVert^2 + 1")
    assert isinstance(tree, nodes.Add)
    assert isinstance(tree.terms[0], nodes.Derivative)


def test_relations_chain_and_equivalence_stands_between_chains():
    tree = read(r"a = b \iff c < d \le e")
    assert tree.relations == ("⟺",)
    assert [part.relations for part in tree.items] == [("=",), ("<", "≤")]


def test_cases_and_blocks():
    tree = read(r"\begin{cases} 1 & \text{if } t > 0, \\ 0 & \text{otherwise} \end{cases}")
    assert [condition is None for _, condition in tree.rows] == [False, True]
    assert len(read(r"\begin{bmatrix} X & 0 \\ 0 & I_d \end{bmatrix}").rows) == 2
    assert read(r"[\,X \;\; w\,]") == nodes.Matrix(((nodes.Name("X"), nodes.Name("w")),))


@pytest.mark.parametrize(("latex", "place"), [
    (r"a + \foo{b} )", ")"),
    (r"\frac{a}{} + b", "+"),
    (r"a \pm b", r"\pm"),
    ("a +", ""),
    (r"\operatorname{sin} a", r"\operatorname"),
    ("(a, b", ""),
])
def test_what_cannot_be_read_is_named_with_its_place(latex, place):
    with pytest.raises(FormulaError) as caught:
        read(latex)
    assert latex[caught.value.at :].startswith(place)
    assert "→" in str(caught.value)


def test_every_node_stands_where_the_text_says_it():
    latex = r"2 w^\top X^\top y + \lambda"
    for node in walk(read(latex)):
        if isinstance(node, nodes.Name):
            assert latex[node.at :].lstrip("\\").startswith(node.name)


def test_one_place_of_a_tree_can_be_replaced():
    tree = read("a + b a")
    second = tree.terms[1].factors[1]
    assert replaced(tree, second, nodes.Name("c")) == read("a + b c")
    assert tree == read("a + b a")
    assert len(list(children(tree))) == 2
