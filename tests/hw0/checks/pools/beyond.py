"""Instances beyond the kinds: each refutes systematic wrong rules (hw0.audit.systematic) that a pool let pass.

What was missing: numbers that are not dyadic, zeros in a vector, entries below 0.1 and above 100, rates that are far
from 1, more classes than ten, and matrices that lose their rank when a rule changes them; and what a threshold of
somebody's takes for 0 or for too large: singular values of 3e-5 beside 1 (columns at right angles, so that the normal
equations lose nothing), slopes and pre-activations of 2^-20, values of 3000.
"""

import numpy as np

from tests.hw0.checks.pools.larger import LARGER

_SIGNS = np.array([[1.0, 1.0], [1.0, -1.0], [1.0, 1.0]])
_CUBES = np.array([[1.0, -1.0, -1.0], [1.0, 0.0, -2.0], [2.0, -3.0, 5.0]])     # of rank 2, once its entries are cubed
_CLASSES = {"scores": np.zeros((1, 102)), "labels": np.array([101])}


def _arrays(**given):
    return {name: np.array(value, dtype=float) if isinstance(value, list) else value for name, value in given.items()}


def _labelled(scores, label):
    return {"scores": np.array([scores]), "labels": np.array([label])}


_SMALL, _NEAR_0, _LARGE = 2.0 ** -15, 2.0 ** -20, 3000.0
_NEARLY = np.array([[1.0, 0.0], [0.0, _SMALL], [0.0, 0.0]])     # nearly of rank 1
_EIGHT = [_LARGE, 1.0, -1.0, 2.0, -2.0, 0.5, -0.5, 3.0]
_FAR = [{"w": 1.0, "b": _NEAR_0 - 1, "x": 1.0, "y": 1.0}, {"w": _LARGE, "b": _LARGE, "x": 1.0, "y": 1.0}]
_SMALL_TARGET = _arrays(X=[[1], [1]], y=[0.05, 1])
_PENALISED = _arrays(X=[[1], [1]], y=[0.05, 1], lam=1.0)

