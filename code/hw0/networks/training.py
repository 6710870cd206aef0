"""Training: minibatches, decay, history, the best and the last parameters, and a divergence told as what it is."""
import contextlib
from dataclasses import dataclass, field

import numpy as np

from hw0.networks.optimizers import Rule
from hw0.validation import generator, shaped, whole


class Diverged(ArithmeticError):
    """The loss is no longer finite.  `step` is where that was seen; from step `began` on the loss only rose.

    >>> found = networks.Diverged([3.0, 1.0, 2.0, np.inf], lr=0.5)
    >>> found.step, found.began
    (4, 2)
    """

    def __init__(self, losses, lr):
        self.step = len(losses)
        rising = self.step - 1
        while rising and losses[rising - 1] < (losses[rising] if np.isfinite(losses[rising]) else np.inf):
            rising -= 1
        self.began = rising + 1
        super().__init__(f"training diverges: the loss is {losses[-1]} at step {self.step}, and has only risen since "
                         f"step {self.began}. Use a smaller learning rate than {lr:g}; smaller initial weights may "
                         f"help, too.")


@dataclass
class History:
    """What a run has seen: the minibatch loss of every step, and after every epoch the scores and the rate it used.

    >>> networks.training.History(loss=[2.3, 1.9]).loss[-1]
    1.9
    """

    loss: list[float] = field(default_factory=list)
    train_score: list[float] = field(default_factory=list)
    val_score: list[float] = field(default_factory=list)
    lr: list[float] = field(default_factory=list)


class Trainer:
    """One training run, which can stop after any step and go on as if it had not stopped.

    Parameters
    ----------
    model, optimizer : a Network and an update rule; both are changed in place
    X, y : training data (n, d) and targets; X is not copied if it is contiguous and of the dtype of the model
    rng : the numpy.random.Generator that orders the examples
    batch_size : examples per step; the last step of an epoch takes what is left
    decay : factor on the learning rate after each epoch
    X_val, y_val : validation data, to choose the best epoch by; the training data if there are none
    replace : draw minibatches with replacement.  An epoch then still has n draws, but misses about a fraction
        1/e of the examples; without, it sees every example once

    Attributes
    ----------
    history : a History
    best_params, best_score, best_epoch : the parameters after the epoch with the best validation score.  The
        model itself always holds the last ones; `model.params[:] = trainer.best_params` takes the best

    Raises TypeError or ValueError for data that are empty, not finite or do not fit the model, and for knobs
    out of range.

    Examples
    --------
    >>> rng = np.random.default_rng(0)
    >>> net = networks.Network((2, 3), rng=rng)
    >>> run = networks.Trainer(net, np.eye(2), [0, 2], optimizer=networks.SGD(1.0), rng=rng, batch_size=1)
    >>> first = run.step()
    >>> run.run(epochs=20), run.epoch, run.history.loss[-1] < first
    (True, 20, True)
    >>> run.check_finite()
    """

    def __init__(self, model, X, y, *, optimizer, rng, batch_size=100, decay=1.0, X_val=None, y_val=None,
                 replace=False):
        generator(rng)
        if not isinstance(optimizer, Rule):
            raise TypeError(f"optimizer must be an update rule, such as SGD(0.1); got {optimizer!r}.")
        if not (isinstance(batch_size, (int, np.integer)) and batch_size > 0):
            raise ValueError(f"batch_size must be a whole number > 0; got {batch_size}.")
        shaped(decay=("", decay))
        if not 0 < decay <= 1:
            raise ValueError(f"decay must lie in (0, 1]; got {decay}.")
        if (X_val is None) != (y_val is None):
            raise ValueError("give both X_val and y_val, or neither.")
        self.model, self.optimizer, self.rng = model, optimizer, rng
        self.X, self.y = model.admit(X, y)
        self.validation = None if X_val is None else model.admit(X_val, y_val)
        self.batch_size, self.decay, self.replace = min(int(batch_size), len(self.X)), float(decay), bool(replace)
        self.history = History()
        self.best_params, self.best_score, self.best_epoch = model.params.copy(), -np.inf, 0
        self.order, self.position = self._new_order(), 0
        self._rows = np.empty((self.batch_size, self.X.shape[1]), self.X.dtype)

    @property
    def epoch(self):
        """The number of whole epochs that are done."""
        return len(self.history.lr)

    def step(self):
        """The loss of the next minibatch, after one update on it; at the end of an epoch the scores are taken too.

        Raises Diverged, before the parameters are touched, if the loss is not finite; at the end of an epoch also if a
        parameter is not.
        """
        chosen = self.order[self.position:self.position + self.batch_size]
        # mode="clip" lets take write straight into the rows; the default would fill a hidden copy first
        X = np.take(self.X, chosen, axis=0, out=self._rows[:len(chosen)], mode="clip")
        with np.errstate(over="ignore", invalid="ignore"):
            loss = self.model.backpropagate(X, self.y[chosen], self.optimizer.grad_scale)
            self.history.loss.append(loss)
            if not np.isfinite(loss):
                raise Diverged(self.history.loss, self.optimizer.lr)
            self.optimizer.update(self.model.params, self.model.grads, scaled=True)
            self.position += len(chosen)
            if self.position >= len(self.order):
                self._end_epoch()
        return loss

    def check_finite(self):
        """Raises Diverged if a parameter is no longer finite: a gradient can overflow while the loss does not."""
        if not np.all(np.isfinite(self.model.params)):
            raise Diverged(self.history.loss, self.optimizer.lr)

    def run(self, epochs, *, stop=lambda: False, after_epoch=lambda trainer: None):
        """Go on until `epochs` epochs are done in all, or stop() is true after a step; True if all are done.

        Raises TypeError or ValueError unless epochs is a whole number >= 0.
        """
        (epochs,) = whole(epochs=epochs, least=0)
        while self.epoch < epochs:
            done = self.epoch
            self.step()
            if self.epoch > done:
                after_epoch(self)
            if stop():
                self.check_finite()
                break
        return self.epoch >= epochs

    def _end_epoch(self):
        self.check_finite()
        train = self.model.score_admitted(self.X, self.y)
        val = train if self.validation is None else self.model.score_admitted(*self.validation)
        self.history.train_score.append(train)
        self.history.val_score.append(val)
        self.history.lr.append(self.optimizer.lr)
        if val > self.best_score:
            self.best_score, self.best_epoch = val, self.epoch
            self.best_params[:] = self.model.params
        self.optimizer.lr *= self.decay
        self.order, self.position = self._new_order(), 0

    def _new_order(self):
        n = len(self.X)
        return self.rng.integers(n, size=n) if self.replace else self.rng.permutation(n)


