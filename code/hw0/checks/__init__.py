"""What a right answer to each part is, and how a wrong one is refuted: `check("5a.i", answer)`."""
from hw0.checks.judge import check
from hw0.checks.part import Case, Part, Slip
from hw0.checks.parts import PARTS
from hw0.checks.verdict import Verdict

__all__ = ["PARTS", "Case", "Part", "Slip", "Verdict", "check"]
