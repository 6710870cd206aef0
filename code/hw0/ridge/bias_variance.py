"""How far ridge is from the truth on average, along each singular direction, and which lambda is best (chapter 4).

y = X w0 + noise of standard deviation `noise` in every entry, and theta = V^T w0.  Along v_i the ridge solution misses
theta_i by lambda / (sigma_i^2 + lambda) of it, the bias, and the noise moves it by sigma_i / (sigma_i^2 + lambda) times
its own size.  The mean squared error is the sum of the squares of both, and least at lambda = (noise / theta_i)^2,
whatever sigma_i is.

All functions broadcast and trace.  They raise TypeError and ValueError as hw0.ridge.spectrum.
"""
import numpy as np

from hw0.ridge.spectrum import filter_factors
from hw0.validation import not_negative, numbers


def bias_squared(s, theta, lam):
    """(lambda / (sigma^2 + lambda))^2 theta^2: what shrinking costs along each direction; no digits cancel.

    >>> ridge.bias_squared([2.0, 1.0], [5.0, 2.0], 1.0)
    array([1., 1.])
    >>> print(f"{ridge.bias_squared(1e9, 1.0, 1.0):.1e}")
    1.0e-36
    """
    (theta,), (s, lam) = numbers(theta=theta), not_negative(s=s, lam=lam)
    with np.errstate(over="ignore"):
        lost = np.where(lam == 0, 0.0, 1.0 / (1.0 + s * (s / np.where(lam == 0, 1.0, lam))))
    return (np.where(s == 0, 1.0, lost) * theta) ** 2


def variance(s, noise, lam):
    """(sigma / (sigma^2 + lambda))^2 noise^2: what the noise costs along each direction.

    >>> ridge.variance([2.0, 1.0], 5.0, 1.0)
    array([4.  , 6.25])
    """
    (noise,) = not_negative(noise=noise)
    return (filter_factors(s, lam) * noise) ** 2


def mean_squared_error(s, theta, noise, lam):
    """The mean of (v_i^T w - theta_i)^2 over the noise, for the ridge solution w: squared bias plus variance.

    >>> ridge.mean_squared_error([2.0, 1.0], [5.0, 2.0], 5.0, 1.0)
    array([5.  , 7.25])
    """
    return bias_squared(s, theta, lam) + variance(s, noise, lam)


def best_penalty(theta, noise):
    """(noise / theta)^2, the lambda with the least mean squared error along one direction.

    Infinite where theta = 0 < noise, and NaN where both are 0 and every lambda is best.  Source: eq-ridge-best.

    >>> ridge.best_penalty([2.0, 0.5], 1.0)
    array([0.25, 4.  ])
    """
    (theta,), (noise,) = numbers(theta=theta), not_negative(noise=noise)
    with np.errstate(divide="ignore", invalid="ignore"):
        return (noise / theta) ** 2
