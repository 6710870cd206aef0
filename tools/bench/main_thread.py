"""What the tasks of a page's main thread take of the processor: from a trace, whatever else runs on the machine.

    tasks = traced(browser, page, lambda: page.goto(address))
    tasks.paint, tasks.marks["alive"], tasks.between(0, tasks.paint), tasks.blocked(slower=4)
"""

import json
import tempfile
from pathlib import Path

CATEGORIES = ["devtools.timeline", "toplevel", "loading", "blink.user_timing"]
LONG = 50  # ms: what goes beyond that keeps a reader waiting


class Tasks:
    """The tasks of the page that was marked last.

    Attributes
    ----------
    paint : when it painted something for the first time, ms; 0 if that was before
    marks : name -> ms of each performance.mark, the first of its name
    """

    def __init__(self, events):
        timings = [e for e in events if "blink.user_timing" in e.get("cat", "")]
        process = max(timings, key=lambda e: e["ts"])["pid"]
        thread = next(e["tid"] for e in events if e["pid"] == process and e["name"] == "thread_name"
                      and e["args"]["name"] == "CrRendererMain")
        own = [e for e in events if (e["pid"], e["tid"]) == (process, thread)]
        painted = [e["ts"] for e in events if e["pid"] == process and e["name"] == "firstContentfulPaint"]
        self.paint, self.marks, self._tasks, end = max(painted, default=0) / 1e3, {}, [], 0
        for e in sorted(own, key=lambda e: (e["ts"], -e.get("dur", 0))):
            if "blink.user_timing" in e.get("cat", ""):
                self.marks.setdefault(e["name"], e["ts"] / 1e3)
            elif e["name"].endswith("RunTask") and "tdur" in e and e["ts"] >= end:  # not a task within a task
                end = e["ts"] + e["dur"]
                self._tasks.append((e["ts"] / 1e3, e["dur"] / 1e3, e["tdur"] / 1e3))

    def between(self, start, end):
        """The milliseconds of the processor between two times; of a task that lies across one, its share."""
        return sum(cpu * max(0.0, min(end, at + long) - max(start, at)) / long for at, long, cpu in self._tasks if long)

    def longest(self, start, end):
        """The milliseconds of the processor of the longest task between two times, or of its share there."""
        shares = (cpu * (min(end, at + long) - max(start, at)) / long for at, long, cpu in self._tasks if long)
        return max(shares, default=0.0)

    def blocked(self, slower=1):
        """The total blocking time after the first paint on a processor that is slower by a factor, ms."""
        return sum(max(0.0, slower * cpu - LONG) for at, long, cpu in self._tasks if at + long > self.paint)


def traced(browser, page, act):
    """Return the Tasks of a page while `act()` runs."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "trace.json"
        browser.start_tracing(page=page, path=path, categories=CATEGORIES)
        try:
            act()
        finally:
            browser.stop_tracing()
        return Tasks(json.loads(path.read_text(encoding="utf-8"))["traceEvents"])


def until(page, expression):
    """Wait until the page finds an expression true, without eval; a minute without raises RuntimeError."""
    for _ in range(1200):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise RuntimeError("the page did not come to rest within a minute")
