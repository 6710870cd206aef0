"""What a right answer to each part is, and how a wrong one is refuted: `check("5a.i", answer)`."""
from hw0.checks.judge import check
from hw0.checks.part import Case, Mistake, Part
from hw0.checks.registry import PARTS
from hw0.checks.verdict import Verdict

__all__ = ["PARTS", "Case", "Mistake", "Part", "Verdict", "check"]
