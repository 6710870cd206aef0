"""What anybody can write into an address: figures stay on their grids, whatever it is, and nothing of it is run."""

import random

from tests import hostile
from tests.livefig import pages
from tests.livefig.browser import live, until
from tests.livefig.test_player import STEP, counter

VALUES = ["1e308", "-1e999", "NaN", "", " ", "0x10", "__proto__", "<img src=x onerror=planted=1>", "%", "%00", "%ff",
          "%E0%A4%A", "1&1", "constructor", "javascript:planted=1", "٣", "1,5", "x" * 1000, "=", "?", "/", "#", "'\"`"]
NAMES = ["n", "by", "__proto__", "constructor", "toString", "<b>", "", "%"]
IDS = ["fig-count", "fig-", "fig-__proto__", "__proto__", "fig-count?", "fig-<img src=x onerror=planted=1>"]
FOLLOW = """async hashes => {
  const read = () => [...document.querySelectorAll('.lf-control input')].map(e => e.valueAsNumber);
  const found = [];
  for (const hash of hashes) {
    location.hash = hash;
    await new Promise(done => setTimeout(done, 2));
    found.push(read());
  }
  return [found, window.planted ?? null, document.querySelectorAll('.livefig img, .livefig script').length];
}"""


def addresses(count):
    """Addresses of the form that figures write, with what does not belong there."""
    chosen = random.Random(11 if not hostile.INPUTS else None)
    for _ in range(count):
        states = [f"{chosen.choice(IDS)}?" + "&".join(f"{chosen.choice(NAMES)}={chosen.choice(VALUES)}"
                                                     for _ in range(chosen.randrange(4)))
                  for _ in range(chosen.randrange(1, 4))]
        yield "/".join(states)


def test_an_address_of_any_kind_leaves_a_figure_on_its_grid(book):
    name = pages.site(book.folder, "counter", counter())
    large = ["fig-count?" + "n=3&" * 250_000, "fig-count?n=3/" * 50_000, "%" * 100_000]
    hashes = [*addresses(hostile.INPUTS or 150), *large]
    with book.open(name) as (page, _):
        live(page, "count")
        found, planted, elements = page.evaluate(FOLLOW, hashes)
        assert (planted, elements) == (None, 0)
        for (n, by), at in zip(found, hashes, strict=True):
            assert n in (2, 3, 4) and by in (0, 0.5, 1, 1.5, 2), at[:100]
        page.get_by_role("button", name="Reset").click()
        page.get_by_role("button", name="One step").click()
        until(page, f"{STEP} === 1")


def test_a_page_in_a_frame_shows_its_figures_and_leaves_the_address_alone(book):
    name = pages.site(book.folder, "counter", counter())
    (book.folder / "frame.html").write_text(f'<!doctype html><title>Frame</title>'
                                            f'<iframe sandbox="allow-scripts" src="{name}#fig-count?n=4"></iframe>')
    with book.open("frame.html", clean=False) as (page, _):  # a sandbox has no storage, and its browser says so
        frame = page.frames[1]
        frame.locator("#fig-count[data-live]").wait_for()
        frame.get_by_role("button", name="One step").click()
        page.wait_for_timeout(400)
        assert frame.evaluate(STEP) == 1
        assert frame.evaluate("location.hash") == "#fig-count?n=4"
