"""What a derivation of a part's answer may speak of, and what its lines are: the rules by which the page judges it.

1.  A line is a step.  `a = b` is a relation, `= b` goes on from the last side of the line before, and so does `b`
    alone.  `let G = X^T X`, or `G = X^T X` for a G without a meaning, gives a name.  An arrow, "so" or "hence" before a
    line is read over, and what follows a #.
2.  A line is NumPy, or the notation of the homework: then a vector is a column, the derivative of a number a row, and
    factors stand side by side.  What could be read in two ways is asked about.
3.  Each line is tried at every instance of the part.  Where an `unknown` is asked for, it has the asked value, and two
    other values.  `b` and `= b` have to agree with the line before for every value of the unknown.  A relation may
    also be an equation, which holds where the unknown is what is asked for; so may `= b` if b is free of it.
4.  With `truth` the part asks when a relation holds for all values of the letters in `every`.  Then each line is a
    relation, and is true or false at an instance; a step is right if both lines are true at the same instances, the
    first line at those of what is asked.
5.  The first line that fails is marked, with the first instance at which it does, and both values.  A side that has no
    value (shapes that do not fit, a matrix without an inverse) fails as well.  Derivatives are difference quotients:
    where there is none, at a kink, the step is not tried.
6.  In the end a side of the last line has to be what is asked for, without the unknown, a derivative or a limit.
7.  With `introduced` the part asks for what has these names.  Lines give them their values, a step speaks of all of
    them, and a side of the last line has to be `aim`, for all values of the letters in `every`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Derivation:
    """What a derivation speaks of beside the part's own names.

    Attributes
    ----------
    unknown : the letter for what is asked, if it has one
    letters : name -> NumPy expression in the part's names
    every : name -> NumPy expression for its length, of a vector that a relation has to hold for all of
    truth : whether the part asks for the truth of a relation
    formulas : name -> formula in the notation, of what depends on the variable of a limit
    introduced : the names under which lines introduce what is asked for, in the order in which it is asked for
    aim : NumPy expression, in the part's names and those of `every`, for what the last line then has to be
    ends : a sentence for the reader on what a derivation ends with, where that is not plain
    """

    unknown: str = ""
    letters: Mapping = field(default_factory=dict)
    every: Mapping = field(default_factory=dict)
    truth: bool = False
    formulas: Mapping = field(default_factory=dict)
    introduced: tuple[str, ...] = ()
    aim: str = ""
    ends: str = ""

    def to_json(self):
        """Return it as a dict that json.dumps takes."""
        return {"unknown": self.unknown, "letters": dict(self.letters), "every": dict(self.every), "truth": self.truth,
                "formulas": dict(self.formulas), "introduced": list(self.introduced), "aim": self.aim,
                "ends": self.ends}
