"""What outputs carry, and that it is taken out again without a trace."""

import gzip
import re
import subprocess
import sys
from pathlib import Path

import pytest

import livefig
import worksheet
from embedded_assets import COPIES, EmbeddedAssets

PACKAGES = [livefig.ASSETS, worksheet.ASSETS]
each_package = pytest.mark.parametrize("assets", PACKAGES, ids=lambda assets: assets.name)


@pytest.fixture
def small(tmp_path):
    """A package with two modules and a third for those who take modules as text."""
    folder = tmp_path / "small"
    (folder / "script").mkdir(parents=True)
    (folder / "small.css").write_text("/* a\ncomment */\n.small {\n  color: red;\n}\n")
    (folder / "script" / "one.js").write_text("// One.\nexport const one = 1;\n")
    two = "import { one } from './one.js';\n\nexport const two = () => one + 1;\nglobalThis.found = two();\n"
    (folder / "script" / "two.js").write_text(two)
    (folder / "script" / "out.js").write_text("import { two } from './two.js';\n\nexport default { two };\n")
    return EmbeddedAssets(folder, ("one", "two"))


def test_the_modules_become_one_classic_script(small):
    assert small.script() == ("(() => {\n'use strict';\n\nconst one = 1;\nconst two = () => one + 1;\n"
                              "globalThis.found = two();\n})();\n")


def test_one_more_makes_a_module_of_them(small):
    assert small.module("out") == ("\nconst one = 1;\nconst two = () => one + 1;\nglobalThis.found = two();\n"
                                   "\nexport default { two };\n")


def test_comments_are_no_part_of_the_style(small):
    assert small.style() == ".small {\ncolor: red;\n}\n"


@each_package
def test_both_can_be_taken_out_of_an_output(assets):
    html = "<p>before</p>\n"
    assert [found[1] for found in COPIES.finditer(assets.around(html))] == ["style", "script"]
    assert COPIES.sub("", assets.around(html)) == html


@each_package
def test_a_script_is_classic_and_safe_in_a_page(assets):
    text = assets.script()
    assert not re.search(r"^\s*(import|export)\b", text, re.MULTILINE)
    assert not re.search(r"\beval\b|new Function|innerHTML|https?://(?!www\.w3\.org/2000/svg)", text)
    assert "</" not in text + assets.style()
    # 16.6 kB compressed; a third of livefig's runs the training that a reader steps through, 0.3 kB keep
    # a step from laying out more than what moved, 0.4 kB enlarge a picture with the reader's letters, 2 kB typeset
    # the formulas in words, 2.8 kB (0.9 compressed) are cells on which readers draw, and 0.3 kB bring what is in
    # sight of a painted page to life a frame sooner
    assert len(text) < 46_500


def test_the_readme_says_what_a_page_with_a_figure_loads():
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    said = re.search(r"in (\d+) kB \(compressed\) of JavaScript", readme)
    assert int(said[1]) == round(len(gzip.compress(livefig.ASSETS.script().encode())) / 1000)


@each_package
def test_no_name_stands_at_the_top_of_two_modules(assets):
    texts = [(assets.folder / "script" / f"{name}.js").read_text(encoding="utf-8") for name in assets.modules]
    names = [name for text in texts
             for name in re.findall(r"^(?:export )?(?:const|let|class|function) (\w+)", text, re.MULTILINE)]
    assert len(set(names)) == len(names) > len(texts)


@pytest.mark.parametrize("package", ["livefig", "worksheet", "prediction", "answers"])
def test_every_class_of_a_style_sheet_is_given_somewhere(package):
    folder = Path(__file__).parents[2] / "code" / package
    style, *sources = (
        "".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob(f"*.{kind}")))
        for kind in ("css", "py", "js"))
    names = set(re.findall(r"\.([a-z]+-[\w-]+)", re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)))
    given = set(re.findall(r"[\w-]+", "".join(sources)))
    composed = {"lf-choice", "lf-slider", "lf-toggle",  # by the kind of a control
                "lost-answers"}  # by the script that did not come
    assert names - given <= composed
    assert len(names) > 3


def test_importing_it_imports_the_standard_library_only():
    code = ("import sys, embedded_assets; "
            "print([m for m in ('numpy', 'livefig', 'worksheet', 'hw0') if m in sys.modules])")
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                          check=True).stdout.strip() == "[]"
