"""What a reader on a slow device waits for: `python -m tools.bench.slow_devices [SITE ...]`, several taken in turns.

Measured is what the page's main thread takes of the processor, four times that: a processor that is four times slower.
So other programs on the machine change little. (What other threads do for the page, as filling pixels, is not in it.)
Each chapter is opened at its first figure:
- paint: until the first paint; alive: from then until that figure can be moved, 0 if it could be before;
- blocked: the sum of what tasks take beyond 50 ms, from the first paint until nothing happened for a second;
- frame: from the event of a slider to the end of the frame that paints it, every figure in view when it is moved.
With --floor the same of the browser alone: blocked of the page without its scripts, frame of each figure in an empty
page.
"""

import argparse
import statistics
from pathlib import Path

from tools.bench.floors import figure_alone, shown, without_scripts
from tools.bench.main_thread import traced, until
from tools.chromium import chromium, serve, visit

SITE = Path(__file__).resolve().parents[2] / "_build" / "html"
SLOWER = 4
QUIET = 1000  # ms
WATCH = """
window.last = 0; window.shift = 0;
new MutationObserver(changes => {
  for (const { target } of changes) {
    if (!performance.getEntriesByName(target.id).length) performance.mark(target.id);
  }
  window.last = performance.now();
}).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-live"] });
new PerformanceObserver(list => {
  for (const e of list.getEntries()) if (!e.hadRecentInput) window.shift += e.value;
}).observe({ type: "layout-shift", buffered: true });
"""
LOADED = f"""() => document.readyState === "complete" && performance.now() - window.last > {QUIET}
  && performance.getEntriesByName("first-contentful-paint").length > 0
  && document.getElementById(location.hash.slice(1)).matches("[data-live]")"""
# The steps of the first slider of a figure; a mark stands before the event and after the frame.
MOVE = """async (id) => {
  const figure = document.getElementById(id);
  const frame = () => new Promise(done => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  }));
  figure.scrollIntoView({ block: "center", behavior: "instant" });
  while (!("live" in figure.dataset)) await new Promise(done => setTimeout(done, 20));
  for (let k = 0; k < 5; k++) await frame();
  const slider = figure.querySelector("input[type=range]");
  if (!slider) return 0;
  let steps = 0;
  for (let step = 0; step <= 20; step++) {
    const before = slider.value;
    slider.value = +slider.min + (slider.max - slider.min) * step / 20;
    if (slider.value === before) continue;
    performance.mark(`${id} ${steps}`);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await frame();
    performance.mark(`${id} ${steps++} painted`);
  }
  return steps;
}"""
FIGURES = "[...document.querySelectorAll('.livefig')].map(e => e.id)"


def opened(browser, address, figure, viewport, move):
    """Return what opening a page at a figure took (ms), and with `move` `{figure: [ms of each step]}`."""
    with visit(browser, viewport=viewport) as (page, _):
        page.add_init_script(WATCH)

        def load():
            page.goto(f"{address}#{figure}", wait_until="commit")
            until(page, LOADED)

        tasks, steps = traced(browser, page, load), {}
        seen = {"paint": SLOWER * tasks.between(0, tasks.paint), "blocked": tasks.blocked(SLOWER),
                "alive": SLOWER * tasks.between(tasks.paint, tasks.marks[figure]),
                "shift": page.evaluate("window.shift")}
        for each in page.evaluate(FIGURES) if move else ():
            steps[each] = _moved(browser, page, each)
    return seen, steps


def _moved(browser, page, figure):
    counted = []
    tasks = traced(browser, page, lambda: counted.append(page.evaluate(MOVE, figure)))
    return [SLOWER * tasks.between(tasks.marks[f"{figure} {k}"], tasks.marks[f"{figure} {k} painted"])
            for k in range(counted[0])]


def _figures(browser, address):
    with visit(browser, address, java_script_enabled=False) as (page, _):
        return page.locator(".livefig").evaluate_all("figures => figures.map(e => e.id)")


def floor(browser, address, html, figures, viewport):
    """Return what the browser alone is blocked (ms) by a page, and the steps of its figures each on its own (ms)."""
    tasks, _ = shown(browser, f"{address}#{figures[0]}", viewport, without_scripts(html), lambda page: None)
    steps = []
    for each in figures:
        steps += shown(browser, address, viewport, figure_alone(html, each),
                       lambda page, each=each: _moved(browser, page, each))[1]
    return tasks.blocked(SLOWER), sorted(steps)


def main():
    """Print a line for each chapter and site, and with --figures one for each figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sites", nargs="*", type=Path, default=[SITE], help="folders of built sites")
    parser.add_argument("--chapters", default="", help="the numbers of the chapters, as 26")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--figures", action="store_true", help="print each figure's steps, too")
    parser.add_argument("--floor", action="store_true", help="print what the browser alone takes, too")
    parser.add_argument("--phone", action="store_true", help="390 x 844 instead of 1280 x 800")
    asked = parser.parse_args()
    viewport = {"width": 390, "height": 844} if asked.phone else {"width": 1280, "height": 800}
    for path in sorted(asked.sites[0].glob("chapters/*.html")):
        if not asked.chapters or path.name[0] in asked.chapters:
            _print_chapter(path.relative_to(asked.sites[0]).as_posix(), asked, viewport)


def _print_chapter(name, asked, viewport):
    loads, steps = {site: [] for site in asked.sites}, {site: {} for site in asked.sites}
    for repeat in range(asked.repeats):
        for site in asked.sites:
            with chromium() as browser, serve(site) as address:
                figures = _figures(browser, address + name)
                if not figures:
                    return
                seen, moved = opened(browser, address + name, figures[0], viewport, move=repeat == 0)
            loads[site].append(seen)
            steps[site].update(moved)
    for site in asked.sites:
        of = lambda key: statistics.median(seen[key] for seen in loads[site])  # noqa: B023, E731
        every = sorted(t for times in steps[site].values() for t in times)
        worst = max(statistics.median(times) for times in steps[site].values() if times)
        print(f"{Path(name).stem:<19} {str(site)[-28:]:<28} paint {of('paint'):5.0f}  alive +{of('alive'):.0f}  "
              f"blocked {of('blocked'):5.0f}  shift {of('shift'):.3f}  frame {_share(every, .5):4.0f} "
              f"95 % {_share(every, .95):4.0f}  slowest figure {worst:4.0f} ms", flush=True)
        if asked.floor:
            with chromium() as browser, serve(site) as address:
                html = (site / name).read_text(encoding="utf-8")
                blocked, alone = floor(browser, address + name, html, _figures(browser, address + name), viewport)
            print(f"    the browser alone: blocked {blocked:5.0f}  frame {_share(alone, .5):4.0f} "
                  f"95 % {_share(alone, .95):4.0f} ms", flush=True)
        if asked.figures:
            for figure, times in steps[site].items():
                print(f"    {figure:<24} {_share(sorted(times), .5):5.0f} {_share(sorted(times), .95):5.0f} ms")


def _share(ordered, share):
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


if __name__ == "__main__":
    main()
