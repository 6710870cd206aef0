"""Stops for the parser of a long page: between its parts stands a script that lets the browser do something else.

Chromium parses a page that has arrived half a second at a time, on a slow phone several such spans one after the other,
in which nothing is painted and no hand is answered; after a script it looks up. The script also says what has come:
a figure that the parser has closed comes to life then, and a link into the page is followed.
"""

import re

PART = re.compile(r'<section id=|<div class="cell ')
FIGURE = '<figure class="livefig"'
APART = 24_000  # characters: some 50 ms of a slow phone


def with_stops(body, script):
    """Return a page's HTML with `script`, the address of came.js, between parts, and after each part with a figure."""
    pieces, last = [], 0
    for part in PART.finditer(body):
        before = body[last:part.start()]
        if len(before) >= APART or FIGURE in before:
            pieces += [before, f'<script src="{script}"></script>']
            last = part.start()
    return "".join(pieces) + body[last:]


def _stop(app, pagename, templatename, context, doctree):
    if doctree is not None:
        context["body"] = with_stops(context.get("body", ""), context["pathto"]("_static/came.js", 1))


def setup(app):
    """Come after every other extension that changes the text of a page."""
    app.connect("html-page-context", _stop, priority=900)