def fit(model, X, y, *, optimizer, epochs, rng, progress=None, stop=lambda: False, **knobs):
    """A Trainer that has trained the model for `epochs` epochs in all, with its history and best parameters.

    Parameters
    ----------
    progress : True for a progress bar over the epochs, False for none, None for one on a terminal only
    stop : asked after every step
    knobs : of Trainer

    Raises as Trainer does, and Diverged.  To stop a run and go on another day, save a Trainer: hw0.networks.checkpoint.

    Examples
    --------
    >>> rng = np.random.default_rng(0)
    >>> net = networks.Network((2, 3), rng=rng)
    >>> run = networks.fit(net, np.eye(2), [0, 2], optimizer=networks.SGD(1.0), epochs=20, rng=rng, progress=False)
    >>> print(run.best_score, net.predict(np.eye(2)))
    1.0 [0 2]
    """
    whole(epochs=epochs, least=0)
    trainer = Trainer(model, X, y, optimizer=optimizer, rng=rng, **knobs)
    with _bar(progress, epochs) as bar:

        def after_epoch(trainer):
            bar.set_postfix_str(f"loss {trainer.history.loss[-1]:.3f}, score {trainer.history.val_score[-1]:.3f}")
            bar.update()

        trainer.run(epochs, stop=stop, after_epoch=after_epoch)
    return trainer


class _NoBar(contextlib.AbstractContextManager):
    """Stands in for a progress bar where none is wanted."""

    def __exit__(self, *_):
        return None

    def update(self):
        """Nothing to show."""

    set_postfix_str = staticmethod(lambda text: None)


def _bar(progress, epochs):
    """A tqdm progress bar, or its stand-in."""
    if progress is False:
        return _NoBar()
    try:
        from tqdm import auto, tqdm
    except ImportError:
        if progress:
            raise ImportError("progress=True needs tqdm: pip install tqdm, or pass progress=False.") from None
        return _NoBar()
    # In a notebook tqdm.auto shows a widget whether or not it is disabled, so only who asks for a bar gets that.
    return (auto.tqdm if progress else tqdm)(total=epochs, unit="epoch",
                                             disable=None if progress is None else False)
