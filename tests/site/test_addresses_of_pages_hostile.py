"""Whatever stands behind the sign # of an address, a page stays whole: nothing is thrown, executed or lost."""

import random

import pytest

from tests import hostile
from tools.chromium import visit

NAMES = ["part-4a", "part-", "predict-4a", "fig-", "search", "exercises", "__proto__", "constructor", "main", "claims"]
STATES = ["", "?", "?lam=1e308", "?lam=NaN", "?__proto__=1", "?n=" + "9" * 400, "/fig-x?a=1", "?a=1/fig-y",
          ":~:text=ridge", ":~:text=%", "?a=%E0%A4%A", "?a=<img src=x onerror=planted=1>"]
PIECES = ["%", "%00", "%ff", "'", '"', "\\", "<script>planted=1</script>", "<img src=x onerror=planted=1>", "..", "//",
          " ", "javascript:planted=1", "\u202e", "٣", "#", "\x00", "\ud800", "x" * 2000, "[", "]", ":", ",", "*",
          ">", "~", "+"]
FOLLOW = """async hashes => {
  const elements = () => [...document.querySelectorAll('main *, nav *')].length, before = elements();
  const found = [];
  for (const hash of hashes) {
    location.hash = hash;
    await new Promise(done => setTimeout(done, 1));
    if (window.planted !== undefined || !document.querySelector('main h1')) found.push(hash);
  }
  await new Promise(done => setTimeout(done, 1000));
  return [found, document.querySelectorAll('main script:not([src]):not([type])').length, elements() / before];
}"""


def hashes(count):
    """Names of places, states of figures and what does not belong there, in any order; and a megabyte of it."""
    chosen = random.Random(13 if not hostile.INPUTS else None)
    yield from ("%" * 300_000, "fig-" + "a=1&" * 250_000, "?" * 100_000, "/" * 100_000)
    for _ in range(count):
        parts = [chosen.choice(NAMES), chosen.choice(STATES), *chosen.choices(PIECES, k=chosen.randrange(3))]
        chosen.shuffle(parts)
        yield "".join(parts)


@pytest.mark.parametrize("name", ["chapters/4_ridge.html", "appendix/claims.html", "appendix/notation.html",
                                  "index.html", "search.html"])
def test_a_page_follows_whatever_stands_behind_its_address(browser, address, name):
    with visit(browser, address + name) as (page, log):
        page.wait_for_load_state("load")
        harmed, scripts, grown = page.evaluate(FOLLOW, list(hashes(hostile.INPUTS or 40)))
        assert harmed == [] and scripts == 0
        assert 0.5 < grown < 2
        log.assert_clean()
