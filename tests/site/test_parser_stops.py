"""A long page is parsed piece by piece, and what has come is alive while the rest is on its way."""

import pytest

from book_pages.parser_stops import APART, with_stops
from tests.site.table_of_contents import CHAPTERS
from tools.chromium import visit

STOP = '<script src="came.js"></script>'
NOTE = """
  addEventListener('scroll', () => { window.scrolled ??= document.readyState; });
  new MutationObserver(changes => {
    if (changes.some(({ target }) => target.id === 'fig-contours')) window.alive ??= document.readyState;
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-live'] });
"""


def test_a_stop_stands_between_parts_that_are_far_apart_and_after_a_figure():
    text, cell, section = "t" * (APART // 2), '<div class="cell a"></div>', '<section id="b">'
    assert with_stops(cell + text + cell + text + section, "came.js") == cell + text + cell + text + STOP + section
    figure = '<figure class="livefig" id="fig-a"></figure>'
    assert with_stops(cell + figure + section + cell, "came.js") == cell + figure + STOP + section + cell
    assert with_stops("short" + cell + section, "came.js") == "short" + cell + section


def test_a_stop_stands_between_paragraphs_of_a_section_and_nowhere_else():
    long, section = f"<p>{'t' * APART}</p>\n", '<section id="b">'
    assert with_stops(section + long + long, "came.js") == section + long + STOP + long
    for within in ("<details>", "<div>", '<section class="answer" aria-labelledby="c">'):
        end = f"</{within[1:].split()[0].strip('>')}>"
        nested = section + within + long + long + end
        assert with_stops(nested + long, "came.js") == nested + STOP + long
    heading = section + "t" * APART + '<h2>A heading</h2>\n<p class="subtitle">of</p>\n'
    assert with_stops(heading + long, "came.js") == heading + STOP + long


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_no_stretch_of_a_chapter_is_long(site, chapter):
    stretches = (site / chapter).read_text(encoding="utf-8").split("_static/came.js")
    assert len(stretches) > 4
    longest = max(len(stretch) for stretch in stretches)
    assert longest < 140_000  # of which some 100,000 are the pictures and the data of a figure


TRIES = 3  # where other tests keep the processor, the task in which a figure comes to life may wait for its turn


def test_a_link_is_followed_and_its_figure_alive_while_the_page_is_on_its_way(browser, address):
    alive = []
    while "loading" not in alive and len(alive) < TRIES:
        with visit(browser, viewport={"width": 1280, "height": 800}, reduced_motion="reduce") as (page, log):
            page.add_init_script(NOTE)
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
            page.goto(f"{address}chapters/4_ridge.html#fig-contours", wait_until="load")
            assert page.evaluate("window.scrolled") == "loading"
            page.wait_for_timeout(900)
            assert 0 <= page.evaluate("document.getElementById('fig-contours').getBoundingClientRect().top") < 90
            alive.append(page.evaluate("window.alive"))
            log.assert_clean()
    assert alive[-1] == "loading", alive
