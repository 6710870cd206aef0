"""The correct claims on a network of ReLU units and its elbows, confirmed on random networks."""
import numpy as np

from hw0.audit.referee import Referee, assign
from hw0.audit.relu_elbow.confirmed import BY_QUOTIENT, difference_quotient
from hw0.audit.relu_elbow.samples import NETWORKS
from hw0.relu_elbow.relu_network import Network, elbows, moved_elbows, predict, sgd_step


def activity(W1, b, x, **_):
    """Which of the h units are active at x: bool (h,)."""
    return W1 * x + b > 0


def residual(W1, b, W2, x, y, **_):
    """f(x) - y of the network, a scalar."""
    return predict(Network(W1, b, W2), x) - y


def gradients(**v):
    """(dloss/dW1, dloss/db, dloss/dW2) as the claims have them."""
    r = residual(**v)
    return (r * v["W2"] * v["x"] * activity(**v), r * v["W2"] * activity(**v),
            r * np.maximum(0, v["W1"] * v["x"] + v["b"]))


def slopes(of, W1, b, W2, x, y, **_):
    """dloss/d of, entry by entry, by difference quotients; `of` is "W1", "b" or "W2"."""
    params = {"W1": W1, "b": b, "W2": W2}

    def loss(i):
        step = np.eye(len(b))[i]
        return lambda change: 0.5 * (predict(Network(**params | {of: params[of] + change * step}), x) - y) ** 2
    return np.array([difference_quotient(loss(i), 0.0) for i in range(len(b))])


def slopes_in_layer(layer, W1, b, W2, x, y, **_):
    """dloss/dphi_i or dloss/dz_i by difference quotients: a change of the units' outputs, or of their inputs."""
    z = W1 * x + b

    def loss(i):
        step = np.eye(len(b))[i]

        def of(change):
            out = np.maximum(0, z) + change * step if layer == "phi" else np.maximum(0, z + change * step)
            return 0.5 * (out @ W2 - y) ** 2
        return of
    return np.array([difference_quotient(loss(i), 0.0) for i in range(len(b))])


def formula(W1, b, W2, x, y, lr):
    """e_i' = -(b_i - lr r W2_i 1_i) / (W1_i - lr r W2_i x 1_i)."""
    g_w, g_b, _ = gradients(W1=W1, b=b, W2=W2, x=x, y=y)
    return -(b - lr * g_b) / (W1 - lr * g_w)


NETWORK = assign(
    ("chatgpt-5d-3 grok-5c-2 grok-5d-1",
     Referee("f(x) is the row W2 times ReLU of the column W1 x + b", lambda W1, b, W2, x, **_: (
         W2[None, :] @ np.maximum(0, W1[:, None] * x + b[:, None]))[0, 0],
         lambda W1, b, W2, x, **_: predict(Network(W1, b, W2), x),
         NETWORKS)),
    ("chatgpt-5d-5", Referee("dloss/dphi_i = (f - y) W2_i", lambda **v: residual(**v) * v["W2"],
                             lambda **v: slopes_in_layer("phi", **v), NETWORKS, BY_QUOTIENT)),
    ("chatgpt-5d-6", Referee("dloss/dz_i = (f - y) W2_i if active, else 0", lambda **v: gradients(**v)[1],
                             lambda **v: slopes_in_layer("z", **v), NETWORKS, BY_QUOTIENT)),
    ("chatgpt-5d-7 deepseek-5d-1",
     Referee("dloss/dW1_i = (f - y) W2_i x and dloss/db_i = (f - y) W2_i if active", lambda **v: gradients(**v)[:2],
             lambda **v: (slopes("W1", **v), slopes("b", **v)), NETWORKS, BY_QUOTIENT)),
    ("grok-5d-2", Referee("dloss/dW2_i = (f - y) phi_i", lambda **v: gradients(**v)[2], lambda **v: slopes("W2", **v),
                          NETWORKS, BY_QUOTIENT)),
    ("grok-5d-3", Referee("dloss/dW1_i = (f - y) W2_i x if active", lambda **v: gradients(**v)[0],
                          lambda **v: slopes("W1", **v), NETWORKS, BY_QUOTIENT)),
    ("grok-5d-4", Referee("dloss/db_i = (f - y) W2_i if active", lambda **v: gradients(**v)[1],
                          lambda **v: slopes("b", **v), NETWORKS, BY_QUOTIENT)),
    ("chatgpt-5d-4 grok-5d-5 deepseek-5d-2",
     Referee("all parameters move by -lr times these gradients, at once",
             lambda **v: tuple(v[name] - v["lr"] * g
                               for name, g in zip(("W1", "b", "W2"), gradients(**v), strict=True)),
             lambda W1, b, W2, x, y, lr: tuple(sgd_step(Network(W1, b, W2), x, y, lr=lr)), NETWORKS)),
    ("chatgpt-5d-1", Referee("e_i' = -(b_i - lr dloss/db_i) / (W1_i - lr dloss/dW1_i)",
                             lambda **v: -(v["b"] - v["lr"] * slopes("b", **v))
                             / (v["W1"] - v["lr"] * slopes("W1", **v)),
                             moved_elbows, NETWORKS, 1e-5)),
    ("chatgpt-5d-8 chatgpt-5d-11 deepseek-5d-3",
     Referee("e_i' = -(b_i - lr r W2_i 1_i) / (W1_i - lr r W2_i x 1_i)", formula, moved_elbows, NETWORKS)),
    ("chatgpt-5d-9 grok-5d-7 grok-5sum-d",
     Referee("an inactive unit keeps its elbow", lambda **v: np.where(activity(**v), 0.0, elbows(v["W1"], v["b"])),
             lambda **v: np.where(activity(**v), 0.0, moved_elbows(**v)), NETWORKS)))
