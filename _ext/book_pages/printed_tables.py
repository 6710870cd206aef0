"""What a cell prints in columns keeps them on a phone, where other lines that are too long go on below."""

import re
from html import unescape

PRINTED = re.compile(r'(<div class="output (?:stream|text_plain) [^"]*"><div class="highlight"><pre)(>.*?</pre>)',
                     re.DOTALL)
TAG, GAP = re.compile(r"<[^>]*>"), re.compile(r"\S {2,}(?=\S)")


def in_columns(text):
    """Return whether a text is a table: half of its lines, and two at least, have two wide gaps or more."""
    lines = text.splitlines()
    rows = sum(len(GAP.findall(line)) > 1 for line in lines)
    return rows > 1 and 2 * rows >= len(lines)


def with_tables_marked(page):
    """Return the HTML of a page on which what is printed in columns has the class "printed-table"."""

    def mark(output):
        table = in_columns(unescape(TAG.sub("", "<pre" + output[2])))
        return f'{output[1]} class="printed-table"{output[2]}' if table else output[0]

    return PRINTED.sub(mark, page)


def _mark(app, pagename, templatename, context, doctree):
    context["body"] = with_tables_marked(context.get("body", ""))


def setup(app):
    """Mark the tables of every page."""
    app.connect("html-page-context", _mark)
