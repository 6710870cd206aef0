"""Asides stand in the text, or beside it where the window is wide enough, under nothing and over nothing."""

import itertools

import pytest

from tools.chromium import visit

PLACES = """() => {
  const box = (element) => { const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left, right, top, bottom }; };
  document.querySelectorAll('main section').forEach((one) => { one.style.contentVisibility = 'visible'; });
  return { text: box(document.querySelector('main h2 ~ p')), list: box(document.querySelector('.contents')),
           chapters: box(document.querySelector('.chapters')),
           notes: [...document.querySelectorAll('.note')].map(box), width: document.documentElement.scrollWidth };
}"""


def places(browser, address, width):
    """The boxes of the text, of the list of contents and of the asides of chapter 4."""
    with visit(browser, f"{address}chapters/4_ridge.html", viewport={"width": width, "height": 900}) as (page, _):
        found = page.evaluate(PLACES)
    assert len(found["notes"]) >= 3 and found["width"] <= width
    return found


@pytest.mark.parametrize("width", [1536, 1700, 1920])
def test_asides_stand_between_text_and_contents_where_there_is_room(browser, address, width):
    found = places(browser, address, width)
    assert found["chapters"]["right"] < found["text"]["left"]
    for note in found["notes"]:
        assert found["text"]["right"] < note["left"] < note["right"] < found["list"]["left"]
    for one, other in itertools.pairwise(found["notes"]):
        assert one["bottom"] <= other["top"]


@pytest.mark.parametrize("width", [1500, 390])
def test_asides_stand_in_the_column_of_the_text_elsewhere(browser, address, width):
    found = places(browser, address, width)
    for note in found["notes"]:
        assert (note["left"], note["right"]) == (found["text"]["left"], found["text"]["right"])
