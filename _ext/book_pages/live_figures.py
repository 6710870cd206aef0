"""One script and one style sheet for all live figures: the copies inside stored outputs become files, on pages that need them."""

import re
from pathlib import Path

import livefig

FIGURE = re.compile(r'<figure class="livefig" id="([^"]+)"')
INLINE_COPY = re.compile(r"<(script|style)\b[^>]*\bdata-livefig\b[^>]*>.*?</\1>\n?", re.DOTALL)  # as livefig.site_script says


def without_copies(body):
    """Return the HTML of a page without the scripts and styles that its live figures carry in a notebook.

    A numbered figure may have the name of the live figure in it: then only the inner one keeps it as its id.
    """
    for name in FIGURE.findall(body):
        body = body.replace(f'<figure class="align-default" id="{name}">', '<figure class="align-default">')
    return INLINE_COPY.sub("", body)


def _use_the_files(app, pagename, templatename, context, doctree):
    body = context.get("body", "")
    if FIGURE.search(body):
        context["body"] = without_copies(body)
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