# part -> (number of the case, its instances)
BEYOND = {
    "2a": (0, [_arrays(x=[0, 1], c=[0.1, 0])]),
    "2b": (0, [_arrays(x=[0.1, 0])]),
    "2c": (0, [_arrays(A=[[0.1, 0], [2, 1]], x=[0, 1]), _arrays(A=[[0.7, 0], [1, 1]], x=[0, 1])]),
    "3a": (0, [_SMALL_TARGET, _arrays(X=_NEARLY, y=[1, _SMALL, 1])]),
    "3b": (0, [_arrays(U=[[1, 0], [0, 1]], s=[1], Vt=[[1]], y=[0.05, 1]),
               _arrays(U=np.eye(3), s=[1, _SMALL], Vt=np.eye(2), y=[1, _SMALL, 1])]),
    "3c": (0, [{"X": _SIGNS}, {"X": _CUBES}, {"X": _NEARLY}]),
    "3c.any": (0, [{"X": _NEARLY}]),
    "3d": (0, [_arrays(X=[[1, 1]], y=[0.05]), _arrays(X=[[1, 1]], y=[150.5]), _arrays(X=_NEARLY.T, y=[1, _SMALL])]),
    "3e": (0, [_arrays(U=np.eye(2), s=[1, _SMALL], Vt=np.eye(3), y=[1, _SMALL])]),
    "3f": (0, [_arrays(X=[[-1, -1]]), {"X": _SIGNS.T}, {"X": _CUBES}, {"X": _NEARLY.T}]),
    "3f.any": (0, [{"X": _NEARLY.T}]),
    "3.leverage": (0, [{"X": _NEARLY}, _arrays(X=[[2]])]),
    "3.descent": (0, [_arrays(s=[3, 2, 1, 2, 1, 0.5], lr=0.0625, steps=2)]),
    "4a": (0, [_PENALISED, _arrays(X=_NEARLY, y=[1, _SMALL, 1], lam=_SMALL**2)]),
    "4b": (0, [_arrays(s=[1e-3], lam=1e-6)]),
    # no density of these is 0 in float64
    "4c": (0, [_arrays(w=[0.05, 1], X=[[1, 0], [0, 1]], y=[1, 0.05], lam=1.0),
               _arrays(w=[24], X=[[0.125]], y=[130], lam=25.0)]),
    "4d": (0, [_PENALISED]),
    "4e": (0, [_PENALISED, _arrays(X=[[1]], y=[1], lam=2.0)]),
    "4f": (0, [_PENALISED, _arrays(X=_NEARLY, y=[1, _SMALL, 1], lam=_SMALL**2)]),
    "4h": (0, [_arrays(X=_NEARLY, y=[1, _SMALL, 1])]),
    "4h.any": (0, [_arrays(X=_NEARLY, y=[1, _SMALL, 1])]),
    "4.freedom": (0, [_arrays(s=[_SMALL], lam=_SMALL**2), _arrays(s=[3, 2, 1, 2, 1, 0.5], lam=1.0)]),
    "5a.i": (0, [{"w": _NEAR_0, "b": _NEAR_0}]),
    "5a.ii": (0, [{"phi": phi, "y": y} for phi, y in ((1.0, 150.5), (0.1, 0.3), (2.0, 2.00390625), (0.00390625, 1.0),
                                                      (_LARGE, 0.5))]),
    "5a.iii": (0, [{"w": 1.0, "b": 1.0, "x": 1.0, "y": 0.05}, {"w": 1.0, "b": 1.0, "x": 0.00390625, "y": 0.5},
                   *_FAR]),
    "5a.iv": (0, [{"w": 1.0, "b": 1.0, "x": 1.0, "y": 0.05}, {"w": 1.0, "b": 1.0, "x": 1.0, "y": 2.00390625},
                  {"w": 0.0625, "b": 1.0, "x": 130.0, "y": 1.0}, *_FAR]),
    "5b.ii": (0, [{"w": 2.0, "b": 3.0, "x": 1.0, "lr": 1.0}, {"w": 3.0, "b": 1.0, "x": 0.5, "lr": 5.0},
                  {"w": 3.0, "b": 7.0, "x": 0.5, "lr": 5.0}]),
    "5b.iii": (0, [{"w": 1.0, "b": 1.0, "x": -0.5, "lr": 0.00390625}]),
    "5b.iv": (0, [{"w": -1.0, "b": 1.0, "x": 0.5, "lr": 0.00390625}]),
    "5c": (0, [_arrays(W1=[0.00390625], b=[1]), _arrays(W1=[_NEAR_0], b=[_NEAR_0]), _arrays(W1=[1], b=[_LARGE])]),
    "5d": (0, [_arrays(W1=[2], b=[1], W2=[1], x=1.0, y=0.05, lr=lr) for lr in (0.00390625, 16.0, 130.0)] + [
        _arrays(W1=[1], b=[1], W2=[1], x=1.0, y=1.0, lr=1 - _NEAR_0),               # the slope after the step
        _arrays(W1=[1], b=[_NEAR_0 - 1], W2=[1], x=1.0, y=-1.0, lr=0.5),            # the pre-activation
        _arrays(W1=[_LARGE], b=[1], W2=[1], x=1.0, y=1.0, lr=0.5)]),
    "6.affine_forward": (0, [_arrays(X=[[0.05, 1]], W=[[1], [0.05]], b=[0.05]),
                             _arrays(X=[[0.001]], W=[[1]], b=[0.002])]),
    "6.affine_backward": (0, [_arrays(dout=[[0.05]], X=[[0.05, 1]], W=[[0.05], [1]], b=[1]),
                              _arrays(dout=[[0.005]], X=[[1]], W=[[1]], b=[1]),
                              _arrays(dout=[[0.7]], X=[[0.7]], W=[[1]], b=[1])]),
    "6.relu_forward": (0, [_arrays(Z=[0.05, 0.003, 150.5, 0.0001234]), _arrays(Z=[_NEAR_0]), _arrays(Z=[_EIGHT]),
                           _arrays(Z=[0.7])]),
    "6.relu_backward": (0, [_arrays(dout=[1], Z=[_NEAR_0]), _arrays(dout=[_EIGHT], Z=[_EIGHT[::-1]])]),
    "6.softmax_loss": (0, [_labelled([0.05, 0.005, 1.0], 0), _CLASSES]),
    "6.svm_loss": (0, [_labelled([1.0, 0.003, 0.05], 0), _labelled([0.0, _LARGE], 0), _CLASSES]),
}


def beyond(part, case):
    """The instances for the case of a part, a list of dicts."""
    number, instances = BEYOND.get(part, (None, []))
    larger = LARGER.get(part, [])
    return [*(instances if number == case else []), *(larger[case] if case < len(larger) else [])]
