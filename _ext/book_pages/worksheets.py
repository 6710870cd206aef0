"""One script and one style sheet for all worksheets: the copies inside stored outputs become files, on pages that need them."""

import re
from pathlib import Path

import worksheet

FORM = re.compile(r"<div\b[^>]*\bdata-worksheet=")
INLINE_COPY = re.compile(r"<(script|style)\b[^>]*\bdata-worksheet-copy\b[^>]*>.*?</\1>\n?", re.DOTALL)  # as worksheet.site_script says


def _use_the_files(app, pagename, templatename, context, doctree):
    body = context.get("body", "")
    if FORM.search(body):
        context["body"] = INLINE_COPY.sub("", body)
        app.add_css_file("worksheet.css")
        app.add_js_file("worksheet.js", loading_method="defer", priority=900)  # after livefig.js, whose figures it moves


def _write(app):
    if app.builder.format == "html":
        static = Path(app.outdir) / "_static"
        static.mkdir(parents=True, exist_ok=True)
        (static / "worksheet.js").write_text(worksheet.site_script(), encoding="utf-8")
        (static / "worksheet.css").write_text(worksheet.site_style(), encoding="utf-8")


def setup(app):
    """Write the files first, so that Sphinx can put their checksums into the pages."""
    app.connect("builder-inited", _write)
    app.connect("html-page-context", _use_the_files)
