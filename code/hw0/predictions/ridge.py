"""What chapter 4 lets its readers predict."""
import numpy as np

from hw0 import least_squares as ls
from hw0 import ridge
from hw0.predictions.asked import choice, number

ELLIPSES = np.diag([3.0, 1.0])                         # contours three times as long along w_2
X = np.array([[1.0, 0.0, 2.0], [0.0, 1.0, 1.0], [1.0, 1.0, 0.0], [2.0, 1.0, 1.0]])
Y = np.array([1.0, -1.0, 2.0, 3.0])
LAMS = np.geomspace(1e-3, 1e3, 121)


def first_move():
    """How far w moves along the long axis of the ellipses while lambda leaves zero, in parts of the short axis."""
    y = ELLIPSES @ np.ones(2)
    move = np.abs(ridge.by_normal_equations(ELLIPSES, y, lam=1e-3) - ls.by_normal_equations(ELLIPSES, y))
    return float(move[1] / move[0])


def slopes():
    """The slope of a line through zero: without a fake sample, with one at sqrt(lambda), with one at -sqrt(lambda)."""
    x, y = np.arange(1.0, 7.0)[:, None], np.array([1.0, 1.5, 3.5, 4.0, 4.5, 6.5])
    A, b = ridge.with_fake_data(x, y, lam=64.0)
    mirrored = np.vstack([A[:-1], -A[-1:]])
    return [float(ls.by_normal_equations(*data)[0]) for data in ((x, y), (A, b), (mirrored, b))]


def private_weights():
    """The private weights times sqrt(lambda), and what they may be: residuals, targets, zero; (n,) each."""
    lam = 2.0
    eta, w = ridge.fake_feature_weights(X, Y, lam=lam), ridge.by_normal_equations(X, Y, lam=lam)
    return {"found": np.sqrt(lam) * eta[X.shape[1]:], "residuals": Y - X @ w, "targets": Y, "zero": 0 * Y}


def _is(name):
    return lambda found: np.allclose(found["found"], found[name])


def shapes_that_agree():
    """The shapes for which both formulas give the same w, and all that were tried, one of deficient rank among them."""
    rng = np.random.default_rng(0)
    tried = [rng.normal(size=shape) for shape in ((5, 5), (5, 2), (2, 5))] + [np.ones((3, 4))]
    pairs = [(A, rng.normal(size=len(A))) for A in tried]
    agree = [np.allclose(ridge.by_normal_equations(A, y, lam=0.5), ridge.by_kernel(A, y, lam=0.5)) for A, y in pairs]
    return tuple(agree)


def on_the_way():
    """What some weight does in one of 200 random problems while lambda grows: grow in size, change its sign."""
    rng, seen = np.random.default_rng(0), set()
    for _ in range(200):
        w = ridge.path(rng.normal(size=(6, 3)), rng.normal(size=6), LAMS)
        seen |= {"grows"} if np.any(np.diff(np.abs(w), axis=0) > 1e-6) else set()
        seen |= {"turns"} if np.any(w[1:] * w[:-1] < 0) else set()
    return seen


def with_equal_columns():
    """The weights of two equal columns as lambda goes to zero: their distance, and how far they still move."""
    A, y = np.array([[1.0, 1.0], [2.0, 2.0], [1.0, 1.0]]), np.array([1.0, 2.0, 3.0])
    late, later = (ridge.by_normal_equations(A, y, lam=lam) for lam in (1e-4, 1e-6))
    return abs(later[0] - later[1]), np.max(np.abs(later - late)), later[0]


