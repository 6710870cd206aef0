"""Verdicts in the form that Gradescope's autograder reads, with the points of each part from a small file.

    share = 0.5         # of the points for an answer that is right, but not in an edge case (default 0)

    [points]            # the parts that are graded; without a file: every part of the homework, one point each
    4a = 2
    "5b.ii" = 3
"""
import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from hw0.checks.registry import HOMEWORK, PARTS
from hw0.checks.returned import on_a_line

LARGEST = 1e6           # points


@dataclass(frozen=True)
class Points:
    """How many points a part brings, part -> points, and the share of them for an incomplete answer."""

    of: dict
    share: float = 0.0


def read_points(path=None):
    """The Points in a TOML or JSON file; one for every part of the homework without a file.

    Raises ValueError if the file cannot be read or its content is not of the form above.
    """
    if path is None:
        return Points(dict.fromkeys(HOMEWORK, 1))
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8")
        data = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        raise ValueError(f"{path.name} cannot be read: {error}") from error
    points = data.get("points") if isinstance(data, dict) else None
    if not isinstance(points, dict) or not points:
        raise ValueError(f"{path.name} has no points: write a table [points] with lines such as \"4a\" = 2.")
    points = dict(_by_id(points, path.name))
    for part, worth in [*points.items(), ("share", data.get("share", 0.0))]:
        most = 1 if part == "share" else LARGEST
        if isinstance(worth, bool) or not isinstance(worth, (int, float)) or not 0 <= worth <= most:
            raise ValueError(f"{path.name}: {part} = {on_a_line(repr(worth))} is no number of points.")
    return Points(points, float(data.get("share", 0.0)))


def _by_id(points, file, before=""):
    """The pairs part, points; a TOML key 5b.ii without quotes is a table in a table."""
    for name, worth in points.items():
        part = before + str(name)
        if isinstance(worth, dict):
            yield from _by_id(worth, file, f"{part}.")
        elif part in PARTS:
            yield part, worth
        else:
            raise ValueError(f"{file}: there is no part {on_a_line(repr(part))}; there are {', '.join(PARTS)}.")


def results(verdicts, points, seconds=0.0):
    """The dict of results.json for a dict part -> Verdict of all the parts that bring points."""
    tests = [_test(part, worth, verdicts[part], points.share) for part, worth in points.of.items()]
    return {"tests": tests, "score": sum(test["score"] for test in tests), "execution_time": round(seconds),
            "test_output_format": "text", "visibility": "visible"}


def _test(part, worth, verdict, share):
    score = worth if verdict.right else worth * share if verdict.incomplete else 0
    return {"number": part, "name": f"{part}: {PARTS[part].asks}", "score": score, "max_score": worth,
            "status": "passed" if verdict.right else "failed", "output": repr(verdict)}
