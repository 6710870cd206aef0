"""Writes what can be found into one script, `_static/search_index.js`, and MiniSearch beside it.

A script, not JSON: a page that was opened from a folder may load scripts, and may fetch nothing.
"""

import json
from pathlib import Path

import yaml
from sphinx.errors import ConfigError, ExtensionError

from ..chapter_numbers import CHAPTER, FURTHER
from .sections import MARK, Section, place

TERMS = Path(__file__).with_name("terms.yml")
LIBRARY = Path(__file__).resolve().parents[3] / "node_modules" / "minisearch" / "dist" / "umd" / "index.js"


def terms(path=TERMS):
    """Return the words by which sections are looked for, `{"document#anchor": "words, other words"}`."""
    return {place: ", ".join(words) for place, words in yaml.safe_load(path.read_text(encoding="utf-8")).items()}


def index(pages, words):
    """Return what the browser searches.

    Parameters
    ----------
    pages : dict
        For each document its `{"title": …, "sections": [Section, …], "formulas": {LaTeX: MathML}}`, in the order of
        the book.
    words : dict
        What `terms` returns.

    Raises
    ------
    ConfigError
        If there are words for a section that there is not.
    """
    numbers, mathml, listed, rows, places = {}, [], [], [], set()
    for document, page in pages.items():
        chapter = CHAPTER.match(document)
        of_problem = chapter[1] if chapter and not document.startswith(FURTHER) else ""  # "problem 4" means the chapter
        listed.append([f"{document}.html", page["title"], of_problem])
        for section in page["sections"]:
            where = f"{document}#{section.anchor}".rstrip("#")
            places.add(where)
            pieces = section.text.split(MARK)
            for k, latex in enumerate(pieces[1::2]):
                written = page["formulas"].get(latex)
                number = numbers.setdefault(written, len(numbers))
                if number == len(mathml):
                    mathml.append(written)
                pieces[2 * k + 1] = str(number)
            text = MARK.join(pieces)
            rows.append([len(listed) - 1, *section._replace(text=text), words.get(where, "")])
    if strangers := sorted(set(words) - places):
        raise ConfigError(f"search/terms.yml names sections that there are not: {', '.join(strangers)}.")
    return {"pages": listed, "sections": rows, "formulas": mathml}


def _collect(app):
    pages = {}
    root, toctree = app.config.root_doc, app.env.toctree_includes
    for document in [root, *toctree.get(root, ()), *sorted(app.env.found_docs)]:
        kept = place(app, document)
        if document not in pages and document in app.env.found_docs and kept.exists():
            page = json.loads(kept.read_text(encoding="utf-8"))
            pages[document] = {
                "title": app.env.titles[document].astext(),
                "sections": [Section(*section) for section in page["sections"]],
                "formulas": page["formulas"],
            }
    return pages


def _write(app):
    if not LIBRARY.exists():
        raise ExtensionError("MiniSearch is missing: run `make setup`.")
    static = Path(app.outdir, "_static")
    static.mkdir(parents=True, exist_ok=True)
    pages = _collect(app)
    # a part of the book may be built alone
    known = {where: words for where, words in terms().items() if where.partition("#")[0] in pages}
    text = json.dumps(index(pages, known), ensure_ascii=False, separators=(",", ":"))
    (static / "search_index.js").write_text(f"const BOOK_INDEX = {text};\n", encoding="utf-8")
    (static / "minisearch.js").write_bytes(LIBRARY.read_bytes())
    return ()  # no more pages


def _without_sphinx(app):
    app.builder.search = False  # its own index, page and scripts


def setup(app):
    """Switch off Sphinx's search, and write the index when all pages are there."""
    app.connect("builder-inited", _without_sphinx)
    app.connect("html-collect-pages", _write)
