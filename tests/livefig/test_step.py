"""A step changes what moved, and the browser lays out that alone: not the page with it."""

import numpy as np

from livefig import Figure
from tests.livefig import pages
from tests.livefig.browser import live

STEP = """async figure => {
  const changes = [], watch = new MutationObserver(records => changes.push(...records));
  watch.observe(document, { childList: true, attributes: true, characterData: true, subtree: true });
  const slider = figure.querySelector('input');
  slider.value = 0.5;
  slider.dispatchEvent(new Event('input'));
  await new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)));
  watch.disconnect();
  return { added: changes.filter(c => c.type === 'childList').length, changed: changes.length };
}"""


def wave():
    fig = Figure("A wave", name="wave", xlim=(0, 6), ylim=(-1, 1),
                 alt="A wave over six units, a point on it, and a straight line that stays.")
    a = fig.slider("a", -1.0, 1.0, 0.0, step=0.1, label="phase")
    fig.curve(lambda t: np.sin(t + a), label="wave")
    fig.line([0, 6], [0, 0], label="line")
    fig.point(1, np.sin(1 + a))
    fig.readout("height", "{:.2f}", np.sin(1 + a))
    fig.readout("square", "{:.0f}", 4 + 0 * a)
    return fig


def test_a_step_lays_out_what_moved_and_adds_no_element(book):
    with book.open(pages.site(book.folder, "wave", wave())) as (page, _):
        figure = live(page, "wave")
        page.wait_for_timeout(200)
        trace, events = page.context.new_cdp_session(page), []
        trace.on("Tracing.dataCollected", lambda part: events.extend(part["value"]))
        trace.send("Tracing.start", {"traceConfig": {"includedCategories": ["devtools.timeline"]},
                                     "transferMode": "ReportEvents"})
        changes = figure.evaluate(STEP)
        ended = []
        trace.on("Tracing.tracingComplete", lambda _: ended.append(True))
        trace.send("Tracing.end")
        while not ended:
            page.wait_for_timeout(20)
        roots = [root["nodeName"].split()[0] for event in events if event["name"] == "Layout"
                 for root in event["args"].get("endData", {}).get("layoutRoots", [])]
    assert changes["added"] == 0
    assert 0 < changes["changed"] <= 8  # curve, point; two texts; value, its words, its part of the track
    assert {"svg", "INPUT"} <= set(roots) and "#document" not in roots
