"""The two layers of a fully connected network, forward and backward.

    Z = X @ W + b          A = max(0, Z)

Rows are examples: X (n, d), W (d, h), b (h,), Z and A (n, h).  A gradient has the shape of its array, and
dZ is short for d loss / d Z.

A layer keeps its arrays from step to step: what forward and backward return is overwritten by the next
call.  The functions at the end take plain arrays, look at them, and return new ones.
"""
import numpy as np

from hw0.validation import numbers, shaped


class Affine:
    """The map X -> X @ W + b, with room for its output and its gradients.

    Parameters
    ----------
    W, b : (d, h) and (h,), used as they are: a change of these arrays changes the layer, and no others can take their
        place
    dW, db : arrays of the same shapes that receive the gradients; new ones by default
    order : memory order of the output.  "F" puts the h axis first, which makes sums over a few classes
        fast (the next layer sees the same numbers)
    first : whether no one needs dX, because X are the data; backward then returns None

    Attributes
    ----------
    dW, db, dZ : what the last backward found, and the gradient that it was given

    Examples
    --------
    >>> layer = layers.Affine(W=np.array([[1.0, 2.0]]), b=np.array([0.0, 1.0]))
    >>> layer.forward(np.array([[3.0]]))
    array([[3., 7.]])
    >>> layer.backward(np.array([[1.0, 1.0]])), layer.dW, layer.db
    (array([[3.]]), array([[3., 3.]]), array([1., 1.]))
    >>> layer.forget()
    """

    def __init__(self, W, b, dW=None, db=None, *, order="C", first=False):
        self._W, self._b = W, b
        self.dW = np.empty_like(W) if dW is None else dW
        self.db = np.empty_like(b) if db is None else db
        self._order, self._first = order, first
        self._input = self._room = None
        self._make_room(0)

    W = property(lambda self: self._W, doc="The weights (d, h).")
    b = property(lambda self: self._b, doc="The biases (h,).")

    def forward(self, X):
        """Z = X @ W + b, (n, h); X (n, d) is remembered for backward."""
        if len(X) != len(self._Z):
            self._make_room(len(X))
        np.matmul(X, self._W, out=self._Z)
        np.add(self._Z, self._b, out=self._Z)
        self._input = X
        return self._Z

    def backward(self, dZ):
        """dX = dZ @ W.T, (n, d); dW and db are left in the layer.

        From Z_ij = sum_k X_ik W_kj + b_j, summing over everything that an entry reaches:

            dX_ik = sum_j dZ_ij W_kj        dX = dZ @ W.T
            dW_kj = sum_i X_ik dZ_ij        dW = X.T @ dZ
            db_j  = sum_i dZ_ij             db = 1.T @ dZ

        Raises RuntimeError without a forward before it: each backward uses up what forward remembered.
        Source: chapter 6, part 6.affine_backward.
        """
        X, self._input, self.dZ = self._input, None, dZ
        if X is None:
            raise RuntimeError("backward needs a forward of its own before it: call forward again.")
        np.matmul(X.T, dZ, out=self.dW)
        np.dot(self._ones, dZ, out=self.db)     # a product is three times as fast as sum(axis=0)
        return None if self._first else np.matmul(dZ, self._W.T, out=self._dX)

    def forget(self):
        """Let go of the data of a forward pass that no backward will follow."""
        self._input = None

    def _make_room(self, n):
        # the beginnings of vectors that only grow: a short minibatch between long ones brings no new memory, and the
        # arrays
        # are contiguous whatever came before, so that a run that goes on from a file rounds in the same way
        d, h = self.W.shape
        d = 0 if self._first else d
        if self._room is None or n > len(self._room[0]):
            # in the kind of array that W is: a figure records steps of arrays of its own
            self._room = np.ones_like(self.W, shape=n), *(np.empty_like(self.W, shape=n * k) for k in (h, d))
        ones, outputs, inputs = self._room
        self._ones = ones[:n]
        self._Z = outputs[:n * h].reshape(n, h, order=self._order)
        self._dX = inputs[:n * d].reshape(n, d)


