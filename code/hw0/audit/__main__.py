"""Judge a chatbot: `python -m hw0.audit answers.py`; `--template` writes the file to fill in."""
import argparse
import os
import sys

from hw0.audit.submission import examine, read, template


def main(arguments=None):
    """Run the command; return its exit status: 0 if the file could be judged, whatever the verdicts, else 2."""
    parser = argparse.ArgumentParser(prog="python -m hw0.audit", description=__doc__)
    parser.add_argument("file", nargs="?",
                        help="Python file with a function for each part; it is run, so read it first")
    parser.add_argument("--name", default="the newcomer", help="what to call the chatbot in the table")
    parser.add_argument("--template", action="store_true", help="print a file with all the functions, and stop")
    options = parser.parse_args(arguments)
    if options.template:
        print(template())
        return 0
    if options.file is None:
        parser.error("give a file with answers, or --template to begin one.")
    try:
        board = examine(read(options.file), options.name)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    print(board)
    for part, (grade, *_) in board.rows.items():
        if grade.word not in ("right", "no answer"):
            print(f"{part}: {grade.verdict}")
    words = [grades[0].word for grades in board.rows.values()]
    print(f"{words.count('right')} of {len(words)} right")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:             # head has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
