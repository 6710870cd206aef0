"""What refutes that which chatbots said of their own work."""
from hw0.audit.self_assessment.refuted import REFEREES

__all__ = ["REFEREES"]
