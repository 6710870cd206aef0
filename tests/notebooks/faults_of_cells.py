"""Faults in the code cells of a chapter, and in its sentences."""

from nbformat import v4

from tests.notebooks.chapter import Chapter
from tests.notebooks.notebook_rules import violations
from tests.notebooks.outlines import EXPLORE
from tests.notebooks.planting import breaks, insert, insert_prose


def outweigh(chapter, *makers):
    """Add made cells to the section Explore until prose and code are out of balance."""
    while "prose_and_code_in_balance" not in violations(chapter):
        insert(chapter, EXPLORE, *(make() for _ in range(50) for make in makers))
        chapter = Chapter(chapter.stem, chapter.notebook)


@breaks("short_cells")
def a_cell_of_sixteen_lines(chapter):
    insert(chapter, EXPLORE, v4.new_code_cell("# planted\n" * 16))


@breaks("lines_that_fit")
def a_line_of_83_characters(chapter):
    insert(chapter, EXPLORE, v4.new_code_cell("# planted".ljust(82, ".") + "."))


@breaks("mostly_very_short_cells")
def five_lines_in_every_cell(chapter):
    for _, cell in chapter.code_cells:
        lines = [line for line in cell.source.splitlines() if line.strip()]
        cell.source += "\n# planted" * max(0, 5 - len(lines))


@breaks("no_classes")
def a_class(chapter):
    insert(chapter, EXPLORE, v4.new_code_cell("class Planted:\n    pass"))


@breaks("short_functions")
def a_function_of_nine_lines(chapter):
    insert(chapter, EXPLORE, v4.new_code_cell("def planted():\n" + "    # planted\n" * 7 + "    return 1"))


@breaks("one_import_cell")
def a_second_import_cell(chapter):
    insert(chapter, EXPLORE, v4.new_code_cell("import math"))


@breaks("no_sliders_that_need_a_kernel")
def a_slider_of_ipywidgets(chapter):
    insert(chapter, EXPLORE, v4.new_code_cell("ipywidgets.interact(planted)"))


@breaks("fixed_seeds_are_reviewed")
def a_lucky_seed(chapter):
    insert(chapter, EXPLORE, v4.new_code_cell("planted(rng=np.random.default_rng(13))"))


@breaks("fixed_seeds_are_reviewed")
def a_run_of_one_seed(chapter):
    insert(chapter, EXPLORE, v4.new_code_cell("planted.training_run(lr=0.1, seed=7)"))


@breaks("prose_around_code")
def a_cell_that_nothing_announces(chapter):
    insert(chapter, EXPLORE, v4.new_code_cell("planted"), v4.new_code_cell("planted"))


@breaks("prose_around_code")
def an_output_that_nobody_comments_on(chapter):
    output = v4.new_output("stream", text="planted\n")
    insert(chapter, EXPLORE, v4.new_code_cell("planted", outputs=[output]), v4.new_markdown_cell("### Something else"))


@breaks("prose_and_code_in_balance")
def much_code_and_little_prose(chapter):
    outweigh(chapter, lambda: v4.new_code_cell("planted\n" * 4),
             lambda: v4.new_markdown_cell("Here is one more planted."))


@breaks("prose_and_code_in_balance")
def much_prose_and_little_code(chapter):
    outweigh(chapter, lambda: v4.new_markdown_cell("a " * 300))


@breaks("one_sentence_per_line")
def two_sentences_in_a_line(chapter):
    insert_prose(chapter, EXPLORE, "One sentence ends here. Another one follows it.")


@breaks("one_sentence_per_line")
def a_formula_that_begins_the_second_sentence_of_a_line(chapter):
    insert_prose(chapter, EXPLORE, "The elbow is at $e$. $w$ is the slope.")


@breaks("one_sentence_per_line")
def a_sentence_over_two_lines(chapter):
    insert_prose(chapter, EXPLORE, "One sentence begins here\nand goes on below.")


@breaks("no_words_that_belittle")
def a_word_that_belittles(chapter):
    insert_prose(chapter, EXPLORE, "We simply add them.")


@breaks("no_words_that_belittle")
def a_second_word_that_belittles(chapter):
    insert_prose(chapter, EXPLORE, "Obviously, the sum is three.")


@breaks("no_words_that_belittle")
def a_third_word_that_belittles(chapter):
    insert_prose(chapter, EXPLORE, ":::{admonition} Hint\nIt is just a sum.\n:::")
