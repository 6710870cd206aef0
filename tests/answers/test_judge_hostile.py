"""Texts that nobody who means well would write into a box: each gets a word and a short line, its neighbours theirs."""

import random
import re

import pytest

from tests import hostile
from tests.answers.demos import PARTS
from tests.answers.parity import in_node, names_of_the_page
from tests.answers.programs import BEYOND, PROGRAMS
from tests.answers.students import WRITTEN

WORDS = {"right", "right, but", "wrong", "no answer", "beyond", "unread"}
NEIGHBOURS = [("slope", "x / w if w else 0"), ("gram", "X.T @ X + np.diag(k)"), ("side", "'left'"),
              ("pair", "v, 2 * v")]
ESCAPES = [  # ways out of an interpreter that is written in JavaScript, or in Python
    "constructor", "x.constructor", "x.constructor.constructor('planted = 1')()", "x.__proto__", "__proto__",
    "{}['__proto__']", "{'__proto__': 1}.get('constructor')", "dict(__proto__=1)", "x.toString()", "valueOf", "this",
    "globalThis.planted", "process.exit(1)", "require('fs')", "__import__('os').system('true')", "np.constructor",
    "np.__proto__.planted", "[].constructor", "x.__class__.__mro__[-1].__subclasses__()", "eval('planted = 1')",
    "exec('1')", "open('/etc/hosts').read()", "f'{x.constructor}'", "'{0.__class__}'.format(x)",
    "(lambda: 0).__globals__",
    "(lambda: 0).call", "np.linalg.__proto__", "hasOwnProperty", "__builtins__", "vars()", "getattr(x, 'constructor')",
    "lambda **__proto__: __proto__", "lambda constructor, toString: constructor", "def __proto__(x):\n    return x",
    "__proto__ = 1\n__proto__", "x.length", "'a'.length", "'a'.constructor", "[1].map(print)", "np.array.prototype",
]
ENDLESS = [  # what would hold the page, or fill its memory
    "while True: pass", "[0] * 10**10", "10**10**10", "'a' * 10**9", "np.zeros(10**9)", "np.eye(10**6)", "2 << 10**9",
    "list(range(10**18))", "sum(range(10**12))", "sorted(range(10**9))", "f'{1:1000000000}'", "'%1000000000d' % 1",
    "round(1.5, 10**9)", "np.arange(0, 1, 1e-12)", "np.linspace(0, 1, 10**9)", "np.ones((3000, 3000)) @ np.ones(3000)",
    "np.linalg.inv(np.eye(900))", "np.linalg.svd(np.ones((400, 400)))", "a = [1]\nwhile a: a += a", "10**400 / 3",
    "a = 2\nfor i in range(100): a = a * a\na", "a = 'x'\nfor i in range(100): a += a\na", "pow(3, 10**8)",
    "a = np.ones(2)\nfor i in range(60): a = np.concatenate([a, a])\na", "(lambda f: f(f))(lambda f: f(f))",
    "a = []\na.append(a)\na", "a = {}\na['a'] = a\na", "np.kron(np.ones((999, 999)), np.ones((99, 99)))",
    "[[[0] * 999 for i in range(999)] for j in range(999)]", "np.ones(10**6)[:, None] - np.ones(10**6)",
    "1" + "0" * 50_000, "-" * 20_000 + "1", "not " * 5_000 + "1", "[" * 20_000, "(" * 20_000 + ")" * 20_000,
    "1" + " + 1" * 20_000, "1" + " ** 1" * 5_000, "x" + "[0]" * 9_000, "f" + "(f" * 5_000, "lambda: " * 5_000 + "1",
    "\n".join(" " * k + "if 1:" for k in range(3_000)), "x = 1\n" * 20_000, "'" * 50_001, '"""' + "x" * 99_000,
    "#" * 90_000,
    "a" * 90_000, "x if x else " * 4_000 + "x", "a = " * 9_000 + "1", "{" * 9_000, "1 < " * 9_000 + "1", "f'{" * 4_000,
]
PIECES = ["(", ")", "[", "]", "{", "}", ":", ",", ".", "=", "==", "**", "//", "@", "'", '"', "\\", "\n", "\n    ", "\t",
          "0x", "lambda ", "for ", " in ", "if ", " else ", "return ", "def f(x):", "np.", ".T", "None", "1e999",
          "-0.0", "1_", "½", "\x00", "\ud800", "\u202e", "\u2028", "٣", "x" * 300, "<img src=x onerror=planted=1>",
          "''' '"]
