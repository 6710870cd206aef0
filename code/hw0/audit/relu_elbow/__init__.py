"""What chatbots said on problem 5, whatever the conversation:

    answers              what was answered, as functions that conversations share
    confirmed            the correct claims, each with its referee
    moves                the correct claims on the move of the elbow in one step
    network_confirmed    the correct claims on a network
    network_refuted      the flawed claims on a network
    refuted              the flawed claims, each with its counterexample
    samples              random instances on which a claim must hold
"""
from hw0.audit.relu_elbow import confirmed, moves, network_confirmed, network_refuted, refuted

REFEREES = {
    **confirmed.ONE_UNIT,
    **confirmed.ONE_STEP,
    **moves.MOVES,
    **network_confirmed.NETWORK,
    **refuted.UNIT,
    **refuted.EITHER_WAY,
    **refuted.ONE_WAY,
    **network_refuted.NETWORK,
}
