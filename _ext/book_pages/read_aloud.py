"""Takes out of pages what would mislead those who have them read aloud."""

MISLEADING = (
    ' aria-label="Toggle hidden content"',  # MyST-NB says so of every folded cell, whatever stands there to be read
    ' role="list"',  # Sphinx says so of the bibliography, whose entries are then of a kind that a list does not have
    ' role="doc-biblioentry"',  # of each entry; the role has been given up
)


def _take_out(app, pagename, templatename, context, doctree):
    body = context.get("body", "")
    for attribute in MISLEADING:
        body = body.replace(attribute, "")
    context["body"] = body


def setup(app):
    """Change the text of each page before it is written."""
    app.connect("html-page-context", _take_out)
