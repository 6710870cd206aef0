"""Difference quotients along the coordinates, forward and central, with steps that fit the function.

Shapes, steps and errors are those of gradcheck.  Steps fit float64, or float32 where f answers or computes in it: then
a UserWarning says how much of the differences is rounding.
"""
import warnings

import numpy as np

from hw0.validation import positive, shaped

EPS = np.finfo(float).eps
FORWARD = 1 / 2                         # a step of eps^(1/2), 1.5e-8 in float64 and 3e-4 in float32
CENTRAL = 1 / 3                         # and eps^(1/3), 6e-6 and 5e-3
BLOCK = 2**18                           # entries of the points that f is given at once
SHORTER = 16.0 ** -np.arange(9)         # steps that are tried where f turns within the first one
SINGLE = float(np.finfo(np.float32).eps)


def forward_differences(f, x, *, h=None):
    """The derivative (1, n) or (p, n) by (f(x + h e_k) - f(x)) / h: n + 5 calls, an error of the order of h.

    h is a number, or (n,) for a step of its own in each direction.

    >>> differences.forward_differences(lambda x: x @ x, [1.0, 2.0]).round(6)
    array([[2., 4.]])
    """
    (x,) = shaped(x=("n", x))
    here = called(f, x)

    def by(steps):
        moved = [_moved(f, x, k, steps[k]) for k in range(len(x))]
        return assembled([(above - here) / (up - there) for (above, up), there in zip(moved, x, strict=True)])

    eps = answers_in(here)
    steps = _steps(x, eps**FORWARD, h)
    D = by(steps)
    if eps == EPS and _computes_in(f, x, here, D) > eps:
        eps = SINGLE
        steps = _steps(x, eps**FORWARD, h)
        D = by(steps)
    _tell(eps, here, D, x, steps)
    return D


def central_differences(f, x, *, h=None, batch=False):
    """The derivative (1, n) or (p, n) by (f(x + h e_k) - f(x - h e_k)) / 2h: 2n + 5 calls, an error of order h^2.

    Where the slopes to both sides show that f turns within the default step, because its own length is shorter, shorter
    steps are tried.  A step h that is given, a number or (n,), is taken as it is.
    With batch, f takes points as rows (m, n) and returns (m,) or (m, p): few calls, much faster.

    >>> differences.central_differences(lambda x: x @ x, [1.0, 2.0]).round(6)
    array([[2., 4.]])
    """
    (x,) = shaped(x=("n", x))
    here = _values(f, x[None, :], batch)[0]
    eps = answers_in(here)
    steps = _steps(x, eps**CENTRAL, h)
    quotients, values = _central(f, x, steps, range(len(x)), batch)
    if eps == EPS and _computes_in(f, x, here, assembled(quotients), batch) > eps:
        eps = SINGLE
        steps = _steps(x, eps**CENTRAL, h)
        quotients, values = _central(f, x, steps, range(len(x)), batch)
    if h is None:
        bend = np.abs(values[0] - 2 * here + values[1])
        placed = np.abs(quotients) * np.abs(x).reshape(-1, *[1] * here.ndim)        # x is rounded, too
        rounding = 8 * eps * (np.maximum(np.max(np.abs(values), axis=0), np.abs(here)) + placed)
        turns = _any(bend > 1e-4 * np.abs(values[0] - values[1]) + rounding)
        for k in np.flatnonzero(turns):
            quotients[k] = _steadiest(f, x, k, steps[k], eps, batch)
    D = assembled(quotients)
    _tell(eps, here, D, x, steps)
    return D


def answers_in(here):
    """The eps of the type in which f answers.

    >>> print(f"{differences.answers_in(np.float32(1.0)):.1e}")
    1.2e-07
    """
    return float(np.finfo(here.dtype).eps)


def precision(f, x, here, v, *, batch=False):
    """The eps of the type in which f answers; of float32, too, if it answers in float64 and jumps along v as what
    computes in float32 does.

    Differences of third and fourth order, over points that come nearer and nearer, vanish where f is smooth, shrink
    with the distance at a kink, and are the same at a jump.  What rounding leaves is as large anywhere, and varies.
    28 calls, along v and another direction, since along one of them rounding may happen to be the same.

    >>> inside = lambda x: 0.1 * float(np.sum(x.astype(np.float32)))
    >>> x, v = np.array([0.3, 0.7]), np.array([0.5, -0.4])
    >>> print(f"{differences.precision(inside, x, differences.called(inside, x), v):.1e}")
    1.2e-07
    """
    if answers_in(here) > EPS:
        return answers_in(here)
    return SINGLE if any(_jumps(f, x, here, w, batch) for w in (v, v * np.cos(np.arange(len(x)) + 0.7))) else EPS


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


def _computes_in(f, x, here, D, batch=False):
    """The precision of f, looked for only where f does not do along two other directions what its quotients D say."""
    v = np.cos(np.arange(len(x)) + 1.0)         # no entry is zero
    for w in (v, v * v - 0.9):
        step = EPS**CENTRAL / 2 * np.maximum(1.0, np.abs(x)) * w
        below, above = _values(f, np.stack([x - step, x + step]), batch)
        expected = D * ((x + step) - (x - step))
        off = np.abs(np.sum(expected, axis=1) - np.atleast_1d(above - below))
        allowed = 1e-5 * np.sum(np.abs(expected), axis=1) + 64 * EPS * np.maximum(np.abs(above), np.abs(below))
        if np.any(off > allowed):
            return precision(f, x, here, v, batch=batch)
    return EPS


def _jumps(f, x, here, v, batch):
    """Whether f jumps along v by what the rounding of float32 makes."""
    scale = max(1.0, np.max(np.abs(x)))
    lengths = EPS**CENTRAL * scale * 2.0 ** -np.arange(6, -1, -1)
    values = _values(f, x + np.concatenate([-lengths[::-1], lengths])[:, None] * v, batch)
    below, above = values[6::-1], values[7:]
    third = above[1:] - 2 * above[:-1] + 2 * below[:-1] - below[1:]
    fourth = above[1:] - 4 * above[:-1] + 6 * here - 4 * below[:-1] + below[1:]
    jumps = np.maximum(np.abs(third) / np.sqrt(10), np.abs(fourth) / np.sqrt(70)).reshape(6, -1)
    near, far = np.max(jumps[:3], axis=0), np.max(jumps[3:], axis=0)
    size = np.maximum(np.max(np.abs(values), axis=0), np.abs(above[-1] - below[-1]) / lengths[-1] * scale).ravel()
    return np.any((near > SINGLE / 50 * size) & (far < 4 * near) & (np.ptp(jumps, axis=0) > near / 4))


def _tell(eps, here, D, x, steps):
    """Warn where f rounds as float32 does, or worse."""
    if eps > EPS:
        rounded = eps * np.max((np.max(np.abs(here)) + np.max(np.abs(D)) * np.abs(x)) / steps)
        kind = "single" if eps == SINGLE else "half"
        warnings.warn(f"f computes in {kind} precision: rounding alone makes errors of about "
                      f"{rounded:.0e} in these differences. Let f compute in float64, or allow for them.",
                      stacklevel=3)


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
        rounding = eps * (np.max(np.abs([above, below])) + np.max(np.abs(x[k] * quotient))) / h     # of f and of x
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
