"""The study log (problem 7).

    entries     entries in a CSV file that survives crashes, spreadsheets and two writers
    summary     hours by problem beside the plan, and what was mentioned
    citation    a source as plain text, Markdown and BibTeX
    example     a log that somebody could have kept
"""
from hw0.study_log import citation, summary
from hw0.study_log.entries import BOM, COLUMNS, DAY, HEADER, Entry, Fault, Log, append, entry, read, write

__all__ = ["BOM", "COLUMNS", "DAY", "HEADER", "Entry", "Fault", "Log", "append", "citation", "entry", "read", "summary",
           "write"]
