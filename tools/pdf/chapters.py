"""A page of the site as a piece of one long document: its ids made unique, links to other pages made inner ones."""

import posixpath
import re

from bs4 import BeautifulSoup

NAMES_AN_ID = ("id", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls")
TO_AN_ID = ("href", "xlink:href")
URL = re.compile(r"url\((['\"]?)#([^)'\"]+)\1\)")
NOT_PRINTED = ".headerlink, script, noscript, button"


def prefix(document):
    """Return what makes the ids of a document unique in the book: "chapters-5_relu_elbow--"."""
    return document.replace("/", "-") + "--"


def anchor(document, fragment=""):
    """Return the id, within the book, of a place in a document; without a fragment, of its beginning."""
    return prefix(document) + re.sub(r"[^\w.-]", "-", fragment or "top")


def read(site, document, documents):
    """Return the text of a document as a BeautifulSoup `<section>`; `documents` are all that the book will hold."""
    page = BeautifulSoup((site / f"{document}.html").read_text(encoding="utf-8"), "html.parser")
    main = page.select_one("main")
    main.name, main.attrs = "section", {"class": "document", "id": anchor(document)}
    for tag in main.select(NOT_PRINTED):
        tag.decompose()
    for tag in main.find_all(True):
        _rename(tag, document, set(documents))
    for fold in main.select("details"):
        fold["open"] = ""
    return main


def _rename(tag, document, documents):
    for name in NAMES_AN_ID:
        if tag.get(name):
            values = [tag[name]] if isinstance(tag[name], str) else tag[name]
            tag[name] = " ".join(anchor(document, value) for text in values for value in text.split())
    for name in TO_AN_ID:
        if tag.get(name):
            tag[name] = _target(tag[name], document, documents)
    if tag.get("src") and not tag["src"].startswith("data:"):
        tag["src"] = posixpath.normpath(posixpath.join(posixpath.dirname(document), tag["src"]))
    for name, value in tag.attrs.items():
        if isinstance(value, str) and "url(" in value:
            tag[name] = URL.sub(lambda found: f"url(#{anchor(document, found[2])})", value)


def _target(link, document, documents):
    """Return where a link of the page leads within the book, or the link as it is."""
    path, _, fragment = link.partition("#")
    if re.match(r"[a-z]+:", path):
        return link
    target = posixpath.normpath(posixpath.join(posixpath.dirname(document),
                                               path)).removesuffix(".html") if path else document
    return f"#{anchor(target, fragment)}" if target in documents else link
