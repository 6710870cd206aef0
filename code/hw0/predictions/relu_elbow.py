"""What chapter 5 lets its readers predict."""
import numpy as np

from hw0 import relu_elbow
from hw0.predictions.asked import choice, number
from hw0.relu_elbow import relu_network

SIZES = (0.25, 0.5, 1.0, 2.0, 4.0)
LR = 1 / 64                                             # so small that no weight of the list below changes its sign


def ratio_of_weight_gradients():
    """dl/dw at x = 10 over dl/dw at x = 0.1, for an output of 2 and a target of 1 at both."""
    near, far = (relu_elbow.dloss_dw(w=2.0 / x, b=0.0, x=x, y=1.0) for x in (0.1, 10.0))
    return float(far / near)


def ratio_of_bias_gradients():
    """dl/db at x = 10 over dl/db at x = 1, for an output of 2 and a target of -1 at both."""
    near, far = (relu_elbow.dloss_db(w=2.0 / x, b=0.0, x=x, y=-1.0) for x in (1.0, 10.0))
    return float(far / near)


def changed_by_a_step():
    """Which of w and b a step changes, for a unit whose output at x is 0 and whose target is -1."""
    new = relu_elbow.sgd_step(1.0, -3.0, x=2.0, y=-1.0, lr=0.5)
    return {name for name, old, value in zip("wb", (1.0, -3.0), new, strict=True) if value != old}


def directions(sign_of_w, sign_of_x):
    """Where the elbow goes in a small step that lowers the output: the set over many active units."""
    return {str(way) for w in SIZES for b in (-1, *SIZES) for x in SIZES
            if sign_of_w * w * sign_of_x * x + b > 0
            for way in [relu_elbow.direction(sign_of_w * w, b, sign_of_x * x, lr=LR)] if way != "stays"}


def steepness_and_direction():
    """What a small step does to the size of the slope, and where the elbow goes, for w < 0 < x."""
    new = relu_elbow.residual_step(-1.0, 3.0, 1.0, 1.0, lr=LR)
    return ("steeper" if abs(new.w) > 1 else "flatter"), directions(-1, 1)


def doubled_output_weight():
    """How far the elbow moves, and by which factor the change of slope there grows, if the output weight doubles."""
    step = 1e-3
    bends, places = [], []
    for W2 in (1.5, 3.0):
        net = relu_network.Network([2.0], [1.0], [W2])
        place = float(relu_network.elbows(net.W1, net.b)[0])
        left, middle, right = relu_network.predict(net, place + step * np.array([-1.0, 0.0, 1.0]))
        bends.append((right - 2 * middle + left) / step)
        places.append(place)
    return places[1] - places[0], bends[1] / bends[0]


def two_units():
    """Where the elbows of two equal units with output weights 1 and -1 go in one step at a point where both are active.

    As signs of their moves.
    """
    before = relu_network.elbows([1.0, 1.0], [0.5, 0.5])
    after = relu_network.moved_elbows([1.0, 1.0], [0.5, 0.5], [1.0, -1.0], 1.0, -1.0, lr=0.1)
    return tuple(np.sign(after - before).astype(int).tolist())


