"""What chatbots said on problem 2: claims.json, and

    answers      each answer of each turn as a candidate
    confirmed    the correct claims, each with its referee
    refuted      the flawed claims, each with its counterexample
"""
from hw0.audit.vector_calculus import answers, confirmed, refuted

ANSWERS = answers.ANSWERS
REFEREES = {**confirmed.REFEREES, **refuted.REFEREES}
FORM = refuted.FORM
