"""The tallies count what the ledger holds, and nothing twice."""

from hw0.audit import claims
from hw0.audit.tally import by_problem, by_truth


def numbers(cell):
    return [int(word) for word in cell.split(" of ")] if cell != "none" else [0, 0]


def test_the_problems_add_up_to_all_claims():
    *problems, total = by_problem().rows
    for column in (1, 2, 3):
        sums = [sum(column_numbers) for column_numbers in zip(*(numbers(row[column]) for row in problems), strict=True)]
        assert sums == numbers(total[column])
    assert sum(numbers(cell)[1] for cell in total[1:]) == len(claims())


def test_every_kind_of_truth_is_counted_and_most_flaws_are_refuted():
    rows = by_truth().rows
    assert sum(count for _, count, _ in rows) == sum(not claim.correct for claim in claims())
    assert all(refuted <= count for _, count, refuted in rows)
    assert {truth: refuted == count for truth, count, refuted in rows}["wrong"] is False      # what a chatbot says of itself
