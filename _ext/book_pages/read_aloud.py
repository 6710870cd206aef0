"""Mends what would mislead those who have pages read aloud, or hold up those who go through them by keys."""

INSTEAD = {
    ' aria-label="Toggle hidden content"': "",  # MyST-NB says so of each folded cell, whatever stands there to be read
    ' role="list"': "",  # Sphinx says so of the bibliography, whose entries are then of a kind that no list has
    ' role="doc-biblioentry"': "",  # of each entry; the role has been given up
    # the # behind each heading and formula, which would be a part of its name, and a stop of the tabulator
    '<a class="headerlink"': '<a class="headerlink" aria-hidden="true" tabindex="-1"',
}


def _take_out(app, pagename, templatename, context, doctree):
    body = context.get("body", "")
    for written, better in INSTEAD.items():
        body = body.replace(written, better)
    context["body"] = body


def setup(app):
    """Change the text of each page before it is written."""
    app.connect("html-page-context", _take_out)
