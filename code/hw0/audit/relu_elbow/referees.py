"""The referee of every claim on problem 5 that several conversations may share."""
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
