"""What chatbots said on problem 2, whatever the conversation:

    answers      what was answered, as functions that conversations share
    confirmed    the correct claims, each with its referee
    refuted      the flawed claims, each with its counterexample
"""
from hw0.audit.vector_calculus import confirmed, refuted

REFEREES = {**confirmed.REFEREES, **refuted.REFEREES}
