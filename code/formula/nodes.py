"""The tree of a formula: one small class for each construct, each with the place in the text at which it stands."""

from dataclasses import dataclass, field


@dataclass
class Node:
    """A part of a formula: `at` which character of the text it begins, and its shape, once `formula.kinds` was
    asked."""

    at: int = field(default=0, kw_only=True, compare=False)
    shape: tuple | None = field(default=None, kw_only=True, compare=False, repr=False)


@dataclass
class Number(Node):
    """A number as it is written; 0 also stands for zeros of any shape."""

    text: str


@dataclass
class Name(Node):
    """A letter, with its accents, primes and whatever else the table of letters counts as part of the name."""

    name: str


@dataclass
class Identity(Node):
    """I, or I_n with its size."""

    size: Node | None


@dataclass
class Zeros(Node):
    """0_d, a column of zeros."""

    size: Node


@dataclass
class Constant(Node):
    """Something that does not depend on the variable: a relation that has it holds up to a constant."""


@dataclass
class Space(Node):
    """The real vectors of one size."""

    size: Node | None


@dataclass
class Index(Node):
    """x_i, A_ij, (Ax)_i, or column v_i of V."""

    base: Node
    indices: tuple


@dataclass
class Apply(Node):
    """A function of the table, applied: J(w), p(y | w)."""

    name: str
    arguments: tuple


@dataclass
class Add(Node):
    """A sum; `signs` has +1 or -1 for each of the terms."""

    signs: tuple
    terms: tuple


@dataclass
class Mul(Node):
    """A product, of numbers and matrices, in the order that is written."""

    factors: tuple


@dataclass
class Cross(Node):
    """The vector product of two columns of length three."""

    left: Node
    right: Node


@dataclass
class Quotient(Node):
    """A fraction."""

    over: Node
    under: Node


@dataclass
class Power(Node):
    """A power of a number; of a column, entry by entry."""

    base: Node
    exponent: Node


@dataclass
class Transpose(Node):
    """The transpose."""

    base: Node


@dataclass
class Inverse(Node):
    """The inverse of a square matrix, or of a number."""

    base: Node


@dataclass
class Pinv(Node):
    """The pseudo-inverse."""

    base: Node


@dataclass
class Norm(Node):
    """The Euclidean length of a vector."""

    base: Node


@dataclass
class Abs(Node):
    """The absolute value of a number."""

    base: Node


@dataclass
class Root(Node):
    """A root of a number."""

    degree: Node
    base: Node


@dataclass
class Call(Node):
    """A function that everybody knows: log, exp, max, diag, tr, det, tanh."""

    name: str
    arguments: tuple


@dataclass
class Sum(Node):
    """A sum over an index, from `low` to `high`, or over all values for which `condition` is true."""

    index: str
    low: Node | None
    high: Node | None
    condition: Node | None
    body: Node
    count: int = field(default=0, kw_only=True, compare=False, repr=False)


@dataclass
class Tuple(Node):
    """(a, b, …), a column made of numbers or of columns."""

    items: tuple


@dataclass
class Iverson(Node):
    """1 if a relation is true, else 0."""

    relation: Node


@dataclass
class Matrix(Node):
    """Rows of numbers or blocks."""

    rows: tuple


@dataclass
class Cases(Node):
    """(value, condition) rows; the condition of "otherwise" is None."""

    rows: tuple


@dataclass
class Derivative(Node):
    """The derivative of `body`, a row for a number and a column `variable`."""

    body: Node
    variable: Node


@dataclass
class Limit(Node):
    """What `body` comes close to when a letter goes to a number or to infinity."""

    variable: str
    target: Node
    body: Node


@dataclass
class Least(Node):
    """min over a letter: a problem, which has no value of its own."""

    variable: Node
    body: Node


@dataclass
class Infinity(Node):
    """∞, to which a letter can go."""


@dataclass
class Dots(Node):
    """… in a chain of relations: the places that are left out."""


@dataclass
class Chain(Node):
    """Relations between neighbours: items[0] relations[0] items[1] relations[1] …"""

    relations: tuple
    items: tuple


@dataclass
class Shaped(Node):
    """An expression with the shape that is written beside it, one pair of sizes for each of its factors or one for the
    whole."""

    base: Node
    sizes: tuple
