"""What chatbots said on problem 4: claims.json, and

    answers                each answer of each turn as a candidate
    confirmed              the correct claims, each with its referee
    posterior_confirmed    the correct claims on 4c
    refuted                the flawed claims, each with its counterexample
    samples                random instances on which a claim must hold
"""
from hw0.audit.ridge import answers, confirmed, posterior_confirmed, refuted

ANSWERS = answers.ANSWERS
REFEREES = {**confirmed.REFEREES, **posterior_confirmed.REFEREES, **refuted.REFEREES}
FORM = refuted.FORM
