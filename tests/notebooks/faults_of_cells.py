"""Faults in the code cells of a chapter, and in its sentences."""

from nbformat import v4

from tests.notebooks.chapter import Chapter
from tests.notebooks.notebook_rules import violations
from tests.notebooks.outlines import EXPLORE
from tests.notebooks.planting import FAULTS, Fault, breaks, insert, insert_prose


def outweigh(chapter, *makers):
    """Add made cells to the section Explore until prose and code are out of balance."""
    while "prose_and_code_in_balance" not in violations(chapter):
        insert(chapter, EXPLORE, *(make() for _ in range(50) for make in makers))
        chapter = Chapter(chapter.stem, chapter.notebook)


@breaks("mostly_very_short_cells")
def five_lines_in_every_cell(chapter):
    for _, cell in chapter.code_cells:
        lines = [line for line in cell.source.splitlines() if line.strip()]
        cell.source += "\n# planted" * max(0, 5 - len(lines))


@breaks("prose_around_code")
def an_output_that_nobody_comments_on(chapter):
    output = v4.new_output("stream", text="planted\n")
    insert(chapter, EXPLORE, v4.new_code_cell("planted", outputs=[output]), v4.new_markdown_cell("### Something else"))


FAULTS += [
    Fault("short_cells", "a_cell_of_sixteen_lines",
          lambda chapter: insert(chapter, EXPLORE, v4.new_code_cell("# planted\n" * 16))),
    Fault("lines_that_fit", "a_line_of_83_characters",
          lambda chapter: insert(chapter, EXPLORE, v4.new_code_cell("# planted".ljust(82, ".") + "."))),
    Fault("no_classes", "a_class",
          lambda chapter: insert(chapter, EXPLORE, v4.new_code_cell("class Planted:\n    pass"))),
    Fault("short_functions", "a_function_of_nine_lines",
          lambda chapter: insert(
              chapter, EXPLORE, v4.new_code_cell("def planted():\n" + "    # planted\n" * 7 + "    return 1"))),
    Fault("one_import_cell", "a_second_import_cell",
          lambda chapter: insert(chapter, EXPLORE, v4.new_code_cell("import math"))),
    Fault("no_sliders_that_need_a_kernel", "a_slider_of_ipywidgets",
          lambda chapter: insert(chapter, EXPLORE, v4.new_code_cell("ipywidgets.interact(planted)"))),
    Fault("fixed_seeds_are_reviewed", "a_lucky_seed",
          lambda chapter: insert(chapter, EXPLORE, v4.new_code_cell("planted(rng=np.random.default_rng(13))"))),
    Fault("fixed_seeds_are_reviewed", "a_run_of_one_seed",
          lambda chapter: insert(chapter, EXPLORE, v4.new_code_cell("planted.training_run(lr=0.1, seed=7)"))),
    Fault("prose_around_code", "a_cell_that_nothing_announces",
          lambda chapter: insert(chapter, EXPLORE, v4.new_code_cell("planted"), v4.new_code_cell("planted"))),
    Fault("prose_and_code_in_balance", "much_code_and_little_prose",
          lambda chapter: outweigh(chapter, lambda: v4.new_code_cell("planted\n" * 4),
                                   lambda: v4.new_markdown_cell("Here is one more planted."))),
    Fault("prose_and_code_in_balance", "much_prose_and_little_code",
          lambda chapter: outweigh(chapter, lambda: v4.new_markdown_cell("a " * 300))),
    Fault("one_sentence_per_line", "two_sentences_in_a_line",
          lambda chapter: insert_prose(chapter, EXPLORE, "One sentence ends here. Another one follows it.")),
    Fault("one_sentence_per_line", "a_formula_that_begins_the_second_sentence_of_a_line",
          lambda chapter: insert_prose(chapter, EXPLORE, "The elbow is at $e$. $w$ is the slope.")),
    Fault("one_sentence_per_line", "a_sentence_over_two_lines",
          lambda chapter: insert_prose(chapter, EXPLORE, "One sentence begins here\nand goes on below.")),
    Fault("no_words_that_belittle", "a_word_that_belittles",
          lambda chapter: insert_prose(chapter, EXPLORE, "We simply add them.")),
    Fault("no_words_that_belittle", "a_second_word_that_belittles",
          lambda chapter: insert_prose(chapter, EXPLORE, "Obviously, the sum is three.")),
    Fault("no_words_that_belittle", "a_third_word_that_belittles",
          lambda chapter: insert_prose(chapter, EXPLORE, ":::{admonition} Hint\nIt is just a sum.\n:::")),
]
