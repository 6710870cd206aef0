"""Chapters, figures and equations bear the numbers of the problems.

The third equation of `chapters/5_relu_elbow.ipynb` is (5.3), whatever other chapters exist; what leads on from there,
`further/5_relu_elbow.ipynb`, goes on counting.
"""

import collections
import posixpath
import re

from sphinx.environment.collectors.toctree import TocTreeCollector

CHAPTER = re.compile(r"(?:chapters|further)/(\d+)_")
NAME = re.compile(r'(<span class="(?:doc )?std std-doc)(">[Cc]hapter \d</span>)')
LINK = re.compile(r'(<a class="[^"]*reference internal" href="([^"]*)">)')
FURTHER = "further/"
number_through_the_book = TocTreeCollector.assign_figure_numbers


def page_stem(document):
    """Return what a page's own files are called: the stem of its chapter, "further_networks" on the page beside it."""
    stem = CHAPTER.sub("", document)
    return f"further_{stem}" if document.startswith(FURTHER) else stem


def by_chapter(numbers):
    """Renumber `{document: {kind: {name: number}}}` in place: within each chapter after its number, else each page."""
    counts = collections.Counter()
    for document, kinds in sorted(numbers.items()):     # chapters/ comes before further/
        chapter = CHAPTER.match(document)
        first = (int(chapter[1]),) if chapter else ()
        for kind, named in kinds.items():
            counted = kind, first or document
            for name in sorted(named, key=named.get):
                counts[counted] += 1
                named[name] = (*first, counts[counted])


def _number(collector, environment):
    before = environment.toc_fignumbers
    number_through_the_book(collector, environment)
    by_chapter(environment.toc_fignumbers)
    return [document for document in environment.found_docs
            if environment.toc_fignumbers.get(document) != before.get(document)]


def with_numbers(links, page):
    """Return the HTML of links seen from `page`, with a chapter's number in front of its name."""

    def number(link):
        # on a page of its folder a chapter's link does not name the folder, and on its own page it names nothing
        place = page if link[2] == "#" else posixpath.normpath(posixpath.join(posixpath.dirname(page), link[2]))
        chapter = None if place.startswith(FURTHER) else CHAPTER.match(place)
        return f'{link[1]}<span class="chapter-number">{chapter[1]}</span> ' if chapter else link[1]

    return LINK.sub(number, links)


def _add_list(app, pagename, templatename, context, doctree):
    # collapsed: what stands below an entry is listed on its pages only
    links = context["toctree"](includehidden=True, collapse=True, maxdepth=2, titles_only=True) or ""
    # Sphinx calls the captions headings, and does not say of which level
    context["chapter_list"] = with_numbers(links.replace(' role="heading"', ""), pagename)


def _hold_names(app, pagename, templatename, context, doctree):
    context["body"] = NAME.sub(r"\1 held\2", context.get("body", ""))     # "chapter" ends no line, "5" begins none


def _lead_on(app, pagename, templatename, context, doctree):
    # between a chapter and the next one stands what leads on from it, which not everybody reads
    builder = app.builder
    further = builder.relations.get(pagename, (None, None, None))[2]
    chapter = builder.relations[further][2] if CHAPTER.match(pagename) and (further or "").startswith(FURTHER) else None
    if chapter:
        context["next_chapter"] = {"link": builder.get_relative_uri(pagename, chapter),
                                   "title": builder.render_partial(builder.env.titles[chapter])["title"]}


def setup(app):
    """Number after Sphinx has, which would number through the book, or by the position of a page in it."""
    TocTreeCollector.assign_figure_numbers = _number
    app.connect("html-page-context", _add_list)
    app.connect("html-page-context", _hold_names)
    app.connect("html-page-context", _lead_on)
