"""What a chatbot said of its own work: each claim with what refutes it."""
from fractions import Fraction

from hw0.audit.answers import all_answers
from hw0.audit.referee import Referee, always, assign
from hw0.audit.relu_elbow.confirmed import direction
from hw0.audit.relu_elbow.samples import II_SMALL, IV

EXAMPLES = tuple({"w": w, "b": b, "x": 1.0, "lr": 0.1} for w, b in [(2.0, 1.0), (1.0, 2.0)])


def _ways(points):
    """The directions in which the elbow moves at these instances, a set."""
    return {direction(**v) for v in points}


def _without_answer():
    """The parts of problem 5 that the first answer of DeepSeek v3.2 left open, in one text."""
    return ", ".join(a.part for a in all_answers() if a.part.startswith("5")
                     and (a.conversation, a.attempt, a.answer) == ("deepseek-v3.2", 1, None))


def _new_elbow_is_a_short_fraction(w, b, x, lr):
    """Whether -(b - lr) / (w - lr x) has a numerator and a denominator of at most two digits."""
    w, b, x, lr = (Fraction(str(value)) for value in (w, b, x, lr))
    e = -(b - lr) / (w - lr * x)
    return max(abs(e.numerator), e.denominator) < 100


REFEREES = assign(
    ("deepseek-meta-1",
     Referee("all of problems 2 to 5 is answered; the parts left open", always("none"), _without_answer, ({},))),
    ("deepseek-meta-3", Referee("(ii) one example tells the direction of all small steps", always(True),
                                lambda **v: _ways(II_SMALL) == _ways([v]), EXAMPLES)),
    ("deepseek-meta-6", Referee("(ii) the new elbow of its example needs a calculator", always(True),
                                lambda **v: not _new_elbow_is_a_short_fraction(**v), EXAMPLES[:1])),
    ("deepseek-meta-8",
     Referee("(iv) the direction depends on the numbers", always(True), lambda: len(_ways(IV)) > 1, ({},))))
