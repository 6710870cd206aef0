"""How to cite what you used: books, papers, pages, people and chatbots, in plain text, Markdown and BibTeX."""
import re
from typing import NamedTuple

SPECIAL = re.compile(r"[\\{}$&#%_^~]")
IN_BIBTEX = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}
IN_MARKDOWN = re.compile(r"[\\`*_\[\]<>&$~{}|]")
# up to where a backslash prevents a list, heading, block or remark
BEGINS_BLOCK = re.compile(r"^(\d+(?=[.)](?:\s|$))|(?=[#+:%-]))")


class Source(NamedTuple):
    """Something that helped.

    author: who wrote it, or the maker of a chatbot.  title: of the work, or what the conversation was about.
    year: text or a number; some sources have none.
    where: journal, publisher, address, or the chatbot's name and version.
    used_for: what you took from it, and how you checked it.

    >>> study_log.citation.Source("A. Writer", "On elbows", "2024").year
    '2024'
    """

    author: str
    title: str
    year: str = ""
    where: str = ""
    used_for: str = ""


def plain(source):
    """Citation as a line of plain text: Author (year). Title. Where. Used for: …

    >>> citation.plain(Source("A. Writer", "On elbows", "2024", "Journal of Kinks", "part 5a, checked by hand"))
    'A. Writer (2024). On elbows. Journal of Kinks. Used for: part 5a, checked by hand.'
    """
    return _sentence(source, lambda text: text, lambda text: text)


def markdown(source):
    """Citation as a line of Markdown, the title in italics; what was typed as it is, white space as one space.

    >>> citation.markdown(Source("A. Writer", "On elbows", "2024"))
    'A. Writer (2024). *On elbows*.'
    """
    def escaped(text):
        return IN_MARKDOWN.sub(r"\\\g<0>", text)
    line = _sentence(source, escaped, lambda text: f"*{escaped(text)}*")
    return BEGINS_BLOCK.sub(r"\1\\", line)


def bibtex(source):
    """Citation as a BibTeX entry of type misc; its key: the author's last word, the year, a word of the title.

    Raises ValueError if there is neither a letter in the author nor in the title.

    >>> print(citation.bibtex(Source("A. Writer", "On elbows", "2024")))
    @misc{writer2024elbows,
      author = {{A. Writer}},
      title = {{On elbows}},
      year = {2024},
    }
    """
    source = _tidied(source)
    author = re.findall(r"\w+", source.author.split(",")[0])
    title = [word for word in re.findall(r"\w+", source.title) if len(word) > 3] or re.findall(r"\w+", source.title)
    if not author + title:
        raise ValueError("a source needs an author or a title with a letter in it.")
    key = "".join([*author[-1:], source.year, *title[:1]]).lower()
    fields = {"author": f"{{{_bibtex(source.author)}}}", "title": f"{{{_bibtex(source.title)}}}",
              "year": _bibtex(source.year),
              "howpublished": _bibtex(source.where), "note": _bibtex(source.used_for)}
    lines = [f"  {name} = {{{text}}}," for name, text in fields.items() if text.strip("{}")]
    return "\n".join([f"@misc{{{re.sub(r'[^a-z0-9]', '', key) or 'source'},", *lines, "}"])


def _sentence(source, text, title):
    source = _tidied(source)
    year = f" ({text(source.year)})" if source.year else ""
    first = " ".join(filter(None, [text(source.author) + year])).strip()
    parts = [first, title(source.title) if source.title else "", text(source.where),
             f"Used for: {text(source.used_for)}" if source.used_for else ""]
    return " ".join(_closed(part) for part in parts if part)


def _tidied(source):
    """The source with every field as text on one line; None is nothing."""
    return Source(*("" if text is None else " ".join(str(text).split()) for text in source))


def _closed(part):
    return part if part[-1:] in ".!?" else part + "."


def _bibtex(text):
    return SPECIAL.sub(lambda found: IN_BIBTEX.get(found[0], "\\" + found[0]), text)
