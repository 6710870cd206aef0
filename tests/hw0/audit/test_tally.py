"""The tallies count what the ledger holds, and nothing twice."""

import pytest

from hw0.audit import claims
from hw0.audit.tally import by_problem, by_truth, of_problem, taken_apart


def numbers(cell):
    return [int(word) for word in cell.split(" of ")] if cell != "none" else [0, 0]


def test_the_conversations_and_the_problems_add_up_to_all_claims():
    *rows, total = by_problem().rows
    assert [row[0] for row in rows] == [made.name for made in taken_apart()]
    for column in range(1, len(total)):
        sums = [sum(column_numbers) for column_numbers in zip(*(numbers(row[column]) for row in rows), strict=True)]
        assert sums == numbers(total[column])
    for _, *problems, both in (*rows, total):
        assert [sum(each) for each in zip(*map(numbers, problems), strict=True)] == numbers(both)
    assert numbers(total[-1])[1] == len(claims())


def test_every_kind_of_truth_is_counted_and_most_flaws_are_refuted():
    rows = by_truth().rows
    assert sum(count for _, count, _ in rows) == sum(claim.flawed for claim in claims())
    assert all(refuted <= count for _, count, refuted in rows)
    # what a chatbot says of itself
    assert {truth: refuted == count for truth, count, refuted in rows}["wrong"] is False


def test_the_tallies_of_the_problems_agree_with_the_tables():
    total = by_problem().rows[-1]
    tallies = {problem: of_problem(problem) for problem in "2345"}
    for column, tally in enumerate(tallies.values(), start=1):
        flawed, told = numbers(total[column])
        assert (tally.statements, tally.flawed) == (told, flawed)
        assert 0 < tally.refuted < tally.flawed
    in_all = sum(refuted for _, _, refuted in by_truth().rows)        # with what a chatbot said of its own work
    assert sum(tally.refuted for tally in tallies.values()) <= in_all


def test_a_tally_reads_as_a_sentence():
    tally = of_problem("3")
    assert repr(tally) == (f"{tally.statements} statements on this problem, {tally.flawed} of them flawed, "
                           f"{tally.refuted} refuted by a computation")


@pytest.mark.parametrize("problem", ["6", "", "meta"])
def test_a_problem_without_statements_is_refused_with_the_others_named(problem):
    with pytest.raises(ValueError, match="choose from 2, 3, 4, 5"):
        of_problem(problem)
