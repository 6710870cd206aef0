"""What a right answer is in problem 2, vector calculus.

    parts        2a to 2e
    exercises    the exercises of chapter 2
"""
from pathlib import Path

from hw0.checks.pool import stocked
from hw0.checks.vector_calculus import exercises, parts

PARTS = stocked(Path(__file__).parent / "pool.json", (*parts.PARTS, *exercises.PARTS))
