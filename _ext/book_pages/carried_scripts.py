"""Outputs carry their scripts and styles into a notebook; on the site these become one file each, on the pages that need them."""

import re
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import livefig
import worksheet


class Carried(NamedTuple):
    """A package whose outputs carry a script and a style sheet; both are marked with an attribute, and follow what they serve."""

    package: ModuleType
    shown: re.Pattern
    mark: str

    @property
    def name(self):
        """The name of its two files."""
        return self.package.__name__

    @property
    def copies(self):
        """The pattern of the copies inside a page."""
        return re.compile(rf"<(script|style)\b[^>]*\b{self.mark}\b[^>]*>.*?</\1>\n?", re.DOTALL)


CARRIED = (
    Carried(livefig, re.compile(r'<figure class="livefig" id="([^"]+)"'), "data-livefig"),
    Carried(worksheet, re.compile(r"<div\b[^>]*\bdata-worksheet="), "data-worksheet-copy"),  # second: it moves figures
)


def named_once(body):
    """Return the HTML of a page with every id once: a numbered figure may bear the name of the live figure in it, which keeps it."""
    for name in CARRIED[0].shown.findall(body):
        body = body.replace(f'<figure class="align-default" id="{name}">', '<figure class="align-default">')
    return body


def _use_the_files(app, pagename, templatename, context, doctree):
    body = context.get("body", "")
    for carried in CARRIED:
        if carried.shown.search(body):
            body = carried.copies.sub("", body)
            app.add_css_file(f"{carried.name}.css")
            app.add_js_file(f"{carried.name}.js", loading_method="defer")
    context["body"] = named_once(body)


def _write(app):
    if app.builder.format == "html":
        static = Path(app.outdir) / "_static"
        static.mkdir(parents=True, exist_ok=True)
        for carried in CARRIED:
            (static / f"{carried.name}.js").write_text(carried.package.site_script(), encoding="utf-8")
            (static / f"{carried.name}.css").write_text(carried.package.site_style(), encoding="utf-8")


def setup(app):
    """Write the files first, so that Sphinx can put their checksums into the pages."""
    app.connect("builder-inited", _write)
    app.connect("html-page-context", _use_the_files)
