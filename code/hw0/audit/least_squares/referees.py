"""The referee of every claim on problem 3 that several conversations may share."""
from hw0.audit.least_squares import confirmed, refuted

REFEREES = {
    **confirmed.FACTORS,
    **confirmed.OVERDETERMINED,
    **confirmed.UNDERDETERMINED,
    **refuted.OVERDETERMINED,
    **refuted.UNDERDETERMINED,
}
