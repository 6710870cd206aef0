"""The twelve statements of the calibration check, on problems 2 to 6; a test computes of each whether it holds.

Between two $ stands a formula in LaTeX.
"""
from typing import NamedTuple


class Question(NamedTuple):
    """A statement: the part it belongs to, whether it is true, and why.

    >>> learning_goals.QUESTIONS[2].part, learning_goals.QUESTIONS[2].true
    ('3a', False)
    """

    name: str
    part: str
    statement: str
    true: bool
    why: str


QUESTIONS = (
    Question("quadratic", "2d",
             r"For every square matrix $A$, the derivative of $x^\top A x$ is $2x^\top A$.", False,
             r"It is $x^\top (A + A^\top)$. The two agree for all $x$ only if $A$ is symmetric."),
    Question("one_point", "2e",
             r"A matrix can fail to be symmetric, and the derivative of $x^\top A x$ can still be $2x^\top A$ at some "
             "$x$ other than 0.",
             True,
             r"Any $x$ with $x^\top A = x^\top A^\top$ will do; every 3 × 3 matrix has such an $x$."),
    Question("tall", "3a",
             r"If $X$ has more rows than columns, then $X^\top X$ is invertible.", False,
             r"A column that repeats another makes $X^\top X$ singular, however many rows there are."),
    Question("other_side", "3c",
             "$X$ is tall and has full column rank, and $w = Ay$ is the least-squares solution. Then $XA$ is the "
             "identity.",
             False,
             "$AX$ is the identity. $XA$ is the projector onto the column space, "
             "which is smaller than the space of all $y$."),
    Question("row_space", "3d",
             "Of all solutions of a solvable system $Xw = y$ with wide $X$, the shortest one is a combination of the "
             "rows of $X$.", True,
             "A part of $w$ that is orthogonal to all rows makes $w$ longer and leaves $Xw$ as it was."),
    Question("crossover", "4b",
             r"Ridge regression with $\lambda = 4$ halves the part of the solution along a singular vector with "
             r"$\sigma = 4$.",
             False,
             r"The factor is $\sigma^2/(\sigma^2 + \lambda)$, here 16/20. It is one half at "
             r"$\sigma = \sqrt\lambda = 2$."),
    Question("fake_data", "4d",
             "Ridge regression is ordinary least squares on a data set with $d$ more rows, all of whose targets are 0.",
             True,
             r"The rows are $\sqrt\lambda$ times the identity; their squared residuals add up to "
             r"$\lambda \lVert w \rVert^2$."),
    Question("every_weight", "4g",
             r"If $\lambda$ grows, no single entry of the ridge solution ever grows in absolute value.", False,
             "The norm of $w$ never grows. An entry may: it can take over what a correlated feature loses."),
    Question("to_the_right", "5b.ii",
             "A ReLU unit with $w > 0$ says too much at some $x > 0$. "
             "A small enough step of gradient descent moves its elbow to the right, whatever its bias.", False,
             "It moves right only if $w > bx$. With $w = 1$, $b = 2$ and $x = 1$ it moves left."),
    Question("asleep", "5b.i",
             "If a ReLU unit's output at the training point is 0, a step on its squared error there moves nothing, "
             "however far away the target is.", True,
             "The derivative of ReLU is 0 there (at the kink by convention), and it multiplies the residual."),
    Question("one_point_stays", "5b",
             "A step at an active unit, on a training input $x$ other than 0, "
             "leaves the height of the line $wt + b$ at $t = -1/x$ as it was.", True,
             "The step subtracts a multiple of $xt + 1$, and that is 0 at $t = -1/x$."),
    Question("right_and_rejected", "6",
             "A gradient that is exactly right can have a relative error of 1 against central differences.", True,
             "Within one difference step of a ReLU's kink the quotient mixes the slopes of both sides."),
)
