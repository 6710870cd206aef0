"""What chapter 3 lets its readers predict."""
import numpy as np

from hw0 import least_squares as ls
from hw0.predictions.asked import choice, number

TALL = np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0], [1.0, 3.0], [1.0, 5.0]])
SHEAR = np.array([[1.0, 2.0], [0.0, 1.0]])


def stretched():
    """By how much a matrix stretches the first column of V, of U, and of itself."""
    U, _, Vt = ls.svd.full(SHEAR)
    return [float(np.linalg.norm(SHEAR @ v) / np.linalg.norm(v)) for v in (Vt[0], U[:, 0], SHEAR[:, 0])]


def rows_of_zeros():
    """How many rows of zeros Sigma has, and its pseudoinverse, for a 2 x 4 matrix of full row rank."""
    s = np.array([2.0, 1.0])
    return tuple(int(np.sum(~np.any(S, axis=1))) for S in (ls.svd.sigma(s, (2, 4)), ls.svd.sigma_pinv(s, (2, 4))))


def freedom_of_a_right_inverse():
    """How many numbers in a right inverse of a 2 x 5 matrix are free, or None if it has none."""
    n, d = TALL.T[:2].shape
    rank = ls.svd.rank(TALL.T)
    return n * (d - rank) if rank == n else None


PREDICTIONS = (
    number("3a", "Which $w$ makes the sum of the two squared errors smallest?",
           outcome=lambda: float(ls.by_normal_equations(np.array([[2.0], [1.0]]), np.array([2.0, 4.0]))[0]),
           within=0.15,
           tells="It is {0:g}. Alone, the equations want 1 and 4, and halfway is 2.5. "
                 "But a change of $w$ counts twice in the first one, four times in its square, so the best $w$ stays "
                 "nearer to 1."),
    choice("3b", "For a square $X$, which of these vectors is stretched the most?", outcome=stretched,
           choices={"The first column of $U$": lambda found: found[1] == max(found),
                    "The first column of $X$": lambda found: found[2] == max(found),
                    "The first column of $V$": lambda found: found[0] == max(found)},
           tells="For $X = [[1, 2], [0, 1]]$ the factors are {0[1]:.2f} for $U$, {0[2]:.2f} for $X$ and {0[0]:.2f} "
                 r"for $V$. The first move turns $v_1$ onto the axis that is stretched by $\sigma_1$; $u_1$ is where "
                 "it ends up."),
    number("3c", "$X$ has shape (5, 2) and independent columns. What is the sum of the diagonal of $XA$?",
           outcome=lambda: float(np.trace(TALL @ ls.pinv(TALL))),  # harmless: AX has the same trace
           within=0.01,
           tells="It is {0:.0f}, not 5: $XA$ is a projector on a plane, and a projector's diagonal adds up to the "
                 "dimension that it keeps."),
    choice("3d", "Which solution of $3w_1 + 4w_2 = 10$ is the shortest?",
           outcome=lambda: ls.min_norm_solution(np.array([[3.0, 4.0]]), np.array([10.0])),
           choices={"It uses $w_2$ alone, which has the larger factor": lambda w: abs(w[0]) < 1e-9,
                    "It uses both equally": lambda w: abs(w[0] - w[1]) < 1e-9,
                    "It uses both, in the ratio 3 to 4": lambda w: abs(4 * w[0] - 3 * w[1]) < 1e-9,
                    "It uses both, in the ratio 4 to 3": lambda w: abs(3 * w[0] - 4 * w[1]) < 1e-9},
           tells="It is ({0[0]:.1f}, {0[1]:.1f}), of length 2; $w_2$ alone needs 2.5. "
                 "What is longer than necessary is any part along the line of solutions, and the row (3, 4) stands "
                 "at a right angle on that line."),
    choice("3e", "$X$ is wide, of shape (2, 4), with independent rows. Which has a row of zeros?",
           outcome=rows_of_zeros,
           choices={r"$\Sigma$": lambda found: found[0] > 0 and found[1] == 0,
                    r"$\Sigma^\dagger$": lambda found: found[0] == 0 and found[1] > 0,
                    "Both": lambda found: min(found) > 0,
                    "Neither": (0, 0)},
           tells=r"$\Sigma$ has {0[0]} rows of zeros and $\Sigma^\dagger$ has {0[1]}. Two of the four coordinates of "
                 r"$V^\top w$ do not reach $Xw$: $\Sigma$ multiplies them by zero, and $\Sigma^\dagger$ leaves them at "
                 "zero, which is the shortest choice."),
    choice("3f", "$X$ has shape (2, 5) and independent rows. How many matrices $B$ satisfy $XB = I$?",
           outcome=freedom_of_a_right_inverse,
           choices={"One, the pseudoinverse": 0,
                    "None": None,
                    "Infinitely many": lambda free: free is not None and free > 0},
           tells="Each column of $B$ solves an equation with three free coordinates, so {0} numbers are free. "
                 "The pseudoinverse is the $B$ whose columns are shortest."),
)
