"""No chapter grows by more than a fifth over the first round of the book; what leads on from it has a page of its own.

Counted are the words of headings, lines, items of lists and titles of folds, as `tests.notebooks.chapter.words` reads
them: a formula is one word, a piece of code another, markup none.  What is folded counts like the rest.  Displayed
formulas, tables, code, pictures, and what a program writes (figures, questions, verdicts) do not count.
"""

import pytest
from nbformat import v4

from tests.notebooks.chapter import Chapter, words
from tests.notebooks.outlines import OUTLINES
from tests.notebooks.test_notebook_rules import CHAPTERS, read

# words of the chapters at the end of the first round, commit 3bbcf4d
FIRST_ROUND = {"learning_goals": 1688, "vector_calculus": 4055, "least_squares": 4170, "ridge": 4555,
               "relu_elbow": 3990, "networks": 4909, "study_log": 789}
MOST = 1.2
KINDS = {"heading", "prose", "bullet", "fold"}


def length(chapter):
    """Return how many words of a notebook are read."""
    return sum(len(words(item.text)) for item in chapter.items if item.kind in KINDS)


def too_long(chapter):
    """Return what a chapter has above its limit, in words."""
    return max(0, length(chapter) - int(MOST * FIRST_ROUND[chapter.stem]))


def test_every_chapter_has_its_length():
    assert set(FIRST_ROUND) == set(OUTLINES)


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_no_chapter_grows_by_more_than_a_fifth(path):
    assert too_long(read(path)) == 0, "cut, or move what no later section needs to further/"


def test_a_chapter_that_grows_is_noticed_also_where_it_folds():
    more = v4.new_markdown_cell("<details>\n<summary>More</summary>\n\n" + "One word more, and $x$ again.\n" * 900)
    for path in CHAPTERS:
        chapter = read(path)
        grown = Chapter(chapter.stem, v4.new_notebook(cells=[*chapter.notebook.cells, more]))
        assert length(grown) == length(chapter) + 1 + 6 * 900
        assert too_long(grown) > 0


def test_what_is_counted_is_what_is_read():
    text = "# A *title*\n\nBy {eq}`eq-a`, $x = 1$ is `x`.\n\n$$\ny = 2\n$$\n\n- [a link](there)\n\n| a |\n|---|\n"
    assert length(Chapter("ridge", v4.new_notebook(cells=[v4.new_markdown_cell(text)]))) == 2 + 5 + 2
