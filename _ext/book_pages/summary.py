"""What a link to a page looks like where it is shared: a title, the page's first sentences and a picture."""

import re

from docutils import nodes

LONGEST, SHORTEST = 200, 60  # characters: what search engines and messengers show
FORMULA = "\0"


def description(doctree):
    """Return the first sentences of a page that can be read without mathematics, or "" if there are none."""
    for paragraph in doctree.findall(nodes.paragraph):
        if isinstance(paragraph.parent, nodes.section):
            sentences = re.split(r"(?<=[.?!]) ", _words(paragraph))
            text = " ".join(sentence for sentence in sentences if FORMULA not in sentence)
            if len(text) >= SHORTEST:
                return shortened(text)
    return ""


def _words(paragraph):
    """Return the text of a paragraph with a mark for each formula."""
    pieces = (FORMULA if isinstance(node, nodes.math) else node.astext() for node in paragraph.findall(_is_piece))
    return " ".join("".join(pieces).split())


def _is_piece(node):
    return isinstance(node, nodes.math) or (isinstance(node, nodes.Text) and not isinstance(node.parent, nodes.math))


def shortened(text):
    """Return the sentences at the beginning of a text that fit, or as many words of the first as do."""
    if len(text) <= LONGEST:
        return text
    sentences = text[: LONGEST + 1].rpartition(". ")[0]
    return f"{sentences}." if sentences else f"{text[:LONGEST].rpartition(' ')[0]} …"


def card(pagename):
    """Return the place of a page's picture in the site; `make cards` takes it."""
    return f"_static/cards/{pagename.replace('/', '-')}.png"


def _add_summary(app, pagename, templatename, context, doctree):
    context["description"] = description(doctree) if doctree else ""
    if doctree and app.config.html_baseurl:
        context["card_url"] = f"{app.config.html_baseurl}/{card(pagename)}"


def setup(app):
    """Tell the template about every page."""
    app.connect("html-page-context", _add_summary)
