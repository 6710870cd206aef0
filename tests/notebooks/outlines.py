"""What each chapter has to contain, its number, parts and sections in order; and which other pages are notebooks."""

from typing import NamedTuple


class Outline(NamedTuple):
    """The required shape of one chapter.

    checked: ids of the parts whose answer a program can refute; each calls `check("<id>", …)` under its heading.
    written: ids of the parts that are answered in prose.
    steps: the sub-headings of every checked part, in order.
    closing: the headings after the parts, in order; every chapter opens with "The problem".
    """

    number: int
    checked: tuple[str, ...]
    written: tuple[str, ...]
    steps: tuple[str, ...]
    closing: tuple[str, ...]

    @property
    def parts(self):
        return self.checked + self.written


OPENING = "The problem"
STEPS = ("Predict", "Derive", "Check")
EXPLORE, CHATBOTS, EXERCISES, SUMMARY = "Explore", "What chatbots got wrong", "Exercises", "Summary"
CALIBRATION = "The calibration check"  # taken in chapter 1, and again in chapter 7
CLOSING = (EXPLORE, CHATBOTS, EXERCISES, SUMMARY)


def _problem(number, checked, written=""):
    return Outline(number, tuple(checked.split()), tuple(written.split()), STEPS, CLOSING)


def _reflection(number, written):
    return Outline(number, (), tuple(written.split()), (), (CALIBRATION, SUMMARY))


OUTLINES = {
    "learning_goals": _reflection(1, "1a 1b 1c 1d"),
    "vector_calculus": _problem(2, "2a 2b 2c 2d 2e"),
    "least_squares": _problem(3, "3a 3b 3c 3d 3e 3f"),
    "ridge": _problem(4, "4a 4b 4c 4d 4e 4f 4g 4h"),
    "relu_elbow": _problem(5, "5a.i 5a.ii 5a.iii 5a.iv 5b.i 5b.ii 5b.iii 5b.iv 5c 5d"),
    "networks": _problem(6,
                         "6.affine_forward 6.affine_backward 6.relu_forward 6.relu_backward 6.softmax_loss 6.svm_loss",
                         written="6a"),
    "study_log": _reflection(7, "7a 7b 7c"),
}

# The front page, those of the appendix and the guides are notebooks too: their prose, code and outputs keep the rules,
# their sections are their own.
STEMS = ("index", "on_trial", "claims", "checks_itself", "live_figure", "new_chapter")
PAGES = {stem: Outline(0, (), (), (), ()) for stem in STEMS}
# What leads on from a chapter and is needed by no other section: beside it in the table of contents, in further/.
FURTHER = ("3_least_squares", "4_ridge", "5_relu_elbow", "6_networks")
PAGES |= {stem: Outline(int(stem[0]), (), (), (), ()) for stem in FURTHER}
