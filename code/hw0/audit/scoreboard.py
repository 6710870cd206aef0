"""Tables of how the answers fared, made by check while you look: text for a test, HTML for a page."""
from dataclasses import dataclass
from html import escape

from hw0.audit.answers import Grade, grade
from hw0.audit.ledger import CHATBOTS, NAMES
from hw0.audit.registry import ANSWERS

SIGNS = {"right": "\u2713", "incomplete": "(\u2713)", "wrong": "\u2717", "no answer": "\u2013"}
LEGEND = "incomplete: right in the ordinary case of the part, refuted in another that the answer does not exclude"


@dataclass(frozen=True, repr=False, eq=False)
class Scoreboard:
    """A table of Grades: a row for each part, a column for each answer.

    Attributes
    ----------
    title : the caption
    columns : headings
    rows : part -> tuple of Grades, one for each column
    """

    title: str
    columns: tuple[str, ...]
    rows: dict[str, tuple[Grade, ...]]

    def __repr__(self):
        head = ("part", *self.columns)
        body = [(part, *map(_mark, grades)) for part, grades in self.rows.items()]
        widths = [max(map(len, column)) for column in zip(head, *body, strict=True)]
        lines = ["  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()
                 for row in (head, *body)]
        return "\n".join([self.title, *lines, *self._legend()])

    def _legend(self):
        """The legend, a list that is empty where no answer is incomplete."""
        return [LEGEND] if any(g.word == "incomplete" for grades in self.rows.values() for g in grades) else []

    def _repr_html_(self):
        """The same table, and below it, folded, the counterexample of every answer that is not right."""
        head = "".join(f'<th scope="col">{escape(text)}</th>' for text in ("part", *self.columns))
        body = "".join(f'<tr><th scope="row">{escape(part)}</th>' + "".join(f"<td>{_mark(g)}</td>" for g in grades)
                       + "</tr>"
                       for part, grades in self.rows.items())
        why = "".join(f"<li>{escape(f'{part}, {column}')}: <code>{escape(repr(g.verdict))}</code></li>"
                      for part, grades in self.rows.items()
                      for column, g in zip(self.columns, grades, strict=True) if not g.verdict)
        caption = escape(" ".join([self.title, *(f"({text})" for text in self._legend())]))
        folded = f"<details><summary>The counterexamples</summary><ul>{why}</ul></details>" if why else ""
        return (f'<table class="hw0-scoreboard"><caption>{caption}</caption>'
                f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{folded}")


def scoreboard(parts=None, chatbots=CHATBOTS):
    """The Scoreboard of the first and the last answer of each chatbot, one column if it gave only one.

    `parts` are all that were answered by default.  Raises ValueError for a part or chatbot without answers.
    """
    parts = tuple(parts or dict.fromkeys(answer.part for answer in ANSWERS))
    columns, grades = [], []
    for bot in chatbots:
        told = [turns(part, bot) for part in parts]
        for which, position in (("first", 0), ("last", -1)) if any(len(t) > 1 for t in told) else (("only", 0),):
            columns.append(f"{NAMES[bot]}, {which}")
            grades.append([grade(t[position]) for t in told])
    return Scoreboard("The answers of the chatbots, judged by check", tuple(columns),
                      dict(zip(parts, zip(*grades, strict=True), strict=True)))


def turn_by_turn(chatbot="chatgpt", parts=("5b.i", "5b.ii", "5b.iii", "5b.iv")):
    """The Scoreboard of one chatbot, a column for each turn.

    Raises ValueError for a part without answers, and for parts that were not all answered in the same turns.
    """
    told = {part: turns(part, chatbot) for part in parts}
    numbers = {tuple(answer.turn for answer in answers) for answers in told.values()}
    if len(numbers) != 1:
        raise ValueError(f"{NAMES[chatbot]} answered these parts in different turns: {', '.join(parts)}. Ask for them "
                         f"apart.")
    columns = tuple(f"turn {number}" for number in numbers.pop())
    return Scoreboard(f"{NAMES[chatbot]}, turn by turn, judged by check", columns,
                      {part: tuple(map(grade, answers)) for part, answers in told.items()})


def turns(part, chatbot):
    """The Answers of a chatbot to a part, one for each turn, a tuple.  Raises ValueError if there is none."""
    found = tuple(answer for answer in ANSWERS if (answer.part, answer.chatbot) == (part, chatbot))
    if not found:
        raise ValueError(f"there is no answer to part {part!r} by {chatbot!r}; the chatbots are {', '.join(CHATBOTS)}.")
    return found


def _mark(graded):
    return f"{SIGNS[graded.word]} {graded.word}"
