"""How long a verdict takes on a slow device: `python -m tools.bench.verdicts answers.json [SITE ...]`.

answers.json is what "Export all answers" writes, below any box; a part may also have a list of texts.  Each part's
chapter is opened anew, and the texts are judged one after another, in every site in turn.  Measured is what the page's
main thread takes of the processor, four times that, from Shift+Enter to the end of the frame that shows the verdict; so
other programs on the machine change little.
- first: of the first text of a part, when nothing has been compiled; all: of all texts;
- task: the longest task meanwhile, which holds the page.
"""

import argparse
import json
import statistics
from pathlib import Path

from tools.bench.main_thread import traced
from tools.chromium import chromium, serve, visit

SITE = Path(__file__).resolve().parents[2] / "_build" / "html"
SLOWER = 4
BLOCKED = 50  # ms
# The page's own clock is that of the slow device, too: its judge works in slices of so many milliseconds.
CLOCK = f"{{ const now = performance.now.bind(performance); performance.now = () => {SLOWER} * now(); }}"
# Writes a text, presses Shift+Enter as a reader does, and waits until the frame with the verdict is painted.
JUDGE = """async ([part, text, k]) => {
  const box = document.querySelector(`[data-answer="${part}"]`), area = box.querySelector('textarea');
  const frame = () => new Promise(done => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  }));
  area.value = text;
  area.dispatchEvent(new Event('input', { bubbles: true }));
  for (let n = 0; n < 5; n++) await frame();
  const judged = new Promise(done => new MutationObserver((_, seen) => {
    if (box.querySelector('output').dataset.verdict) done(seen.disconnect());
  }).observe(box.querySelector('output'), { attributes: true }));
  performance.mark(`asked ${k}`);
  area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', shiftKey: true, bubbles: true, cancelable: true }));
  await judged;
  await frame();
  performance.mark(`shown ${k}`);
  return box.querySelector('output').dataset.verdict;
}"""


def verdicts(browser, address, part, texts):
    """Return [(verdict, ms, longest task in ms)] of texts for a part, on a page that is opened for them."""
    found = []
    with visit(browser, viewport={"width": 1280, "height": 800}) as (page, _):
        page.add_init_script(CLOCK)
        page.goto(address)
        box = page.locator(f'[data-answer="{part}"]')
        box.evaluate("box => box.scrollIntoView({ block: 'center', behavior: 'instant' })")
        page.locator(f'[data-answer="{part}"][data-ready]').wait_for()
        box.locator("textarea").focus()
        page.wait_for_timeout(1000)

        def judge():
            found.extend(page.evaluate(JUDGE, [part, text, k]) for k, text in enumerate(texts))

        tasks = traced(browser, page, judge)
    spans = [(tasks.marks[f"asked {k}"], tasks.marks[f"shown {k}"]) for k in range(len(texts))]
    return [(word, SLOWER * tasks.between(*span), SLOWER * tasks.longest(*span))
            for word, span in zip(found, spans, strict=True)]


def pages_of(site):
    """Return part -> name of the page with its box."""
    found = {}
    for path in sorted([*site.glob("chapters/*.html"), *site.glob("further/*.html")]):
        text = path.read_text(encoding="utf-8")
        found |= {part.split('"')[0]: path.relative_to(site).as_posix() for part in text.split('data-answer="')[1:]}
    return found


def main():
    """Print a line for each part and site, then one for each site."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("answers", type=Path, help="a file of exported answers")
    parser.add_argument("sites", nargs="*", type=Path, default=[SITE], help="folders of built sites")
    parser.add_argument("--parts", nargs="*", help="only these parts")
    asked = parser.parse_args()
    given = {part: [texts] if isinstance(texts, str) else texts
             for part, texts in json.loads(asked.answers.read_text(encoding="utf-8"))["answers"].items()}
    places, rows = pages_of(asked.sites[0]), {site: [] for site in asked.sites}
    for part in asked.parts or given:
        for site in asked.sites:
            with chromium() as browser, serve(site) as address:
                seen = verdicts(browser, address + places[part], part, given[part])
            rows[site].append(seen)
            print(f"{part:<18} {str(site)[-28:]:<28} first {seen[0][1]:5.0f}  {_told(seen)}", flush=True)
    for site, seen in rows.items():
        print(f"{str(site)[-28:]:<28} first: {_told([one[0] for one in seen])}")
        print(f"{str(site)[-28:]:<28} all: {_told([each for one in seen for each in one])}")


def _told(seen):
    times, longest = (sorted(each[k] for each in seen) for k in (1, 2))
    words = {word: sum(each[0] == word for each in seen) for word in sorted({each[0] for each in seen})}
    return (f"{words}  median {statistics.median(times):.0f}  95 % {times[int(.95 * len(times))]:.0f} ms  "
            f"task {longest[-1]:.0f}, over {BLOCKED}: {sum(t > BLOCKED for t in longest)} of {len(longest)}")


if __name__ == "__main__":
    main()
