"""Random units and networks, case by case, on which a claim must hold.

Pre-activations stay away from 0, so that difference quotients do not meet the kink.
"""
import numpy as np

DRAWS = 200


def _units(case, w=None, x=None, z=None, small=False):
    """Instances of one case, a tuple of dicts; w, x, z say whether these are positive, None for either."""
    rng = np.random.default_rng([5, *map(ord, case)])

    def size(positive):
        size = rng.uniform(0.2, 3.0)  # harmless: so are others
        return size if (rng.choice([False, True]) if positive is None else positive) else -size

    found = []
    for _ in range(DRAWS):
        v = {"case": case, "w": size(w), "x": size(x), "t": rng.uniform(-6, 6), "y": rng.uniform(-3, 3)}
        v["b"] = size(z) - v["w"] * v["x"]
        v["lr"] = rng.uniform(0.05, 0.9) * v["w"] / v["x"] if small else float(np.exp(rng.uniform(-4, 3)))
        found.append(v)
    return tuple(found)


def _network(rng):
    h = int(rng.integers(1, 5))
    x = float(rng.choice([-1, 1]) * rng.uniform(0.2, 3))
    W1, z, W2 = (rng.choice([-1, 1], h) * rng.uniform(0.2, 3, h) for _ in range(3))
    y, lr = rng.uniform(-3, 3), np.exp(rng.uniform(-4, 1))     # harmless: a sample of other sizes is as good
    return {"W1": W1, "b": z - W1 * x, "W2": W2, "x": x, "y": float(y), "lr": float(lr)}


ANY = _units("any")
ACTIVE = _units("active", z=True)
INACTIVE = _units("i", z=False)
II = _units("ii", w=True, x=True, z=True)
II_SMALL = _units("ii, small steps", w=True, x=True, z=True, small=True)  # lr * x < w
III = _units("iii", w=True, x=False, z=True)
IV = _units("iv", w=False, x=True, z=True)
NETWORKS = tuple(map(_network, [np.random.default_rng(5)] * DRAWS))
