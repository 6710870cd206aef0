"""Tables of how the answers fared: text for a test, HTML for a page."""

from dataclasses import dataclass
from html import escape

from hw0.audit.answers import Grade, all_answers, grade, stored, turns
from hw0.audit.record import CONVERSATIONS, conversations

SIGNS = {"right": "\u2713", "incomplete": "(\u2713)", "wrong": "\u2717", "no answer": "\u2013"}
LEGEND = {
    "right": "right",
    "incomplete": "right in the ordinary case of the part, refuted in another that the answer does not exclude",
    "wrong": "wrong",
    "no answer": "no answer that can be run",
}
STYLE = """
.hw0-scoreboard th[scope="col"] { vertical-align: bottom; font-weight: 400; }
.hw0-scoreboard th span { writing-mode: vertical-rl; transform: rotate(180deg); text-align: left; white-space: nowrap; }
.hw0-scoreboard td { text-align: center; white-space: nowrap; }
"""


@dataclass(frozen=True, repr=False, eq=False)
class Scoreboard:
    """A table of Grades: a row for each part, a column for each conversation, several signs where there were several
    answers.

    Attributes
    ----------
    title : the caption
    columns : headings
    rows : part -> for each column the tuple of Grades, in the order of the answers; empty if there is none
    """

    title: str
    columns: tuple[str, ...]
    rows: dict[str, tuple[tuple[Grade, ...], ...]]

    def faults(self, part):
        """In how many columns the first or a later answer to the part is not right, where there is one."""
        return sum(any(g.word not in ("right", "no answer") for g in cell) for cell in self.rows[part])

    def interesting(self):
        """The parts that are not right everywhere, the worst first, a list."""
        return sorted((part for part in self.rows if self.faults(part)), key=self.faults, reverse=True)

    def settled(self):
        """The parts whose every answer is right, a list."""
        return [part for part in self.rows if not self.faults(part)]

    def counterexamples(self):
        """The dict (part, what check says) -> names of the columns with an answer of which it says that."""
        found = {}
        for part in self.interesting():
            for column, cell in zip(self.columns, self.rows[part], strict=True):
                for g in cell:
                    if g.word in ("wrong", "incomplete") and g.verdict is not None:
                        names = found.setdefault((part, repr(g.verdict)), [])
                        names += [column] if column not in names else []
        return found

    def __repr__(self):
        numbers = [str(number) for number in range(1, len(self.columns) + 1)]
        body = [("part", *numbers),
                *((part, *map(_signs, self.rows[part])) for part in self.interesting() or self.rows)]
        widths = [max(map(len, column)) for column in zip(*body, strict=True)]
        lines = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in body]
        settled = ([f"right in every conversation that answers: {', '.join(self.settled())}"]
                   if self.interesting() and self.settled() else [])
        names = ", ".join(f"{number} {name}" for number, name in zip(numbers, self.columns, strict=True))
        return "\n".join([self.title, *lines, *settled, names, *self._legend()])

    def _legend(self):
        """The legend of the signs that need one: empty where every answer is right."""
        words = {g.word for cells in self.rows.values() for cell in cells for g in cell or (Grade("no answer", None),)}
        return [f"{SIGNS[word]} {LEGEND[word]}" for word in SIGNS if word in words] if words > {"right"} else []

    def _repr_html_(self):
        """The same as tables, the parts that are right everywhere folded, and the counterexamples folded below."""
        first, settled = self.interesting(), self.settled()
        if not first:
            first, settled = settled, []
        folded = (f"<details><summary>Right in every conversation that answers: {escape(', '.join(settled))}</summary>"
                  f"{self._table(settled, 'The other parts')}</details>" if settled else "")
        why = "".join(f"<li>{escape(part)}, {escape(', '.join(names))}: <code>{escape(said)}</code></li>"
                      for (part, said), names in self.counterexamples().items())
        told = f"<details><summary>The counterexamples</summary><ul>{why}</ul></details>" if why else ""
        caption = "; ".join([self.title, *self._legend()])
        return f"<style>{STYLE}</style>{self._table(first, caption)}{folded}{told}"

    def _table(self, parts, caption):
        head = "".join(f'<th scope="col"><span>{escape(name)}</span></th>' for name in self.columns)
        body = "".join(
            f'<tr><th scope="row">{escape(part)}</th>{"".join(map(_cell, self.rows[part]))}</tr>' for part in parts
        )
        return (f'<table class="hw0-scoreboard"><caption>{escape(caption)}</caption><thead><tr>'
                f'<th scope="col">part</th>{head}</tr></thead><tbody>{body}</tbody></table>')


def scoreboard(parts=None, slugs=None, right_as_stored=False):
    """The Scoreboard of every answer to these parts, by default to all, in these conversations, by default in all that
    answer one of them.

    With `right_as_stored`, answers whose stored verdict is "right" are not judged again, which is faster.

    Raises ValueError for a part or conversation that does not exist, and if no answer is left.
    """
    parts = tuple(parts or dict.fromkeys(answer.part for answer in all_answers()))
    slugs = tuple(slugs or conversations())
    told = {slug: {part: turns(part, slug) for part in parts} for slug in slugs}
    told = {slug: cells for slug, cells in told.items() if any(answers_of for answers_of in cells.values())}
    if not told:
        raise ValueError(f"there is no answer to {', '.join(parts)} in {', '.join(slugs)}.")
    known = {(slug, attempt, part) for slug in told if right_as_stored
             for attempt, words in enumerate(stored(CONVERSATIONS / slug), start=1)
             for part, kept in words.items() if kept.word == "right"}

    def graded(answer):
        key = (answer.conversation, answer.attempt, answer.part)
        return Grade("right", None) if key in known else grade(answer)

    rows = {part: tuple(tuple(map(graded, cells[part])) for cells in told.values()) for part in parts}
    return Scoreboard("The answers of the chatbots, judged by check",
                      tuple(conversations()[slug].name for slug in told), rows)


def turn_by_turn(conversation="gpt-4o", parts=("5b.i", "5b.ii", "5b.iii", "5b.iv")):
    """The Scoreboard of one conversation, a column for each answer in turn.

    Raises ValueError for a part without answers, and for parts that were not answered equally often.
    """
    told = {part: turns(part, conversation) for part in parts}
    if len(set(map(len, told.values()))) != 1 or not all(told.values()):
        raise ValueError(
            f"{conversation} answered these parts in different turns: {', '.join(parts)}. Ask for them apart."
        )
    columns = tuple(f"answer {number}" for number in range(1, len(told[parts[0]]) + 1))
    return Scoreboard(f"{conversations()[conversation].name}, answer by answer, judged by check", columns,
                      {part: tuple((grade(a),) for a in answers_of) for part, answers_of in told.items()})


def _signs(cell):
    return " ".join(SIGNS[g.word] for g in cell) or SIGNS["no answer"]


def _cell(cell):
    words = ", then ".join(g.word for g in cell) or "no answer"
    return f'<td><span role="img" aria-label="{words}">{_signs(cell)}</span></td>'
