"""Rules on the code cells of a chapter, and on the prose around them."""

import ast
import functools
import re
import statistics

from tests.notebooks.chapter import words

LINES, MEDIAN_LINES, FUNCTION_LINES = 15, 4, 8
FEW_CELLS = 10
WIDTH = 82  # characters that fit beside each other on the page; a longer line would have to be scrolled
LEAST_PROSE, MOST_PROSE = 12, 60  # words for each line of code; why: decisions/notebooks-rules.md
A_SENTENCE = 4  # words
PREDICTS = re.compile(r'^predict\("([\w.]+)"\)$', re.MULTILINE)  # a prediction: its outcome stands in its fold
KERNEL_SLIDERS = {"interact", "interact_manual", "interactive", "interactive_output"}


@functools.cache
def tree(source):
    """Return the syntax tree of a cell; lines that only IPython understands (%pip, !ls) count as `pass`."""
    return ast.parse(re.sub(r"^([ \t]*)[%!].*$", r"\1pass", source, flags=re.MULTILINE))


def _nodes(chapter, kinds):
    return [(number, node)
            for number, cell in chapter.code_cells for node in ast.walk(tree(cell.source)) if isinstance(node, kinds)]


def _lines(cell):
    return [line for line in cell.source.splitlines() if line.strip()]


def short_cells(chapter):
    """A code cell has at most 15 lines, so that it fits on the screen beside its output."""
    return [f"cell {number}: {len(_lines(cell))} lines of code; move what is not the lesson to the package (at most "
            f"{LINES})." for number, cell in chapter.code_cells if len(_lines(cell)) > LINES]


def lines_that_fit(chapter):
    """A line of code has at most 82 characters: the page shows no more without scrolling."""
    return [f"cell {number}: a line of {len(line)} characters, {line.strip()[:30]!r} ...; break it (at most {WIDTH})."
            for number, cell in chapter.code_cells for line in _lines(cell) if len(line) > WIDTH]


def mostly_very_short_cells(chapter):
    """The median code cell has at most four lines; of a few cells the median says little."""
    lengths = [len(_lines(cell)) for _, cell in chapter.code_cells]
    if len(lengths) < FEW_CELLS or statistics.median(lengths) <= MEDIAN_LINES:
        return []
    return [f"the median code cell has {statistics.median(lengths):g} lines; split or shorten cells (at most "
            f"{MEDIAN_LINES})."]


def no_classes(chapter):
    """A chapter defines no class."""
    return [f"cell {number}: defines the class {node.name}; put it into the package and import it."
            for number, node in _nodes(chapter, ast.ClassDef)]


def short_functions(chapter):
    """A function that is defined in a cell has at most eight lines."""
    return [
        f"cell {number}: {node.name} has {node.end_lineno - node.lineno + 1} lines; move it to the package (at most "
        f"{FUNCTION_LINES})."
        for number, node in _nodes(chapter, (ast.FunctionDef, ast.AsyncFunctionDef))
        if node.end_lineno - node.lineno + 1 > FUNCTION_LINES
    ]


def one_import_cell(chapter):
    """All imports stand in one cell."""
    numbers = sorted({number for number, _ in _nodes(chapter, (ast.Import, ast.ImportFrom))})
    return [f"cell {number}: imports again; move its imports to cell {numbers[0]}." for number in numbers[1:]]


def no_sliders_that_need_a_kernel(chapter):
    """`interact` and its kin are dead on the published page."""
    return [f"cell {number}: uses ipywidgets' {name}, which moves nothing on the site; show a figure of hw0.figures."
            for number, node in _nodes(chapter, (ast.Name, ast.Attribute, ast.alias))
            if (name := getattr(node, "id", getattr(node, "attr", getattr(node, "name", "")))) in KERNEL_SLIDERS]


def prose_around_code(chapter):
    """Every code cell is announced (what to look for), and every output is followed by what was seen.

    A prediction says itself what happens, in its fold.
    """
    found = []
    for place, item in enumerate(chapter.items):
        if item.kind != "code":
            continue
        if _words_until(reversed(chapter.items[:place])) < A_SENTENCE:
            found.append(f"cell {item.cell}: no prose before it; say what to look for.")
        if PREDICTS.search(item.text):
            continue
        if chapter.notebook.cells[item.cell - 1].outputs and _words_until(chapter.items[place + 1 :]) < A_SENTENCE:
            found.append(f"cell {item.cell}: no prose after its output; say what was seen, before the next heading.")
    return found


def _words_until(items):
    count = 0
    for item in items:
        if item.kind in ("code", "heading"):
            break
        if item.kind in ("prose", "bullet"):
            count += len(words(item.text))
    return count


def prose_and_code_in_balance(chapter):
    """There are 12 to 60 words of prose for each line of code, if the chapter derives something."""
    code = [line for _, cell in chapter.code_cells for line in _lines(cell) if not line.lstrip().startswith("#")]
    if not chapter.outline.checked or not code:
        return []
    ratio = sum(len(words(item.text)) for item in chapter.items if item.kind in ("prose", "bullet")) / len(code)
    if ratio < LEAST_PROSE:
        return [f"{ratio:.1f} words of prose for each line of code; explain more or move code to the package (at least "
                f"{LEAST_PROSE})."]
    if ratio > MOST_PROSE:
        return [f"{ratio:.1f} words of prose for each line of code; let more statements be checked (at most "
                f"{MOST_PROSE})."]
    return []


CODE = (short_cells, lines_that_fit, mostly_very_short_cells, no_classes, short_functions, one_import_cell,
        no_sliders_that_need_a_kernel, prose_around_code, prose_and_code_in_balance)
