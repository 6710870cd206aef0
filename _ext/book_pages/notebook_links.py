"""A chapter's two buttons: download the notebook; open it in Colab if it is known where the repository lives."""

from pathlib import Path

from . import colab


def _is_notebook(path):
    return str(path).endswith(".ipynb")


def _add_links(app, pagename, templatename, context, doctree):
    if doctree is None or not _is_notebook(context.get("sourcename", "")):
        return
    context["download_url"] = context["pathto"](f"_sources/{context['sourcename']}", 1)
    if app.config.book_repository:
        context["colab_url"] = colab.address(app.config.book_repository, f"{pagename}.ipynb")


def _hand_out_what_colab_gets(app, exception):
    """Whoever downloads a notebook may upload it to Colab, or have nothing but Jupyter."""
    if exception:
        return
    repository = app.config.book_repository
    sources = (Path(app.env.doc2path(name)).relative_to(app.srcdir).as_posix() for name in app.env.found_docs)
    paths = sorted(filter(_is_notebook, sources))
    origin = repository.origin if repository else None
    for path, text in colab.notebooks(app.srcdir, paths, origin, app.config.html_baseurl).items():
        Path(app.outdir, "_sources", path).write_text(text, encoding="utf-8")


def setup(app):
    """Tell the template where the notebooks are, and replace their copies when the pages are written."""
    app.connect("html-page-context", _add_links)
    app.connect("build-finished", _hand_out_what_colab_gets)
