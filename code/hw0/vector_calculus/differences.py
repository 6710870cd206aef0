"""Difference quotients along the coordinates, forward and central, with steps that fit the function.

Shapes, steps and errors are those of gradcheck.
"""
import numpy as np

from hw0.validation import positive, shaped

EPS = np.finfo(float).eps
FORWARD = 1 / 2                         # a step of eps^(1/2), 1.5e-8 in float64 and 3e-4 in float32
CENTRAL = 1 / 3                         # and eps^(1/3), 6e-6 and 5e-3
BLOCK = 2**18                           # entries of the points that f is given at once
SHORTER = 16.0 ** -np.arange(9)         # steps that are tried where f turns within the first one


def forward_differences(f, x, *, h=None):
    """The derivative (1, n) or (p, n) by (f(x + h e_k) - f(x)) / h: n + 1 calls, an error of the order of h.

    h is a number, or (n,) for a step of its own in each direction.

    >>> differences.forward_differences(lambda x: x @ x, [1.0, 2.0]).round(6)
    array([[2., 4.]])
    """
    (x,) = shaped(x=("n", x))
    here = called(f, x)
    steps = _steps(x, precision(here) ** FORWARD if h is None else None, h)
    columns = []
    for k in range(len(x)):
        above, up = _moved(f, x, k, steps[k])
        columns.append((above - here) / (up - x[k]))
    return assembled(columns)


def central_differences(f, x, *, h=None, batch=False):
    """The derivative (1, n) or (p, n) by (f(x + h e_k) - f(x - h e_k)) / 2h: 2n + 1 calls, an error of order h^2.

    Where f turns within the default step, because its own length is shorter, shorter steps are tried.  A step h that
    is given, a number or (n,), is taken as it is.
    With batch, f takes points as rows (m, n) and returns (m,) or (m, p): few calls, much faster.

    >>> differences.central_differences(lambda x: x @ x, [1.0, 2.0]).round(6)
    array([[2., 4.]])
    """
    (x,) = shaped(x=("n", x))
    here = _values(f, x[None, :], batch)[0]
    if h is not None:
        return assembled(_central(f, x, _steps(x, None, h), range(len(x)), batch)[0])
    steps = _steps(x, precision(here) ** CENTRAL, None)
    quotients, values = _central(f, x, steps, range(len(x)), batch)
    eps = precision(here, values)
    if eps > precision(here):          # float32 inside, though it answers in float64
        steps = _steps(x, eps**CENTRAL, None)
        quotients, values = _central(f, x, steps, range(len(x)), batch)
    bend = np.abs(values[0] - 2 * here + values[1])
    rounding = 8 * eps * np.maximum(np.max(np.abs(values), axis=0), np.abs(here))
    turns = _any(bend > 1e-4 * np.abs(values[0] - values[1]) + rounding)
    for k in np.flatnonzero(turns):
        quotients[k] = _steadiest(f, x, k, steps[k], eps, batch)
    return assembled(quotients)


def precision(here, values=None):
    """The eps of the numbers that f answers with: float32's, if they are of that type or differ and all fit into it.

    >>> print(f"{differences.precision(np.float32(1.0)):.1e}")
    1.2e-07
    """
    if here.dtype.kind == "f" and here.dtype.itemsize < 8:
        return float(np.finfo(here.dtype).eps)
    if values is None or values.dtype.kind != "f" or np.all(values == here):
        return EPS
    with np.errstate(over="ignore"):
        short = np.all(values.astype(np.float32) == values) and np.all(here.astype(np.float32) == here)
    return float(np.finfo(np.float32).eps) if short else EPS


def called(f, x):
    """f(x), finite; x is passed as a copy, since f may work in place.

    >>> differences.called(lambda x: 2 * x, np.array([1.0, 2.0]))
    array([2., 4.])
    """
    return finite(f(x.copy()))


