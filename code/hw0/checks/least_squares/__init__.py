"""What a right answer is in problem 3, least squares and minimum norm.

    parts        3a to 3f
    exercises    the exercises of chapter 3
"""
from pathlib import Path

from hw0.checks.least_squares import exercises, parts
from hw0.checks.pool import stocked

PARTS = stocked(Path(__file__).parent / "pool.json", (*parts.PARTS, *exercises.PARTS))
