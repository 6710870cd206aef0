"""What was said against what came true: the reliability diagram of a set of answers, with their Brier score."""
import numpy as np

from hw0 import learning_goals
from livefig import Figure

MADE_UP = {"asked_50": 3, "right_50": 2, "asked_70": 3, "right_70": 2, "asked_90": 4, "right_90": 2, "asked_100": 2,
           "right_100": 1}
MOST = 12
FEW = 6


PREDICTED = {"asked_25": 6, "right_25": 2, "asked_33": 5, "right_33": 2, "asked_50": 0, "right_50": 0, "asked_70": 9,
             "right_70": 5, "asked_90": 8, "right_90": 5, "asked_100": 8, "right_100": 6}
MOST_PREDICTED = 40
GUESSES = (0.25, 0.33, 0.5)                             # of predictions with four choices or a number, with three, two


def inputs(levels=learning_goals.LEVELS):
    """{name of a slider: (confidence, "asked" or "right")}, in the order of the sliders."""
    return {f"{kind}_{level:.0%}".rstrip("%"): (level, kind) for level in levels for kind in ("asked", "right")}


def calibration(at=None, *, again=False):
    """Reliability diagram of at most twelve answers for each confidence; a worksheet moves its sliders.

    `again` is the one at the end of the book, which differs in its title.
    """
    title = "What was said, and what came true"
    fig = Figure(f"{title}, the second time" if again else title, name="calibration", at=at, xlim=(0.4, 1.08),
                 ylim=(-0.06, 1.06),
                 xlabel="confidence that was stated", ylabel="share of answers that were right", aspect=0.7,
                 alt="Reliability diagram: share of right answers against stated confidence, a point for each of four "
                     "confidences, "
                     "and the diagonal on which both are equal. Points below it show overconfidence.")
    return _diagram(fig, learning_goals.LEVELS, MOST, MADE_UP, 0.4)


def predictions(at=None):
    """Reliability diagram of the predictions in all chapters; the counts of a reader move its sliders."""
    fig = Figure("What was predicted, and what came true", name="predictions", at=at, xlim=(0.2, 1.08),
                 ylim=(-0.06, 1.06), xlabel="confidence that was stated", ylabel="share of predictions that came true",
                 aspect=0.7,
                 alt="Reliability diagram of predictions: share that came true against stated confidence, a point for "
                     "each of six confidences, and the diagonal on which both are equal. Points below it show "
                     "overconfidence.")
    return _diagram(fig, (*GUESSES, *learning_goals.LEVELS[1:]), MOST_PREDICTED, PREDICTED, 0.2)


def _diagram(fig, levels, most, made_up, left):
    """The figure with sliders for how many answers were given with each confidence, and how many of them were right."""
    counts = {"asked": [], "right": []}
    for name, (level, kind) in inputs(levels).items():
        label = f"said {level:.0%}" if kind == "asked" else f"said {level:.0%}, right"
        counts[kind].append(fig.slider(name, 0, most, made_up[name], label=label))
    asked = np.stack(counts["asked"])
    # two sliders may contradict each other; more than all is all
    right = np.minimum(np.stack(counts["right"]), asked)
    answers = learning_goals.Tally(np.array(levels), asked, right)
    shares, parts = learning_goals.shares(answers), learning_goals.decompose(answers)
    bias = learning_goals.overconfidence(answers)
    share = np.sum(right) / np.sum(asked)
    said = [np.sum(asked * np.array(levels)) / np.sum(asked), share]

    fig.line([left, 1.0], [left, 1.0], color="truth", dash="", label="as often right as was said")
    fig.hline(share, color="muted", width=1.5, label="right in all")
    for k, level in enumerate(levels):
        fig.line([level, level], np.stack([level, shares[k]]), color="model", dash="", width=1.5)
    fig.point(list(levels), shares, color="model", r=6, label="right among these answers")

    for label, number in (("Brier score", learning_goals.brier_score(answers)), ("reliability", parts.reliability),
                          ("− resolution", parts.resolution), ("+ uncertainty", parts.uncertainty)):
        fig.readout(label, "{:.3f}", number)
    fig.case((np.sum(asked) == 0, "No answer is counted yet."),
             (np.sum(asked) < FEW,
              "Too few answers to judge by: the confidence is {:.0%} on average, and {:.0%} of the answers are right.",
              *said),
             (bias > 0.1 - 1e-9, "Too sure: the confidence is {:.0%} on average, and {:.0%} of the answers are right.",
              *said),
             (bias < -0.1 + 1e-9,
              "Too modest: the confidence is {:.0%} on average, and {:.0%} of the answers are right.", *said),
             otherwise="Well calibrated on average: the confidence is {:.0%}, and {:.0%} of the answers are right.",
             values=said)
    return fig
