"""Room for what a question to predict gets when its script has come: the buttons that ask how sure the reader is.

Without it all that stands below moves down by a line or two while the page is on its way. The same buttons, unseen and
not to be pressed, are as tall in every width; book.css hides them once the question is alive.
"""

import re

QUESTION = re.compile(r'(<section class="prediction"[^>]*\bdata-sure="([^"]*)".*?</fieldset>)', re.DOTALL)


def with_room(body):
    """Return a page's HTML with the room in each of its questions."""
    return QUESTION.sub(lambda found: found[1] + _room(found[2]), body)


def _room(levels):
    buttons = ("<button type=\"button\" disabled>{1}, {0} %</button>".format(*level.split(" ", 1))
               for level in levels.split(","))
    return f'<div class="pr-sure pr-room" aria-hidden="true"><span>How sure are you?</span>{"".join(buttons)}</div>'


def _make_room(app, pagename, templatename, context, doctree):
    context["body"] = with_room(context.get("body", ""))


def setup(app):
    """Change the text of each page before it is written."""
    app.connect("html-page-context", _make_room)
