"""hw0.style: Matplotlib figures in the style of the book."""
import matplotlib.pyplot as plt
import numpy as np
import pytest

from hw0 import style


@pytest.fixture(autouse=True)
def no_window_opens():
    plt.switch_backend("agg")
    yield
    plt.close("all")


def test_axes_have_the_width_asked_for_and_two_spines():
    fig, ax = style.axes(size="small")
    assert fig.get_size_inches()[0] == style.WIDTHS["small"]
    assert [side for side, spine in ax.spines.items() if spine.get_visible()] == ["left", "bottom"]
    assert style.axes(2, 3)[1].shape == (2, 3)


def test_an_unknown_size_is_named():
    with pytest.raises(ValueError, match="size must be one of small, text, wide; got 'huge'"):
        style.axes(size="huge")


def test_every_picture_is_shown_under_its_title_and_empty_places_stay_empty():
    images = np.random.default_rng(0).normal(size=(5, 3, 3))
    fig = style.pictures(images, list("abcde"), columns=4, size="small")
    assert fig.get_size_inches()[0] == style.WIDTHS["small"]
    shown = [ax for ax in fig.axes if ax.images]
    assert len(fig.axes) == 8 and [ax.get_title() for ax in shown] == list("abcde")
    np.testing.assert_array_equal([ax.images[0].get_array() for ax in shown], images)
    assert not any(ax.axison for ax in fig.axes)
    width, height = fig.get_size_inches() / (4, 2)
    assert width < height < 1.3 * width     # a square, and a line of text above it


def test_signed_pictures_share_a_scale_with_white_at_zero():
    fig = style.pictures(np.array([[[0.0, -2.0]], [[1.0, 0.5]]]), ["", ""], columns=2, signed=True)
    for ax in fig.axes:
        assert ax.images[0].get_clim() == (-2.0, 2.0)
        assert ax.images[0].cmap(0.5)[:3] == pytest.approx((1, 1, 1), abs=0.01)
