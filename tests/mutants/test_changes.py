"""Single faults: each kind is planted where it belongs, each is Python, and what no reader sees is left alone."""

import ast
import pathlib

import pytest

from tools.mutants.changes import changes
from tools.mutants.scripts import script_changes

ROOT = pathlib.Path(__file__).parents[2]


def planted(text):
    """Return {kind: [the text with the fault]}."""
    found = {}
    for change in changes(text):
        found.setdefault(change.kind, []).append(change.planted(text))
    return found


@pytest.mark.parametrize(("text", "kind", "fault"), [
    ("a = b + c", "operator", "a = b - c"),
    ("a = (b)/(c)", "operator", "a = (b)*(c)"),
    ("a = b @ c", "order", "a = ((c) @ (b))"),
    ("a = -b", "sign", "a = b"),
    ("a = not b", "logic", "a = b"),
    ("a = b and c", "logic", "a = b or c"),
    ("a = b < c", "comparison", "a = b <= c"),
    ("a = b not in c", "comparison", "a = b in c"),
    ("a = b[0]", "number", "a = b[1]"),
    ("a = 0.5", "number", "a = 0.75"),
    ("a = 1e-9", "number", "a = 1.0"),
    ("a = b.T", "transpose", "a = b"),
    ("a = b if c() else d", "branch", "a = b if not (c()) else d"),
    ("a = f(b, axis=c)", "keyword", "a = f(b, )"),
    ("a = f(b, c)", "order", "a = f(c, b)"),
    ("f(b)", "statement", "pass"),
    ("def f():\n    return a", "statement", "def f():\n    return None"),
    ("a = 'σ right'", "text", 'a = ""'),
    ("σ = 'λ'; a = b * c", "operator", "σ = 'λ'; a = b / c"),
])
def test_a_fault_of_each_kind(text, kind, fault):
    assert fault in planted(text)[kind]


@pytest.mark.parametrize(
    "text",
    ['"""A docstring."""', "def f(a: 'int' = None) -> 'str':\n    pass", "@dataclass(frozen=True)\nclass A:\n    pass",
     "c = np.maximum(a, b)", "x = 1  # harmless: any number will do", "a = zip(b, strict=True)",
     "if __name__ == '__main__':\n    f(1)", "__all__ = ['a']", "from a import b", "a = f'{b + 1} is {c}'",
     "a = np.random.default_rng([5, 0])"],
)
def test_what_no_reader_sees_is_left_alone(text):
    assert changes(text) == []


def test_a_message_of_an_error_is_left_alone_but_not_the_error():
    assert planted("raise ValueError('no')") == {"statement": ["pass"]}


@pytest.mark.parametrize("name", ["code/hw0/ridge/routes.py", "code/formula/judge.py", "code/hw0/audit/taxonomy.py"])
def test_every_fault_of_a_module_is_python_and_another_program(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    before, found = ast.dump(ast.parse(text)), changes(text)
    assert len(found) > 20
    for change in found:
        assert ast.dump(ast.parse(change.planted(text))) != before
        assert text.encode()[change.start :].startswith(change.old.encode())


SCRIPT = """import { a } from 'b';
const σ = '𝜎', z = (a) - 1;
if (a < 0.5 && !a) f(a, z);
else throw new Error('no');
const t = a ? -z : true; // harmless: any will do
a += z ?? 'text';
a = Math.max(a, 3);
f({ passive: true });
function* slices() { yield; a.is('b', 'c'); yield 1e-9; }
history.replaceState(z, '', t);
"""


def test_the_faults_of_a_script(tmp_path):
    (tmp_path / "a.js").write_text(SCRIPT, encoding="utf-8")
    found = script_changes(tmp_path, ["a.js"])["a.js"]
    for old, new in [("(a) - 1", "(a) + 1"), ("a < 0.5", "a <= 0.5"), ("&&", "||"), ("!a", " a"), ("a, z", "z, a"),
                     ("f(a, z);", ";"), ("+=", "-="), (" ?? 'text'", ""),
                     ("'text'", "''"), ("1;", "2;"), ("0.5", "0.75")]:
        assert SCRIPT.replace(old, new) in [change.planted(SCRIPT) for change in found], (old, new)
    assert [str(change) for change in found if change.line == 8] == ["statement: f({ passive: true }); → ;"]
    assert sorted(change.new for change in found if change.line == 9) == ["''", "''", "1", ";", ";"]
    assert SCRIPT.replace("max(a, 3)", "max(3, a)") not in [change.planted(SCRIPT) for change in found]
    assert [change.kind for change in found if change.line == 10] == ["statement"]  # nobody reads the title
    assert {change.line for change in found} == {2, 3, 6, 7, 8, 9, 10}  # no import, no message, nothing harmless
