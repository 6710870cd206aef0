"""The referee of every claim on problem 4 that several conversations may share."""
from hw0.audit.ridge import confirmed, posterior_confirmed, refuted

REFEREES = {**confirmed.REFEREES, **posterior_confirmed.REFEREES, **refuted.REFEREES}
