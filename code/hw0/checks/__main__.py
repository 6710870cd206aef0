"""Judge a file of answers: `python -m hw0.checks answers.py`; without a file, list all parts.

Each answer runs in a process of its own with limits on time and memory.  It still runs with your rights: it may read
and delete your files and use the network, and it may import the right answers.  Judge strangers' files in a container.
"""
import argparse
import json
import sys
from pathlib import Path
from time import perf_counter

from hw0.checks import PARTS, check
from hw0.checks.gradescope import read_points, results
from hw0.checks.isolated import Limits
from hw0.checks.submissions import NAME_OF, table, verdicts


def main(arguments=None):
    """Run the command; return its exit status: 0 if the file could be judged, whatever the verdicts, else 2."""
    usual = Limits()
    parser = argparse.ArgumentParser(prog="python -m hw0.checks", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", help="Python file with a function for each part, such as part_5b_ii")
    parser.add_argument("--gradescope", metavar="RESULTS", help="write results.json for Gradescope's autograder there")
    parser.add_argument("--points", help="TOML or JSON file with the points of each part")
    parser.add_argument("--seconds", type=float, default=usual.seconds, help="for one value (default %(default)g)")
    parser.add_argument("--total", type=float, default=usual.total, help="seconds for a part (default %(default)g)")
    parser.add_argument("--megabytes", type=int, default=usual.megabytes, help="of memory (default %(default)d)")
    options = parser.parse_args(arguments)
    if options.file is None:
        if options.gradescope or options.points:
            parser.error("give a file with answers, too.")
        list_parts()
        return 0
    limits, began = Limits(options.seconds, options.total, options.megabytes), perf_counter()
    try:
        points = read_points(options.points) if options.gradescope or options.points else None
        judged = verdicts(options.file, points and points.of, limits)
    except ValueError as error:
        if options.gradescope:                  # Gradescope shows what it finds there, and nothing else
            told = {"score": 0, "output": f"The answers could not be judged: {error}"}
            Path(options.gradescope).write_text(json.dumps(told), encoding="utf-8")
        print(error, file=sys.stderr)
        return 2
    if options.gradescope:
        told = results(judged, points, perf_counter() - began)
        Path(options.gradescope).write_text(json.dumps(told, indent=1), encoding="utf-8")
    print(table(judged))
    return 0


def list_parts():
    """Print a table of all parts: what the answer is called in a file, what is asked, and how long a check takes."""
    print("How long the check of the right answer takes, what it says, how an answer is called, what is asked:")
    for part in PARTS.values():
        start = perf_counter()
        verdict = check(part, part.reference)
        print(f"{part.id:8} {1000 * (perf_counter() - start):5.0f} ms  {verdict.right!s:5}  "
              f"{NAME_OF[part.id]}({', '.join(part.names)}) -> {part.asks}")


if __name__ == "__main__":
    sys.exit(main())
