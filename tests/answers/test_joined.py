"""The modules of the script as one classic script: it runs as they do, and what cannot be joined is refused."""

import pytest

from answers.compact import compact
from answers.joined import Joined
from tests.node import node


def written(folder, **modules):
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return folder


def run(script):
    return node("--eval", script).split()


def test_modules_run_in_order_and_keep_their_own_names(tmp_path):
    folder = written(
        tmp_path,
        a="// A note.\nimport { two } from './b.js';\nimport { THREE } from './c.js';\n\n"
        "const own = 1;\nconsole.log(own, two(), THREE);\n",
        b="import { THREE } from './c.js';\nconst own = 'b';\n"
        "/** Two. */\nexport function two() { return own + THREE; }\n",
        c="export const THREE = 3;\n",
    )
    joined = Joined(folder, "a")
    assert joined.order == ["c.js", "b.js", "a.js"]
    assert run(joined.script()) == ["1", "b3", "3"]
    assert "note" not in joined.script() and "Two." not in joined.script()


def test_modules_may_need_each_other(tmp_path):
    folder = written(tmp_path, a="import { odd } from './b.js';\nexport const even = n => n === 0 || odd(n - 1);\n",
                     b="import { even } from './a.js';\nexport const odd = n => n !== 0 && even(n - 1);\n",
                     first="import { even } from './a.js';\nconsole.log(even(10));\n")
    assert run(Joined(folder, "first").script()) == ["true"]


def test_a_script_may_need_what_another_has_run(tmp_path):
    folder = written(
        tmp_path,
        a="import { two } from './b.js';\nconsole.log(two);\n",
        b="export const two = 2;\nexport const three = 3;\n",
        more="import { two, three } from './b.js';\nimport { four } from './c.js';\nconsole.log(two + three + four);\n",
        c="import { two } from './b.js';\nexport const four = two * two;\n",
    )
    first = Joined(folder, "a")
    second = Joined(folder, "more", after=first)
    assert second.order == ["c.js", "more.js"]
    assert run(compact(first.script(shared=second.taken)) + compact(second.script())) == ["2", "9"]


def test_names_that_meet_nowhere_share_a_short_one_and_hide_nothing(tmp_path):
    folder = written(
        tmp_path,
        a="import { far } from './b.js';\nconst own = 1;\nconst { left, other: [right] } = { left: 2, other: [3] };\n"
        "const f = (x, y = own) => x + y;\nfunction g({ z }, u) { const v = far; return z + u + v; }\n"
        "class A { m(p) { return p + far; } n(q) { return q + own; } }\n"
        "const h = () => far + right;\nconsole.log(f(1), g({ z: 1 }, 2), new A().m(1), new A().n(1), h(), left);\n",
        b="const own = 100;\nexport const far = own + 1;\nexport const near = own;\n",
    )
    script = Joined(folder, "a").script()
    short = compact(script)
    assert run(short) == run(script) == ["2", "104", "102", "2", "104", "2"]
    assert "[a,c]=" in short and "n(a){" in short  # far and q are both a


def test_what_a_module_declares_does_not_hide_what_it_takes_from_another(tmp_path):
    folder = written(tmp_path, a="import { far } from './b.js';\nconst own = 1;\nconsole.log(own, own, own, own);\n"
                     "const f = () => { return far; };\nconsole.log(f());\n",
                     b="export const far = 100;\nconst more = far;\n")
    assert run(compact(Joined(folder, "a").script())) == ["1", "1", "1", "1", "100"]


@pytest.mark.parametrize("modules, said", [
    ({"a": "import { x } from './b.js';\nexport const x = 1;\n", "b": "export const x = 2;\n"},
     "x is exported by b.js and by a.js"),
    ({"a": "import { x as y } from './b.js';\n", "b": "export const x = 2;\n"},
     "a.js renames what it imports from b.js"),
])
def test_what_cannot_be_joined_is_refused(tmp_path, modules, said):
    with pytest.raises(ValueError, match=said):
        Joined(written(tmp_path, **modules), "a")
