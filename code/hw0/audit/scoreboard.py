"""Tables of how the answers fared, made by check while you look: text for a test, HTML for a page."""
from dataclasses import dataclass
from html import escape

from hw0.audit.answers import Grade, grade
from hw0.audit.ledger import CHATBOTS, NAMES
from hw0.audit.relu_elbow_answers import ANSWERS

SIGNS = {"right": "\u2713", "incomplete": "(\u2713)", "wrong": "\u2717", "no answer": "\u2013"}
MEANINGS = {"right": "right", "incomplete": "right except in an edge case", "wrong": "wrong", "no answer": "no answer"}


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
        body = [(part, *(f"{SIGNS[g.word]} {g.word}" for g in grades)) for part, grades in self.rows.items()]
        widths = [max(map(len, column)) for column in zip(head, *body, strict=True)]
        lines = ["  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in (head, *body)]
        return "\n".join([self.title, *lines])

    def _repr_html_(self):
        """The same as a table whose cells carry the verdict of check as a tooltip; a legend says what the signs mean."""
        head = "".join(f'<th scope="col">{escape(text)}</th>' for text in ("part", *self.columns))
        body = "".join(f'<tr><th scope="row">{escape(part)}</th>{"".join(map(_cell, grades))}</tr>'
                       for part, grades in self.rows.items())
        legend = ", ".join(f"{SIGNS[word]} {meaning}" for word, meaning in MEANINGS.items())
        return (f'<table class="hw0-scoreboard"><caption>{escape(self.title)} ({legend})</caption>'
                f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")


def scoreboard(parts=None, chatbots=CHATBOTS):
    """The Scoreboard of the first and the last answer of each chatbot; `parts` are all by default."""
    columns = tuple(f"{NAMES[bot]}, {which}" for bot in chatbots for which in ("first", "last"))
    rows = {part: tuple(grade(turns(part, bot)[position]) for bot in chatbots for position in (0, -1))
            for part in parts or dict.fromkeys(answer.part for answer in ANSWERS)}
    return Scoreboard("The first and the last answer of each chatbot, judged by check", columns, rows)


def turn_by_turn(chatbot="chatgpt", parts=("5b.i", "5b.ii", "5b.iii", "5b.iv")):
    """The Scoreboard of one chatbot, a column for each turn.  Raises ValueError if a part was not answered in every turn."""
    told = {part: turns(part, chatbot) for part in parts}
    numbers = {tuple(answer.turn for answer in answers) for answers in told.values()}
    if len(numbers) != 1:
        raise ValueError(f"{NAMES[chatbot]} answered these parts in different turns: {', '.join(parts)}.")
    columns = tuple(f"turn {number}" for number in numbers.pop())
    return Scoreboard(f"{NAMES[chatbot]}, turn by turn, judged by check", columns,
                      {part: tuple(map(grade, answers)) for part, answers in told.items()})


def turns(part, chatbot):
    """The Answers of a chatbot to a part, one for each turn, a tuple.  Raises ValueError if there is none."""
    found = tuple(answer for answer in ANSWERS if (answer.part, answer.chatbot) == (part, chatbot))
    if not found:
        raise ValueError(f"there is no answer to part {part!r} of chatbot {chatbot!r}.")
    return found


def _cell(graded):
    verdict = escape(repr(graded.verdict), quote=True)
    return f'<td title="{verdict}">{SIGNS[graded.word]} <span>{graded.word}</span></td>'
