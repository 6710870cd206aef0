"""The counts of faults planted into the code: of every room, whole, and the interval of a share as Wilson gives it."""

from pathlib import Path

import numpy as np
import pytest

from hw0.audit import code_faults
from hw0.audit.code_faults import Room, code_faults_table, counted, store, wilson
from tools.mutants.nearest import Project, room

ROOT = Path(__file__).parents[3]


def test_every_room_is_counted():
    assert {row.room for row in counted()} == {room(module) for module in Project(ROOT).modules}


def test_no_count_is_larger_than_what_it_is_a_part_of():
    assert [row for row in counted()
            if not 0 < row.planted <= row.places or not row.noticed <= row.now <= row.planted] == []


@pytest.mark.parametrize(("hits", "tries"), [(0, 7), (3, 7), (7, 7), (60, 65), (999, 1000)])
def test_at_an_end_of_the_interval_what_was_seen_lies_196_standard_deviations_away(hits, tries):
    for end in wilson(hits, tries):
        if 0 < end < 1:
            assert abs(hits / tries - end) == pytest.approx(1.96 * np.sqrt(end * (1 - end) / tries))


def test_the_interval_covers_the_share_about_as_often_as_it_says():
    rng = np.random.default_rng(0)
    for share in (0.7, 0.9):
        ends = [wilson(hits, 60) for hits in rng.binomial(60, share, 2000)]
        assert 0.92 < np.mean([low <= share <= high for low, high in ends]) < 0.98


def test_the_table_adds_up_and_a_room_is_stored_in_its_place(tmp_path, monkeypatch):
    monkeypatch.setattr(code_faults, "COUNTS", tmp_path / "counts.json")
    store([Room("b", 50, 5, 4, 5, 1), Room("a", 30, 4, 4, 4, 0)])
    store([Room("b", 50, 6, 4, 6, 2)])
    assert counted() == (Room("a", 30, 4, 4, 4, 0), Room("b", 50, 6, 4, 6, 2))
    table = code_faults_table()
    assert table.caption == "10 faults drawn from 80: 8 noticed at once, 10 now"
    assert table.rows[1:] == (("b", 50, 6, 4, "30\u00a0to\u00a090\u00a0%", 6, 2), ("all", 80, 10, 8, "", 10, 2))
