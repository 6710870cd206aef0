"""Pages about the code, made of its docstrings by sphinx.ext.autodoc.

`package` is the directive of the pages, `docstrings` says to autodoc what our docstrings mean, `source_links` where the
source is on the web, and `first_links` leads from a chapter to the pages.
"""

from . import docstrings, first_links, package, source_links


def setup(app):
    """Load the extensions of Sphinx, and register the modules."""
    for extension in ("sphinx.ext.autodoc", "sphinx.ext.linkcode"):
        app.setup_extension(extension)
    for module in (docstrings, first_links, package, source_links):
        module.setup(app)
