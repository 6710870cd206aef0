"""A fully connected network of any depth: affine, ReLU, affine, ReLU, ..., affine, loss.

All parameters lie in one flat vector, first every weight, then every bias, and so do their gradients.  Layers look
into it through views, so that an optimizer is a few operations on whole vectors, L2 is one slice, and a
checkpoint is one array.
"""
import copy
import itertools
import zlib

import numpy as np

from hw0.networks.layers import Affine, ReLU, rows
from hw0.networks.losses import LOSSES
from hw0.networks.views import views
from hw0.validation import generator, is_traced, not_widening, shaped

CHUNK = 512         # rows per pass where no gradient is needed


class Network:
    """A network with sizes[0] inputs, ReLU layers of the sizes between, and sizes[-1] scores.

    Parameters
    ----------
    sizes : widths (d, h1, ..., k), at least two
    rng : a numpy.random.Generator, from which the weights are drawn
    scale : standard deviation of the weights, or "he" for sqrt(2 / fan_in) in each layer; biases begin at 0
    reg : the L2 term reg/2 * (sum of the squared weights) is added to the loss, biases left out
    loss : "softmax", "hinge" or "squared"
    dtype : float64, or float32 for speed

    Attributes
    ----------
    params, grads : the flat vectors; grads holds what the last loss_and_grads found, until a rule uses it up.
        Write into params (params[:] = ...): another array in its place, which would not reach the layers, is refused
    weights, biases : views of params, one per affine layer; write into them, too: weights[0][:] = ...
    reg : can be changed between steps; sizes, loss and dtype cannot
    layers : the chain of Affine and ReLU
    first_weights : checksum of the weights as they were drawn, which tells a run with another seed apart
    dscores : the gradient with respect to the scores (n, k) that the last loss_and_grads went back from, until the
        next call of any method

    Examples
    --------
    >>> net = networks.Network((2, 3, 2), rng=np.random.default_rng(0), reg=0.1)
    >>> net.params[:] = 0.0
    >>> loss = net.loss_and_grads([[1.0, 2.0], [3.0, 4.0]], [0, 1])
    >>> print(f"{loss:.4f}", net.grads.shape, net.reg)
    0.6931 (17,) 0.1
    >>> net.scores([[1.0, 2.0]]), net.predict([[1.0, 2.0]]), net.predict_proba([[1.0, 2.0]])
    (array([[0., 0.]]), array([0]), array([[0.5, 0.5]]))
    >>> print([A.shape for A in net.hidden([[1.0, 2.0]])], net.score([[1.0, 2.0]], [0]))
    [(1, 3)] 1.0
    >>> X, y = net.admit([[1.0, 2.0]], [0])
    >>> print(net.backpropagate(X, y) == net.loss_and_grads(X, y), net.score_admitted(X, y))
    True 1.0
    """

    _passing_on = (ReLU,)       # the layers whose outputs are the activations of hidden layers

    def __init__(self, sizes, *, rng, scale="he", reg=0.0, loss="softmax", dtype=np.float64):
        self._sizes, self._loss_name, self._dtype = _sizes(sizes), loss, np.dtype(dtype)
        generator(rng)
        if str(loss) not in LOSSES:
            raise ValueError(f"loss must be one of {', '.join(LOSSES)}; got {loss!r}.")
        if self.dtype not in (np.float32, np.float64):
            raise ValueError(f"dtype must be float32 or float64; got {self.dtype}.")
        self._loss = LOSSES[loss]
        shapes = list(itertools.pairwise(self.sizes))
        self.n_weights = sum(d * h for d, h in shapes)
        self._params = np.zeros(self.n_weights + sum(self.sizes[1:]), self.dtype)
        self._grads = np.zeros_like(self._params)
        self.reg = reg
        self._lay_out()
        for W in self.weights:
            W[...] = rng.standard_normal(W.shape) * (np.sqrt(2 / len(W)) if scale == "he"
                                                     else _not_negative("scale", scale))
        self.first_weights = f"{zlib.crc32(self.params):08x}"

    sizes = property(lambda self: self._sizes, doc="The widths (d, h1, ..., k).")
    loss = property(lambda self: self._loss_name, doc="The name of the loss.")
    dtype = property(lambda self: self._dtype, doc="float64 or float32.")
    weights = property(lambda self: self._weights, doc="Views of params, one (fan_in, fan_out) per affine layer.")
    biases = property(lambda self: self._biases, doc="Views of params, one (fan_out,) per affine layer.")

    @property
    def reg(self):
        """The factor of the L2 term."""
        return self._reg

    @reg.setter
    def reg(self, value):
        self._reg = _not_negative("reg", value)
        self._scratch = np.zeros(self.n_weights if value else 0, self.dtype)

    @property
    def params(self):
        """Every weight, then every bias."""
        return self._params

    @property
    def grads(self):
        """Their gradients."""
        return self._grads

    def __getstate__(self):
        # a copy of a view is a vector of its own: copy.deepcopy and pickle get none, and lay them out anew
        return {name: value
                for name, value in vars(self).items() if name not in ("_weights", "_biases", "layers", "dscores")}

    def __setstate__(self, state):
        vars(self).update(state)
        self._lay_out()

    def placed(self, params, grads, reg):
        """The same network on other arrays and with another reg, none of them looked at: for a figure, which records.

        >>> net = networks.Network((2, 3), rng=np.random.default_rng(0))
        >>> print(net.placed(np.zeros(9), np.empty(9), 0.1).scores([[1.0, 2.0]]))
        [[0. 0. 0.]]
        """
        other = copy.copy(self)
        vars(other).update(_params=params, _grads=grads, _reg=reg, _scratch=np.zeros_like(params[:self.n_weights]))
        other._lay_out()
        return other

    def _lay_out(self):
        shapes = list(itertools.pairwise(self.sizes))
        self._weights, self._biases = views(self.params, shapes)
        dW, db = views(self.grads, shapes)
        layers = []
        for i, (W, b) in enumerate(zip(self.weights, self.biases, strict=True)):
            last = i == len(shapes) - 1
            layers += [Affine(W, b, dW[i], db[i], order="F" if last else "C", first=not i), ReLU()]
        self.layers = tuple(layers[:-1])

    def admit(self, X, targets):
        """(X, targets) as backpropagate takes them: X (n, d) in the dtype of the network, the targets checked.

        Raises TypeError or ValueError for data that are empty, not finite or do not fit the network.
        """
        X = self._inputs(X)
        targets = self._loss.admit(targets, len(X), self.sizes[-1])
        return X, targets if self._loss.labels else self._cast("targets", targets)

    def loss_and_grads(self, X, targets):
        """The loss at X (n, d) and targets; the gradients are then in grads.  Raises as admit."""
        return self.backpropagate(*self.admit(X, targets))

    def backpropagate(self, X, targets, grad_scale=1.0):
        """loss_and_grads for arrays that admit has returned: nothing is looked at twice in a training run.

        All gradients come out times grad_scale: those of the loss since each is linear in the gradient of the scores,
        that of the penalty since it is multiplied on its own.
        """
        d = self.dscores = self._forward(X, keep=True)
        loss = self._loss.into_gradient(d, targets, grad_scale)
        for layer in reversed(self.layers):
            d = layer.backward(d)
        return loss + self._penalty(grad_scale) if len(self._scratch) else loss

    def scores(self, X):
        """The scores (n, k) of X (n, d) as a new array."""
        X = self._inputs(X)
        found = np.empty_like(X, shape=(len(X), self.sizes[-1]))
        for i in range(0, len(X), CHUNK):
            found[i:i + CHUNK] = self._forward(X[i:i + CHUNK])
        return found

    def predict(self, X):
        """The class with the largest score for each row of X, (n,); for the squared loss the scores themselves."""
        scores = self.scores(X)
        return np.argmax(scores, axis=1) if self._loss.labels else scores

    def predict_proba(self, X):
        """The probabilities (n, k), softmax of the scores.  Raises ValueError for a loss that knows none."""
        if self.loss != "softmax":
            raise ValueError(f"only the softmax loss makes probabilities of scores; this network has the {self.loss} "
                             f"loss: use scores(X).")
        p = self.scores(X)
        p -= np.max(p, axis=1, keepdims=True)
        np.exp(p, out=p)
        return p / np.sum(p, axis=1, keepdims=True)

    def score(self, X, targets):
        """The fraction of right classes; for the squared loss 1 - (squared error) / (squared deviation from the mean).

        Targets that do not deviate from their mean give 1 - (mean squared error): it still tells the better fit.
        """
        return self.score_admitted(*self.admit(X, targets))

    def score_admitted(self, X, targets):
        """score for arrays that admit has returned, in chunks of rows."""
        rows = [slice(i, i + CHUNK) for i in range(0, len(X), CHUNK)]
        if self._loss.labels:
            return sum(np.count_nonzero(np.argmax(self._forward(X[r]), axis=1) == targets[r]) for r in rows) / len(X)
        error = sum(np.sum((self._forward(X[r]) - targets[r]) ** 2) for r in rows)
        same = np.all(targets == targets[0])        # their rounded mean may be another number
        return float(1 - error / (len(X) if same else np.sum((targets - np.mean(targets, axis=0)) ** 2)))

    def hidden(self, X):
        """The activations (n, h) of each hidden layer, as a list of new arrays."""
        A, found = self._inputs(X), []
        for layer in self.layers[:-1]:
            A = layer.forward(A)
            if isinstance(layer, self._passing_on):
                found.append(A.copy())
        self.layers[0].forget()
        return found

    def _forward(self, X, keep=False):
        A = X
        for layer in self.layers:
            A = layer.forward(A)
        if not keep:
            self.layers[0].forget()
        return A

    def _penalty(self, grad_scale):
        """reg/2 |w|^2 over all weights; grad_scale times its gradient reg * w is added to theirs."""
        w, dw = self.params[:self.n_weights], self.grads[:self.n_weights]
        np.multiply(w, grad_scale * self.reg, out=self._scratch)
        np.add(dw, self._scratch, out=dw)
        return not_widening(0.5 * self.reg * np.dot(w, w))

    def _inputs(self, X):
        if not (type(X) is np.ndarray and X.dtype == self.dtype and X.ndim == 2 and X.size and np.all(np.isfinite(X))):
            X = rows(X)         # looks closer, and says what is wrong
        if X.shape[1] != self.sizes[0]:
            raise ValueError(f"X must have shape (n, {self.sizes[0]}); got {X.shape}.")
        return self._cast("X", X)

    def _cast(self, name, array):
        """The array, contiguous and in the dtype of the network.  Raises ValueError if it is finite in float64 only."""
        with np.errstate(over="ignore"):
            cast = array if is_traced(array) else np.ascontiguousarray(array, self.dtype)
        if cast is not array and not np.all(np.isfinite(cast)):
            raise ValueError(f"{name} is too large for {self.dtype}: scale it, or make the Network with dtype=float64.")
        return cast


def _sizes(sizes):
    sizes = tuple(np.atleast_1d(sizes).tolist())
    if len(sizes) < 2 or not all(isinstance(s, (int, np.integer)) and s > 0 for s in sizes):
        raise ValueError(f"sizes must be two or more positive whole numbers, inputs first; got {sizes}.")
    return tuple(map(int, sizes))


def _not_negative(name, value):
    (number,) = shaped(**{name: ("", value)})
    if number < 0:
        raise ValueError(f"{name} must be a number >= 0; got {value}.")
    return float(number)
