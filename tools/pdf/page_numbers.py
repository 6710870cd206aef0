"""On which page of Chromium's PDF a named place stands.  (Objects are plain text; only streams are compressed.)"""

import re
from urllib.parse import unquote

STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
OBJECT = re.compile(rb"^(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL | re.MULTILINE)
REFERENCE = re.compile(rb"(\d+) 0 R")
DESTINATION = re.compile(rb"/([^\s/\[\]<>()]+) \[(\d+) 0 R /XYZ")


def pages(pdf):
    """Return the numbers of the objects that are the pages of the PDF, in order, and all objects, `{number: text}`."""
    objects = {int(number): text for number, text in OBJECT.findall(STREAM.sub(b"", pdf))}
    (root,) = [number for number, text in objects.items() if b"/Type /Pages" in text and b"/Parent" not in text]

    def below(number):
        kids = re.search(rb"/Kids \[([^\]]*)\]", objects[number])
        return [page for kid in REFERENCE.findall(kids[1]) for page in below(int(kid))] if kids else [number]

    return below(root), objects


def page_numbers(pdf):
    """Return the page, counted from 1, of every named destination of the PDF, `{id: page}`.

    Raises
    ------
    ValueError
        If the PDF names no place: then it is not one of Chromium's with links in it.
    """
    order, objects = pages(pdf)
    place = {number: count for count, number in enumerate(order, 1)}
    found = {_name(name): place[int(page)] for text in objects.values()
             for name, page in DESTINATION.findall(text) if int(page) in place}
    if not found:
        raise ValueError("The PDF names no place; was it made by Chromium from a document with links?")
    return found


def _name(raw):
    return unquote(re.sub(rb"#([0-9a-fA-F]{2})", lambda code: bytes([int(code[1], 16)]), raw).decode("latin-1"))