def finite(value):
    """A value of f as a floating array of its own.  Raises ValueError unless it is real and finite.

    >>> differences.finite([1, 2])
    array([1., 2.])
    """
    value = np.array(value)             # a copy: f may return the same buffer each time
    if value.dtype.kind not in "iuf" or not np.all(np.isfinite(value)):
        raise ValueError("f must return finite real numbers near x; it is not differentiable where it does not.")
    return value if value.dtype.kind == "f" else value.astype(float)


def assembled(columns):
    """The columns df/dx_k, each a number or (p,), as a row (1, n) or matrix (p, n).

    >>> differences.assembled([1.0, 2.0]).shape, differences.assembled([[1.0, 2.0, 3.0]]).shape
    ((1, 2), (3, 1))
    """
    return np.stack([np.atleast_1d(c) for c in columns], axis=1)


def _steps(x, default, h):
    """Steps (n,), h or default * max(1, |x_k|), each long enough to change x."""
    h = default * np.maximum(1.0, np.abs(x)) if h is None else np.broadcast_to(positive(h=h)[0], x.shape)
    if np.any((x + h == x) | (x - h == x)):
        raise ValueError(f"h must be large enough to change x; {np.min(h):g} is lost in rounding.")
    return h


def _moved(f, x, k, step):
    """f at x with step added to entry k, and that entry: x + h is rounded, and the quotient must know by how much."""
    point = x.copy()
    point[k] += step
    return called(f, point), point[k]


def _central(f, x, steps, coordinates, batch):
    """The quotients (m, ...) at some coordinates, and the values (2, m, ...) that they come from."""
    coordinates = np.asarray(coordinates)
    values, widths = [], []
    at_once = max(1, BLOCK // (2 * len(x))) if batch else 1
    for some in np.split(coordinates, range(at_once, len(coordinates), at_once)):
        points = np.repeat(x[None, :], 2 * len(some), axis=0)
        rows = np.arange(len(some))
        points[rows, some] += steps[some]
        points[rows + len(some), some] -= steps[some]
        widths.append(points[rows, some] - points[rows + len(some), some])
        values.append(np.stack(np.split(_values(f, points, batch), 2)))
    values, widths = np.concatenate(values, axis=1), np.concatenate(widths)
    return (values[0] - values[1]) / widths.reshape(-1, *[1] * (values.ndim - 2)), values


def _steadiest(f, x, k, step, eps, batch):
    """The quotient at coordinate k with the longest step within which f is smooth, as far as steps can tell.

    The slopes to either side differ by f'' h where f is smooth, and by as much for every h while a kink, or a turn that
    looks like one, lies within.  A kink at x itself never resolves; then the first quotient is as good as any.
    """
    scale = eps**CENTRAL * np.max(np.abs(x))
    tried = [step * shorter for shorter in SHORTER] + [scale * shorter for shorter in (1, 1 / 16) if 0 < scale < step]
    first = best = last = None
    least = np.inf
    for h in sorted(tried, reverse=True):
        if x[k] + h == x[k] or x[k] - h == x[k]:
            break
        (quotient,), (above, below) = _central(f, x, np.full(len(x), h), [k], batch)
        rounding = eps * np.max(np.abs([above, below])) / h
        now = quotient, np.max(np.abs(above - 2 * _values(f, x[None, :], batch) + below)) / h, rounding
        if last is None:
            first = quotient
        else:
            change = np.max(np.abs(quotient - last[0]))
            resolved = now[1] <= last[1] / 4 + 8 * rounding or last[1] <= 1e-4 * np.max(np.abs(last[0]))
            if (resolved or best is not None) and max(change, last[2]) < least:
                best, least = last[0], max(change, last[2])
            if best is not None and change <= 1e-8 * np.max(np.abs(quotient)) + 8 * rounding:
                break
        last = now
    return first if best is None else best


def _any(marks):
    return np.any(marks.reshape(len(marks), -1), axis=1)


def _values(f, points, batch):
    """f at the rows of points, one after the other or all at once."""
    if not batch:
        return np.stack([called(f, point) for point in points])
    values = finite(f(points.copy()))
    if values.shape[:1] != (len(points),):
        raise ValueError(f"with batch, f must return a value or a row for each of the {len(points)} points; got "
                         f"{values.shape}.")
    return values
