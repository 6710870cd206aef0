"""What a page loads: our own files only, and Sphinx's search on the search page only; both colour schemes of code."""

from pathlib import Path

from sphinx.highlighting import PygmentsBridge

STYLES = {"book.css", "katex.min.css", "pygments.css"}
SCRIPTS = {"book.js", "livefig.js"}
SEARCH_SCRIPTS = {"documentation_options.js", "doctools.js", "sphinx_highlight.js"}
CODE_STYLES = {'html:not([data-theme="dark"])': "a11y-high-contrast-light", 'html[data-theme="dark"]': "a11y-high-contrast-dark"}


def _keep_ours(app, pagename, templatename, context, doctree):
    scripts = SCRIPTS | SEARCH_SCRIPTS if pagename == "search" else SCRIPTS
    context["css_files"] = [file for file in context["css_files"] if _name(file) in STYLES]
    context["script_files"] = [file for file in context["script_files"] if _name(file) in scripts]


def _name(file):
    return Path(str(file.filename or "")).name


def write_code_styles(static):
    """Write `pygments.css` into the folder `static`: light, and dark where the page is dark."""
    sheets = (PygmentsBridge("html", style).formatter().get_style_defs(f"{root} .highlight") for root, style in CODE_STYLES.items())
    lines = {line for sheet in sheets for line in sheet.splitlines() if ".highlight" in line}
    (static / "pygments.css").write_text("\n".join(sorted(lines)) + "\n")


def _write(app, exception):
    if exception is None:
        write_code_styles(Path(app.outdir) / "_static")


def setup(app):
    """Filter each page's files; write the code styles after Sphinx has written its own."""
    app.connect("html-page-context", _keep_ours, priority=900)
    app.connect("build-finished", _write)
