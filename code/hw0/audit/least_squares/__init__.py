"""What chatbots said on problem 3, whatever the conversation:

    answers      what was answered, as functions that conversations share
    confirmed    the correct claims, each with its referee
    refuted      the flawed claims, each with its counterexample
    samples      random instances on which a claim must hold
"""
from hw0.audit.least_squares import confirmed, refuted

REFEREES = {
    **confirmed.FACTORS,
    **confirmed.OVERDETERMINED,
    **confirmed.UNDERDETERMINED,
    **refuted.OVERDETERMINED,
    **refuted.UNDERDETERMINED,
}