PREDICTIONS = (
    choice("5a.i", "Take $b = 1$, and let $w > 0$ shrink towards zero. What does the bend do?",
           outcome=lambda: relu_elbow.elbow(np.array([1.0, 0.5, 0.1, 0.01]), 1.0),
           choices={"It stays, and the graph gets flatter": lambda e: np.ptp(e) < 1e-9,
                    "It moves to zero": lambda e: abs(e[-1]) < abs(e[0]),
                    "It runs off to the right": lambda e: e[-1] > 10,
                    "It runs off to the left": lambda e: e[-1] < -10},
           tells="At $w = 0.1$ it is at ${0[2]:g}$, at $w = 0.01$ at ${0[3]:g}$: it is where $wt + b$ is zero, and a "
                 "flat line meets zero far out."),
    number("5a.ii", "The unit says 1.3, the target is 1. If the output rises by 0.01, by how much does the loss rise?",
           outcome=lambda: float(relu_elbow.loss(1.31, 1.0) - relu_elbow.loss(1.3, 1.0)), within=0.0003, shown="{:.1g}",
           tells="It rises by {0:.5f}. The loss is half the squared distance, so its slope is the distance itself, "
                 "0.3."),
    number("5a.iii", "How many times as large is the gradient of the second unit's weight?",
           outcome=ratio_of_weight_gradients, within=1,
           tells="It is {0:g} times as large: the weight acts through the product $wx$, so $x$ is its leverage."),
    choice("5a.iv", "The training point moves from $x = 1$ to $x = 10$, with the same output and target. And the bias' "
                    "gradient?",
           outcome=ratio_of_bias_gradients,
           choices={"It is ten times as large": 10, "It is a tenth": 0.1, "It stays": 1},
           tells="The factor is {0:g}: a shift moves the line by the same amount everywhere, so $x$ is no leverage "
                 "here."),
    choice("5b.i", "The output at $x$ is 0, and the target is −1. What does one step change?",
           outcome=changed_by_a_step,
           choices={"Weight and bias": {"w", "b"}, "Nothing": set(), "The bias only": {"b"}},
           tells="The loss is 1/2 and would fall if the output could, but a unit that is inactive at $x$ passes "
                 "nothing on."),
    choice("5b.ii", "$w > 0$, $x > 0$, and the output is too large. Where does a small step move the elbow?",
           outcome=lambda: directions(1, 1),
           choices={"Left": {"left"}, "Right": {"right"}, "That depends on the unit": {"left", "right"}},
           tells="Both $w$ and $b$ fall, and $-b/w$ may do either: right if $w > bx$, left if $w < bx$, and neither if "
                 "$w = bx$. "
                 "A chatbot said “right”, without a condition."),
    choice("5b.iii", "$w > 0$, $x < 0$: the bias falls and the weight rises. Where does a small step move the elbow?",
           outcome=lambda: directions(1, -1),
           choices={"That depends on the unit": {"left", "right"}, "Left": {"left"}, "Right": {"right"}},
           tells=r"Every time: a unit that is active at $x < 0$ has $b > w \lvert x \rvert > 0$, and $-b/w$ rises if "
                 "$b$ falls and $w$ rises."),
    choice("5b.iv", "$w < 0$, $x > 0$. What does a small step do to the slope, and where does the elbow go?",
           outcome=steepness_and_direction,
           choices={"Flatter, and left": ("flatter", {"left"}), "Flatter, and right": ("flatter", {"right"}),
                    "Steeper, and right": ("steeper", {"right"}), "Steeper, and left": ("steeper", {"left"})},
           tells="The weight falls, away from zero, so the graph gets {0[0]}; the elbow comes in from the right, "
                 "towards "
                 "the training point."),
    choice("5c", "The output weight of unit $i$ is doubled. What happens at its elbow?", outcome=doubled_output_weight,
           choices={"It moves twice as far from zero": lambda found: abs(found[0]) > 1e-9,
                    "It stays, and bends twice as sharply": lambda found: abs(found[0]) < 1e-9 and found[1] > 1.9,
                    "It stays, and bends as before": lambda found: abs(found[0]) < 1e-9 and found[1] < 1.1},
           tells="It moves by {0[0]:g}, and the change of slope there is {0[1]:.0f} times as large: the output weight "
                 "multiplies a unit that has bent already."),
    choice("5d", "Two equal units, active at $x$ and with elbows off $-1/x$, have output weights 1 and −1; the "
                 "residual is not 0. Where does a small step move their elbows?",
           outcome=two_units,
           choices={"Both to the same side": lambda found: found[0] * found[1] > 0,
                    "To different sides": lambda found: found[0] * found[1] < 0,
                    "Nowhere, since they cancel": (0, 0)},
           tells="The network's residual reaches each unit times its output weight, so one is asked to say less and "
                 "the other more."),
)
