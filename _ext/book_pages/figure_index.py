"""The directive `{live-figures}` lists every live figure that a notebook of the book shows: none can be missing."""

import json
import re
from pathlib import Path
from typing import NamedTuple

from sphinx.util.docutils import SphinxDirective

TITLE = re.compile(r"Figure: (.*)")     # what a figure says as plain text begins with it, its formulas as LaTeX


class Entry(NamedTuple):
    """A live figure: the name that refers to it, its title, and its caption in Markdown."""

    name: str
    title: str
    caption: str


def entries(path):
    """Return the Entries of the notebook at `path`, in reading order.

    Raises
    ------
    ValueError
        If a live figure has no name or no caption, so that nothing could refer to it.
    """
    found = []
    for number, cell in enumerate(json.loads(Path(path).read_text(encoding="utf-8"))["cells"], start=1):
        for output in cell.get("outputs", ()):
            data = {kind: "".join(text) for kind, text in output.get("data", {}).items()}
            title = TITLE.match(data.get("text/plain", ""))
            if title and 'class="lf-title"' in data.get("text/html", ""):
                described = cell["metadata"].get("mystnb", {}).get("figure", {})
                if not described.get("name") or not described.get("caption"):
                    raise ValueError(f"{Path(path).name}, cell {number}: give the figure a name and a caption in "
                                     f"mystnb.figure.")
                found.append(Entry(described["name"], title[1], described["caption"]))
    return found


class LiveFigures(SphinxDirective):
    """A list of the live figures, chapter by chapter."""

    def run(self):
        """Return the list; the page is read again when a notebook changes."""
        lines = []
        for document in sorted(self.env.found_docs):
            path = Path(self.env.doc2path(document))
            if path.suffix == ".ipynb":
                self.env.note_dependency(str(path))
                if found := entries(path):
                    lines += ["", f"**[](/{document}.ipynb)**", ""]
                    lines += [f"- {{numref}}`{entry.name}`, *{entry.title}.* {entry.caption}" for entry in found]
        return self.parse_text_to_nodes("\n".join(lines))


def setup(app):
    """Register the directive."""
    app.add_directive("live-figures", LiveFigures)
