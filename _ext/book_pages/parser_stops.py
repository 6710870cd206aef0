"""Stops for the parser of a long page: between its parts stands a script that lets the browser do something else.

Chromium parses a page that has arrived half a second at a time, on a slow phone several such spans one after the other,
in which nothing is painted and no hand is answered; after a script it looks up. The script also says what has come:
a figure that the parser has closed comes to life then, and a link into the page is followed.
"""

import re

BLOCK = re.compile(r"<(/?)(section|div|details|figure|table|ul|ol|dl|blockquote|aside|pre|p)\b[^>]*>")
HEADING = re.compile(r"</h\d>\s*\Z")
OF_WHAT_IS_BEFORE = "as-numpy"
FIGURE = '<figure class="livefig"'
APART = 24_000  # characters: some 50 ms of a slow phone


def with_stops(body, script):
    """Return a page's HTML with `script`, the address of came.js, between blocks, and after each one with a figure."""
    pieces, last = [], 0
    for start in _blocks(body):
        before = body[last:start]
        if len(before) >= APART or FIGURE in before:
            pieces += [before, f'<script src="{script}"></script>']
            last = start
    return "".join(pieces) + body[last:]


def _blocks(body):
    """Yield where blocks begin that are in sections alone; not what belongs to the heading or formula before it."""
    within = []
    for tag in BLOCK.finditer(body):
        closes, name = tag.groups()
        if closes:
            while within and within.pop()[0] != name:
                pass
            continue
        joined = OF_WHAT_IS_BEFORE in tag[0] or HEADING.search(body, tag.start() - 8, tag.start())
        if all(divides for _, divides in within) and not joined:
            yield tag.start()
        within.append((name, name == "section" and "aria-label" not in tag[0]))  # no box of an answer


def _stop(app, pagename, templatename, context, doctree):
    if doctree is not None:
        context["body"] = with_stops(context.get("body", ""), context["pathto"]("_static/came.js", 1))


def setup(app):
    """Come after every other extension that changes the text of a page."""
    app.connect("html-page-context", _stop, priority=900)
