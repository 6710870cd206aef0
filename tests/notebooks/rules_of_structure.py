"""Rules on the sections of a chapter: what has to be there, in which order, and how long it may be."""

import ast
import re

from hw0.predictions import predict
from tests.notebooks.chapter import sections, words
from tests.notebooks.outlines import CHATBOTS, EXERCISES, EXPLORE, OPENING, SUMMARY
from tests.notebooks.rules_of_code import PREDICTS, tree

TITLE_WORDS = 6
PROBLEM_WORDS, PROBLEM_BULLETS = 200, 3
SUMMARY_WORDS = 120
FEWEST_EXERCISES, MOST_EXERCISES = 3, 7
SHORT_PART_WORDS = 155  # a part of no more words needs no headings for its steps
TRAINED = ("Five layers on the spirals ★★", "Seven layers at the first try ★★★")
FOLDS = ("Hint", "Second hint", "Solution")


def one_short_title(chapter):
    """The first line is the only heading of level 1 and has at most six words."""
    titles = [item for item in chapter.items if item.kind == "heading" and item.level == 1]
    found = [f"{title.place}: a second title {title.text!r}; make it a heading of level 2." for title in titles[1:]]
    if not titles or chapter.items[0] != titles[0]:
        found.append("cell 1: the chapter must open with its title; begin with a line '# …'.")
    found += [f"{title.place}: the title has {len(words(title.text))} words; say it in at most {TITLE_WORDS}."
              for title in titles[:1] if len(words(title.text)) > TITLE_WORDS]
    return found


def sections_in_order(chapter):
    """The headings of level 2 are the problem, then parts only, then the closing sections of the outline."""
    titles = [section.title for section in chapter.sections()]
    closing = list(chapter.outline.closing)
    found = [f"the section '## {title}' is missing; add it." for title in [OPENING, *closing] if title not in titles]
    if found:
        return found
    required = [title for title in titles if title in (OPENING, *closing)]
    if required != [OPENING, *closing] or titles[0] != OPENING or titles[-len(closing) :] != closing:
        found.append(f"the sections stand in the order {titles}; put '{OPENING}' first and {closing} last, in this "
                     f"order.")
    return found


def one_section_for_each_part(chapter):
    """Every part of the problem is named by exactly one heading; a heading that names no part is no section."""
    parts = [section for section in chapter.sections() if section.title not in (OPENING, *chapter.outline.closing)]
    named = [part for section in parts for part in section.ids]
    found = [f"part {part} is named by {named.count(part)} headings of level 2; end exactly one with '({part})'."
             for part in chapter.outline.parts if named.count(part) != 1]
    for section in parts:
        strangers = [name for name in section.ids if not any(part.startswith(name) for part in chapter.outline.parts)]
        if strangers or not section.ids:
            found.append(f"cell {section.cell}: '## {section.title}' names no part of this problem; end it with "
                         f"'(<part id>)'.")
    return found


def steps_in_order(chapter):
    """Every checked part is predicted, derived and checked, in this order; a short one needs no headings for that."""
    found = []
    for section in _checked_sections(chapter):
        titles = _steps(chapter, section)
        if not titles and section.words() <= SHORT_PART_WORDS:
            continue
        if tuple(titles) != chapter.outline.steps:
            wanted = ", ".join(chapter.outline.steps)
            found.append(f"cell {section.cell}: '## {section.title}' has the steps {titles}; it needs '###' {wanted}, "
                         f"or none of them and at most {SHORT_PART_WORDS} words (now {section.words()}).")
    return found


def _steps(chapter, section):
    return [step.title for step in sections(section.items, 3) if step.title in chapter.outline.steps]


def _asking(chapter, section):
    """The pieces of a section that have to ask: its steps Predict; without steps, a checked part as a whole."""
    if section in _checked_sections(chapter) and not _steps(chapter, section):
        return [section]
    return [step for step in sections(section.items, 3) if step.title == "Predict" and section.ids]


def predictions_ask_and_give_nothing_away(chapter):
    """Each part has one cell `predict("<id>")`, and neither what is right nor a check stands before it."""
    found = []
    for section in chapter.sections():
        for step in _asking(chapter, section):
            calls = [(item, PREDICTS.search(item.text)) for item in step.prose("code")]
            asked = [(item, call[1]) for item, call in calls if call]
            if [part for _, part in asked] != list(section.ids):
                found.append(f"cell {step.cell}: {step.title!r} asks {[part for _, part in asked]}; show one cell "
                             f'predict("{section.ids[0]}").')
                continue
            if section.prose("code")[0] != asked[0][0]:
                found.append(f"cell {step.cell}: {section.title!r} begins with another cell; ask first.")
            cell, question = asked[0][0].cell, predict(asked[0][1])
            right = question.plain(question.right())
            given = re.compile(rf"(?<![\w.]){re.escape(right)}(?!\w|\.\d)", re.IGNORECASE)
            found += [f"{item.place}: {right!r} stands before the prediction; the fold tells it."
                      for item in section.items
                      if item.kind != "code" and item.cell <= cell and given.search(item.text)]
    return found


