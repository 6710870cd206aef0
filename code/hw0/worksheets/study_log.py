"""The worksheets of chapter 7. Each function returns a new Worksheet."""
from hw0.figures.study_log import hours
from hw0.study_log import DAY, entry
from hw0.study_log.summary import PROBLEMS
from hw0.worksheets import learning_goals
from worksheet import Column, Table, Text, Worksheet

# as `entry` wants them
COLUMNS = (Column("Day", "date", needed=True), Column("Problem", options=PROBLEMS, needed=True),
           Column("Minutes", "number", least=1, most=DAY, whole=True, needed=True),
           Column("Sources"), Column("With whom"), Column("What got me unstuck"))


def log():
    """Part 7c: the log."""
    label = "One row for each sitting; separate several sources, or people, by semicolons"
    table = Table("sittings", label, COLUMNS, sums=(2, 1, "spent_"))
    return Worksheet("log", "My study log", [table], figure=hours())


def plan():
    """The plan of chapter 1, which moves the figure of chapter 7."""
    sheet = learning_goals.plan()
    about = "This is the plan from chapter 1; it can be changed here."
    return Worksheet(sheet.name, sheet.title, sheet.fields, about=about, figure=hours())


def credits():
    """Parts 7a and 7b: sources and people."""
    return Worksheet("credits", "My sources and partners", [
        Text("sources", "What I used (books, papers, pages, chatbots with version and day), one in a line", 4),
        Text("checked", "How I checked what I took from them", 3),
        Text("partners", "With whom I worked, on which problems", 3),
        Text("own", "What I can explain without them", 3),
    ])


def calibration():
    """The calibration check at the end of the book, with the score of the first one beside it."""
    return learning_goals.calibration(again=True)


def entries(values):
    """Entries of the rows of the log's values, for `study_log.append`.

    Raises ValueError for a value that does not fit; the message names row and column.
    """
    found = []
    for number, row in enumerate(values["sittings"], 1):
        try:
            found.append(entry(*row))
        except ValueError as error:
            raise ValueError(f"row {number}, {error}") from None
    return found
