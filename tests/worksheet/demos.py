"""A worksheet with one of everything, and a figure that it moves."""

from hw0.figures.learning_goals import calibration
from livefig import Figure
from worksheet import Column, Number, Statement, Table, Text, Worksheet

LEVELS = ((50, "a guess"), (70, "likely"), (90, "very likely"), (100, "certain"))
COLUMNS = (Column("Day", "date"), Column("Problem", options=("1", "2")), Column("Minutes", "number"), Column("Notes"))


def notes():
    """Text, a number and a table."""
    return Worksheet("notes", "Notes",
                     [Text("aim", "Aim"), Text("doubt", "Doubt", 2), Number("hours", "Hours", 50), log()])


def log():
    """The table of `notes`."""
    return Table("log", "Log", COLUMNS, sums=(2, 1, "spent_"))


def quiz(name="quiz", **more):
    """Three statements that move the reliability diagram."""
    statements = [Statement("even", "2 is even", True, "It is 2 · 1.", LEVELS),
                  Statement("odd", "2 is odd", False, "It is 2 · 1.", LEVELS),
                  Statement("prime", "2 is prime", True, "Nothing else divides it.", LEVELS)]
    return Worksheet(name, "Quiz", statements, figure=calibration(), **more)


def diary():
    """A table whose rows need a day, a problem and whole minutes, with the figure of its sums."""
    day, problem, _, notes = COLUMNS
    minutes = Column("Minutes", "number", least=1, most=1440, whole=True, needed=True)
    columns = (day._replace(needed=True), problem._replace(needed=True), minutes, notes)
    return Worksheet("diary", "Diary", [Table("log", "Log", columns, sums=(2, 1, "spent_"))], figure=sums())


def sums():
    """A figure that shows what `notes` adds up to."""
    alt = "An empty panel with three sliders: hours, and the minutes for problems one and two."
    fig = Figure("Sums", name="sums", xlim=(0, 1), ylim=(0, 1), alt=alt)
    hours, one, two = fig.slider("hours", 0, 50, 7), fig.slider("spent_1", 0, 5000, 8), fig.slider("spent_2", 0, 5000,
                                                                                                   9)
    fig.readout("sums", "{:d} {:d} {:d}", hours, one, two)
    return fig


def moving_notes():
    """`notes` with the figure of its sums."""
    sheet = notes()
    return Worksheet(sheet.name, sheet.title, sheet.fields, figure=sums())
