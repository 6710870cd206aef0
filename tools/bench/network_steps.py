"""One training step of hw0.networks, of its matrix products alone and of PyTorch, and the time that each takes."""

import itertools
import statistics
import time

import numpy as np
from sklearn.neural_network import MLPClassifier

from hw0 import datasets
from hw0.networks import Adam, Network, Trainer, optimizers
from hw0.networks.layers import Affine

SECONDS = 0.06  # per block
DIGITS_GOAL = 0.97


class Products:
    """The matrix products of one step alone, with np.matmul(out=), in the shapes and orders of the network."""

    def __init__(self, net, X):
        self.matmul, self.X = np.matmul, X
        self.layers = [layer for layer in net.layers if isinstance(layer, Affine)]
        n = len(X)
        self.out = [np.empty((n, len(layer.b)), X.dtype) for layer in self.layers]
        self.back = [np.empty((n, len(layer.W)), X.dtype) for layer in self.layers]
        self.dW = [np.empty_like(layer.W) for layer in self.layers]

    def step(self):
        """Three products per layer, two for the first."""
        A = self.X
        inputs = []
        for layer, out in zip(self.layers, self.out, strict=True):
            inputs.append(A)
            A = self.matmul(A, layer.W, out=out)
        for k in reversed(range(len(self.layers))):
            self.matmul(inputs[k].T, A, out=self.dW[k])
            if k:
                A = self.matmul(A, self.layers[k].W.T, out=self.back[k])


def our_step(net, X, y, rule):
    """A function that does one training step of ours."""

    def step():
        net.backpropagate(X, y, rule.grad_scale)
        rule.update(net.params, net.grads, scaled=True)

    return step


def torch_step(torch, sizes, X, y, rule, **knobs):
    """A function that does the same step in PyTorch, eagerly."""
    dtype = torch.float32 if X.dtype.name == "float32" else torch.float64
    parts = []
    for d, h in itertools.pairwise(sizes):
        parts += [torch.nn.Linear(d, h, dtype=dtype), torch.nn.ReLU()]
    net = torch.nn.Sequential(*parts[:-1])
    optimizer = getattr(torch.optim, rule)(net.parameters(), lr=1e-3, **knobs)
    X, y, loss = torch.from_numpy(X.copy()), torch.from_numpy(y.copy()), torch.nn.CrossEntropyLoss()

    def step():
        optimizer.zero_grad()
        loss(net(X), y).backward()
        optimizer.step()

    return step


def interleaved(steps, rounds):
    """Median and minimum of every step's time in microseconds: {name: (median of the blocks' medians, minimum)}."""
    blocks = {name: [] for name in steps}
    for turn in range(rounds):
        for name, step in steps.items():
            time.sleep(0.01)
            step()
            end, times = time.perf_counter() + SECONDS * (2 if turn == 0 else 1), []
            while (start := time.perf_counter()) < end:
                step()
                times.append(time.perf_counter() - start)
            blocks[name].append((statistics.median(times), min(times)))
    return {name: (1e6 * statistics.median(m for m, _ in found), 1e6 * min(low for _, low in found))
            for name, found in blocks.items()}


def steps_of(torch, sizes, rule, dtype, batch):
    """The steps to compare, {"ours", "products" and, where PyTorch is there, "torch", "fused": function}."""
    rng = np.random.default_rng(0)
    net = Network(sizes, rng=rng, dtype=dtype)
    X, y = net.admit(rng.standard_normal((batch, sizes[0])).astype(dtype), rng.integers(sizes[-1], size=batch))
    steps = {"ours": our_step(net, X, y, optimizers.RULES[rule](1e-3)), "products": Products(net, X).step}
    if torch:
        steps["torch"] = torch_step(torch, sizes, X, y, rule)
        steps["fused"] = torch_step(torch, sizes, X, y, rule, fused=True)
    return steps


def seconds_to_goal(torch, runs):
    """Seconds to 97 percent of new digits, equal batch and rule: {"ours" or "torch" or "sklearn": list}."""
    data, sizes = datasets.digits(dtype=np.float32), (64, 100, 100, 10)
    found = {"ours": [], **({"torch": []} if torch else {}), "sklearn": []}
    for seed in range(runs):
        start, rng = time.perf_counter(), np.random.default_rng(seed)
        run = Trainer(Network(sizes, rng=rng, dtype=np.float32), data.X, data.y, optimizer=Adam(2e-3), rng=rng,
                      X_val=data.X_test, y_val=data.y_test)
        run.run(100, stop=lambda run=run: run.best_score >= DIGITS_GOAL)
        found["ours"].append(time.perf_counter() - start)
        if torch:
            found["torch"].append(torch_to_goal(torch, data, sizes, seed))
        found["sklearn"].append(sklearn_to_goal(data, sizes, seed))
    return found


def torch_to_goal(torch, data, sizes, seed):
    """Seconds to the goal in PyTorch, with the plain loop that its tutorials teach."""
    torch.manual_seed(seed)
    X, y, X_test, y_test = map(torch.from_numpy, data)
    start = time.perf_counter()
    parts = []
    for d, h in itertools.pairwise(sizes):
        parts += [torch.nn.Linear(d, h), torch.nn.ReLU()]
    net, loss = torch.nn.Sequential(*parts[:-1]), torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(net.parameters(), lr=2e-3)
    for _ in range(100):
        for rows in torch.randperm(len(X)).split(100):
            optimizer.zero_grad()
            loss(net(X[rows]), y[rows]).backward()
            optimizer.step()
        with torch.no_grad():
            net(X).argmax(1).eq(y).float().mean().item()
            if net(X_test).argmax(1).eq(y_test).float().mean().item() >= DIGITS_GOAL:
                break
    return time.perf_counter() - start


def sklearn_to_goal(data, sizes, seed):
    """Seconds to the goal with scikit-learn's MLPClassifier, one partial_fit per epoch."""
    start = time.perf_counter()
    net = MLPClassifier(sizes[1:-1], solver="adam", learning_rate_init=2e-3, batch_size=100, alpha=0, random_state=seed)
    for _ in range(100):
        net.partial_fit(data.X, data.y, classes=np.arange(10))
        net.score(data.X, data.y)
        if net.score(data.X_test, data.y_test) >= DIGITS_GOAL:
            break
    return time.perf_counter() - start
