"""What chatbots said of their own work: claims.json, and what refutes them."""
from hw0.audit.self_assessment.refuted import FORM, REFEREES

__all__ = ["FORM", "REFEREES"]
