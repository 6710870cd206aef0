"""Faults in the sections of a chapter."""

from nbformat import v4

from hw0.predictions import predict
from tests.notebooks.chapter import sections
from tests.notebooks.outlines import CHATBOTS, EXERCISES, EXPLORE, OPENING, SUMMARY
from tests.notebooks.planting import FAULTS, Fault, breaks, heading, insert, insert_prose, rewrite


def first_part(chapter):
    return next(section for section in chapter.sections() if chapter.outline.checked[0] in section.ids)


def drop_code(chapter, items):
    for number in sorted((item.cell for item in items if item.kind == "code"), reverse=True):
        del chapter.notebook.cells[number - 1]


@breaks("one_short_title")
def a_title_of_seven_words(chapter):
    title = next(item for item in chapter.items if item.level == 1)
    rewrite(chapter, title, "# One two three four five six seven")


@breaks("sections_in_order")
def the_summary_before_the_exercises(chapter):
    start, cells = heading(chapter, SUMMARY), chapter.notebook.cells
    lines = cells[start.cell - 1].source.splitlines()
    cells[start.cell - 1].source = "\n".join(lines[: start.line - 1])
    summary = "\n".join(["\n".join(lines[start.line - 1 :]), *(cell.source for cell in cells[start.cell :])])
    del cells[start.cell :]
    exercises = heading(chapter, EXERCISES)
    lines = cells[exercises.cell - 1].source.splitlines()
    lines[exercises.line - 1 : exercises.line - 1] = [*summary.splitlines(), ""]
    cells[exercises.cell - 1].source = "\n".join(lines)


@breaks("one_section_for_each_part")
def a_part_that_no_heading_names(chapter):
    part = first_part(chapter)
    rewrite(chapter, heading(chapter, part.title), f"## {part.title.split('(')[0]}")


@breaks("one_section_for_each_part")
def a_part_of_another_problem(chapter):
    insert_prose(chapter, EXPLORE, "")
    place = heading(chapter, EXPLORE)
    rewrite(chapter, place, f"## A stranger (9z)\n\nIt has no place here.\n\n## {EXPLORE}")


@breaks("steps_in_order")
def a_derivation_after_its_check(chapter):
    derive, check = (next(item for item in first_part(chapter).items if item.text == step)
                     for step in ("Derive", "Check"))
    rewrite(chapter, derive, "### Check")
    rewrite(chapter, check, "### Derive")


def without_steps(chapter, part):
    """Take the headings of the steps out of a part."""
    for item in part.items:
        if item.kind == "heading" and item.text in chapter.outline.steps:
            rewrite(chapter, item, "")


@breaks("steps_in_order")
def a_long_part_without_steps(chapter):
    part = first_part(chapter)
    without_steps(chapter, part)
    insert_prose(chapter, part.title, "word " * 156)


@breaks("predictions_ask_and_give_nothing_away")
def a_short_part_that_asks_nothing(chapter):
    parts = [section for section in chapter.sections() if set(section.ids) & set(chapter.outline.checked)]
    shortest = min(parts, key=lambda part: part.words())
    without_steps(chapter, shortest)
    drop_code(chapter, [item for item in shortest.items if "predict(" in item.text])


@breaks("predictions_ask_and_give_nothing_away")
def a_check_before_the_prediction(chapter):
    insert(chapter, first_part(chapter).title, v4.new_code_cell("1 + 1"))


def first_prediction(chapter):
    """Return the step Predict of the first part, and its cell."""
    step = sections(first_part(chapter).items, 3)[0]
    return step, chapter.notebook.cells[step.prose("code")[0].cell - 1]


@breaks("predictions_ask_and_give_nothing_away")
def a_prediction_that_asks_nothing(chapter):
    step, _ = first_prediction(chapter)
    drop_code(chapter, step.items)


@breaks("predictions_ask_and_give_nothing_away")
def a_prediction_of_another_part(chapter):
    _, cell = first_prediction(chapter)
    cell.source = f'predict("{chapter.outline.checked[1]}")'


@breaks("predictions_ask_and_give_nothing_away")
def a_prediction_that_is_given_away(chapter):
    step, _ = first_prediction(chapter)
    right = predict(chapter.outline.checked[0]).right()
    rewrite(chapter, step.prose()[0], f"You will see this: {right.lower()}.")


@breaks("every_part_is_checked")
def a_part_that_is_not_checked(chapter):
    for item in first_part(chapter).prose("code"):
        cell = chapter.notebook.cells[item.cell - 1]
        cell.source = cell.source.replace("check(", "print(")


@breaks("explore_has_a_live_figure")
def nothing_to_move(chapter):
    for item in chapter.section(EXPLORE).prose("code"):
        for output in chapter.notebook.cells[item.cell - 1].outputs:
            output.get("data", {}).pop("text/html", None)


@breaks("exercises_are_complete")
def two_exercises(chapter):
    for exercise in sections(chapter.section(EXERCISES).items, 3)[2:]:
        rewrite(chapter, heading(chapter, exercise.title, 3), f"#### {exercise.title}")


@breaks("exercises_are_complete")
def an_exercise_without_second_hint(chapter):
    fold = next(item for item in chapter.section(EXERCISES).items if item.text == "Second hint")
    line = chapter.notebook.cells[fold.cell - 1].source.splitlines()[fold.line - 1]
    rewrite(chapter, fold, line.replace("Second hint", "Remark"))


@breaks("exercises_are_complete")
def an_exercise_with_an_assertion_and_no_box(chapter):
    cell = next(cell for cell in chapter.notebook.cells if "= None\ncheck(" in cell.source)
    name = cell.source.split()[0]
    cell.source = f"{name} = None\nassert {name} is None or {name}(1) == 2"


@breaks("summary_is_short")
def a_summary_without_boxed_formula(chapter):
    for item in chapter.section(SUMMARY).items:
        rewrite(chapter, item,
                chapter.notebook.cells[item.cell - 1].source.splitlines()[item.line - 1].replace(r"\boxed", ""))


FAULTS += [
    Fault("one_short_title", "a_second_title",
          lambda chapter: chapter.notebook.cells.append(v4.new_markdown_cell("# Another title"))),
    Fault("one_short_title", "a_title_below_other_text",
          lambda chapter: chapter.notebook.cells.insert(0, v4.new_markdown_cell("Something stands above the title."))),
    Fault("sections_in_order", "a_section_without_its_heading",
          lambda chapter: rewrite(chapter, heading(chapter, CHATBOTS), "")),
    Fault("sections_in_order", "a_section_twice",
          lambda chapter: chapter.notebook.cells.append(v4.new_markdown_cell(f"## {EXPLORE}"))),
    Fault("steps_in_order", "a_part_without_prediction",
          lambda chapter: rewrite(
              chapter, next(item for item in first_part(chapter).items if item.text == "Predict"), "### Guess")),
    Fault("problem_is_short", "a_problem_of_many_words", lambda chapter: insert_prose(chapter, OPENING, "word " * 201)),
    Fault("problem_is_short", "a_fourth_thing_to_be_able_to_do",
          lambda chapter: insert_prose(chapter, OPENING, "- You will be able to count to four.")),
    Fault("chatbots_meet_a_referee", "chatbots_without_a_referee",
          lambda chapter: drop_code(chapter, chapter.section(CHATBOTS).items)),
    Fault("exercises_are_complete", "an_exercise_without_check",
          lambda chapter: drop_code(chapter, sections(chapter.section(EXERCISES).items, 3)[0].items)),
    Fault("summary_is_short", "a_summary_of_many_words", lambda chapter: insert_prose(chapter, SUMMARY, "word " * 121)),
]
