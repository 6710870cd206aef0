"""What a chapter's reader waits for: its weight, the first answer to a hand, every later one; whether it jumps."""

import statistics
from pathlib import Path

from tools.bench.page_weight import MOST_REQUESTS, bytes_sent, heaviest
from tools.bench.table import Row
from tools.chromium import chromium, serve, visit

SITE = Path(__file__).resolve().parents[2] / "_build" / "html"
DESKTOP, PHONE = {"width": 1300, "height": 900}, {"width": 360, "height": 740}

# Notes when the last figure of the page has come to life, and how far the page has jumped until now.
WATCH = """
window.figuresAlive = 0; window.jumped = 0;
new MutationObserver((changes) => {
  if (changes.some((change) => change.attributeName === "data-live")) window.figuresAlive = performance.now();
}).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-live"] });
new PerformanceObserver((list) => { for (const shift of list.getEntries()) window.jumped += shift.value; })
  .observe({ type: "layout-shift", buffered: true });
"""
# Moves every slider of the page over its range; each time is from the event to the change of the drawing.
MOVE_SLIDERS = """async () => {
  const times = [];
  for (const figure of document.querySelectorAll(".livefig[data-live]")) {
    for (const slider of figure.querySelectorAll("input[type=range]")) {
      for (let step = 0; step <= 20; step++) {
        const before = slider.value;
        slider.value = +slider.min + (slider.max - slider.min) * step / 20;
        if (slider.value === before) continue;
        const changed = new Promise((resolve) => {
          const observer = new MutationObserver(() => { observer.disconnect(); resolve(performance.now()); });
          observer.observe(figure, { subtree: true, attributes: true, childList: true, characterData: true });
        });
        const started = performance.now();
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        times.push(await changed - started);
      }
    }
  }
  return times;
}"""


def chapter_rows(site=SITE, repeats=5):
    """Yield the measurements of every chapter below `site`, in a real browser on this machine."""
    with chromium() as browser, serve(site) as address:
        for page in sorted((site / "chapters").glob("*.html")):
            yield from _page_rows(browser, site, address, page.relative_to(site).as_posix(), repeats)


def _page_rows(browser, site, address, name, repeats):
    alive, jumped = [], []
    for viewport in [DESKTOP] * repeats + [PHONE]:
        with visit(browser, viewport=viewport) as (page, log):
            page.add_init_script(WATCH)
            page.goto(address + name, wait_until="load")
            page.wait_for_timeout(300)
            alive.append(page.evaluate("window.figuresAlive"))
            jumped.append(page.evaluate("window.jumped"))
            requests = list(log.requests)
            if viewport is DESKTOP:
                times = page.evaluate(MOVE_SLIDERS)
    stem = Path(name).stem
    yield Row(f"{stem}: weight, compressed", bytes_sent(site, address, requests) / 1000, "kB", heaviest(name))
    yield Row(f"{stem}: requests", len(requests), "", MOST_REQUESTS)
    yield Row(f"{stem}: interactive after navigation", statistics.median(alive[:repeats]), "ms", 300)
    if times:
        yield Row(f"{stem}: slider to drawing, 95th percentile", statistics.quantiles(times, n=20)[-1], "ms", 4)
    yield Row(f"{stem}: layout shift", max(jumped), "", 0.05)
