"""What a right answer is in problem 5, the ReLU elbow.

    parts           5a, 5b
    relu_network    5c, 5d
    exercises       the exercises of chapter 5
"""
from pathlib import Path

from hw0.checks.pool import stocked
from hw0.checks.relu_elbow import exercises, parts, relu_network

PARTS = stocked(Path(__file__).parent / "pool.json", (*parts.PARTS, *relu_network.PARTS, *exercises.PARTS))
