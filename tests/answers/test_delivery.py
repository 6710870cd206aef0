"""What a page loads: small enough, and in short names the same program."""

import gzip
import json
import re

import pytest

from answers import box
from answers.compact import GLOBALS, compact
from answers.site import SCRIPT, Site
from tests.answers.demos import PARTS
from tests.answers.test_judge import JUDGED
from tests.node import node


@pytest.fixture(scope="module")
def files():
    return Site(PARTS.values()).files


def kilobytes(text):
    return len(gzip.compress(text.encode(), 9)) / 1000


def test_the_files_are_small(files):
    assert kilobytes(files["answers.js"]) <= 1.5
    assert kilobytes(files["answers_engine.js"]) <= 40
    assert kilobytes(files["answers_further.js"]) < 15  # 1.5 kB of it take all answers away, or bring them back
    assert kilobytes(files["answers_derivation.js"]) < 19.5  # 0.6 kB of it are limits
    assert kilobytes(files["answers_instances.js"]) < 1 and kilobytes(files["answers_offer.js"]) < 0.5
    assert kilobytes(files["answers.css"]) < 2.5


def test_what_the_browser_brings_along_keeps_its_name():
    texts = [path.read_text(encoding="utf-8") for path in SCRIPT.rglob("*.js")]
    made = {name for text in texts for name in re.findall(r"\bnew ([A-Z]\w*)", text)}
    own = {name for text in texts for name in re.findall(r"\bclass (\w+)", text)}
    assert "NDArray" in own and made - own <= GLOBALS


def test_names_of_files_end_with_their_checksums(files):
    site = Site(PARTS.values())
    assert "answers_engine.js?v=" in files["answers.js"]
    assert site.source("gram").startswith("answers/gram.js?v=") and site.source("gram") != site.source("side")
    assert site.source("gram") in box(PARTS["gram"], source=site.source("gram"))
    with pytest.raises(ValueError, match="the id is a file's name"):
        Site([PARTS["gram"].__class__("../x", "", ("x",), ("float",), PARTS["side"].cases, PARTS["side"].mistakes)])


def test_the_script_in_short_names_judges_alike(files, tmp_path):
    page = ("globalThis.addEventListener = () => {}; const parts = {};\n"
            "globalThis.answerBoxes = { part: data => { parts[data.id] = data; } };\n")
    data = "".join(text for name, text in files.items() if name.startswith("answers/"))
    tries = json.dumps([(part, text) for part, text, _ in JUDGED])
    said = "([id, text]) => answerBoxes.line(answerBoxes.verdict(parts[id], text))"
    ask = f"console.log(JSON.stringify({tries}.map({said})));"
    scripts = files["answers_engine.js"] + files["answers_further.js"]
    (tmp_path / "all.js").write_text(page + scripts + data + ask, encoding="utf-8")
    assert json.loads(node(tmp_path / "all.js")) == [said for *_, said in JUDGED]


SCRIPTS = {
    "const value = { kind: 1, other: 2 }; const { kind, other: o } = value; console.log(kind + o);": "3",
    "const f = ({ a = 5, ...rest }) => [a, rest]; console.log(JSON.stringify(f({ b: 2 })));": '[5,{"b":2}]',
    """class A {
      constructor(x) { this.x = x; }
      get y() { return this.x; }
      async z() { return 1; }
      static * w() { yield 7; }
    }
    console.log(new A(4).y, [...A.w()][0]);""": "4 7",
    """const name = 'n', at = 3;
    console.log(`${name}: ${`in ${at} ${{ at }.at}`} at`, /na[/]me/.test('na/me'), 8 / at > 2);""": (
        "n: in 3 3 at true true"
    ),
    "function f() { let i = 0; for (; i < 3; i++); } function g() { f(); return 7; } console.log(g());": "7",
    "let i = 1\nconst j = i++ + +i\nfor (const k of [1, 2]) console.log(k - -j)": "4 5",
    """const o = { a(b) { return b ? 1 : 2; }, c: 3, 'd-e': 4 }; // note
    const p = o.a(0) ? o?.c : o['d-e']; console.log(p);""": "3",
    """let a = 1; const b = () => { let c = 2; const d = 3; return c + d; };
    const e = b(); if (e) { a = e; } const f = a;
    try { no(); } catch { /* none */ } for (let k = 0; k < 2; k++) { const g = k; let h = g; a += h; } let i = a;
    console.log(e, f, i);""": "5 5 6",
}


@pytest.mark.parametrize("script, said", SCRIPTS.items())
def test_short_names_change_nothing(script, said):
    for text in (script, compact(script)):
        assert " ".join(node("--eval", text).split()) == said, text
    assert "/*" not in text and ";let" not in text.replace("}let", "")


def test_what_is_no_script_is_refused():
    with pytest.raises(ValueError, match="cannot read the script at '#"):
        compact("const a = 1; # a")
