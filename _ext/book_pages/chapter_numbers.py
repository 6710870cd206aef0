"""Figures and equations are numbered by chapter: the third of `chapters/5_relu_elbow.ipynb` is 5.3, whatever other chapters exist."""

import re

from sphinx.environment.collectors.toctree import TocTreeCollector

CHAPTER = re.compile(r"chapters/(\d+)_")
number_through_the_book = TocTreeCollector.assign_figure_numbers


def by_chapter(numbers):
    """Renumber `{document: {kind: {name: number}}}` in place: within each document, after its chapter's number."""
    for document, kinds in numbers.items():
        chapter = CHAPTER.match(document)
        first = (int(chapter[1]),) if chapter else ()
        for named in kinds.values():
            for place, name in enumerate(sorted(named, key=named.get), start=1):
                named[name] = (*first, place)


def _number(collector, environment):
    before = environment.toc_fignumbers
    number_through_the_book(collector, environment)
    by_chapter(environment.toc_fignumbers)
    return [document for document in environment.found_docs if environment.toc_fignumbers.get(document) != before.get(document)]


def setup(app):
    """Number after Sphinx has, which would number through the book, or by the position of a page in it."""
    TocTreeCollector.assign_figure_numbers = _number
