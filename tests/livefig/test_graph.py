"""Constants in the graph: what is masked has no value, and no number changes on its way in."""

import numpy as np
import pytest

from livefig.graph import Graph
from tests.livefig.test_operations import blank


@pytest.mark.parametrize("dtype", [float, int, bool])
def test_what_is_masked_has_no_value(dtype):
    hidden = np.ma.array(np.array([0, 1, 1], dtype), mask=[0, 1, 0])
    np.testing.assert_array_equal(Graph().lift(hidden).value, [0, np.nan, 1])
    np.testing.assert_array_equal((Graph().add(np.ones(3), "input") + hidden).value, [1, np.nan, 2])


def test_a_masked_array_without_anything_masked_is_an_array():
    assert Graph().lift(np.ma.array([1, 2])).dtype == int


def test_a_masked_point_is_not_drawn():
    fig = blank()
    fig.line([0, 0.5, 1, 1], np.ma.array([0, 9e9, 1, 0], mask=[0, 1, 0, 0]))
    assert '"NaN"' in fig.json()
    assert "9000000000" not in fig.json()


@pytest.mark.parametrize("number", [2**63, 2**64 - 1, 2**63 - 1, 7])
def test_large_whole_numbers_do_not_wrap(number):
    t = Graph().lift(np.array([number, 1], np.uint64))
    assert t.value[0] == float(number) or t.value[0] == number
    assert t.dtype == (float if number >= 2**63 else int)


def test_nothing_is_a_line_too():
    fig = blank()
    fig.line([], [])
    assert fig.html()
