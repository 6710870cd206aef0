"""What chatbots said on problem 5, whatever the conversation:

    answers              what was answered, as functions that conversations share
    confirmed            the correct claims, each with its referee
    moves                the correct claims on the move of the elbow in one step
    network_confirmed    the correct claims on a network
    network_refuted      the flawed claims on a network
    referees             which referee judges which claim
    refuted              the flawed claims, each with its counterexample
    samples              random instances on which a claim must hold
"""
