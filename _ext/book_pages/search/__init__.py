"""The search: what each section says, written beside the pages as a script, so that it is found from a folder, too.

`sections` reads the pages, `terms.yml` is the index of a printed book, by hand; the browser searches
(`assets/search.js`).
"""

from . import index, sections


def setup(app):
    """Register both modules."""
    sections.setup(app)
    index.setup(app)
