"""The front page: a question with two buttons above a figure that answers, a card for each chapter, and the map.

In the notebook the question is a paragraph, and the cards are a table of links: this module makes them of these.
"""

import json
import re
from html import escape
from pathlib import Path

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from hw0 import relu_elbow
from livefig.outputs import to_page

from .book_map import book_map
from .chapter_numbers import CHAPTER
from .part_anchors import anchors

# a figure may have two, for narrow and for wide pages
PICTURE = re.compile(r'<svg viewBox="[^"]*"[^>]*>(.*?)</svg>(?=<svg viewBox=|</div>)', re.DOTALL)
WORDS_IN_PICTURE = re.compile(r'<g class="lf-frame">.*?</g>', re.DOTALL)
AREA = re.compile(r'<svg x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)">')
HEAVIEST_PICTURE = 16_000  # characters
SUBTITLE = re.compile(r"^# .*\n\n\*(.+)\*$", re.MULTILINE)
PART = re.compile(r"^## (.+)$", re.MULTILINE)
WORDS_PER_MINUTE = 130  # of prose between formulas, with time to look at the figures
BIASES = (0.5, 1.0, 2.0)  # those of the figure case (ii), with w = x = 1
RATE = 0.5  # at which the unit does not flip
ASK = """<div class="ask js-only" data-figure="fig-case-ii">
<div class="ask-buttons">{buttons}</div>
<p class="ask-verdict" role="status"></p>
</div>"""
BUTTON = '<button type="button" data-set="{state}" data-says="{says}">{word}</button>'
CARD = """<li><a class="card" href="{address}" data-page="{document}" data-parts="{parts}">
<span class="card-picture">{picture}</span>
<span class="card-title"><span class="chapter-number">{number}</span> {title}</span>
<span class="card-subtitle">{subtitle}</span>
<span class="card-text">{text}</span>
<span class="card-time">{minutes} min</span> <span class="card-progress js-only"></span>
</a></li>"""


def refutation(answer):
    """Return the bias at which an answer ("left", "right") is wrong after a step, and where the elbow was and is."""
    for bias in BIASES:
        before = relu_elbow.elbow(1.0, bias)
        after = relu_elbow.elbow(*relu_elbow.residual_step(1.0, bias, 1.0, 1.0, lr=RATE))
        if (after > before) == (answer == "left") and after != before:
            return bias, float(before), float(after)
    raise ValueError(f"No bias of the figure refutes {answer!r}.")


def question():
    """Return the two buttons; each says which state of the figure refutes it, and in which words."""
    buttons = []
    for answer, goes in (("left", "right"), ("right", "left")):
        bias, before, after = refutation(answer)
        state = json.dumps({"b": BIASES.index(bias), "lr": RATE})
        says = f"You said {answer}. With bias {bias:g} it goes {goes}, from {before:g} to {after:g}.".replace("-", "−")
        buttons.append(BUTTON.format(state=escape(state), says=escape(says), word=answer.capitalize()))
    return ASK.format(buttons="".join(buttons))


class Chapter:
    """What a card says of a chapter, read from its notebook."""

    def __init__(self, path):
        cells = json.loads(Path(path).read_text(encoding="utf-8"))["cells"]
        prose = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
        subtitle = SUBTITLE.search(prose[0])
        self.subtitle = subtitle[1] if subtitle else ""
        self.parts = sum(len(anchors(title)) for text in prose for title in PART.findall(text))
        self.minutes = max(5, round(sum(len(text.split()) for text in prose) / WORDS_PER_MINUTE / 5) * 5)
        shown = (text for cell in cells for output in cell.get("outputs", ())
                 for text in [to_page("".join(output.get("data", {}).get("text/html", "")))])
        self.picture = next((picture for html in shown for picture in stills(html)), "")


def stills(html):
    """Yield the pictures in a figure's output that are light and need no words: what is between their axes."""
    for picture in PICTURE.findall(html):
        picture = WORDS_IN_PICTURE.sub("", picture)
        area = AREA.search(picture)
        if area and "<text" not in picture and len(picture) < HEAVIEST_PICTURE:
            yield f'<svg aria-hidden="true" viewBox="{" ".join(area.groups())}">{picture}</svg>'


class FrontPage(SphinxPostTransform):
    """Put the buttons in front of the first output, and cards in the place of the table of chapters."""

    default_priority = 600  # when links are resolved
    formats = ("html",)

    def run(self, **_):
        """Change the front page only."""
        if self.env.docname != self.config.root_doc:
            return
        for table in list(self.document.findall(nodes.table)):
            rows = [row for row in table.findall(nodes.row) if row.next_node(nodes.reference)]
            if rows and all(CHAPTER.match(row.next_node(nodes.reference)["refuri"]) for row in rows):
                cards = "".join(map(self._card, rows))
                table.parent += nodes.raw("", book_map([self._chapter(row) for row in rows]), format="html")
                table.replace_self(nodes.raw("", f'<ol class="cards">{cards}</ol>', format="html"))
                figure = self.document.next_node(nodes.container)
                figure.parent.insert(figure.parent.index(figure), nodes.raw("", question(), format="html"))

    def _chapter(self, row):
        """Return number, title, document and path of the chapter that a row of the table names."""
        link = row.next_node(nodes.reference)
        document = link["refuri"].removesuffix(".html")
        number, _, title = link.astext().partition(" ")
        return number, title, document, self.env.doc2path(document)

    def _card(self, row):
        number, title, document, path = self._chapter(row)
        chapter, text = Chapter(path), row.children[-1].astext()
        words = {"title": title, "text": text, "subtitle": chapter.subtitle, "address": f"{document}.html"}
        drawn = {"picture": chapter.picture, "parts": chapter.parts, "minutes": chapter.minutes}
        escaped = {name: escape(value) for name, value in words.items()}
        return CARD.format(document=document, number=number, **escaped, **drawn)


def _again(app, environment, added, changed, removed):
    """Cards change with their chapters."""
    return [app.config.root_doc] if added | changed else []


def _use_the_script(app, pagename, templatename, context, doctree):
    if 'class="ask' in context.get("body", ""):
        app.add_js_file("front.js", loading_method="defer")


def setup(app):
    """Register the transform."""
    app.add_post_transform(FrontPage)
    app.connect("env-get-outdated", _again)
    app.connect("html-page-context", _use_the_script)
