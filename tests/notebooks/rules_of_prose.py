"""Rules on the sentences of a chapter."""

import re

from tests.notebooks.chapter import BULLET, plain

BANNED = re.compile(r"\b(simply|obviously|just)\b", re.IGNORECASE)
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
ABBREVIATIONS = ("e.g", "i.e", "cf", "vs", "al", "Fig", "Eq", "Sec", "Prof", "Dr", "resp", "approx", "no", "No", "pp",
                 "p")
SENTENCE_END = re.compile(r"(\S*?)[.!?][)”\u2019\"'\]]*\s+(?=[(“\"'\[]*[A-Z])")


def one_sentence_per_line(chapter):
    """A source line holds one whole sentence, so that a change of one shows as a change of one."""
    found = []
    for item, following in zip(chapter.items, (*chapter.items[1:], None), strict=True):
        if item.kind not in ("prose", "bullet"):
            continue
        if _sentence_ends(item.text):
            found.append(f"{item.place}: more than one sentence; begin each on a line of its own.")
        in_same_cell = following and following.kind == "prose" and following.cell == item.cell
        if in_same_cell and plain(following.text.strip())[:1].islower():
            found.append(f"{item.place}: the sentence goes on in the next line; join the two lines.")
    return found


def _sentence_ends(text):
    """Return the places inside a line at which one sentence ends and another begins."""
    text = QUOTED.sub("Quoted", plain(BULLET.sub("", text)))
    return [end for end in SENTENCE_END.finditer(text) if end[1].lstrip("(") not in ABBREVIATIONS
            and not re.fullmatch(r"\(?[A-Z]", end[1])]


def no_words_that_belittle(chapter):
    """What is simple, obvious or just so to the writer is not so to the reader."""
    return [f"{item.place}: the word {word[0]!r}; leave it out or say why." for item in chapter.items
            if item.kind in ("heading", "prose", "bullet", "fold", "picture")
            for word in BANNED.finditer(plain(item.text))]


PROSE = (one_sentence_per_line, no_words_that_belittle)
