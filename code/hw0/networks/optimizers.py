"""Update rules: how a gradient g becomes a step of the parameters p.

Each rule works in place on whole vectors, and uses the gradient up as its working space.  `slots` names the
vectors that a rule remembers from step to step; a checkpoint stores them.

Where the gradient enters only as lr g, that product is what _step is given.  A network then multiplies by lr where
its gradient begins, at the few scores, and not where it ends, at every weight.
"""
from typing import ClassVar

import numpy as np

from hw0.validation import not_widening, shaped


class Rule:
    """What all update rules share: the learning rate, the step count t, and the remembered vectors.

    A rule of your own derives from this class and writes _step(p, g), which moves p by one step with the gradient g;
    with rate_first = True, g is lr times the gradient.

    Raises TypeError or ValueError for a learning rate that is no number > 0, a decay factor outside [0, 1), or an eps
    outside (0, 1): where every gradient was 0 so far, nothing but eps keeps the rule from 0 / 0.

    >>> class Sign(networks.optimizers.Rule):
    ...     def _step(self, p, g):
    ...         p -= self.lr * np.sign(g)
    >>> rule, p = Sign(0.5), np.array([1.0, 2.0])
    >>> rule.update(p, np.array([3.0, -4.0]))
    >>> p, rule.name, rule.grad_scale, rule.t
    (array([0.5, 2.5]), 'Sign()', 1.0, 1)
    >>> rule.restore(p, 0, 0.25, {})
    """

    slots: tuple[str, ...] = ()
    rate_first = False      # whether _step is given lr g instead of g
    factors: ClassVar[dict[str, float]] = {}

    def __init_subclass__(cls):
        if "_step" in vars(cls) and "rate_first" not in vars(cls):
            cls.rate_first = False      # whoever overrides the _step of SGD is given g, unless it asks for lr g itself

    def __init__(self, lr, **factors):
        (number,) = shaped(lr=("", lr))
        if number <= 0:
            raise ValueError(f"lr must be a number > 0; got {lr}.")
        for name, value in (self.factors | factors).items():
            if name not in self.factors:
                raise TypeError(f"{type(self).__name__} has no factor {name!r}: it has "
                                f"{', '.join(self.factors) or 'none'}.")
            shaped(**{name: ("", value)})
            if not 0 <= value < 1 or (name == "eps" and value == 0):
                raise ValueError(f"{name} must lie in {'(' if name == 'eps' else '['}0, 1); got {value}.")
            setattr(self, name, float(value))
        self.lr = self.first_lr = float(lr)
        self.t = 0

    @property
    def name(self):
        """The rule and its factors as text: Momentum(mu=0.9)."""
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name):g}' for name in self.factors)})"

    @property
    def grad_scale(self):
        """What the gradient is multiplied by before _step: lr, or 1."""
        return self.lr if self.rate_first else 1.0

    def update(self, p, g, *, scaled=False):
        """Move p (n,) by one step; g (n,) is overwritten.  The rule itself is in _step.

        scaled : whether g is already grad_scale times the gradient

        Raises ValueError for another p than in the steps before: what a rule remembers belongs to one network.
        """
        if self.t and p is not self._moves:
            raise ValueError(f"this {type(self).__name__} has made {self.t} steps on another network, and remembers "
                             f"them. Make a new one.")
        if not self.t:
            self.restore(p, 0, self.lr, {name: np.zeros_like(p) for name in self.slots})
        self.advance(p, g, scaled=scaled)

    def advance(self, p, g, *, scaled=False):
        """update, without a look at whether p is the vector of the steps before: for a figure, which records it.

        >>> rule, p = networks.SGD(0.5), np.array([1.0])
        >>> rule.advance(p, np.array([4.0]))
        >>> p
        array([-1.])
        """
        self.t += 1
        if self.rate_first and not scaled:
            g *= self.lr
        self._step(p, g)

    def restore(self, p, t, lr, slots):
        """Take up the rule after t steps on p (n,), with the vectors that it remembered then.

        Raises ValueError for an eps that is 0 in the precision of p.
        """
        if "eps" in self.factors and not p.dtype.type(self.eps):
            raise ValueError(f"eps = {self.eps:g} is 0 in {p.dtype}: use a larger one.")
        self.t, self.lr, self._moves = t, lr, p
        for name, vector in slots.items():
            setattr(self, name, vector)
        self.work = np.empty_like(p)


class SGD(Rule):
    """p <- p - lr g.

    >>> p = np.array([1.0])
    >>> networks.SGD(0.5).update(p, np.array([4.0]))
    >>> p
    array([-1.])
    """

    rate_first = True

    def _step(self, p, lr_g):
        p -= lr_g


