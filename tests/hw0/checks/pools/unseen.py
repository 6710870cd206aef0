"""Write the instances that check does not have, on which the checker is tried:
`python -m tests.hw0.checks.pools.unseen ridge` (default: of every problem).

Drawn like the instances of the pools, with other random numbers; none of the pool is among them.  A few of them come at
other scales, too, where an argument may be scaled alone.
"""

import sys

from hw0.audit.checker import UNSEEN
from hw0.checks import PARTS
from hw0.checks.judge import expected_value
from hw0.checks.registry import HOMEWORK, PROBLEMS
from tests.hw0.checks.pools.making import distinct, key, kinds_of, written
from tests.hw0.checks.pools.sampling import sample

SEED = 7
DRAWN = 24      # readable ones and wide ones, in each case
RESCALED = 3    # of each case
FACTORS = (0.003, 37.0)
# The arguments of a part that may have any scale, each alone: no case is left by it.
ANY_SCALE = {
    **dict.fromkeys(("2a", "2c"), ("x", "c", "A")), "2b": ("x",), "2d": ("A", "x"),
    **dict.fromkeys(("3a", "3d", "4g", "4h", "4h.any"), ("X", "y")), **dict.fromkeys(("3b", "3e"), ("s", "y")),
    **dict.fromkeys(("3c", "3f", "3c.any", "3f.any"), ("X",)),
    **dict.fromkeys(("4a", "4d", "4e", "4f"), ("y",)), "4b": ("s", "lam"),
    **dict.fromkeys(("5b.i", "5b.ii", "5b.iii", "5b.iv"), ("lr",)), "5a.i": ("w", "b"), "5a.ii": ("phi", "y"),
    **dict.fromkeys(("5a.iii", "5a.iv"), ("y",)), "5c": ("W1", "b"), "5d": ("y", "lr"),
    "6.affine_forward": ("X", "W", "b"), "6.affine_backward": ("dout", "X", "W", "b"), "6.relu_forward": ("Z",),
    "6.relu_backward": ("dout", "Z"), **dict.fromkeys(("6.softmax_loss", "6.svm_loss"), ("scores",)),
}


def drawn(part, kinds):
    """For each case of a Part, instances that its pool does not have: a list of lists of pairs with what is asked for
    there."""
    made, known = [], {key(v) for case in part.cases for v in case.instances}
    for kind in kinds:
        found = [{name: v[name] for name in part.names} for strategy in (kind.readable, kind.wide)
                 if strategy is not None for v in sample(strategy, DRAWN, seed=SEED)]
        found += [v | {name: v[name] * factor} for v in found[:RESCALED] for name in ANY_SCALE.get(part.id, ())
                  if name in v for factor in FACTORS]
        made.append([(v, expected_value(part, v)) for v in distinct(found) if key(v) not in known])
    return made


def main(wanted):
    """Write a file for each of these problems."""
    for digit, problem in PROBLEMS.items():
        if not wanted or problem in wanted:
            parts = [PARTS[part] for part in HOMEWORK if part[0] == digit]
            pools = {part.id: (part.names, drawn(part, kinds_of(problem)[part.id])) for part in parts}
            print(problem, *(sum(map(len, cases)) for _, cases in pools.values()), flush=True)
            (UNSEEN / f"{problem}.json").write_text(written(pools), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
