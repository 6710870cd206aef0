"""What no page can go below: the browser's own work for a chapter without its scripts, and for a figure on its own.

`python -m tools.bench.slow_devices --floor` sets both beside the chapter, in one run.
"""

import re

from tools.bench.main_thread import traced, until
from tools.chromium import visit

SCRIPT = re.compile(r'<script\b[^>]*\bsrc="(?![^"]*came\.js)[^>]*></script>')
BODY = re.compile(r"<body>.*</body>", re.DOTALL)
QUIET = 1000  # ms
AT_REST = f"""() => document.readyState === "complete" && performance.getEntriesByType("paint").length
  && performance.now() > performance.timing.domComplete - performance.timeOrigin + {QUIET}"""


def without_scripts(html):
    """Return a page that the browser parses, lays out and paints alone, with the stops of its parser.

    >>> without_scripts('<html lang="en"><script src="a.js"></script><script src="came.js"></script>')
    '<html class="js" lang="en"><script src="came.js"></script>'
    """
    return SCRIPT.sub("", html).replace("<html ", '<html class="js" ', 1)


def figure_alone(html, figure):
    """Return a page with nothing in it but one live figure, as wide as in its chapter.

    >>> figure_alone('<body>text <figure class="livefig" id="b">2</figure> text</body>', "b").count("text")
    0
    """
    start = html.index(f'<figure class="livefig" id="{figure}"')
    end = html.index("</figure>", start) + len("</figure>")
    body = ('<body><div class="columns"><div class="page"><main id="main"><section><section>'
            f"{html[start:end]}</section></section></main></div></div></body>")
    return BODY.sub(lambda _: body, html, count=1)


def shown(browser, address, viewport, html, act):
    """Return the Tasks of a page while it is shown as `html` and `act(page)` runs."""
    with visit(browser, viewport=viewport) as (page, _):
        page.route(address.split("#")[0], lambda route: route.fulfill(body=html, content_type="text/html"))

        def load():
            page.goto(address, wait_until="load")
            page.evaluate("performance.mark('loaded')")  # by which its process is known
            until(page, AT_REST)

        tasks = traced(browser, page, load)
        return tasks, act(page)
