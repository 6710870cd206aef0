"""What chatbots said on problem 4, whatever the conversation:

    answers                what was answered, as functions that conversations share
    confirmed              the correct claims, each with its referee
    posterior_confirmed    the correct claims on 4c
    refuted                the flawed claims, each with its counterexample
    samples                random instances on which a claim must hold
"""
from hw0.audit.ridge import confirmed, posterior_confirmed, refuted

REFEREES = {**confirmed.REFEREES, **posterior_confirmed.REFEREES, **refuted.REFEREES}
