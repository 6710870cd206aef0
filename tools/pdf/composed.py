"""The pages of the book in a row, with what print needs: contents, captions, an appendix of solutions, notes."""

import re

from bs4 import BeautifulSoup

from tools.pdf.chapters import anchor, prefix, read

SHELL = """<!DOCTYPE html>
<html lang="en" data-theme="light"><head><meta charset="utf-8"><title>{title}</title>
<link rel="stylesheet" href="_static/type.css">
<link rel="stylesheet" href="_static/pygments.css"><link rel="stylesheet" href="_static/katex.min.css">
<link rel="stylesheet" href="_static/book.css"><link rel="stylesheet" href="_static/livefig.css">
<link rel="stylesheet" href="_static/worksheet.css"><link rel="stylesheet" href="_static/prediction.css">
<style>{style}</style></head>
<body><section class="title-page"><h1>{title}</h1></section>
<nav class="printed-contents"><h2>Contents</h2><ol></ol></nav></body></html>
"""
CHAPTER = re.compile(r"(?:chapters|further)/(\d+)_")
# hints and solutions, and the cell that solves
FOLDED = ":scope > details:not(.as-numpy), :scope > .cell.tag_hide-cell"


class Book:
    """One long HTML document, made of the documents of a built site, in their order.

    Parameters
    ----------
    site : pathlib.Path
        Folder of the built site.
    documents : list of str
        Paths below it, without suffix.
    title, style : str
        Title of the book, and a style sheet.
    address : str or None
        Where the site is published, if it is: figures say where they move.
    """

    def __init__(self, site, documents, *, title, style="", address=None):
        self.soup = BeautifulSoup(SHELL.format(title=title, style=style), "html.parser")
        self.web = f"{address}/" if address else "the web edition, "
        first = BeautifulSoup((site / f"{documents[0]}.html").read_text(encoding="utf-8"), "html.parser")
        self.soup.select_one(".title-page").extend(first.select("footer p"))
        solutions, notes = self._appendix("solutions", "Hints and solutions"), self._appendix("notes",
                                                                                              "Addresses of the links")
        for document in documents:
            text = read(site, document, documents)
            self._number(text, document)
            self._say_where_figures_move(text, document)
            self._move_solutions(text, document, solutions)
            self.soup.body.append(text)
        self._note_links(notes)
        self.soup.body.extend([solutions, notes])
        self._write_contents()

    def _new(self, name, text="", **attributes):
        tag = self.soup.new_tag(name, attrs={key.rstrip("_"): value for key, value in attributes.items()})
        tag.string = text
        return tag

    def _appendix(self, name, heading):
        section = self._new("section", class_="document", id=name)
        section.append(self._new("h1", heading))
        return section

    def _number(self, text, document):
        chapter = CHAPTER.match(document)
        if chapter:
            text.h1.insert(0, f"{chapter[1]} ")

    def _say_where_figures_move(self, text, document):
        for figure in text.select("figure.livefig"):
            place = f"{document}.html#{figure['id'].removeprefix(prefix(document))}"
            figure.append(self._new("p", f"This figure moves: {self.web}{place}", class_="moves"))

    def _move_solutions(self, text, document, solutions):
        """Move the hints, solutions and solving cells of each exercise to the appendix, and leave a reference."""
        exercises = [summary.find_parent("section").h3 for summary in text.select("details > summary")
                     if summary.get_text() == "Solution"]
        if exercises:
            solutions.append(self._new("h2", text.h1.get_text()))
        for heading in exercises:
            exercise = heading.parent
            solved = self._new("section", id=anchor(document, f"solved-{exercise['id']}"))
            solved.extend([self._new("h3", heading.get_text()), *(part.extract() for part in exercise.select(FOLDED))])
            solutions.append(solved)
            see = self._new("p", "Hints and solution: ", class_="see")
            see.append(self._new("a", "page 000", class_="page-of", href=f"#{solved['id']}"))
            exercise.append(see)

    def _note_links(self, notes):
        """Number the links to other hosts, and list their addresses."""
        listed, numbers = self._new("ol"), {}
        for link in self.soup.select("a[href^=http]"):
            if link["href"] not in numbers:
                numbers[link["href"]] = len(numbers) + 1
                listed.append(self._new("li", link["href"]))
            link.insert_after(self._new("sup", str(numbers[link["href"]]), class_="note"))
        notes.append(listed)

    def _write_contents(self):
        listed = self.soup.select_one(".printed-contents ol")
        for heading in self.soup.select("section.document h1, section.document:not(#solutions) h2"):
            link = self._new("a", href=f"#{heading.parent['id']}")
            link.extend([self._new("span", heading.get_text()), self._new("span", "000", class_="page-number")])
            item = self._new("li", class_=f"level-{heading.name[1]}")
            item.append(link)
            listed.append(item)

    def set_pages(self, pages):
        """Write the numbers of the pages, `{id: page}`, where they are named."""
        for link in self.soup.select(".printed-contents a"):
            link.select_one(".page-number").string = str(pages[link["href"][1:]])
        for link in self.soup.select("a.page-of"):
            link.string = f"page {pages[link['href'][1:]]}"

    def html(self):
        """Return the document."""
        return str(self.soup)
