"""Questions that a reader answers before the text does: the outcome is computed, and it decides which choice is right.

    Choice("2d", "Which arrow is longer?", outcome=lengths, tells="They are {0[0]:g} and {0[1]:g} long.",
           choices={"the solid one": lambda found: found[0] > found[1], ...})
    Number("2b", "How far?", outcome=distance, tells="It is {0:g}.", within=0.1)

question.py      a question, its outcome, and what is right
page.py          its HTML: complete without the script, which opens the answer once the reader has committed to one
script           what was predicted, kept in this browser and set beside the outcome; how often it was right, in all
prediction.css
"""

from .page import ASSETS, Gathered
from .question import Choice, Number

__all__ = ["ASSETS", "Choice", "Gathered", "Number"]
