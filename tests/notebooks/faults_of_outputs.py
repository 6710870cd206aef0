"""Faults in what a chapter stores."""

from nbformat import v4

from tests.notebooks.outlines import EXPLORE
from tests.notebooks.planting import FAULTS, Fault, breaks, insert, insert_prose
from tools.run_notebooks import seal


def insert_output(chapter, text="", **data):
    output = v4.new_output("display_data", {"text/plain": text, **data})
    insert(chapter, EXPLORE, v4.new_code_cell("planted", outputs=[output]))


@breaks("every_cell_was_run", settled=False)
def a_cell_that_was_not_run(chapter):
    insert(chapter, EXPLORE, v4.new_code_cell("planted"))
    chapter.notebook.metadata["executed"] = seal(chapter.notebook)


@breaks("every_cell_was_run", settled=False)
def two_cells_run_in_the_other_order(chapter):
    (_, first), (_, second) = chapter.code_cells[:2]
    first.execution_count, second.execution_count = 2, 1
    chapter.notebook.metadata["executed"] = seal(chapter.notebook)


@breaks("every_cell_was_run", settled=False)
def an_empty_code_cell(chapter):
    insert(chapter, EXPLORE, v4.new_code_cell(" "))
    chapter.notebook.metadata["executed"] = seal(chapter.notebook)


@breaks("nothing_of_an_editor")
def a_cell_that_an_editor_marked(chapter):
    chapter.code_cells[0][1].metadata["collapsed"] = True


@breaks("nothing_of_an_editor")
def a_state_of_widgets(chapter):
    chapter.notebook.metadata["widgets"] = {}


@breaks("nothing_of_an_editor")
def a_tag_with_a_slip(chapter):
    chapter.code_cells[0][1].metadata["tags"] = ["hide_input"]


@breaks("outputs_are_of_the_last_run", settled=False)
def code_changed_after_the_run(chapter):
    chapter.code_cells[-1][1].source += "\n# changed"


@breaks("outputs_are_of_the_last_run", settled=False)
def an_output_edited_by_hand(chapter):
    output = next(output for _, cell in chapter.code_cells for output in cell.outputs)
    if "text" in output:
        output.text += "planted\n"
    else:
        output.data["text/plain"] += "planted"


@breaks("outputs_are_of_the_last_run", settled=False)
def an_output_that_does_not_belong(chapter):
    cell = next(cell for _, cell in chapter.code_cells if cell.outputs)
    cell.outputs.append(v4.new_output("stream", text="planted\n"))


@breaks("every_output_is_compared")
def a_tag_that_exempts_a_cell(chapter):
    chapter.code_cells[0][1].metadata["tags"] = ["nbval-ignore-output"]


FAULTS += [
    Fault("every_output_is_compared", "a_comment_that_exempts_a_cell",
          lambda chapter: insert(chapter, EXPLORE, v4.new_code_cell("# NBVAL_SKIP\nplanted"))),
    Fault("every_output_is_compared", "a_warning_in_an_output",
          lambda chapter: insert(chapter, EXPLORE, v4.new_code_cell(
              "planted", outputs=[v4.new_output("stream", name="stderr", text="planted")]))),
    Fault("pictures_are_described", "a_plot_without_description",
          lambda chapter: insert_output(chapter, **{"image/png": "iVBORw0KGgo="})),
    Fault("pictures_are_described", "an_image_without_description",
          lambda chapter: insert_prose(chapter, EXPLORE, "![](planted.png)")),
    Fault("pictures_are_described", "an_image_described_in_three_words",
          lambda chapter: insert_prose(
              chapter, EXPLORE, "```{figure} planted.png\n:alt: A red line\n\nWhat is seen\n```")),
    Fault("pictures_are_described", "a_drawing_without_description",
          lambda chapter: insert_output(chapter, **{"text/html": "<svg><path d='M0 0L1 1'></path></svg>"})),
    Fault("outputs_look_the_same_everywhere", "an_address_in_an_output",
          lambda chapter: insert_output(chapter, "<planted object at 0x7f3a5c001d90>")),
    Fault("outputs_look_the_same_everywhere", "a_path_in_an_output",
          lambda chapter: insert_output(chapter, "read from /" + "home/someone/data.csv")),
    Fault("outputs_look_the_same_everywhere", "a_time_in_an_output",
          lambda chapter: insert_output(chapter, "done in 3.2 ms")),
    Fault("outputs_look_the_same_everywhere", "a_date_in_an_output",
          lambda chapter: insert_output(chapter, "made on 2026-01-31")),
    Fault("outputs_look_the_same_everywhere", "a_whole_array_in_an_output",
          lambda chapter: insert_output(
              chapter, "array([[1., 2., 3., 4., 5.]" + ",\n       [1., 2., 3., 4., 5.]" * 2 + "])")),
    Fault("outputs_look_the_same_everywhere", "a_number_with_all_its_digits",
          lambda chapter: insert_output(chapter, **{"text/html": "<b>0.30000000000000004</b>"})),
    Fault("small_file", "outputs_of_600_kilobytes", lambda chapter: insert_output(chapter, "planted " * 75_000)),
]


@breaks("figures_stand_with_their_words")
def a_figure_of_another_section(chapter):
    part = next(section for section in chapter.sections() if chapter.outline.checked[0] in section.ids)
    told = " ".join([part.title, *(item.text for item in part.prose())]).replace('"', "").replace("\n", " ")
    page = f'<script type="application/json">{{"v":1,"name":"planted","title":"{told}","alt":"{told}"}}</script>'
    insert_output(chapter, **{"text/html": page})