PREDICTIONS = (
    choice("4a", r"The ellipses have axes of 3 to 1, and their centre is equally far out along both. In which "
                 r"direction does $w$ leave it as $\lambda$ begins to grow?", outcome=first_move,
           choices={"Straight towards zero": lambda ratio: 2 / 3 <= ratio <= 1.5,
                    "Mostly along the short axis of the ellipses": lambda ratio: ratio < 2 / 3,
                    "Mostly along their long axis": lambda ratio: ratio > 1.5},
           tells="It moves {0:.0f} times as far along the long one, on which the data hardly "
                 "object. So it comes in on a curve."),
    number("4b", r"Take $\lambda = 16$. Which share of the direction with $\sigma = 8$ does ridge keep?",
           outcome=lambda: float(ridge.shrinkage(8.0, 16.0)),
           within=0.03,
           tells=r"It keeps {0:g}. The share is $\sigma^2/(\sigma^2 + \lambda)$, here 64/80: $\sigma$ is to be "
                 r"compared with $\sqrt\lambda = 4$, not with $\lambda$."),
    number("4c", "The noise is normal, with mean 0 and variance 2, and you read 3. What is your best guess of the "
                 "weight?", outcome=lambda: float(ridge.of_one_weight([1.0], [3.0], lam=2.0).mean), within=0.1,
           tells="It is {0:.0f}. Belief and measurement are weighed by one over their variances, 1 and 1/2, so the "
                 "reading gets a third of the say."),
    choice("4d", r"The seventh sample is mirrored, from $\sqrt\lambda$ to $-\sqrt\lambda$. What does the line do?",
           outcome=slopes,
           choices={"It falls where it rose": lambda found: found[2] < 0,
                    "It gets steeper": lambda found: found[2] > found[1] + 1e-9,
                    "It gets flatter": lambda found: 0 < found[2] < found[1] - 1e-9,
                    "It stays": lambda found: abs(found[2] - found[1]) < 1e-9},
           tells="The slope is {0[2]:.2f} either way, and {0[0]:.2f} without the sample. "
                 "A sample on the axis pulls by its squared distance from zero, on whichever side it stands."),
    choice("4e", r"What are the private weights in the shortest solution, times $\sqrt\lambda$?",
           outcome=private_weights,
           choices={"All zero, since the shared weights do the work": _is("zero"),
                    "What ridge regression leaves over of $y$": _is("residuals"),
                    "The targets $y$": _is("targets")},
           tells="They are the residuals $y - Xw$ of ridge regression, here ${0[found][0]:.2f}$, ${0[found][1]:.2f}$ "
                 "and so on. A private weight serves one sample, a shared one many: the shortest solution uses both."),
    choice("4f", r"For which $X$ do $(X^\top X + \lambda I)^{-1} X^\top y$ and $X^\top (X X^\top + \lambda I)^{-1} y$ "
                 "agree?",
           outcome=shapes_that_agree,
           choices={"For square $X$ only": (True, False, False, False),
                    "For $X$ of full rank": (True, True, True, False),
                    "For every $X$": (True, True, True, True),
                    "For wide $X$ only": (False, False, True, True)},
           tells="They agreed for $X$ of shape (5, 5), (5, 2), (2, 5) and for a matrix of ones: "
                 r"$\lambda > 0$ makes both inverses exist, and moving $X^\top$ from one side to the other costs "
                 "nothing."),
    choice("4g", r"$\lambda$ grows. What can a single weight do on its way to zero?", outcome=on_the_way,
           choices={"Only shrink": set(),
                    "Grow for a while, but keep its sign": {"grows"},
                    "Grow for a while, and change its sign": {"grows", "turns"}},
           tells="In 200 random problems both occurred. The length of $w$ never rises, but a weight is a sum of parts "
                 "that fade at their own speeds."),
    choice("4h", r"Two columns of $X$ are equal. Where do their weights go as $\lambda$ falls to zero?",
           outcome=with_equal_columns,
           choices={"One of them to zero, the other does all": lambda found: found[0] > 0.1 and found[1] < 1e-3,
                    "Both to the same value": lambda found: found[0] < 1e-6 and found[1] < 1e-3,
                    "Nowhere: they grow without bound": lambda found: found[1] >= 1e-3},
           tells="Both went to {0[2]:.2f} where it was tried, equal all the way: ridge tends to the "
                 "shortest least-squares solution, and sharing is shorter."),
)
