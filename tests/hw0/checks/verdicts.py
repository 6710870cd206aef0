"""Verdicts on a test file's answers, each found once: one test reads the diagnosis, the next the counterexample."""

import functools

from hw0.checks import check


@functools.lru_cache(maxsize=None, typed=True)  # typed: 1 and True are different answers
def verdict_on(part, answer):
    """Return `check(part, answer)`; `check` itself gives the same verdict every time, which
    tests/hw0/checks/test_judge.py tests."""
    return check(part, answer)
