"""What a part of the homework asks: the arguments of an answer, the cases it must cover, the usual mistakes."""
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Case:
    """A kind of instance.  Its two texts complete "wrong where {where}: {meaning}".

    Attributes
    ----------
    where : the condition, in the names of the arguments
    meaning : what happens there
    edge : an answer may be called right but incomplete without it (no elbow left, the kink)
    instances : dicts, argument name -> value, that every answer is tried on, the one that is easiest to read first:
        the first that refutes an answer is its counterexample.  Those of the book are stored (see pool.py).
    expected : what the part asks for at each instance, plain values; without them its reference computes them

    Examples
    --------
    >>> Case("x > 0", instances=({"x": 2},)).where
    'x > 0'
    """

    where: str
    meaning: str = ""
    edge: bool = False
    instances: Sequence[dict] = ()
    expected: Sequence | None = None

    def __str__(self):
        return f"{self.where}: {self.meaning}" if self.meaning else self.where


@dataclass(frozen=True)
class Mistake:
    """A usual mistake: what is said of it, and rival(expected, **instance), the value it leads to.

    An answer that equals the rival to six digits on every instance that was tried has made this mistake; to all digits
    that a right answer needs, where it equals the right value to six.
    `text` is the rival as a NumPy expression, for a value that rests on a choice of LAPACK's, such as a basis of a
    null space: the page then makes its own choice, for rival and answer alike.

    >>> bounded = Mistake("The sign is the other way round.", lambda expected, **instance: -expected)
    >>> bounded.rival(3.0, x=1.0)
    -3.0
    """

    says: str
    rival: Callable
    text: str = ""


@dataclass(frozen=True, eq=False)
class Part:
    """One part of problems 2 to 6.

    Attributes
    ----------
    id, asks : "5a.i", and what an answer returns
    names : the arguments of an answer, in order
    reference : the right answer, called by name
    cases : the ordinary ones first: a counterexample is taken from the first case that has one
    mistakes : the usual mistakes, the most special ones first
    words : what a text answer may be
    constant : a bare value is taken for a function that returns it whatever its arguments
    rtol : how far numbers may lie apart, relative to their size (see compare.same)
    equal : equal(expected, got) for values of the right form, where an answer may differ in an order or a sign;
        without it all entries must agree to rtol
    origin : the array argument for which 0 is the origin, where an answer is asked for up to a constant: its values,
        expected and got, are differences to its value there

    Examples
    --------
    >>> case = Case("x > 0", instances=({"x": 1}, {"x": 3}))
    >>> edge = Case("x = 0", "0 is its own square", edge=True, instances=({"x": 0},))
    >>> part = Part("8a", "the square of x", ("x",), lambda x: x * x, (case, edge))
    >>> check(part, lambda x: 2 * x)
    wrong at x=1: expected 1, got 2
    >>> check(part, lambda x: x * x if x else 1).word
    'incomplete'
    """

    id: str
    asks: str
    names: tuple[str, ...]
    reference: Callable
    cases: tuple[Case, ...]
    mistakes: tuple[Mistake, ...] = ()
    words: tuple[str, ...] = ()
    constant: bool = False
    rtol: float = 1e-9      # answers in float64 that take different ways agree far better; float32 does not
    equal: Callable | None = None
    origin: str = ""
