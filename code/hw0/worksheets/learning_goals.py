"""The worksheets of chapter 1. Each function returns a new Worksheet."""
from hw0 import learning_goals
from hw0.figures.learning_goals import calibration as diagram
from hw0.learning_goals.questions import QUESTIONS
from hw0.study_log.summary import PROBLEMS
from livefig.formulas import plain
from livefig.typeset import html
from worksheet import Number, Statement, Text, Worksheet

LEVELS = tuple((round(100 * level), words)
               for level, words in zip(learning_goals.LEVELS, learning_goals.WORDS, strict=True))


def goals():
    """Part 1a: goals, before anything is read."""
    return Worksheet("goals", "My learning goals", [
        Text("able", "When the course is over, I want to be able to …"),
        Text("why", "I want that because …", 3),
        Text("shown_by", "I will know that I can do it when I have … (something another person could look at)", 3),
        Text("know", "What I know already that will help, and what I have forgotten", 3),
    ])


def conversation():
    """Part 1b: a conversation with a chatbot, recorded as an experiment."""
    return Worksheet("conversation", "My experiment with a chatbot", [
        Text("setup", "Which chatbot, which version, which day, in a fresh conversation or not", 2),
        Text("question", "The question, word for word", 3),
        Text("prediction", "Before it answers: what I expect it to get right and wrong, and how sure I am", 3),
        Text("answer", "What it answered, word for word", 6),
        Text("refuted_by", "Which claim could a computation or a small example refute? What came out?", 4),
        Text("repeat", "The same question again in a new conversation: what changed?", 3),
        Text("goals_now", "What this changes in my goals, if anything", 3),
    ])


def reading():
    """Part 1c: what the reader takes from Donoho's paper."""
    return Worksheet("reading", "My view of the paper", [
        Text("claim", "The claim of the paper, in one sentence of my own", 2),
        Text("doubt", "What I would want to see before I believe it", 3),
        Text("conservative", "What a course is good for that goes through models and proofs slowly", 4),
        Text("loss", "What such a course loses", 3),
    ])


def plan():
    """Part 1d: help that the reader will look for, and a plan in hours."""
    return Worksheet("plan", "My plan", [
        Text("activities", "Activities beside lectures and homework that would help me", 3),
        Text("peers", "What I would like from other students, and what I can offer them", 3),
        Text("staff", "What I would like from the staff", 3),
        *(Number(f"planned_{problem}", f"Problem {problem} (h)", 60) for problem in PROBLEMS),
    ])


def calibration(again=False):
    """The calibration check; `again` is the one at the end of the book, with the first score beside it."""
    return Worksheet(
        "calibration_after" if again else "calibration_before",
        "The calibration check, once more" if again else "The calibration check",
        [_statement(question) for question in QUESTIONS],
        about="Say of each statement whether it is true, and how sure you are.",
        figure=diagram(again=again), earlier="calibration_before" if again else "",
    )


def _statement(question):
    texts = question.statement, f"{question.why} (Part {question.part})"
    label, why = map(plain, texts)
    return Statement(question.name, label, question.true, why, LEVELS, html=tuple(map(html, texts)), of=question.part)


def answers(sheet, values):
    """(confidence (n,), correct (n,)) of the statements that were judged and rated, for `learning_goals.tally`."""
    judged = [(field, *(values[key] for key in field.keys)) for field in sheet.fields]
    counted = [(int(sure) / 100, answer == str(field.true).lower())
               for field, answer, sure in judged if answer and sure]
    return [c for c, _ in counted], [float(r) for _, r in counted]
