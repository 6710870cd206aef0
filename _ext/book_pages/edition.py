"""Which edition of the book this is: version, date and address stand on every page, and in the entry to cite it by.

The version is that of pyproject.toml, the date that of the last commit, the address is in the environment
(BOOK_ADDRESS). Without an address, pages name none.
"""

import os
import tomllib
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

import yaml
from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from .repository import git

ROOT = Path(__file__).resolve().parents[2]
URL = "  <url><loc>{}</loc></url>"
SITEMAP = ('<?xml version="1.0" encoding="UTF-8"?>\n'
           '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{}\n</urlset>\n')


def version():
    """Return the version of the book, as text."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def last_change(folder):
    """Return the date of the last commit below `folder`, or None if there is none."""
    day = git(folder, "log", "-1", "--format=%cs")
    return date.fromisoformat(day) if day else None


def in_words(day):
    """Return a date as it is read: "1 March 2026"."""
    return f"{day.day} {day:%B %Y}"


def bibtex(citation, day, address):
    """Return the entry to cite the book by; `citation` is the content of CITATION.cff, day and address may be None."""
    authors = " and ".join(f"{{{author['name']}}}" for author in citation["authors"])
    fields = {"author": authors, "title": citation["title"], "version": citation["version"]}
    if day:
        fields |= {"year": str(day.year), "month": f"{day:%b}".lower()}
    if address:
        fields["url"] = address
    lines = (f"  {name} = {value if name == 'month' else f'{{{value}}}'}" for name, value in fields.items())
    return "@book{homework_zero,\n" + ",\n".join(lines) + "\n}"


class CiteThisBook(SphinxDirective):
    """The entry to cite this book by, for BibTeX."""

    def run(self):
        """Return the entry as a block of code."""
        self.env.note_dependency(str(ROOT / "CITATION.cff"))
        self.env.note_dependency(str(ROOT / "pyproject.toml"))
        citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
        entry = bibtex(citation, self.config.book_date, self.config.html_baseurl)
        return [nodes.literal_block(entry, entry, language="bibtex")]


def _note(app, config):
    config.html_baseurl = os.environ.get("BOOK_ADDRESS", "").rstrip("/")
    config.book_version, config.book_date = version(), last_change(app.srcdir)


def _add_edition(app, pagename, templatename, context, doctree):
    context["edition"] = f"Version {app.config.book_version}"
    if app.config.book_date:
        context["edition"] += f", {in_words(app.config.book_date)}"


def _write_sitemap(app, exception):
    sitemap = Path(app.outdir, "sitemap.xml")
    if app.config.html_baseurl and not exception:
        pages = sorted(app.env.found_docs)
        urls = "\n".join(URL.format(escape(f"{app.config.html_baseurl}/{page}.html")) for page in pages)
        sitemap.write_text(SITEMAP.format(urls), encoding="utf-8")
    else:
        sitemap.unlink(missing_ok=True)


def setup(app):
    """Find the edition once; a changed answer writes the pages again."""
    app.add_config_value("book_version", "", "html")
    app.add_config_value("book_date", None, "env")  # the entry to cite is read with its page
    app.add_directive("cite-this-book", CiteThisBook)
    app.connect("config-inited", _note)
    app.connect("html-page-context", _add_edition)
    app.connect("build-finished", _write_sitemap)
