"""Mends what would mislead those who have pages read aloud, or hold up those who go through them by keys."""

import re

MISLEADING = (
    ' aria-label="Toggle hidden content"',  # MyST-NB says so of every folded cell, whatever stands there to be read
    ' role="list"',  # Sphinx says so of the bibliography, whose entries are then of a kind that a list does not have
    ' role="doc-biblioentry"',  # of each entry; the role has been given up
)
# the # behind each heading and formula, which would be a part of its name, and a stop of the tabulator
HASH = re.compile(r'<a class="headerlink" (href="[^"]*") title="[^"]*"')
# a live figure within a numbered one, which without this is told as two figures, one within the other
WITHIN = re.compile(
    r'(<figure class="align-default"[^>]*>\s*<div class="output text_html">\s*<figure class="livefig"[^>]*)>')
UNHEARD = r'<a class="headerlink" aria-hidden="true" tabindex="-1" title="Link to this place" \1'


def _take_out(app, pagename, templatename, context, doctree):
    body = context.get("body", "")
    for attribute in MISLEADING:
        body = body.replace(attribute, "")
    context["body"] = WITHIN.sub(r'\1 role="group">', HASH.sub(UNHEARD, body))


def setup(app):
    """Change the text of each page before it is written."""
    app.connect("html-page-context", _take_out)
