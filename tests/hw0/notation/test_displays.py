"""Every displayed formula is true where its assumptions hold, fails where they do not, and has its written shapes."""

import numpy as np
import pytest

from formula.judge import judge
from hw0.notation import CHAPTERS, table
from tests.hw0.notation.pages import formulas_of

INSTANCES = 200
# the share of instances without an assumption at which something has to fail: an equivalence may hold by chance
NEEDED = 0.1
DISPLAYS = [(stem, formula) for stem in CHAPTERS for formula in formulas_of(stem) if formula.displayed]


def judged(stem, formula, least=INSTANCES):
    page = table(stem)
    return judge(formula.text, page.LETTERS, page.LINES.get(formula.key), rng=np.random.default_rng(14), count=24,
                 least=least)


@pytest.mark.parametrize(("stem", "formula"),
                         [pytest.param(stem, formula, id=formula.key) for stem, formula in DISPLAYS])
def test_display_holds_and_needs_what_it_assumes(stem, formula):
    judgement = judged(stem, formula)
    kinds = {outcome.kind for outcome in judgement.outcomes}
    assert "expression" not in kinds, "say in its line how it goes on"
    reason = table(stem).NEITHER.get(formula.key)
    assert (reason is None) == bool(judgement.evaluated), "give the reason in NEITHER, or drop it there"
    if judgement.evaluated:
        assert judgement.holds, [(outcome.held, outcome.inside, outcome.values) for outcome in judgement.outcomes]
        assert judgement.instances >= INSTANCES
    for outside, failed in judgement.violations.values():
        assert failed > NEEDED * outside, "an assumption is not needed: say so, or drop it"
    for outcome in judgement.evaluated:
        assert outcome.failed >= NEEDED * outcome.outside, "a stated condition is not needed"


def test_few_displays_are_neither_evaluated_nor_definitions():
    reasons = [reason for stem in CHAPTERS for reason in table(stem).NEITHER.values()]
    assert len(DISPLAYS) > 100
    assert sum(not reason.startswith("a definition") for reason in reasons) <= 0.05 * len(DISPLAYS)
