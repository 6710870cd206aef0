"""What the entries of a study log add up to: minutes for each problem, planned against spent, who and what helped."""
from collections import Counter
from typing import NamedTuple

import numpy as np

from hw0.validation import not_negative, shaped

PROBLEMS = ("1", "2", "3", "4", "5", "6", "7")


class Balance(NamedTuple):
    """Hours planned and spent (7,), one entry for each problem, and the totals of both.

    >>> study_log.summary.balance(np.ones(7), np.full(7, 90.0)).spent_in_all.item()
    10.5
    >>> Balance(planned=np.ones(1), spent=np.zeros(1), planned_in_all=1.0, spent_in_all=0.0).planned_in_all
    1.0
    """

    planned: np.ndarray
    spent: np.ndarray
    planned_in_all: float
    spent_in_all: float


def minutes(entries):
    """{problem: minutes} of entries, for problems 1 to 7; a part counts for its problem.

    >>> study_log.summary.minutes([study_log.entry("2031-10-07", "4b", 45)])["4"]
    45
    """
    spent = Counter(dict.fromkeys(PROBLEMS, 0))
    for entry in entries:
        spent[entry.problem[0]] += entry.minutes
    return dict(spent)


def balance(planned, spent):
    """Balance of hours planned (7,) against minutes spent (7,).  Traces.  Raises ValueError for negative entries.

    >>> print(study_log.summary.balance(np.ones(7), np.full(7, 90.0)).spent)
    [1.5 1.5 1.5 1.5 1.5 1.5 1.5]
    """
    planned, spent = shaped(planned=("p", planned), spent=("p", spent))
    not_negative(planned=planned)
    not_negative(spent=spent)
    hours = spent / 60
    return Balance(planned, hours, np.sum(planned), np.sum(hours))


def mentioned(entries, column):
    """{name: minutes} for a column ("sources" or "collaborators") of names between semicolons; the most first.

    Raises ValueError for another column.

    >>> study_log.summary.mentioned([study_log.entry("2031-10-07", "4b", 45, "my notes; the library")], "sources")
    {'my notes': 45, 'the library': 45}
    """
    if column not in ("sources", "collaborators"):
        raise ValueError(f"column must be 'sources' or 'collaborators'; got {column!r}.")
    found = Counter()
    for entry in entries:
        for name in {part.strip() for part in getattr(entry, column).split(";")} - {""}:
            found[name] += entry.minutes
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))
