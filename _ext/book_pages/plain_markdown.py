"""Markdown as Colab and Jupyter understand it: the site's numbers, names and boxes are written out."""

import collections
import itertools
import posixpath
import re
from pathlib import Path

from pybtex.database import parse_file

from .chapter_numbers import CHAPTER

LABEL = re.compile(r"^\$\$ \(([\w.-]+)\)[ \t]*$", re.MULTILINE)
ROLE = re.compile(r"\{(eq|numref|cite|cite:t)\}`([^`]+)`")
LINK = re.compile(r"(?<!!)\[([^\]]*)\]\((?![a-z]+:)([^)\s]*)\)")
BOX = re.compile(r"^(:{3,})\{admonition\} ([^\n]*)\n(?::[\w-]+:[^\n]*\n)*(.*?)^\1[ \t]*$", re.MULTILINE | re.DOTALL)
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


class Names:
    """What the site would write in the place of every role and link.

    Parameters
    ----------
    folder : pathlib.Path
        Sources of the book.
    notebooks : dict
        Parsed notebooks by their path below the folder.
    address : str
        Where the book is published, or "": links to other pages are then given by their words alone.
    """

    def __init__(self, folder, notebooks, address=""):
        self.folder, self.address = Path(folder), address
        self.titles = {path.removesuffix(".ipynb"): _title("".join(notebook["cells"][0]["source"]))
                       for path, notebook in notebooks.items()}
        self.works = self._references()
        self.roles = {("cite:t", key): f"{who} [{year}]" for key, (who, year) in self.works.items()}
        counts = collections.defaultdict(itertools.count)
        for path, notebook in sorted(notebooks.items()):     # chapters/ comes before further/, which goes on counting
            chapter = CHAPTER.match(path)
            first, of = (f"{chapter[1]}.", chapter[1]) if chapter else ("", path)
            texts = ("".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "markdown")
            labels = [label for text in texts for label in LABEL.findall(text)]
            self.roles |= {("eq", label): f"({first}{next(counts['eq', of]) + 1})" for label in labels}
            figures = [figure for figure in map(figure_of, notebook["cells"]) if figure]
            self.roles |= {("numref", figure.get("name")): f"Figure {first}{next(counts['numref', of]) + 1}"
                           for figure in figures}

    def _references(self):
        """Return author and year of every work of the references, `{key: (author, year)}`."""
        found = {}
        for key, entry in parse_file(str(self.folder / "appendix" / "references.bib")).entries.items():
            names = (author.prelast_names + author.last_names for author in entry.persons["author"])
            last = [" ".join(name).strip("{}") for name in names]
            found[key] = (f"{last[0]} et al." if len(last) > 2 else " and ".join(last), entry.fields["year"])
        return found

    def _role(self, name, target):
        """Return what the site writes in the place of a role; `{cite}` may name several works."""
        if name == "cite":
            return "[" + "; ".join(", ".join(self.works[key.strip()]) for key in target.split(",")) + "]"
        return self.roles[name, target]

    def called(self, path):
        """Return the title of the notebook at `path`, a chapter's with its number: "4 Ridge regression"."""
        chapter = CHAPTER.match(path)
        title = self.titles[path.removesuffix(".ipynb")]
        return f"{chapter[1]} {title}" if chapter else title

    def plain(self, path, text):
        """Return a Markdown text of the notebook at `path` without roles, labels, boxes and links that lead nowhere.

        Raises
        ------
        KeyError
            If the text names an equation, a figure or a work that there is not.
        """
        text = LABEL.sub(lambda label: rf"\tag{{{self.roles['eq', label[1]].strip('()')}}}" + "\n$$", text)
        text = ROLE.sub(lambda role: self._role(*role.groups()), text)
        text = LINK.sub(lambda link: self._link(path, *link.groups()), text)
        return BOX.sub(lambda box: "\n".join(f"> {line}".rstrip()
                                             for line in [f"**{box[2]}**", "", *box[3].strip().splitlines()]), text)

    def _link(self, path, words, target):
        place, _, fragment = target.partition("#")
        document = posixpath.normpath(posixpath.join(posixpath.dirname(path), place)) if place else path
        document = re.sub(r"\.(?:ipynb|md)$", "", document)
        words = words or self.titles.get(document) or _title((self.folder
                                                              / f"{document}.md").read_text(encoding="utf-8"))
        return f"[{words}]({self.address}/{document}.html{'#' * bool(fragment)}{fragment})" if self.address else words


def _title(text):
    return TITLE.search(text)[1]


def figure_of(cell):
    """Return name and caption of the figure that a cell shows, or None."""
    return cell["metadata"].get("mystnb", {}).get("figure")
