"""The worksheets of chapters 1 and 7: what a reader fills in, kept in the browser or, when a kernel runs, in a file."""
