"""How the rules read Markdown: what is prose, what is folded, and where a sentence ends."""

import pytest
from nbformat import v4

from tests.notebooks.chapter import Chapter, markdown_items, words
from tests.notebooks.rules_of_outputs import pictures_are_described
from tests.notebooks.rules_of_prose import one_sentence_per_line

READ = {
    "## A part (5a.i)": ["heading"],
    "One line.\n\n- a bullet\n2. a numbered one": ["prose", "space", "bullet", "bullet"],
    "$$\nx = 1\n$$ (eq-x)\nAfter.": ["fenced", "fenced", "fenced", "prose"],
    "$$ x = 1 $$\nAfter.": ["fenced", "prose"],
    "\\begin{align}\nx &= 1\n\\end{align}\nAfter.": ["fenced", "fenced", "fenced", "prose"],
    "```python\n# no heading\n```\nAfter.": ["space", "fenced", "space", "prose"],
    "```{math}\n:label: eq-x\nx = 1\n```\nAfter.": ["space", "fenced", "fenced", "space", "prose"],
    ":::{admonition} Hint\n:class: dropdown\n\nBegin.\n:::\nAfter.": ["fold", "space", "space", "prose", "space",
                                                                      "prose"],
    "::::{note}\n:::{dropdown} Solution\nIt is.\n:::\nStill a note.\n::::": ["space", "fold", "prose", "space", "prose",
                                                                             "space"],
    "<details><summary>Hint</summary>\n\nBegin.\n</details>": ["fold", "space", "prose", "space"],
    "(a-label)=\n| a | b |\n|---|---|\n% a comment": ["space", "space", "space", "space"],
    "![A line](line.png)\n```{figure} line.png\n:alt: A line\n\nThe caption.\n```": [
        "picture",
        "picture",
        "space",
        "space",
        "prose",
        "space",
    ],
}


@pytest.mark.parametrize(("source", "kinds"), READ.items())
def test_every_line_of_markdown_is_what_it_is(source, kinds):
    assert [item.kind for item in markdown_items(source, 1)] == kinds


def chapter(source):
    return Chapter("relu_elbow", v4.new_notebook(cells=[v4.new_markdown_cell(source)]))


@pytest.mark.parametrize("line", [
    "The elbow of a unit, e.g. $-b/w$, is where it bends (see Fig. 2 and Eq. {eq}`eq-elbow`).",
    "D. Donoho asks vs. whom we play, i.e. what is 0.5 of it?",
    "Call `f(x). Then` what you like: it is code.",
    "One chatbot said “Left. Always left.” and was wrong.",
    "1. Begin with the largest",
    "The file `a.b` and the version 3.11 are no sentences",
])
def test_one_sentence_is_left_alone(line):
    assert one_sentence_per_line(chapter(line)) == []


@pytest.mark.parametrize(
    "line",
    ["It bends here. It does not bend there.", "Does it bend? Yes.", "**It bends.** Then it is straight.",
     "It bends (not there.) Then it is straight.", "- It bends. $w$ is the slope.", "It bends! `w` is the slope."],
)
def test_two_sentences_are_noticed(line):
    (violation,) = one_sentence_per_line(chapter(line))
    assert violation.startswith("cell 1, line 1:")


def test_formula_counts_as_one_word_and_markup_as_none():
    line = r"The **slope** $w' = w - \eta \delta x$ of [one unit](notation) is `w`."
    assert words(line) == ["The", "slope", "Math", "of", "one", "unit", "is", "Code"]


@pytest.mark.parametrize(("html", "pictures"), [
    ('<svg aria-label="one two three four five six seven eight nine ten"></svg>', 0),
    ('<div aria-label="one two three four five six seven eight nine ten"><svg></svg></div>', 0),
    ('<button aria-label="Play"><svg></svg></button><svg aria-hidden="true"></svg>', 0),
    ('<p aria-label="one two three four five six seven eight nine ten">text<br></p><svg></svg>', 1),
    ('<img src="a.png"><img src="b.png" alt="two words">', 2),
])
def test_picture_in_html_is_described_by_itself_or_by_what_it_stands_in(html, pictures):
    assert len(pictures_are_described(chapter(html))) == pictures
