"""What several figures of the plane need: a turn, zeros that are zero, and the sign of a right angle."""
import numpy as np


def turn(angle):
    """The matrix (2, 2) that turns the plane by an angle in degrees; traces."""
    c, s = np.cos(np.pi / 180 * angle), np.sin(np.pi / 180 * angle)
    return np.stack([np.stack([c, -s]), np.stack([s, c])])


def steady(a):
    """The array on a grid of 2^-30, for processors differ in what rounding leaves of a zero; traces."""
    return np.rint(a * 2.0**30) / 2.0**30


def right_angle(fig, corner, one, other, size, **style):
    """Draw the small square between two directions (2,) at a corner (2,); none where a direction is 0."""
    a, b = (size * v / np.linalg.norm(v) for v in (one, other))
    fig.line(*np.stack([corner + a, corner + a + b, corner + b]).T, dash="", width=1.5, **style)
