"""What chatbots said on problem 3: claims.json, and

    answers      each answer of each turn as a candidate
    confirmed    the correct claims, each with its referee
    refuted      the flawed claims, each with its counterexample
    samples      random instances on which a claim must hold
"""
from hw0.audit.least_squares import answers, confirmed, refuted

ANSWERS = answers.ANSWERS
REFEREES = {
    **confirmed.FACTORS,
    **confirmed.OVERDETERMINED,
    **confirmed.UNDERDETERMINED,
    **refuted.OVERDETERMINED,
    **refuted.UNDERDETERMINED,
}
FORM = refuted.FORM
