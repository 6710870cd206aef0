"""Input is validated once, by the function that gets it: float64 arrays of the right shape, or an error with a remedy.

An array-like that brings its own NumPy dispatch (a traced value of a live figure) passes through
as it is: its shape is checked, its values are not fixed.
"""
import math
import operator
import sys

import numpy as np


def generator(rng):
    """rng, if it is a numpy.random.Generator.  Raises TypeError for anything else.

    >>> generator(np.random.default_rng(0)).random() < 1
    True
    >>> generator(0)
    Traceback (most recent call last):
        ...
    TypeError: rng must be a numpy.random.Generator, such as np.random.default_rng(0); got 0.
    """
    if not isinstance(rng, np.random.Generator):
        raise TypeError(f"rng must be a numpy.random.Generator, such as np.random.default_rng(0); got {rng!r}.")
    return rng


def is_traced(value):
    """True for an array-like with its own NumPy dispatch, which must not be converted.

    >>> is_traced(np.ones(3))
    False
    """
    return hasattr(value, "__array_function__") and not isinstance(value, (np.ndarray, np.generic))


def not_widening(number):
    """number as a Python float, beside which float32 arrays stay float32; a traced one as it is.

    >>> (np.ones(1, np.float32) * not_widening(np.float64(2.0))).dtype
    dtype('float32')
    """
    return number if is_traced(number) else float(number)


def whole(*, least=1, most=None, **named):
    """The named counts as ints.  Raises TypeError for what is no whole number, 2.0 included, ValueError out of range.

    >>> whole(steps=3, epochs=np.int64(2))
    (3, 2)
    >>> whole(steps=0)
    Traceback (most recent call last):
        ...
    ValueError: steps must be a whole number >= 1; got 0.
    """
    counts = []
    for name, value in named.items():
        wanted = f"{name} must be a whole number " + (f">= {least}" if most is None else f"from {least} to {most}")
        try:
            counts.append(operator.index(value))
        except TypeError:
            raise TypeError(f"{wanted}; got {value!r}.") from None
        if counts[-1] < least or (most is not None and counts[-1] > most):
            raise ValueError(f"{wanted}; got {value}.")
    return tuple(counts)


def numbers(**named):
    """The named scalars or arrays as float64 arrays that broadcast together, in the order given.

    Raises TypeError for text, complex numbers and objects; ValueError for NaN, infinity, an empty
    array, or shapes that do not broadcast.

    >>> numbers(w=2, x=[1, 2])
    (array(2.), array([1., 2.]))
    >>> numbers(w=[1, 2], x=[1, 2, 3])
    Traceback (most recent call last):
        ...
    ValueError: these shapes do not broadcast together: w (2,), x (3,). Give scalars, or arrays of one common shape.
    """
    arrays = {name: _real(name, value) for name, value in named.items()}
    shapes = {a.shape for a in arrays.values()} - {()}
    try:
        if len(shapes) > 1:
            np.broadcast_shapes(*shapes)
    except ValueError:
        listed = ", ".join(f"{name} {a.shape}" for name, a in arrays.items())
        raise ValueError(f"these shapes do not broadcast together: {listed}. "
                         "Give scalars, or arrays of one common shape.") from None
    return tuple(arrays.values())


def positive(**named):
    """The named scalars or arrays as float64 arrays, every entry > 0.  Raises as numbers, and ValueError for <= 0.

    >>> positive(lr=0.5)
    (array(0.5),)
    >>> positive(lr=0)
    Traceback (most recent call last):
        ...
    ValueError: lr must be positive; got 0.
    """
    arrays = numbers(**named)
    for name, a in zip(named, arrays, strict=True):
        if not is_traced(a) and np.any(a <= 0):
            raise ValueError(f"{name} must be positive; got {a[a <= 0].flat[0]:g}.")
    return arrays


def not_negative(**named):
    """The named scalars or arrays as float64 arrays, every entry >= 0.  Raises as numbers, and ValueError for < 0.

    >>> not_negative(lam=0)
    (array(0.),)
    >>> not_negative(lam=-1)
    Traceback (most recent call last):
        ...
    ValueError: lam must not be negative; got -1.
    """
    arrays = numbers(**named)
    for name, a in zip(named, arrays, strict=True):
        if not is_traced(a) and np.any(a < 0):
            raise ValueError(f"{name} must not be negative; got {a[a < 0].flat[0]:g}.")
    return arrays


def shaped(**named):
    """The named arrays as float64, their shapes checked against letters: shaped(X=("nd", X), y=("n", y)).

    The first place that shows a letter fixes its size; later ones must agree, those of the same array too: A=("nn", A).
    Raises as numbers, and ValueError for a shape that does not fit.

    >>> X, y = shaped(X=("nd", [[1, 2], [3, 4], [5, 6]]), y=("n", [1, 0, 1]))
    >>> X.shape, y.dtype
    ((3, 2), dtype('float64'))
    >>> shaped(X=("nd", X), y=("n", [[1], [0], [1]]))
    Traceback (most recent call last):
        ...
    ValueError: y must have shape (3,); got (3, 1). Use y.ravel().
    """
    return _shaped(named, copy=True)


def seen(**named):
    """As shaped, but a float64 array comes back as it is: for functions that only read it, no time for a copy.

    >>> X = np.ones((3, 2))
    >>> seen(X=("nd", X))[0] is X, shaped(X=("nd", X))[0] is X
    (True, False)
    """
    return _shaped(named, copy=False)


def _shaped(named, copy):
    sizes, arrays = {}, []
    for name, (letters, value) in named.items():
        a = _real(name, value, copy)
        found = dict(sizes)
        if len(letters) != a.ndim or any(found.setdefault(k, got) != got
                                         for k, got in zip(letters, a.shape, strict=True)):
            want = tuple(sizes.get(k, k) for k in letters)
            shape = "have shape (" + ", ".join(map(str, want)) + ("," if len(want) == 1
                                                                  else "") + ")" if want else "be a number"
            hint = f" Use {name}.ravel()." if len(letters) == 1 and a.ndim > 1 and max(a.shape) == a.size else ""
            raise ValueError(f"{name} must {shape}; got {'' if want else 'shape '}{a.shape}.{hint}")
        sizes = found
        arrays.append(a)
    return tuple(arrays)


def _real(name, value, copy=True):
    if type(value) is np.ndarray and value.dtype == np.float64 and value.size and np.isfinite(value).all():
        return value.astype(np.float64, copy=copy)          # nearly always, and much faster
    if type(value) in (float, np.float64) and math.isfinite(value):
        return np.array(value)
    if is_traced(value):
        return value
    try:
        if "numpy.ma" in sys.modules and np.ma.is_masked(value):     # looking at np.ma imports it
            raise TypeError(f"{name} has masked entries, and NumPy would use what is under the mask; fill them or "
                            f"leave them out.")
        a = np.asarray(value)
    except ValueError:
        raise ValueError(f"{name} must be an array; got rows of different lengths.") from None
    if a.dtype.kind not in "biuf":
        got = {"c": "complex numbers", "U": "text", "S": "text"}.get(a.dtype.kind, type(value).__name__)
        raise TypeError(f"{name} must be a real number or an array of real numbers; got {got}.")
    if a.size == 0:
        raise ValueError(f"{name} must not be empty; got shape {a.shape}.")
    a = a.astype(np.float64, copy=copy)
    if not np.all(np.isfinite(a)):
        where = tuple(int(k) for k in np.argwhere(~np.isfinite(a))[0])
        raise ValueError(f"{name} must be finite; got {a[where]}" + (f" at index {where}." if where else "."))
    return a
