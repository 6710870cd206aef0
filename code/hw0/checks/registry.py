"""The table of all parts that can be checked.  The parts of a problem are read when one of them is looked up."""
from collections.abc import Mapping
from importlib import import_module

# the first digit of a part's id -> the package that has it
PROBLEMS = {"2": "vector_calculus", "3": "least_squares", "4": "ridge", "5": "relu_elbow", "6": "networks"}
# what the sheet asks, and the exercises of the book
HOMEWORK = ("2a", "2b", "2c", "2d", "2e", "3a", "3b", "3c", "3c.any", "3d", "3e", "3f", "3f.any", "4a", "4b", "4c",
            "4d", "4e", "4f", "4g", "4h", "4h.any", "5a.i", "5a.ii", "5a.iii", "5a.iv", "5b.i", "5b.ii", "5b.iii",
            "5b.iv", "5c", "5d", "6.affine_forward", "6.affine_backward", "6.relu_forward", "6.relu_backward",
            "6.softmax_loss", "6.svm_loss")
EXERCISES = ("2.residual", "2.norm", "2.axis", "2.layer", "2.unit", "3.weighted", "3.nearest", "3.leverage",
             "3.descent", "3.low_rank", "3.prediction", "4.freedom", "4.prior", "4.toward", "4.intercept",
             "4.leave-one-out", "4.units", "4.evidence", "4.stopping", "5.shift", "5.one_step_fit", "5.falls_asleep",
             "5.weight_decay", "5.leaky", "5.slope", "5.born_dead", "5.valley", "6.pair_backward", "6.momentum",
             "6.reach", "6.spread", "6.network")
IDS = tuple(part for digit in PROBLEMS for part in (*HOMEWORK, *EXERCISES) if part[0] == digit)


class _Parts(Mapping):
    """Part id -> Part, in the order of the homework."""

    def __init__(self):
        self.loaded = {}

    def __getitem__(self, part):
        if part not in IDS:
            raise KeyError(part)
        if part not in self.loaded:
            problem = import_module(f"hw0.checks.{PROBLEMS[part[0]]}")
            self.loaded |= {one.id: one for one in problem.PARTS}
        return self.loaded[part]

    def __iter__(self):
        return iter(IDS)

    def __len__(self):
        return len(IDS)


PARTS = _Parts()