class ReLU:
    """The map Z -> max(0, Z), entry by entry and in place.

    Attributes
    ----------
    active : where Z > 0, as the last backward found it

    Examples
    --------
    >>> layer = layers.ReLU()
    >>> layer.forward(np.array([[-1.0, 2.0]]))
    array([[0., 2.]])
    >>> layer.backward(np.array([[5.0, 5.0]]))
    array([[0., 5.]])
    """

    def __init__(self):
        self._zeros, self._mask = self._room = np.zeros((0, 0)), np.zeros((0, 0), bool)

    def forward(self, Z):
        """A = max(0, Z), written over Z."""
        if len(Z) != len(self._zeros):
            self._make_room(Z)
        # NumPy compares two arrays four times as fast as an array and a number
        self._output = np.maximum(Z, self._zeros, out=Z)
        return Z

    def backward(self, dA):
        """dZ = dA where Z > 0, else 0, written over dA.

        Z itself is gone, but Z > 0 exactly where A > 0; ReLU'(0) = 0.  Source: part 6.relu_backward.
        """
        self.active = np.greater(self._output, 0, out=self._mask)
        return np.multiply(dA, self.active, out=dA)

    def _make_room(self, Z):
        if len(Z) > len(self._room[0]):
            self._room = np.zeros_like(Z), np.empty_like(Z, dtype=bool)
        self._zeros, self._mask = (array[:len(Z)] for array in self._room)


def affine_forward(X, W, b):
    """X @ W + b, (n, h), for X (n, d1, ..., dk) with d1 * ... * dk = d.

    Raises TypeError or ValueError for what is not a finite array, and for shapes that do not chain.

    >>> networks.affine_forward([[1.0, 2.0]], [[3.0], [4.0]], [0.5])
    array([[11.5]])
    """
    X, W, b = _affine(X, W, b)
    return Affine(W, b).forward(X)


def affine_backward(dout, X, W, b):
    """(dX, dW, db): the gradients in the shapes of X, W and b, for dout (n, h).  Raises as affine_forward.

    >>> networks.affine_backward([[1.0]], [[1.0, 2.0]], [[3.0], [4.0]], [0.5])
    (array([[3., 4.]]), array([[1.],
           [2.]]), array([1.]))
    """
    shape = np.shape(X)
    X, W, b = _affine(X, W, b)
    _, _, dout = shaped(X=("nd", X), b=("h", b), dout=("nh", dout))
    layer = Affine(W, b)
    layer.forward(X)
    return layer.backward(dout).reshape(shape), layer.dW, layer.db


def relu_forward(Z):
    """max(0, Z), entry by entry, for Z of any shape.  Raises TypeError or ValueError for what is not finite.

    >>> networks.relu_forward([[-1.0, 2.0]])
    array([[0., 2.]])
    """
    (Z,) = numbers(Z=Z)
    return ReLU().forward(np.atleast_1d(Z)).reshape(Z.shape)


def relu_backward(dout, Z):
    """dout where Z > 0, else 0, for dout and Z of one shape; ReLU'(0) = 0.  Raises as relu_forward.

    >>> networks.relu_backward([[5.0, 5.0]], [[-1.0, 2.0]])
    array([[0., 5.]])
    """
    dout, Z = numbers(dout=dout, Z=Z)
    if dout.shape != Z.shape:
        raise ValueError(f"dout must have the shape of Z, {Z.shape}; got {dout.shape}.")
    layer = ReLU()
    layer.forward(np.atleast_1d(Z))
    return layer.backward(np.atleast_1d(dout)).reshape(Z.shape)


def rows(X):
    """X (n, d1, ..., dk) as a float64 array (n, d).  Raises as affine_forward for what is no such array.

    >>> layers.rows(np.zeros((5, 8, 8))).shape
    (5, 64)
    """
    (X,) = numbers(X=X)
    (X,) = shaped(X=("nd", X.reshape(len(X), -1) if X.ndim > 1 else X))
    return X


def _affine(X, W, b):
    return shaped(X=("nd", rows(X)), W=("dh", W), b=("h", b))
