"""Page and Python on every answer that the project knows: `python -m tests.hw0.checks.agreement` counts and stores."""

import json
import pathlib
from typing import NamedTuple

from hw0.checks import PARTS, check
from hw0.checks.page_data import page_part
from tests.answers.parity import in_node
from tests.hw0.checks.pools.candidates import candidates
from tests.hw0.checks.texts import NoText, text_of

STORE = pathlib.Path(__file__).with_suffix(".json")


class Both(NamedTuple):
    """What Python and the page say of a candidate, as lines, and the words of their verdicts."""

    part: str
    what: str
    python: str
    page: str
    words: tuple

    @property
    def name(self):
        """The part, and where the candidate comes from."""
        return f"{self.part}: {self.what}"

    @property
    def beyond(self):
        """Whether the page gives no verdict."""
        return self.words[1] == "beyond"

    @property
    def verdict(self):
        """Whether the verdicts are the same."""
        return self.words[0] == self.words[1]

    @property
    def line(self):
        """Whether both say the same, to the letter."""
        return self.python == self.page


def with_texts(chosen):
    """Return ([(candidate, text)], [candidate that has no text])."""
    found, none = [], []
    for one in chosen:
        try:
            found.append((one, one.text or text_of(one.answer)))
        except NoText:
            none.append(one)
    return found, none


def said_by_the_page(tries, part_of):
    """Return what judge.mjs says of each (part, text); part_of(name) is an answers.Part."""
    parts = [part_of(name).to_json() for name in sorted({part for part, _ in tries})]
    return in_node("judge.mjs", {"parts": parts, "tries": tries})["tries"]


def compared(told, part_of=lambda name: page_part(PARTS[name])):
    """Return a list of Both for [(candidate, text)]."""
    found, pages = [], said_by_the_page([(one.part, text) for one, text in told], part_of)
    for (one, _), page in zip(told, pages, strict=True):
        verdict = check(one.part, one.answer)
        found.append(Both(one.part, one.what, repr(verdict), page["line"], (verdict.word, page["word"])))
    return found


def counted(found, none):
    """Return the counts of a list of Both, and all on which page and Python do not say the same, as a dict."""
    judged = [one for one in found if not one.beyond]
    return {
        "answers": len(found), "judged in the page": len(judged), "same verdict": sum(one.verdict for one in judged),
        "same line": sum(one.line for one in judged),
        "another line": {one.name: {"python": one.python, "page": one.page} for one in judged if not one.line},
        "beyond the page": {one.name: one.page for one in found if one.beyond},
        "without a text": [f"{one.part}: {one.what}" for one in none],
    }  # fmt: skip


if __name__ == "__main__":
    told, none = with_texts(candidates())
    counts = counted(compared(told), none)
    STORE.write_text(json.dumps(counts, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print({name: value if isinstance(value, int) else len(value) for name, value in counts.items()})
