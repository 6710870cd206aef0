"""A study log that shows what one looks like. Every entry is made up; nobody studied these hours."""
from hw0.study_log.entries import entry

PLANNED = {"1": 2, "2": 3, "3": 4, "4": 5, "5": 3, "6": 8, "7": 1}      # hours

ENTRIES = (
    entry("2031-10-01", "1", 60, "Donoho 2024", "", "Writing the goals down before reading."),
    entry("2031-10-02", "2d", 95, "this book; lecture 2", "partner A", "Writing out the sum for n = 2."),
    entry("2031-10-04", "3c", 150, "this book", "partner A; partner B", "Asking which side the inverse is on."),
    entry("2031-10-05", "3f", 70, "linear algebra text", "", "Trying a 1 × 2 matrix."),
    entry("2031-10-07", "4b", 210, "this book; a chatbot", "partner B",
          "Putting numbers into what the chatbot claimed."),
    entry("2031-10-09", "4f", 130, "linear algebra text", "partner A", "Multiplying out both sides."),
    entry("2031-10-11", "5b.ii", 100, "this book; a chatbot", "partner A; partner B",
          "Drawing the line before the unit."),
    entry("2031-10-13", "6", 340, "this book", "", "Checking one layer at a time."),
    entry("2031-10-14", "6a", 200, "this book", "partner B", "Printing the size of the signal in each layer."),
    entry("2031-10-15", "7", 30, "", "", ""),
)
