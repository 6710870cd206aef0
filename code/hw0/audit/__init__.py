"""What chatbots answered to the homework, judged by check; and a referee for each of their claims.

Three conversations of autumn 2025, one with each chatbot, versions not recorded: n = 1 each.
"""
from hw0.audit import relu_elbow_confirmed, relu_elbow_moves, relu_elbow_refuted, relu_network_confirmed, relu_network_refuted
from hw0.audit.answers import Answer, Grade, grade, judge
from hw0.audit.board import Scoreboard, scoreboard, turn_by_turn, turns
from hw0.audit.ledger import Claim, claims
from hw0.audit.referee import Evidence, Referee
from hw0.audit.relu_elbow_answers import ANSWERS

REFEREES = {**relu_elbow_confirmed.ONE_UNIT, **relu_elbow_confirmed.ONE_STEP, **relu_elbow_moves.MOVES,
            **relu_network_confirmed.NETWORK, **relu_elbow_refuted.UNIT, **relu_elbow_refuted.EITHER_WAY,
            **relu_elbow_refuted.ONE_WAY, **relu_network_refuted.NETWORK}
FORM = relu_network_refuted.FORM

__all__ = ["ANSWERS", "FORM", "REFEREES", "Answer", "Claim", "Evidence", "Grade", "Referee", "Scoreboard",
           "claims", "grade", "judge", "scoreboard", "turn_by_turn", "turns"]
