"""hw0.relu_elbow.zigzag: the polygon passes through its heights and is straight between them."""
import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0.relu_elbow import zigzag


def test_the_polygon_has_its_heights_at_the_knots_and_is_straight_between():
    heights = (0.5, -1.0, 2.0, 0.0, 1.0)
    y = zigzag.target(heights)
    assert_allclose(y, np.interp(zigzag.X, zigzag.KNOTS, heights), atol=1e-12)
    assert np.isin(zigzag.KNOTS, zigzag.X).all()


@pytest.mark.parametrize("heights", [[0.0, 1.0, 0.0], np.ones((5, 2)), [0.0, 1.0, np.nan, 1.0, 0.0]])
def test_a_polygon_has_five_heights(heights):
    with pytest.raises(ValueError, match="heights must"):
        zigzag.target(heights)
