"""The tables of all answers and all referees, problem by problem."""
from hw0.audit import (
    relu_elbow_answers,
    relu_elbow_confirmed,
    relu_elbow_moves,
    relu_elbow_refuted,
    relu_network_confirmed,
    relu_network_refuted,
)

ANSWERS = (*relu_elbow_answers.ANSWERS,)

REFEREES = {
    **relu_elbow_confirmed.ONE_UNIT,
    **relu_elbow_confirmed.ONE_STEP,
    **relu_elbow_moves.MOVES,
    **relu_network_confirmed.NETWORK,
    **relu_elbow_refuted.UNIT,
    **relu_elbow_refuted.EITHER_WAY,
    **relu_elbow_refuted.ONE_WAY,
    **relu_network_refuted.NETWORK,
}

FORM = {**relu_network_refuted.FORM}        # claims that no computation can settle, with the reason