def every_part_is_checked(chapter):
    """`check("<id>", …)` is called in the section of every part that a program can check."""
    found = []
    for section in _checked_sections(chapter):
        called = _checked_ids(section)
        for part in section.ids:
            if part in chapter.outline.checked and part not in called:
                found.append(f'cell {section.cell}: part {part} is never checked; '
                             f'call check("{part}", …) in its section.')
    return found


def _checked_sections(chapter):
    return [section for section in chapter.sections() if set(section.ids) & set(chapter.outline.checked)]


def _checked_ids(section):
    calls = [node for item in section.prose("code") for node in ast.walk(tree(item.text))
             if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)]
    return {call.args[0].value for call in calls if getattr(call.func, "id", getattr(call.func, "attr", "")) == "check"}


def problem_is_short(chapter):
    """The problem takes at most 200 words and ends with three bullets: what the reader will be able to do."""
    section = chapter.section(OPENING)
    if section is None:
        return []
    found = []
    if section.words("prose") > PROBLEM_WORDS:
        found.append(f"cell {section.cell}: '{OPENING}' has {section.words('prose')} words; use at most "
                     f"{PROBLEM_WORDS}.")
    bullets = len(section.prose("bullet"))
    if bullets != PROBLEM_BULLETS:
        found.append(f"cell {section.cell}: '{OPENING}' has {bullets} bullets; name {PROBLEM_BULLETS} things to be "
                     f"able to do.")
    return found


def explore_has_a_live_figure(chapter):
    """The section Explore shows a figure that the reader can move."""
    section = chapter.section(EXPLORE)
    if section is None:
        return []
    numbers = {item.cell for item in section.prose("code")}
    pages = [output.get("data", {}).get("text/html", "")
             for number, cell in chapter.code_cells if number in numbers for output in cell.outputs]
    if any("livefig" in page for page in pages):
        return []
    return [f"cell {section.cell}: '## {EXPLORE}' shows no live figure; end a cell with one of hw0.figures."]


def chatbots_meet_a_referee(chapter):
    """The section on the chatbots lets a program decide."""
    section = chapter.section(CHATBOTS)
    if section is None or section.prose("code"):
        return []
    return [f"cell {section.cell}: '## {CHATBOTS}' runs nothing; add a cell in which a claim meets its counterexample."]


def exercises_are_complete(chapter):
    """Three to seven exercises in a chapter, each with two hints and a solution, folded, and a cell with check(…), a
    box on the site; only what trains nets for longer than a reader of the site would wait has an assertion."""
    section = chapter.section(EXERCISES)
    if section is None:
        return []
    exercises = sections(section.items, 3)
    found = []
    if chapter.outline.parts and not FEWEST_EXERCISES <= len(exercises) <= MOST_EXERCISES:
        found.append(f"cell {section.cell}: {len(exercises)} exercises; have {FEWEST_EXERCISES} to {MOST_EXERCISES}, "
                     f"each under '###'.")
    for exercise in exercises:
        folds = [item.text for item in exercise.prose("fold") if item.text in FOLDS]
        if tuple(folds) != FOLDS:
            found.append(f"cell {exercise.cell}: '{exercise.title}' folds {folds}; fold {', '.join(FOLDS)}, in this "
                         f"order.")
        wanted = "assert" if exercise.title in TRAINED else "check("
        if not any(wanted in item.text and "= None" in item.text for item in exercise.prose("code")):
            found.append(f"cell {exercise.cell}: '{exercise.title}' cannot be checked; add a part and a cell with "
                         f"check(…).")
    return found


def summary_is_short(chapter):
    """The summary has at most 120 words and, where the chapter derives something, one boxed formula."""
    section = chapter.section(SUMMARY)
    if section is None:
        return []
    found = []
    if section.words() > SUMMARY_WORDS:
        found.append(f"cell {section.cell}: '{SUMMARY}' has {section.words()} words; use at most {SUMMARY_WORDS}.")
    boxes = sum(item.text.count(r"\boxed") for item in section.items)
    if chapter.outline.checked and boxes != 1:
        found.append(f"cell {section.cell}: '{SUMMARY}' has {boxes} boxed formulas; put the one to remember into "
                     f"\\boxed.")
    return found


STRUCTURE = (one_short_title, sections_in_order, one_section_for_each_part, steps_in_order,
             predictions_ask_and_give_nothing_away, every_part_is_checked, problem_is_short, explore_has_a_live_figure,
             chatbots_meet_a_referee, exercises_are_complete, summary_is_short)
