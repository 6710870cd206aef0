"""One script and one style sheet for all live figures: the copies inside stored outputs become files, on pages that need them."""

import re
from pathlib import Path

import livefig

FIGURE_DATA = re.compile(r'<script type="application/json">')
INLINE_COPY = re.compile(r"<(script|style)\b[^>]*\bdata-livefig\b[^>]*>.*?</\1>\n?", re.DOTALL)  # as livefig.site_script says


def _use_the_files(app, pagename, templatename, context, doctree):
    body = context.get("body", "")
    if FIGURE_DATA.search(body):
        context["body"] = INLINE_COPY.sub("", body)
        app.add_css_file("livefig.css")
        app.add_js_file("livefig.js", loading_method="defer")


def _write(app):
    if app.builder.format == "html":
        static = Path(app.outdir) / "_static"
        static.mkdir(parents=True, exist_ok=True)
        (static / "livefig.js").write_text(livefig.site_script())
        (static / "livefig.css").write_text(livefig.site_style())


def setup(app):
    """Write the files first, so that Sphinx can put their checksums into the pages."""
    app.connect("builder-inited", _write)
    app.connect("html-page-context", _use_the_files)
