"""What a notebook stores of a figure: a picture where outputs are cleaned, and on a page of a site what was there."""

import pytest
from bs4 import BeautifulSoup

from embedded_assets import COPIES
from livefig import outputs
from livefig.formulas import flat
from tests.livefig import pages
from tests.livefig.demos import FIGURES, hinge

each = pytest.mark.parametrize("factory", FIGURES, ids=lambda factory: factory.__name__)
# JupyterLab drops these with what they hold, and of SVG and noscript the tags alone.
DROPPED, UNWRAPPED = ["script", "style"], ["svg", "g", "path", "text", "tspan", "noscript"]


def cleaned(html):
    """Return the parsed HTML of an output as a notebook shows it that nobody trusts yet."""
    parsed = BeautifulSoup(html, "html.parser")
    for tag in parsed.find_all(DROPPED):
        tag.decompose()
    for tag in parsed.find_all(UNWRAPPED):
        tag.unwrap()
    return parsed


@each
def test_a_page_gets_back_what_the_output_was_made_of(factory):
    stored = factory().html(script=True)
    assert stored.count("<img ") == len(factory().spec["panels"])
    assert outputs.to_page(COPIES.sub("", stored)) == factory().html()
    assert outputs.to_page(factory().html()) == factory().html()


@each
def test_a_cleaned_output_shows_a_picture_and_one_true_line_and_no_word_of_the_picture(factory):
    shown = cleaned(factory().html(script=True))
    first, *others = shown.find_all("img")
    assert first["alt"] == factory().spec["alt"]
    assert all(image["alt"] == "" for image in others)
    said = shown.get_text(" ", strip=True)
    assert said.count("run this cell, or trust the notebook") == 1
    assert "JavaScript" not in said
    controls = {control["label"] for control in factory().spec["inputs"]}
    bare = shown.get_text()
    for panel in factory().spec["panels"]:
        for label in map(flat, {panel["xlabel"], panel["ylabel"]} - controls):
            assert len(label) < 4 or label not in bare


def test_words_of_a_picture_that_is_not_an_image_are_noticed():
    assert "output ϕ(x)" in cleaned(hinge().html()).get_text()


@each
def test_the_image_is_a_picture_that_a_browser_shows(book, factory):
    body = str(cleaned(factory().html(script=True)))
    with book.open(pages.notebook(book.folder, f"cleaned-{factory.__name__}", body)) as (page, _):
        images = page.locator("img")
        for k in range(images.count()):
            size = images.nth(k).evaluate("e => e.decode().then(() => [e.naturalWidth, e.clientWidth, e.clientHeight])")
            assert min(size) > 100
