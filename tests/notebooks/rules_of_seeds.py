"""The rule on randomness: a cell that fixes a seed, or draws on from one, is on the list below, with what it may say.

A statement about random runs is made over seeds, with its share.  A fixed seed is in order where any seed would do (an
identity, tried at random points), or where the sentence speaks of this one run and of no other.
"""

import ast

from tests.notebooks.rules_of_code import tree

ANY = "an identity: any seed would do"
ONE = "one run, and the sentences speak of no other"
FIXED = {
    "learning_goals": {"check-murphy": ANY, "check-noise": "the share is that of twenty thousand"},
    "vector_calculus": {"check-dimensions": ANY, "complex-step": "the limits held for each of a thousand seeds",
                        "planted-error": "one matrix, and the sentence says so",
                        "one-in-a-million": "the limits held for each of sixty seeds", "kink-check": ANY,
                        "check-newton": ANY},
    "least_squares": {"check-gradient": ANY, "digits": "two hundred draws of one generator", "check-3d": ANY,
                      "check-any-rank": "it held for each of three hundred seeds", "check-3f": ANY,
                      "check-descent": ANY, "check-low-rank": ANY,
                      "double-descent-draws": "shares and medians of two hundred draws"},
    "ridge": {"check-gradient": ANY, "check-spectrum": ANY, "check-posterior": ANY, "check-eta": ANY,
              "check-limit": ANY, "routes": ANY, "check-early-stopping": ANY, "check-input-noise": ANY,
              "check-left-out": ANY, "check-bias-variance": ANY, "check-units": ANY,
              "v-over-lambda": "one matrix; the same held for each of sixty seeds, with these limits"},
    "relu_elbow": {"check-dw": ANY, "check-law": ANY, "check-bends": ANY,
                   "training-run": "one run, chosen for its picture; sixty starts follow",
                   "final-elbows": "two runs, and the sentences speak of no other"},
    "networks": {"jacobian": ANY, "predict-ln10": ANY, "loss-at-start": ANY, "trap-penalty": ANY,
                 "train-digits": ONE, "first-weights-picture": ONE, "momentum": ONE, "divergence": ONE,
                 "checkpoint-cell": "two runs that are the same to the last bit", "three-starts": ONE,
                 "normalised-back": "one net of fifty layers at two scales, beside its prediction",
                 "digits-sure": "the seed scatters the ink of two hundred digits; the nets are over seeds",
                 "known-answers": ANY, "trap-replacement": "the share that an epoch misses, of all its draws",
                 "trap-alias": ANY, "trap-subsample": "two hundred draws from one net",
                 "referee-pairs": "counterexamples to a claim", "exercise-seven-cell": "the run that is asked for",
                 "solved-seven": "the run that is asked for"},
    "3_least_squares": {"check-gauss-markov": "two hundred draws of one generator"},
    "4_ridge": {"imports": ANY, "check-evidence": ANY, "judges-compared": "the means of five hundred draws"},
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


def _names(cell, context):
    return {node.id for node in ast.walk(cell) if isinstance(node, ast.Name) and isinstance(node.ctx, context)}


def _generators(cell):
    """The names that a cell gives to generators of a fixed seed."""
    return {name for node in ast.walk(cell) if isinstance(node, ast.Assign) and _fixes_a_seed(node.value)
            for target in node.targets for name in _names(target, ast.Store)}


def fixed_seeds_are_reviewed(chapter):
    """Every cell that fixes a seed, or draws on, is on the list of those whose sentences do not generalise from it."""
    known, generators, found = FIXED.get(chapter.stem, {}), set(), {}
    for number, cell in chapter.code_cells:
        parsed = tree(cell.source)
        generators -= _names(parsed, ast.Store)
        if generators & _names(parsed, ast.Load) or any(map(_fixes_a_seed, ast.walk(parsed))):
            found[cell.id] = number
        generators |= _generators(parsed)
    return [f"cell {number}: fixes a seed, or draws on, and is not on the list in rules_of_seeds.py; state a share "
            f"over seeds, or enter {name!r} with what its sentences may say."
            for name, number in found.items() if name not in known]


SEEDS = (fixed_seeds_are_reviewed,)
