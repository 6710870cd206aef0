"""What a right answer is in problem 3, least squares and minimum norm.

    parts        3a to 3f
    exercises    the exercises of chapter 3
"""
from hw0.checks.least_squares import exercises, parts

PARTS = (*parts.PARTS, *exercises.PARTS)
