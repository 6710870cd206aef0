"""One script for all live figures: the copies inside stored outputs become one file, on pages that need it."""

import re
from pathlib import Path

import livefig

INLINE_SCRIPT = re.compile(r'<script type="module" data-livefig>.*?</script>\s*', re.DOTALL)
FIGURE = re.compile(r'class="livefig\b')


def _use_the_file(app, pagename, templatename, context, doctree):
    body = INLINE_SCRIPT.sub("", context.get("body", ""))
    if FIGURE.search(body):
        context["body"] = body
        app.add_js_file("livefig.js", loading_method="defer")


def _write(app):
    if app.builder.format == "html":
        static = Path(app.outdir) / "_static"
        static.mkdir(parents=True, exist_ok=True)
        (static / "livefig.js").write_text(getattr(livefig, "site_script", str)())


def setup(app):
    """Write the file first, so that Sphinx can put its checksum into the pages."""
    app.connect("builder-inited", _write)
    app.connect("html-page-context", _use_the_file)
