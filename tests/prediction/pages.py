"""Pages with questions to predict, as the site makes them: scripts in files, a strict policy."""

import livefig
import prediction
from prediction import Choice, Number
from prediction.page import html
from tests.livefig.pages import write

SURE = ((25, "a guess"), (70, "likely"), (100, "certain"))


def side(outcome=lambda: -1.0):
    """Return a question with choices, of which the outcome's sign decides."""
    return Choice(part="1.side", asks="Which way does it go?", outcome=outcome, sure=SURE,
                  tells="It moves by {0:g}, & stays < 1.",
                  choices={"Left": lambda move: move < 0, "Right": lambda move: move > 0, "Nowhere": 0})


def length(outcome=lambda: 2.0):
    """Return a question for a number."""
    return Number(part="1.length", asks="How long is it?", outcome=outcome, sure=SURE, within=0.1,
                  tells="Its square is 4, so it is {0:g}.")


def site(folder, name, *parts):
    """Write a page of questions, or of any HTML; return its file name."""
    body = "\n".join(part if isinstance(part, str) else html(part) for part in parts)
    return write(folder, name, (livefig, prediction), body)
