"""What a log adds up to."""

import numpy as np
import pytest

from hw0.study_log import entry, example
from hw0.study_log.summary import PROBLEMS, balance, mentioned, minutes

ENTRIES = (entry("2031-10-01", "4b", 30, "book; notes", "A"), entry("2031-10-02", "4", 45, "book", "B ; A"),
           entry("2031-10-03", "5b.ii", 10, "", ""))


def test_minutes_of_parts_count_for_their_problem():
    assert minutes(ENTRIES) == {**dict.fromkeys(PROBLEMS, 0), "4": 75, "5": 10}


def test_no_minute_is_lost_or_invented():
    for entries in (ENTRIES, example.ENTRIES, ()):
        assert sum(minutes(entries).values()) == sum(each.minutes for each in entries)


def test_names_are_told_apart_by_semicolons_and_counted_once_a_sitting():
    assert mentioned(ENTRIES, "collaborators") == {"A": 75, "B": 45}
    assert mentioned(ENTRIES, "sources") == {"book": 75, "notes": 30}
    assert mentioned([entry("2031-10-01", "1", 5, "book; book")], "sources") == {"book": 5}


def test_the_example_names_its_sources_partners_and_what_helped():
    assert mentioned(example.ENTRIES, "sources") == {"this book": 1095, "a chatbot": 310, "linear algebra text": 200,
                                                     "lecture 2": 95, "Donoho 2024": 60}
    assert mentioned(example.ENTRIES, "collaborators") == {"partner B": 660, "partner A": 475}
    assert [bool(each.unstuck) for each in example.ENTRIES] == [True] * 9 + [False]


def test_balance_is_in_hours():
    found = balance([1, 2, 3, 4, 5, 6, 7], 60 * np.arange(7))
    np.testing.assert_array_equal(found.spent, np.arange(7))
    assert (found.planned_in_all, found.spent_in_all) == (28, 21)


@pytest.mark.parametrize(("call", "message"), [
    (lambda: mentioned(ENTRIES, "minutes"), "column must be 'sources' or 'collaborators'"),
    (lambda: balance([1] * 7, [-1] * 7), "spent must not be negative"),
    (lambda: balance([-1] * 7, [1] * 7), "planned must not be negative"),
    (lambda: balance([1] * 7, [1] * 6), "shape"),
])
def test_a_summary_of_what_cannot_be_is_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()
