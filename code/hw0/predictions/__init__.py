"""What a reader bets on before the text says it: `predict("2b")` shows the question of part 2b.

The outcome of each is computed with the package of its problem, and decides which choice is right.

    asked               how sure one can be, in the words of the calibration check
    vector_calculus     one module for each problem with parts to predict
"""
from hw0.predictions import least_squares, networks, relu_elbow, ridge, vector_calculus
from hw0.predictions.asked import CONFIDENCES
from prediction import Gathered

PROBLEMS = (vector_calculus, least_squares, ridge, relu_elbow, networks)
PREDICTIONS = {each.part: each for problem in PROBLEMS for each in problem.PREDICTIONS}


def predict(part):
    """Return the prediction of a part, which a notebook and the site show as a form.

    Raises ValueError for a part that asks for none.

    >>> print(predict("2a"))
    What happens to the level lines when both entries of c are doubled?
    ( ) They move twice as far apart
    ( ) They move together, to half the distance
    ( ) They turn
    ( ) Nothing
    """
    if part not in PREDICTIONS:
        raise ValueError(f"there is no prediction {part!r}; there are {', '.join(PREDICTIONS)}.")
    return PREDICTIONS[part]


def gathered():
    """Return the place where the predictions of all chapters are counted, beside `figures.predictions()`.

    >>> gathered().figure
    'predictions'
    """
    return Gathered(CONFIDENCES, "predictions")


__all__ = ["PREDICTIONS", "gathered", "predict"]
