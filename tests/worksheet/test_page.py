"""The HTML of a form: complete without a script, the same every time, escaped, and its script delivered once."""

import re
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup

from tests.worksheet.demos import COLUMNS, moving_notes, notes, quiz
from worksheet import Table, Text, Worksheet, page, site_script, site_style
from worksheet.elements import Markup, element

COPY = re.compile(r"<(script|style)\b[^>]*\bdata-worksheet-copy\b[^>]*>.*?</\1>\n?", re.DOTALL)


@pytest.mark.parametrize("sheet", [notes, moving_notes, quiz])
def test_a_form_is_the_same_every_time(sheet):
    assert sheet().html() == sheet().html()


def test_every_control_has_a_label():
    for sheet in (notes(), quiz()):
        parsed = BeautifulSoup(sheet.html(), "html.parser")
        controls = parsed.find_all(["input", "textarea", "select"])
        assert len(controls) > 5
        assert [e for e in controls if not e.get("aria-label") and e.find_parent("label") is None] == []


def test_the_form_is_complete_without_its_script():
    parsed = BeautifulSoup(quiz().html(), "html.parser")
    assert len(parsed.find_all("legend")) == 3
    assert "Nothing else divides it." in parsed.find("details").get_text()
    assert "Without JavaScript" in parsed.find("noscript").get_text()
    assert parsed.find("button") is None  # none that could not work
    assert parsed.find("form") is None  # nothing that a key could send away


def test_texts_are_escaped():
    sheet = Worksheet("a", "<i>A</i>", [Text("b", '"><script>alert(1)</script>'), Table("t", "&lt;", COLUMNS)], about="a < b")
    parsed = BeautifulSoup(sheet.html(), "html.parser")
    assert parsed.find("script") is None
    assert parsed.find("i") is None
    assert parsed.find("label").get_text() == '"><script>alert(1)</script>'
    assert parsed.find("caption").get_text() == "&lt;"


def test_elements_escape_all_but_markup():
    assert element("p", "a & b", Markup("<br>"), title='"', hidden=True, lang=None) == '<p title="&quot;" hidden>a &amp; b<br></p>'
    assert element("input", data_key="a") == '<input data-key="a">'


def test_the_first_form_of_a_session_carries_script_and_style(monkeypatch):
    monkeypatch.setattr(page, "_carrier", None)
    first, second = notes()._repr_mimebundle_()["text/html"], quiz()._repr_mimebundle_()["text/html"]
    assert [found[1] for found in COPY.finditer(first)] == ["style", "script"]
    assert COPY.search(second) is None
    assert notes()._repr_mimebundle_()["text/html"] == first
    assert COPY.sub("", first).strip() == notes().html().strip()


def test_every_output_carries_the_script_in_colab(monkeypatch):
    monkeypatch.setattr(page, "_carrier", None)
    monkeypatch.setitem(sys.modules, "google.colab", sys)
    for sheet in (notes(), quiz()):
        assert len(COPY.findall(sheet._repr_mimebundle_()["text/html"])) == 2


def test_the_site_loads_one_classic_script_without_imports():
    script = site_script()
    assert not re.search(r"^(?:import|export)\b", script, re.MULTILINE)
    assert all(name in script for name in ("class Form", "function storage", "function toMarkdown"))
    assert "</script" not in script
    assert "</style" not in site_style()
    assert len(script) < 20_000


def test_importing_worksheet_imports_no_widgets():
    code = "import sys, worksheet; print([m for m in ('ipywidgets', 'numpy', 'livefig') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
