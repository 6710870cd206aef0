"""Weights and biases that lie in one flat vector, first every weight, then every bias."""


class Views(tuple):
    """Views of one vector.  Another array in the place of one would not reach the layers, and is refused.

    >>> weights, biases = views.views(np.arange(5.0), [(1, 2), (2, 1)])
    >>> weights[1][:] = 0.0
    """

    __slots__ = ()

    def __setitem__(self, key, value):
        raise TypeError(f"write into the array, as in net.weights[{key!r}][:] = ...; "
                        "another array in its place would not reach the layers.")


def views(flat, shapes):
    """The weights and the biases inside a flat vector, for layers of these shapes (d, h): twice Views.

    >>> weights, biases = views.views(np.arange(7.0), [(1, 2), (2, 1)])
    >>> weights[0], biases
    (array([[0., 1.]]), (array([4., 5.]), array([6.])))
    """
    W, b, at = [], [], 0
    for d, h in shapes:
        W.append(flat[at:at + d * h].reshape(d, h))
        at += d * h
    for _, h in shapes:
        b.append(flat[at:at + h])
        at += h
    return Views(W), Views(b)
