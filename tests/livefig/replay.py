"""The graph of a figure, computed again by NumPy at many inputs at once, without tracing it at each."""

import numpy as np


def replay(fig, rows):
    """Return {node: values (1 or len(rows), size)} of all nodes that a figure needs, at rows of its inputs' values."""
    inputs, values = np.array(rows, float), {}
    with np.errstate(all="ignore"):
        for k in fig.nodes():
            op, arguments, parameters = fig.graph.nodes[k]
            kept = fig.graph.values[k]
            if op == "input":
                found = inputs[:, parameters]
            elif op in ("const", "state"):
                found = kept.reshape(1, -1)
            else:
                found = _computed(op, [values[n] for n in arguments], *parameters)
            values[k] = found.reshape(len(found), kept.size).astype(kept.dtype)
    return values


def _computed(op, arrays, *parameters):
    x, first = arrays[0], parameters[0] if parameters else None
    if op == "pick":
        return x[:, list(first)]
    if op == "view":
        start, counts, steps = parameters
        places = sum(np.ix_(*[step * np.arange(n) for n, step in zip(counts, steps, strict=True)]), start=start)
        return x[:, np.ravel(places)]
    if op == "cat":
        longest = max(map(len, arrays))
        return np.concatenate([np.broadcast_to(a, (longest, a.shape[1])) for a in arrays], axis=1)
    if op == "take":
        table, places = x.reshape(len(x), -1, first), arrays[1].astype(int)
        return table[np.arange(len(table))[:, None], places] if len(table) > 1 else table[0][places]
    if op == "matmul":
        return np.matmul(x.reshape(len(x), -1, first), arrays[1].reshape(-1, first, parameters[1]))
    if first is not None:  # a fold of the last axis
        return getattr(np, op)(x.reshape(len(x), -1, first), axis=-1)
    return getattr(np, op)(*arrays)
