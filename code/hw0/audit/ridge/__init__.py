"""What chatbots said on problem 4, whatever the conversation:

    answers                what was answered, as functions that conversations share
    confirmed              the correct claims, each with its referee
    posterior_confirmed    the correct claims on 4c
    referees               which referee judges which claim
    refuted                the flawed claims, each with its counterexample
    samples                random instances on which a claim must hold
"""
