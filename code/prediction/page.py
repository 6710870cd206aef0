"""A question's HTML, and that of the place where all predictions come together."""

import pathlib
from html import escape

from embedded_assets import EmbeddedAssets

ASSETS = EmbeddedAssets(pathlib.Path(__file__).parent, ("kept", "question", "gathered", "page"))
FOLD = "What happens"
NOTHING = "Predictions come together here as you make them; that needs JavaScript."


def html(question, script=False):
    """Return the HTML of a question; with script, also script and style.

    What is right stands in the fold only, so that nothing before it looks different for the right choice.
    """
    anchor = f"predict-{question.part.replace('.', '-')}"
    sure = ",".join(f"{percent} {words}" for percent, words in question.sure)
    if hasattr(question, "choices"):
        answers = "".join(f'<label><input type="radio" name="{anchor}">{_choice(question, text)}</label>'
                          for text in question.choices)
        key = f'data-right="{list(question.choices).index(question.right())}"'
    else:
        answers = ('<label><span>A number: </span><input type="text" inputmode="decimal" autocomplete="off" '
                   'size="8"></label>')
        key = f'data-right="{question.right()}" data-within="{question.within:g}"'
    element = (
        f'<section class="prediction" id="{anchor}" data-predict="{escape(question.part)}" data-sure="{escape(sure)}" '
        f'role="group" aria-label="Prediction for {escape(question.part)}">\n'
        f"<fieldset><legend>{question.typeset(question.asks)}</legend>{answers}</fieldset>\n"
        f'<details class="pr-fold" {key}><summary>{FOLD}</summary>'
        f"<p><strong>{question.typeset(question.right())}.</strong> {question.typeset(question.told())}</p></details>\n"
        "</section>\n"
    )
    return ASSETS.around(element) if script else element


def _choice(question, text):
    """Return a choice; where its formulas are typeset, with the plain text that is kept of it."""
    plain = question.plain(text)
    said = f' data-said="{escape(plain)}"' if plain != text else ""
    return f"<span{said}>{question.typeset(text)}</span>"


class Gathered:
    """The place that counts all predictions by confidence.

    Parameters
    ----------
    levels : the confidences in percent
    figure : name of a live figure with sliders asked_<percent> and right_<percent>, which are set to the counts
    """

    def __init__(self, levels, figure):
        self.levels, self.figure = levels, figure

    def html(self, script=False):
        """Return its HTML; with script, also script and style."""
        listed = " ".join(map(str, self.levels))
        element = (f'<div class="predictions" data-predictions="{listed}" data-figure="fig-{escape(self.figure)}">'
                   f'<p role="status">{NOTHING}</p></div>\n')
        return ASSETS.around(element) if script else element

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": self.html(script=True), "text/plain": NOTHING}
