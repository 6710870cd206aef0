"""The rule on randomness: a cell that fixes a seed is on the list below, with what its sentence may say.

A statement about random runs is made over seeds, with its share.  A fixed seed is in order where any seed would do (an
identity, tried at random points), or where the sentence speaks of this one run and of no other.
"""

import ast

from tests.notebooks.rules_of_code import tree

ANY = "an identity: any seed would do"
ONE = "one run, and the sentences speak of no other"
FIXED = {
    "learning_goals": {"check-murphy": ANY},
    "vector_calculus": {"check-dimensions": ANY},
    "least_squares": {"check-gradient": ANY, "digits": "two hundred draws of one generator"},
    "ridge": {"check-gradient": ANY,
              "v-over-lambda": "one matrix; the same held for each of sixty seeds, with these limits"},
    "relu_elbow": {"check-dw": ANY, "check-law": ANY, "check-bends": ANY,
                   "training-run": "one run, chosen for its picture; sixty starts follow",
                   "final-elbows": "two runs, and the sentences speak of no other"},
    "networks": {"jacobian": ANY, "predict-ln10": ANY, "loss-at-start": ANY, "trap-penalty": ANY,
                 "train-digits": ONE, "first-weights-picture": ONE, "momentum": ONE, "divergence": ONE,
                 "checkpoint-cell": "two runs that are the same to the last bit", "three-starts": ONE,
                 "normalised-back": "one net of fifty layers at two scales, beside its prediction",
                 "digits-sure": "the seed scatters the ink of two hundred digits; the nets are over seeds",
                 "referee-pairs": "counterexamples to a claim", "exercise-seven-cell": "the run that is asked for",
                 "solved-seven": "the run that is asked for"},
    "3_least_squares": {"check-gauss-markov": "two hundred draws of one generator"},
    "4_ridge": {"imports": "an identity, and the means of five hundred draws"},
    "5_relu_elbow": {"check-several": ANY,
                     "woken": "two thousand units with points of their own; the shares are theirs"},
    "6_networks": {"solution-spread": "forty thousand nets of one generator, and a tenth is allowed"},
}


def _fixes_a_seed(node):
    if not isinstance(node, ast.Call):
        return False
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    given = [*node.args, *(k.value for k in node.keywords)] if name in ("default_rng", "RandomState", "seed") else [
        k.value for k in node.keywords if k.arg == "seed"]
    return any(isinstance(value, ast.Constant) for value in given)


def fixed_seeds_are_reviewed(chapter):
    """Every cell that fixes a seed is on the list of those whose sentences do not generalise from it."""
    known = FIXED.get(chapter.stem, {})
    found = {cell.id: number for number, cell in chapter.code_cells
             if any(map(_fixes_a_seed, ast.walk(tree(cell.source))))}
    return [f"cell {number}: fixes a seed and is not on the list in rules_of_seeds.py; state a share over seeds, or "
            f"enter {name!r} with what its sentences may say." for name, number in found.items() if name not in known]


SEEDS = (fixed_seeds_are_reviewed,)
