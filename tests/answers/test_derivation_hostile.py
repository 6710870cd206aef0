"""Lines that nobody who means well would derive: each text gets a word and a short line; the next is read as ever."""

import random
import re

from tests import hostile
from tests.answers.test_derivation import NOT_YET, RIGHT, SOLVED, UNREAD, WRONG, judged
from tests.answers.test_judge_hostile import ESCAPES

WORDS = {"right", "incomplete", "wrong", "unread", "beyond"}
PIECES = ["(", ")", "[", "]", "{", "}", "|", "||", "=", "⇒", ":=", "^T", "^{-1}", "_i", "_{ij}", "∑", "sum_{i=1}^n ",
          "lim_{λ→0} ", "d/dw ", "∇_w ", "\\frac{", "\\hat", "\\unknown", "let ", "#", "\n", "\n= ", "1e999", "0",
          "NaN", "∞", "\x00", "\ud800", "\u202e", "\u2028", "٣", "ŵ", "x" * 300, "<img src=x onerror=planted=1>",
          "__proto__", "constructor", "toString = 1\n"]
LARGE = ["(" * 20_000, "{" * 20_000, "w" * 90_000, "w = " * 9_000 + "w", "w\n" * 5_000, "-" * 20_000 + "w", "|" * 9_001,
         "\\frac{" * 5_000, "λ^" * 5_000 + "2", "sum_{i=1}^n " * 200 + "y_i = 1", "w^{" * 5_000, "X" * 5_000 + " = 1",
         "(λ + 1)^{10^{9}} = 1", "sum_{i=1}^{10^9} i = 1", "I_{10^9} = I", "λ^{λ^{λ^{λ^{10^9}}}} = 1",
         "w = w # " + "x" * 90_000]


def texts(count):
    """Ways out, what is large, and derivations with pieces lost, put in and exchanged."""
    chosen = random.Random(17 if not hostile.INPUTS else None)
    bases = [*RIGHT, *NOT_YET, *(text for text, *_ in [*WRONG, *UNREAD]), *ESCAPES]
    yield from (*ESCAPES, *LARGE, *hostile.TEXTS)
    for _ in range(count):
        words = re.findall(r"\w+|\s+|.", chosen.choice(bases)[:300], re.DOTALL)
        for _ in range(chosen.randrange(1, 4)):
            place = chosen.randrange(len(words) + 1)
            piece = chosen.choice([*PIECES, *chosen.sample(words, min(3, len(words)))])
            words[place:place + chosen.randrange(2)] = [piece] if chosen.random() < 0.8 else []
        yield "".join(words)


def test_every_derivation_gets_a_word_and_a_short_line_and_so_does_the_next():
    tried = [text for one in texts(hostile.INPUTS or 100) for text in (one, SOLVED)]
    for k, (text, found) in enumerate(pair for start in range(0, len(tried), 800)
                                      for pair in judged(tried[start:start + 800])):
        assert found["word"] in WORDS, (text[:300], found)
        assert len(found["line"]) < 500 and found["line"].isprintable(), (text[:300], found["line"][:300])
        assert k % 2 == 0 or found["word"] == "right", (tried[k - 1][:300], found)
