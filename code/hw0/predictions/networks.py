"""What chapter 6 lets its readers predict."""
import numpy as np

from hw0 import networks as nn
from hw0.networks import sweeps, trainability
from hw0.predictions.asked import choice, number

INPUTS, OUTPUTS = 64, 10
MANY = 0.01                                             # scores of size 0.01 are near zero


def bias_gradient():
    """db of an affine layer, and what it may be: sum, mean or largest of dZ over the examples, (h,) each."""
    rng = np.random.default_rng(0)
    dZ, X, W, b = (rng.normal(size=shape) for shape in ((4, 3), (4, 2), (2, 3), 3))
    return {"found": nn.affine_backward(dZ, X, W, b)[2], "sum": dZ.sum(0), "mean": dZ.mean(0), "largest": dZ.max(0)}


def _is(name):
    return lambda found: np.allclose(found["found"], found[name])


def growth_of_ten_products():
    """By which factor the output of ten affine layers without bias grows if the input doubles."""
    rng = np.random.default_rng(0)
    weights = [rng.normal(size=(3, 3)) for _ in range(10)]

    def chain(Z):
        for W in weights:
            Z = nn.affine_forward(Z, W, np.zeros(3))
        return Z

    X = rng.normal(size=(1, 3))
    return float(np.linalg.norm(chain(2 * X)) / np.linalg.norm(chain(X)))


def first_loss(loss):
    """The loss of ten scores near zero, over many draws."""
    scores = MANY * np.random.default_rng(0).normal(size=(1000, 10))
    return float(loss(scores, np.arange(1000) % 10)[0])


def scales_that_learn():
    """The share of the three-layer net's weight scales at which the five-layer net learns, at one and the same rate.

    The median over the rates at which both learn at some scale; from the stored map.
    """
    three, five = (np.sum(trainability.learnt(table), axis=0) for table in sweeps.load("overfit"))
    both = (three > 0) & (five > 0)
    return float(np.median(five[both] / three[both]))


PREDICTIONS = (
    number("6.affine_forward", "A layer takes 64 inputs to 10 outputs. How many numbers does it learn?",
           outcome=lambda: int(nn.Network((INPUTS, OUTPUTS), rng=np.random.default_rng(0)).params.size), within=0,
           tells="It is {0}: $W$ has shape (64, 10), and the bias one number for each output, 10 in all. "
                 "The number of examples does not enter: every row shares both."),
    choice("6.affine_backward", "Some array has the shape of $b$. Which one is $db$?", outcome=bias_gradient,
           choices={"The mean of $dZ$ over the examples": _is("mean"),
                    "The sum of $dZ$ over the examples": _is("sum"),
                    "The largest $dZ$ of each output": _is("largest")},
           tells="The bias reaches the loss through each example, and all roads add up. "
                 "If the loss is a mean, its $1/n$ is in $dZ$ already."),
    number("6.relu_forward", "$X$ is doubled. By which factor does the output of ten matrix products in a row grow?",
           outcome=growth_of_ten_products, within=0.01,
           tells="By {0:.0f}, not by 1024: the weights do not change, and ten products are one product."),
    number("6.relu_backward", "A unit has $Z = -3$, and the loss hands it $dA = -1$. What is $dZ$?",
           outcome=lambda: float(nn.relu_backward(np.array([[-1.0]]), np.array([[-3.0]]))[0, 0] + 0.0), within=0,
           tells="It is {0:g}: below zero the output does not change with $Z$, however much the loss would like it "
                 "to."),
    number("6.softmax_loss", "All ten scores are near zero. What is the loss, by the natural logarithm?",
           outcome=lambda: first_loss(nn.softmax_loss),
           within=0.05, shown="{:.1f}",
           tells="It is {0:.2f}, about log 10: every class has the probability 1/10."),
    number("6.svm_loss", "All ten scores are near zero. What does the hinge loss charge?",
           outcome=lambda: first_loss(nn.svm_loss), within=0.1, shown="{:.0f}",
           tells="About {0:.0f}: each of the nine other classes misses the margin by about 1."),
    choice("6a", "Take each learning rate at which both learn. At how many weight scales does the deeper net learn, "
                 "in the median over these rates?",
           outcome=scales_that_learn,
           choices={"At more than the other": lambda share: share > 1.1,
                    "At about as many": lambda share: 0.9 <= share <= 1.1,
                    "At less than half as many": lambda share: 0 < share < 0.5,
                    "At none": 0},
           tells="At {0:.2f} times as many: the band in which it learns is as tall as that of the other net, "
                 "but it is steeper and much narrower. At low rates it is ahead, since there the band of the other net "
                 "leaves the map on the right."),
)
