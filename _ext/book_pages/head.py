"""What a page loads: our own files only."""

from pathlib import Path

STYLES = {"answers.css", "book.css", "livefig.css", "prediction.css", "worksheet.css", "katex.min.css",
          "pygments.css", "type.css"}
SCRIPTS = {"answers.js", "book.js", "claims.js", "copy-tex.js", "front.js", "livefig.js", "prediction.js",
           "print.js", "worksheet.js"}


def _keep_ours(app, pagename, templatename, context, doctree):
    context["css_files"] = [file for file in context["css_files"] if _name(file) in STYLES]
    context["script_files"] = [file for file in context["script_files"] if _name(file) in SCRIPTS]


def _name(file):
    return Path(str(file.filename or "")).name


def setup(app):
    """Filter each page's files after every other extension has added its own."""
    app.connect("html-page-context", _keep_ours, priority=900)
