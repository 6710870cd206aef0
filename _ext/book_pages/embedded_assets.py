"""Scripts and styles that outputs carry into a notebook: on the site one file each, on the pages that need them."""

import re
from pathlib import Path

import livefig
import prediction
import worksheet
from embedded_assets import COPIES
from livefig import outputs

FIGURE = re.compile(r'<figure class="livefig" id="([^"]+)"')
# each with how it is loaded: a figure comes to life while the rest of its page is still on its way; worksheets and
# predictions come after the figures that they move
SHOWN = {livefig.ASSETS: (FIGURE, "async"),
         worksheet.ASSETS: (re.compile(r"<div\b[^>]*\bdata-worksheet="), "defer"),
         prediction.ASSETS: (re.compile(r"<(?:section|div)\b[^>]*\bdata-predict(?:ions)?="), "defer")}


def named_once(body):
    """Return a page's HTML with every id once: a live figure keeps the name that its numbered figure bears, too."""
    for name in FIGURE.findall(body):
        body = body.replace(f'<figure class="align-default" id="{name}">', '<figure class="align-default">')
    return body


def _use_the_files(app, pagename, templatename, context, doctree):
    body = context.get("body", "")
    for assets, (shown, loading) in SHOWN.items():
        if shown.search(body):
            app.add_css_file(f"{assets.name}.css")
            app.add_js_file(f"{assets.name}.js", loading_method=loading)
    context["body"] = named_once(outputs.to_page(COPIES.sub("", body)))


def _write(app):
    if app.builder.format == "html":
        static = Path(app.outdir) / "_static"
        static.mkdir(parents=True, exist_ok=True)
        for assets in SHOWN:
            (static / f"{assets.name}.js").write_text(assets.script(), encoding="utf-8")
            (static / f"{assets.name}.css").write_text(assets.style(), encoding="utf-8")


def setup(app):
    """Write the files first, so that Sphinx can put their checksums into the pages."""
    app.connect("builder-inited", _write)
    app.connect("html-page-context", _use_the_files)
