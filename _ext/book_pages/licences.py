"""What others made and the site ships: a table for the page About, and the text of each licence beside the pages.

Version and text are read from what is installed, so that they are those of the files that are shipped.
"""

import json
from fnmatch import fnmatch
from importlib.metadata import distribution
from pathlib import Path
from typing import NamedTuple

from docutils import nodes
from fontTools.ttLib import TTFont
from sphinx.util.docutils import SphinxDirective

ROOT = Path(__file__).resolve().parents[2]
NODE = ROOT / "node_modules"
FONT_OF_KATEX = NODE / "katex" / "dist" / "fonts" / "KaTeX_Main-Regular.ttf"
FOLDER = "licences"         # below _static
OPEN_FONT = (ROOT / "assets" / "fonts" / "OFL.txt").read_text(encoding="utf-8")


class Work(NamedTuple):
    """A work of others: its name and page, its licence (SPDX), and the files of `_static` that are its or are made of
    it, as patterns.  `package` has its text of the licence: "npm:…" or "pip:…"; None if the fonts of the book do.
    """

    name: str
    page: str
    licence: str
    files: tuple
    package: str | None

    @property
    def text_name(self):
        """The name of the file with the text of its licence: "source-typefaces.txt"."""
        return f"{self.name.lower().replace(' ', '-')}.txt"

    @property
    def version(self):
        """The version that is installed, as text; "" for typefaces, whose files are kept in the repository."""
        if not self.package:
            return ""
        kind, name = self.package.split(":")
        if kind == "pip":
            return distribution(name).version
        return json.loads((NODE / name / "package.json").read_text(encoding="utf-8"))["version"]

    def text(self):
        """Return the text of the licence.

        Raises
        ------
        FileNotFoundError
            If the package has none.
        """
        if not self.package:
            return OPEN_FONT
        if self.files == ("fonts/KaTeX_*",):    # the package has that of its code only; the fonts name theirs
            _, title, body = OPEN_FONT.partition("SIL OPEN FONT LICENSE")
            return f"{TTFont(FONT_OF_KATEX)['name'].getDebugName(13)}\n\n{title}{body}"
        kind, name = self.package.split(":")
        found = distribution(name).files if kind == "pip" else sorted((NODE / name).iterdir())
        for file in found:
            if file.name.split(".")[0] == "LICENSE":
                return Path(distribution(name).locate_file(file) if kind == "pip" else file).read_text(encoding="utf-8")
        raise FileNotFoundError(f"{self.package} has no text of its licence: name another package in {__name__}.")


WORKS = (
    Work("KaTeX", "https://katex.org", "MIT", ("katex.min.css", "copy-tex.js"), "npm:katex"),
    Work("KaTeX typefaces", "https://katex.org", "OFL-1.1", ("fonts/KaTeX_*",), "npm:katex"),
    Work("MiniSearch", "https://lucaong.github.io/minisearch", "MIT", ("minisearch.js",), "npm:minisearch"),
    Work("Source typefaces", "https://github.com/adobe-fonts", "OFL-1.1", ("fonts/book-*", "type.css"), None),
    Work("Sphinx", "https://www.sphinx-doc.org", "BSD-2-Clause",
         ("basic.css", "doctools.js", "documentation_options.js", "language_data.js", "searchtools.js",
          "sphinx_highlight.js", "file.png", "minus.png", "plus.png"), "pip:sphinx"),
    Work("MyST-NB", "https://myst-nb.readthedocs.io", "BSD-3-Clause", ("mystnb.*.css",), "pip:myst-nb"),
    Work("sphinxcontrib-katex", "https://sphinxcontrib-katex.readthedocs.io", "MIT", ("katex-math.css",),
         "pip:sphinxcontrib-katex"),
    Work("Pygments", "https://pygments.org", "BSD-2-Clause", ("pygments.css",), "pip:pygments"),
)


def owner(file):
    """Return the Work that a file of `_static` belongs to, None if to none; `file` is its path there, with slashes."""
    return next((work for work in WORKS if any(fnmatch(file, pattern) for pattern in work.files)), None)


class ShippedWorks(SphinxDirective):
    """The table of what others made and the site ships."""

    def run(self):
        """Return the table."""
        static = "../" * self.env.docname.count("/") + "_static/"
        rows = [[nodes.reference("", work.name, refuri=work.page), nodes.Text(work.version),
                 nodes.reference("", work.licence, refuri=f"{static}{FOLDER}/{work.text_name}")] for work in WORKS]
        group = nodes.tgroup("", *(nodes.colspec(colwidth=1) for _ in range(3)), cols=3)
        heads = [nodes.Text(head) for head in ("Work", "Version", "Licence")]
        group += nodes.thead("", _row(heads))
        group += nodes.tbody("", *map(_row, rows))
        return [nodes.table("", group)]


def _row(cells):
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", cell)) for cell in cells))


def _write(app):
    if app.builder.format == "html":
        folder = Path(app.outdir, "_static", FOLDER)
        folder.mkdir(parents=True, exist_ok=True)
        for work in WORKS:
            (folder / work.text_name).write_text(work.text(), encoding="utf-8")


def setup(app):
    """Write the texts before the first page, and register the directive."""
    app.add_directive("shipped-works", ShippedWorks)
    app.connect("builder-inited", _write)
