"""Gives each picture its size, so that nothing jumps when it comes, and loads it when the reader is near."""

import re
import struct

PNG = re.compile(r'<img (?P<rest>[^>]*?src="(?:\.\./)*_images/(?P<name>[^"/]+\.png)"[^>]*?) ?/?>')
HEADER = struct.Struct(">8s4x4sII")  # signature, length, the first chunk's name and its first two numbers


def size(path):
    """Return the width and the height of a PNG file in pixels.

    Raises
    ------
    ValueError
        If the file is none.
    """
    with open(path, "rb") as file:
        header = file.read(HEADER.size)
    if len(header) == HEADER.size:
        signature, chunk, width, height = HEADER.unpack(header)
        if signature == b"\x89PNG\r\n\x1a\n" and chunk == b"IHDR":
            return width, height
    raise ValueError(f"{path} is not a PNG file.")


def _place(app, pagename, templatename, context, doctree):
    stored = {name: app.srcdir / source for source, (_, name) in app.env.images.items()}

    def placed(match):
        width, height = size(stored[match["name"]])
        return f'<img {match["rest"]} width="{width}" height="{height}" loading="lazy">'

    context["body"] = PNG.sub(placed, context.get("body", ""))


def setup(app):
    """Change the text of each page before it is written."""
    app.connect("html-page-context", _place)
