"""Each mistake that a part knows is told of an answer that makes it, and of no other: none hides behind another."""
import functools

import pytest

from hw0.checks import PARTS, check
from hw0.checks.compare import same
from hw0.checks.judge import expected_value, rival_value
from hw0.checks.returned import quiet
from tests.hw0.checks.slips import SLIPS


@pytest.mark.parametrize(("part", "said", "answer"), SLIPS, ids=[f"{part} {said}" for part, said, _ in SLIPS])
def test_a_slip_is_told_by_its_name(part, said, answer):
    verdict = check(part, answer)
    assert not verdict.right
    assert said in str(verdict.diagnosis)
    assert [mistake.says for mistake in PARTS[part].mistakes if said in mistake.says] != []


def hidden(part):
    """Each mistake of a part that no answer can be told of, with what is told in its place."""
    instances = [instance for case in part.cases for instance in case.instances]
    values = functools.cache(lambda k: expected_value(part, instances[k]))
    rivals = functools.cache(lambda j, k: rival_value(part.mistakes[j], values(k), instances[k]))
    found = []
    for j, mistake in enumerate(part.mistakes):
        alike = part.equal or functools.partial(same, rtol=part.rtol)
        if all(alike(values(k), rivals(j, k)) for k in range(len(instances))):
            found.append((mistake.says, "right"))
        for earlier in range(j):
            says = part.mistakes[earlier].says
            equal = (same(rivals(earlier, k), rivals(j, k), part.rtol) for k in range(len(instances)))
            if says != mistake.says and all(equal):
                found.append((mistake.says, says))
    return found


def test_no_mistake_hides_behind_another_or_is_right():
    with quiet():
        found = {part.id: hidden(part) for part in PARTS.values()}
    assert {part: pairs for part, pairs in found.items() if pairs} == {}
