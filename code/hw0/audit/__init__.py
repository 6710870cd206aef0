"""What chatbots answered to the homework, judged by check; and a referee for each of their claims.

Three conversations of autumn 2025, one with each chatbot, versions not recorded: n = 1 each.
"""
from hw0.audit.answers import Answer, Grade, grade, judge
from hw0.audit.claims_table import claims_table
from hw0.audit.ledger import Claim, claims
from hw0.audit.referee import Evidence, Referee
from hw0.audit.registry import ANSWERS, FORM, REFEREES
from hw0.audit.scoreboard import Scoreboard, scoreboard, turn_by_turn, turns
from hw0.audit.tally import of_problem

__all__ = ["ANSWERS", "FORM", "REFEREES", "Answer", "Claim", "Evidence", "Grade", "Referee", "Scoreboard",
           "claims", "claims_table", "grade", "judge", "of_problem", "scoreboard", "turn_by_turn", "turns"]
