"""Why it does not pay to state more confidence than one has."""
from hw0 import learning_goals
from livefig import Figure


def honesty(at=None):
    """The Brier score to expect, over the confidence that is stated, with a slider for the chance to be right."""
    fig = Figure("Stating what you believe costs least", name="honesty", at=at, xlim=(0, 1), ylim=(0, 1),
                 xlabel="confidence that you state", ylabel="Brier score to expect", aspect=0.5,
                 alt="Parabola: expected Brier score over stated confidence, lowest where the stated confidence equals "
                     "the chance "
                     "to be right, with a point at the confidence that is chosen.")
    q = fig.slider("q", 0.0, 1.0, 0.7, step=0.05, label="chance to be right", fmt=".0%")
    stated = fig.slider("stated", 0.0, 1.0, 1.0, step=0.05, label="confidence you state", fmt=".0%")
    chosen, best = learning_goals.expected_score(stated, q), learning_goals.expected_score(q, q)

    fig.curve(lambda p: learning_goals.expected_score(p, q), color="data", width=2.5, label="score to expect")
    fig.point(q, best, color="truth", r=6, label="state what you believe")
    fig.point(stated + 0, chosen, color="model", r=6, label="state what you chose")

    fig.readout("score to expect", "{:.4f}", chosen)
    fig.readout("of which due to what you state", "{:.4f}", chosen - best)
    fig.case((stated > q, "You claim more than you know. It costs {:.4f} on average.", chosen - best),
             (stated < q, "You claim less than you know. It costs {:.4f} on average.", chosen - best),
             otherwise="You state what you believe. What is left, {:.4f}, is the price of not knowing.", values=[best])
    return fig
