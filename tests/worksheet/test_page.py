"""The HTML of a form: complete without a script, the same every time, escaped, and its script delivered once."""


import pytest
from bs4 import BeautifulSoup

from embedded_assets import COPIES
from tests.worksheet.demos import COLUMNS, moving_notes, notes, quiz
from worksheet import Table, Text, Worksheet
from worksheet.elements import Markup, element


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


def test_each_kind_of_column_has_its_width():
    heads = BeautifulSoup(notes().html(), "html.parser").thead.find_all("th")
    assert [head.get("class") for head in heads[:4]] == [["ws-date"], ["ws-options"], ["ws-amount"], None]


def test_the_form_says_where_what_is_typed_stays_and_how_long():
    said = notes().html()
    assert "stays on this device" in said
    assert "Safari deletes it" in said and "seven days" in said and "export" in said


def test_texts_are_escaped():
    sheet = Worksheet("a", "<i>A</i>", [Text("b", '"><script>alert(1)</script>'), Table("t", "&lt;", COLUMNS)],
                      about="a < b")
    parsed = BeautifulSoup(sheet.html(), "html.parser")
    assert parsed.find("script") is None
    assert parsed.find("i") is None
    assert parsed.find("label").get_text() == '"><script>alert(1)</script>'
    assert parsed.find("caption").get_text() == "&lt;"


def test_elements_escape_all_but_markup():
    assert element("p", "a & b", Markup("<br>"), title='"', hidden=True,
                   lang=None) == '<p title="&quot;" hidden>a &amp; b<br></p>'
    assert element("input", data_key="a") == '<input data-key="a">'


@pytest.mark.parametrize("sheet", [notes, quiz])
def test_every_form_carries_script_and_style(sheet):
    html = sheet()._repr_mimebundle_()["text/html"]
    assert [found[1] for found in COPIES.finditer(html)] == ["style", "script"]
    assert COPIES.sub("", html).strip() == sheet().html().strip()
