"""What a check says: right, or a counterexample with both values and a diagnosis."""
from dataclasses import dataclass

from hw0.checks.show import show_apart, show_arguments, typeset

SAID = {"wrong": "wrong", "incomplete": "right, but not"}
BOXES = {"right": ("Right", "\u2713", "#0072B2"), "incomplete": ("Right, but \u2026", "(\u2713)", "#8A6D00"),
         "wrong": ("Wrong", "\u2717", "#D55E00"), "no answer": ("No answer yet", "\u2026", "#767676")}


@dataclass(frozen=True, eq=False, repr=False)
class Verdict:
    """The outcome of one check; true in a condition exactly if the answer is right.

    Attributes
    ----------
    right : no counterexample was found
    counterexample : argument name -> value, the smallest input found that refutes the answer;
        None if it is right, or if it could not be called at all or not be run
    expected, got : what the part asks for at the counterexample, and what the answer gave
    diagnosis : one or two sentences on what went wrong, if that is known
    incomplete : right in every ordinary case, refuted in an edge case

    Examples
    --------
    >>> verdict = Verdict(False, counterexample={"x": 1}, expected=1, got=2)
    >>> verdict
    wrong at x=1: expected 1, got 2
    >>> bool(verdict)
    False
    """

    right: bool
    counterexample: dict | None = None
    expected: object = None
    got: object = None
    diagnosis: str | None = None
    incomplete: bool = False

    @property
    def word(self):
        """The Verdict in a word: "right", "incomplete", "wrong" or "no answer".

        >>> check("5b.ii", "right").word
        'wrong'
        """
        if self.right:
            return "right"
        return "incomplete" if self.incomplete else "wrong" if self.counterexample else "no answer"

    def __bool__(self):
        return self.right

    def __repr__(self):
        if self.right:
            return "right: no counterexample found"
        if self.counterexample is None:
            return f"no answer yet: {self.diagnosis}"
        expected, got = show_apart(self.expected, self.got)
        line = f"{SAID[self.word]} at {show_arguments(self.counterexample)}: expected {expected}, got {got}"
        return f"{line}. {self.diagnosis}" if self.diagnosis else line

    def _repr_html_(self):
        """The same as a box: a word and a sign carry the verdict, the colour of the rule only repeats it."""
        from html import escape  # here, since a terminal never needs it
        word, sign, colour = BOXES[self.word]
        rows = []
        if self.right:
            rows.append("No counterexample found.")
        elif self.counterexample is not None:
            expected, got = show_apart(self.expected, self.got)
            rows.append(f"At <code>{escape(show_arguments(self.counterexample))}</code>")
            rows.append(f"expected <code>{escape(expected)}</code>, got <code>{escape(got)}</code>")
        if self.diagnosis:
            rows.append(typeset(self.diagnosis))
        return (f'<div class="hw0-verdict" role="note" aria-label="Verdict: {word.lower()}" '
                f'style="border-left: 4px solid {colour}; padding: 0.2em 0.8em">'
                f"<strong>{sign} {word}</strong><br>" + "<br>".join(rows) + "</div>")