class Momentum(Rule):
    """v <- mu v - lr g;  p <- p + v.

    The rate is inside the velocity: so Polyak, Sutskever et al. (2013) and Keras.  With inside=False it is outside,
    v <- mu v + g;  p <- p - lr v, as in PyTorch.  The steps are the same until the rate changes: a smaller rate then
    slows the old velocity at once in the second form, and not in the first.

    >>> p, rule = np.array([1.0]), networks.Momentum(0.5, mu=0.5)
    >>> rule.update(p, np.array([4.0]))
    >>> rule.update(p, np.array([0.0]))
    >>> p, rule.name, rule.rate_first
    (array([-2.]), 'Momentum(mu=0.5), rate inside', True)
    """

    slots, factors = ("v",), {"mu": 0.9}

    def __init__(self, lr, *, inside=True, **factors):
        super().__init__(lr, **factors)
        self.inside = bool(inside)

    @property
    def rate_first(self):
        """Whether the rate is inside."""
        return self.inside

    @property
    def name(self):
        """As for every rule, and where the rate is."""
        return f"{super().name}, rate {'inside' if self.inside else 'outside'}"

    def _step(self, p, g):
        self.v *= self.mu
        if self.inside:
            self.v -= g         # which is lr g here
            p += self.v
        else:
            self.v += g
            np.multiply(self.v, self.lr, out=g)
            p -= g


class Nesterov(Momentum):
    """v <- mu v - lr g;  p <- p + mu v - lr g: the momentum step, seen from where it leads.

    With inside=False the rate is outside the velocity, v <- mu v + g;  p <- p - lr (g + mu v), as in PyTorch: the same
    steps until the rate changes, as for Momentum.

    >>> p = np.array([1.0])
    >>> networks.Nesterov(0.5, mu=0.5).update(p, np.array([4.0]))
    >>> p
    array([-2.])
    """

    rate_first = Momentum.rate_first

    def _step(self, p, g):
        self.v *= self.mu
        if self.inside:
            self.v -= g         # which is lr g here
            p -= g
            np.multiply(self.v, self.mu, out=g)
            p += g
        else:
            self.v += g
            np.multiply(self.v, self.mu, out=self.work)
            g += self.work
            g *= self.lr
            p -= g


class AdaGrad(Rule):
    """v <- v + g^2;  p <- p - lr g / (sqrt(v) + eps).

    v never shrinks.  While the gradients stay of one size it grows like t, and the step falls like 1 / sqrt(t).

    >>> p = np.array([1.0])
    >>> networks.AdaGrad(0.5).update(p, np.array([4.0]))
    >>> p.round(6)
    array([0.5])
    """

    slots, factors = ("v",), {"eps": 1e-8}

    def _step(self, p, g):
        np.multiply(g, g, out=self.work)
        self.v += self.work
        np.sqrt(self.v, out=self.work)
        self.work += self.eps
        g /= self.work
        g *= self.lr
        p -= g


class RMSProp(Rule):
    """v <- rho v + (1 - rho) g^2;  p <- p - lr g / (sqrt(v) + eps): AdaGrad with a memory that fades.

    >>> p = np.array([1.0])
    >>> networks.RMSProp(0.05).update(p, np.array([4.0]))
    >>> p.round(6)
    array([0.5])
    """

    slots, factors = ("v",), {"rho": 0.99, "eps": 1e-8}

    def _step(self, p, g):
        np.multiply(g, g, out=self.work)
        self.work *= 1 - self.rho
        self.v *= self.rho
        self.v += self.work
        np.sqrt(self.v, out=self.work)
        self.work += self.eps
        g /= self.work
        g *= self.lr
        p -= g


class Adam(Rule):
    """m <- b1 m + (1 - b1) g;  v <- b2 v + (1 - b2) g^2;  p <- p - lr m_hat / (sqrt(v_hat) + eps).

    m_hat = m / (1 - b1^t) and v_hat = v / (1 - b2^t) undo the start from zero.  We keep m / (1 - b1) and v / (1 - b2)
    instead of m and v, which saves two of twelve passes over the memory; the factors move into the step and eps.

    >>> p = np.array([1.0])
    >>> networks.Adam(0.25).update(p, np.array([4.0]))
    >>> p.round(6)
    array([0.75])
    """

    slots, factors = ("m", "v"), {"b1": 0.9, "b2": 0.999, "eps": 1e-8}

    def _step(self, p, g):
        mean = (1 - self.b1) / (1 - self.b1 ** self.t)                  # m_hat = mean * self.m
        root = np.sqrt((1 - self.b2) / (1 - self.b2 ** self.t))         # sqrt(v_hat) = root * sqrt(self.v)
        self.m *= self.b1
        self.m += g
        np.multiply(g, g, out=g)
        self.v *= self.b2
        self.v += g
        np.sqrt(self.v, out=g)
        g += not_widening(self.eps / root)
        np.divide(self.m, g, out=g)
        g *= not_widening(self.lr * mean / root)
        p -= g


RULES = {rule.__name__: rule for rule in (SGD, Momentum, Nesterov, AdaGrad, RMSProp, Adam)}