GIVEN = ["None", "5", "-1", "0.5", "'a'", "[]", "[1, 2]", "()", "{}", "{'a': 1}", "{1: 2}", "np", "len", "lambda: 0",
         "True", "np.eye(2)", "np.zeros((0, 3))", "np.ones(3)", "10**30", "float('nan')", "range(3)", "slice",
         "[[1], [1, 2]]"]


def texts(count):
    """The ways out and the endless; answers of students and programs with pieces lost, put in, exchanged."""
    chosen = random.Random(7 if not hostile.INPUTS else None)
    bases = [*(text for _, text, _ in WRITTEN), *PROGRAMS, *BEYOND, *ESCAPES]
    yield from (*ESCAPES, *ENDLESS, *hostile.TEXTS)
    names = names_of_the_page()
    called = [f"{prefix}{name}" for kind, prefix in (("numpy", "np."), ("linalg", "np.linalg."), ("math", "math."),
              ("builtins", ""), ("methods", "np.eye(2).")) for name in names[kind] if name not in ("np", "math")]
    for _ in range(count):
        if chosen.random() < 0.3:
            given = [chosen.choice(["", "", "", "*", "**", "axis=", "a="]) + chosen.choice(GIVEN)
                     for _ in range(chosen.randrange(4))]
            yield f"{chosen.choice(called)}({', '.join(given)})"
            continue
        words = re.findall(r"\w+|\s+|.", chosen.choice(bases)[:400], re.DOTALL)
        for _ in range(chosen.randrange(1, 4)):
            place = chosen.randrange(len(words) + 1)
            piece = chosen.choice([*PIECES, *ESCAPES, *chosen.sample(words, min(3, len(words)))])
            words[place:place + chosen.randrange(2)] = [piece] if chosen.random() < 0.8 else []
        yield "".join(words)


def judged(tries):
    """What judge.mjs finds, in a process with little memory."""
    asked = {"parts": [part.to_json() for part in PARTS.values()], "tries": tries}
    return in_node("judge.mjs", asked, "--max-old-space-size=512")


@pytest.fixture(scope="module")
def found():
    """[(text, its verdict, the verdict on a right answer after it)], and what is left in the process."""
    tried = list(texts(hostile.INPUTS or 150))
    pairs = [(NEIGHBOURS[k % 4], text) for k, text in enumerate(tried)]
    tries = [one for (part, right), text in pairs for one in ((part, text), (part, right))]
    seen = [judged(tries[k:k + 800]) for k in range(0, len(tries), 800)]
    verdicts = [verdict for each in seen for verdict in each["tries"]]
    return list(zip(tried, verdicts[::2], verdicts[1::2], strict=True)), [each["left"] for each in seen]


def test_every_text_gets_a_word_and_a_short_line(found):
    for text, verdict, _ in found[0]:
        assert verdict["word"] in WORDS, (text[:300], verdict)
        line = verdict["line"]
        assert len(line) < 400 and line.isprintable(), (text[:300], line[:300])


def test_no_text_takes_long(found):
    times = sorted((verdict.get("ms", 0), text[:60]) for text, verdict, _ in found[0])
    assert times[-1][0] < 30_000, times[-5:]


def test_the_next_answer_is_judged_as_ever(found):
    assert {neighbour["line"] for _, _, neighbour in found[0]} == {"right: no counterexample found"}


def test_nothing_is_executed_or_left_behind(found):
    for left in found[1]:
        assert left == {"planted": None, "ofEveryObject": [], "newGlobals": []}
