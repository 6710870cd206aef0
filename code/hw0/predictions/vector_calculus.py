"""What chapter 2 lets its readers predict."""
import numpy as np

from hw0 import vector_calculus as vc
from hw0.predictions.asked import choice, number

A = np.array([[1.0, 1.5], [-0.5, 1.0]])
POINTS = np.array([[1.0, 2.0], [-2.0, 1.0], [0.5, -1.0]])


def doubled_lines():
    """Distance of level lines as c doubles, in parts of what it was, and the sine of the angle by which they turn."""
    anywhere = POINTS[0]    # harmless: the derivative of a dot product is the same at each point
    before, after = (vc.d_dot(anywhere, c)[0] for c in (np.array([3.0, 4.0]), np.array([6.0, 8.0])))
    lengths = np.linalg.norm(before), np.linalg.norm(after)
    return lengths[0] / lengths[1], abs(before[0] * after[1] - before[1] * after[0]) / np.prod(lengths)


def largest_rise():
    """The most that ||x||^2 can rise in a step of length 0.1 from (3, 4)."""
    x = np.array([3.0, 4.0])
    row = vc.d_squared_norm(x)[0]
    return float(vc.squared_norm(x + 0.1 * row / np.linalg.norm(row)) - vc.squared_norm(x))


def error_of_a_long_step():
    """How far f(x) + D v is from f(x + v), in parts of the change, for f(x) = A x and a long v."""
    x, v = POINTS[0], 1024.0 * POINTS[1]
    change = vc.matvec(A, x + v) - vc.matvec(A, x)
    return float(np.linalg.norm(change - vc.d_matvec(A, x) @ v) / np.linalg.norm(change))


def changed_by_symmetry():
    """What changes if A is replaced by its symmetric part, of: the contours, the derivative, the row x^T A."""
    S = vc.symmetric_part(A)
    pairs = {
        "contours": [(vc.quadratic(A, x), vc.quadratic(S, x)) for x in POINTS],
        "derivative": [(vc.d_quadratic(A, x), vc.d_quadratic(S, x)) for x in POINTS],
        "guess": [(x @ A, x @ S) for x in POINTS],
    }
    return {name for name, values in pairs.items() if not all(np.allclose(*pair) for pair in values)}


def lucky_dimensions():
    """The n from 2 to 7 for which each of 20 random matrices has an x other than 0 at which both rows agree."""
    rng = np.random.default_rng(0)
    sizes, tries = range(2, 8), range(20)               # harmless: one more or one less changes no choice
    return [n for n in sizes if all(vc.agreement_basis(rng.normal(size=(n, n))).size for _ in tries)]


PREDICTIONS = (
    choice("2a", "What happens to the level lines when both entries of $c$ are doubled?", outcome=doubled_lines,
           choices={"They move twice as far apart": lambda found: found[0] > 1,
                    "They move together, to half the distance": lambda found: found[0] < 1 and found[1] < 1e-9,
                    "They turn": lambda found: found[0] <= 1 and found[1] >= 1e-9,
                    "Nothing": lambda found: found[0] == 1 and found[1] < 1e-9},
           tells="Their distance is {0[0]:g} of what it was. The function rises twice as fast, so a step crosses twice "
                 "as many lines: the longer the row, the closer they stand."),
    number("2b", "By how much can the squared distance rise?", outcome=largest_rise, within=0.05, shown="{:.2f}",
           tells="Straight outwards, the distance goes from 5 to 5.1, and its square rises by {0:.2f}. "
                 r"The row $2x^\top$ has length 10, and a step of 0.1 gets a tenth of that, up to the square of the "
                 "step."),
    choice("2c", "How wrong is $f(x) + Dv$ if the step $v$ is a thousand times as long as $x$?",
           outcome=error_of_a_long_step,
           choices={"Badly: a derivative is for small steps": lambda error: error > 0.5,
                    "A little, by a small part of the change": lambda error: 0 < error <= 0.5,
                    "Not at all": 0},
           tells="The error is {0:g}. $A(x + v)$ is $Ax + Av$ however long $v$ is: a linear map is its own "
                 "derivative."),
    choice("2d", r"What changes if $A$ is replaced by its symmetric part $½(A + A^\top)$?", outcome=changed_by_symmetry,
           choices={"The contours and both arrows": {"contours", "derivative", "guess"},
                    "The contours and the derivative": {"contours", "derivative"},
                    "Both arrows, but not the contours": {"derivative", "guess"},
                    r"Only the arrow $2x^\top A$": {"guess"}},
           tells=r"$x^\top A x$ and $x^\top A^\top x$ are the same number, so the form sees the symmetric part only, "
                 "and so does its derivative. The popular guess sees all of $A$."),
    choice("2e", r"For which $n$ does nearly every $n \times n$ matrix have an $x \neq 0$ at which both rows agree?",
           outcome=lucky_dimensions,
           choices={"For none: the matrix has to be symmetric": [],
                    "For all $n$ from 3 on": [3, 4, 5, 6, 7],
                    "For even $n$": [2, 4, 6],
                    "For odd $n$": [3, 5, 7]},
           tells="Of 20 random matrices of each size from 2 to 7, all had one for $n$ in {0}. "
                 r"The rows agree where $(A - A^\top)x = 0$, and a matrix that equals minus its transpose is singular "
                 "if $n$ is odd."),
)
