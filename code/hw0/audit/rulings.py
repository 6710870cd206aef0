"""The tables of all answers and all referees, problem by problem."""
from hw0.audit import (
    conversation_refuted,
    least_squares_answers,
    least_squares_confirmed,
    least_squares_refuted,
    relu_elbow_answers,
    relu_elbow_confirmed,
    relu_elbow_moves,
    relu_elbow_refuted,
    relu_network_confirmed,
    relu_network_refuted,
    ridge_answers,
    ridge_confirmed,
    ridge_refuted,
    vector_calculus_answers,
    vector_calculus_confirmed,
    vector_calculus_refuted,
)

ANSWERS = (*vector_calculus_answers.ANSWERS, *least_squares_answers.ANSWERS, *ridge_answers.ANSWERS, *relu_elbow_answers.ANSWERS)

REFEREES = {
    **vector_calculus_confirmed.REFEREES,
    **vector_calculus_refuted.REFEREES,
    **least_squares_confirmed.FACTORS,
    **least_squares_confirmed.OVERDETERMINED,
    **least_squares_confirmed.UNDERDETERMINED,
    **least_squares_refuted.OVERDETERMINED,
    **least_squares_refuted.UNDERDETERMINED,
    **ridge_confirmed.REFEREES,
    **ridge_refuted.REFEREES,
    **relu_elbow_confirmed.ONE_UNIT,
    **relu_elbow_confirmed.ONE_STEP,
    **relu_elbow_moves.MOVES,
    **relu_network_confirmed.NETWORK,
    **relu_elbow_refuted.UNIT,
    **relu_elbow_refuted.EITHER_WAY,
    **relu_elbow_refuted.ONE_WAY,
    **relu_network_refuted.NETWORK,
    **conversation_refuted.REFEREES,
}

# Claims that no computation can settle, with the reason.
FORM = {**vector_calculus_refuted.FORM, **least_squares_refuted.FORM, **ridge_refuted.FORM, **relu_network_refuted.FORM,
    **conversation_refuted.FORM}
