"""Make the pools of instances: `python -m tests.hw0.checks.pools ridge 5b.ii` (default: all of every problem).

Minutes: for every known wrong answer the smallest instance that refutes it is searched.  The same in every run.
An instance that you want tried in any case is one of the traps of its kind.
"""

import importlib
import sys
from pathlib import Path

import hw0.checks
from hw0.checks.judge import expected_value, expected_values
from hw0.checks.registry import PROBLEMS
from tests.hw0.checks.pools.candidates import candidates
from tests.hw0.checks.pools.making import key, kinds_of, pool, written

HOME = Path(hw0.checks.__file__).parent


def main(wanted):
    """Write pool.json for these problems and parts; the other parts of a problem keep theirs."""
    known = candidates()
    for problem in PROBLEMS.values():
        parts = importlib.import_module(f"hw0.checks.{problem}").PARTS
        if not wanted or {problem, *(part.id for part in parts)} & set(wanted):
            pools = {part.id: (part.names, _cases(part, problem, known, wanted)) for part in parts}
            (HOME / problem / "pool.json").write_text(written(pools), encoding="utf-8")


def _cases(part, problem, known, wanted):
    """For each case pairs: an instance, what is asked for there."""
    if wanted and problem not in wanted and part.id not in wanted:
        made = [case.instances for case in part.cases]
    else:
        made = pool(part, kinds_of(problem)[part.id], [one.answer for one in known if one.part == part.id])
        print(part.id, *map(len, made), flush=True)
    stored = {key(v): told for case in part.cases
              for v, told in zip(case.instances, expected_values(part, case), strict=True)}
    return [[(v, stored[key(v)] if key(v) in stored else expected_value(part, v)) for v in case] for case in made]


if __name__ == "__main__":
    main(sys.argv[1:])
