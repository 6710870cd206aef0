"""Referee for what Gemini 2.5 Flash said and no earlier conversation had said."""

from hw0.audit.referee import Referee, always, assign
from hw0.audit.relu_elbow.samples import IV

REFEREES = assign(
    ("gemini25flash-5b-iv-2", Referee("(iv) w > b x", always(True), lambda w, b, x, **_: bool(w > b * x), IV))
)
