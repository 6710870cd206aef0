"""What letters mean where they stand in a chapter, in the words of the page notation.md."""

from formula.display import read_display
from formula.errors import FormulaError
from formula.nodes import Name
from formula.print_numpy import spelled
from hw0.notation import CHAPTERS, table
from hw0.notation.rows import holding, rows


def meanings(stem, page, sections=()):
    """Return {name in code: meaning, in Markdown} of the letters that have a row in notation.md.

    page: the text of notation.md. sections: titles of the sections round a formula and ids of its parts; rows for other
    sections are left out.
    """
    letters, found = table(stem).LETTERS, {}
    for row in holding(CHAPTERS.index(stem) + 1, rows(page)):
        if row.sections and not {*row.sections} & {*sections}:
            continue
        for latex in row.letters:
            name = name_of(latex, letters)
            if name and (row.sections or spelled(name, letters) not in found):
                found[spelled(name, letters)] = row.meaning
    return found


def name_of(latex, letters):
    """Return the name of a letter in the table of a chapter; nothing for one with an index or a dagger."""
    try:
        (statement,) = read_display(latex, letters).statements
    except FormulaError:
        return None
    return statement.tree.name if isinstance(statement.tree, Name) else None
