"""A training run in a file: written whole or not at all, and read back to the last bit.

The file is a NumPy archive (.npz) of plain arrays and one JSON text; nothing in it is ever executed.  It holds the
parameters (last and best), what the optimizer remembers, the order of the epoch that has begun and the place in it,
the state of the random generator, the history, and the settings of the run, by which a foreign file is told apart.
"""
import json
import os
import tempfile
import zlib
from dataclasses import asdict
from pathlib import Path

import numpy as np

KIND = "hw0.networks checkpoint 3"
LEFT = "It was left as it is: move it away to start anew."


def save(trainer, path):
    """Write a Trainer to path.  Whatever happens, path holds the old file or the new one, never a part of one.

    >>> import os, tempfile
    >>> rng = np.random.default_rng(0)
    >>> net, X, y = networks.Network((2, 3), rng=rng), np.eye(2), [0, 2]
    >>> run = networks.Trainer(net, X, y, optimizer=networks.SGD(0.1), rng=rng)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     checkpoint.save(run, os.path.join(folder, "run.npz"))
    ...     os.listdir(folder)
    ['run.npz']
    """
    path = Path(path)
    state = {"kind": KIND, "settings": _settings(trainer), "position": trainer.position, "lr": trainer.optimizer.lr,
             "t": trainer.optimizer.t, "best": [trainer.best_score, trainer.best_epoch],
             "rng": trainer.rng.bit_generator.state}
    arrays = {"params": trainer.model.params, "best_params": trainer.best_params, "order": trainer.order,
              "state": np.array(json.dumps(state, default=np.ndarray.tolist))}
    arrays |= {f"history.{name}": np.array(values, float) for name, values in asdict(trainer.history).items()}
    if trainer.optimizer.t:
        arrays |= {f"optimizer.{name}": getattr(trainer.optimizer, name) for name in trainer.optimizer.slots}
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            np.savez(file, **arrays)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(part, path.stat().st_mode & 0o777 if path.exists() else 0o644)     # mkstemp lets nobody else read
        os.replace(part, path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise


def load(trainer, path):
    """Bring a Trainer, freshly made with the same settings and data, to the state in the file.

    Raises ValueError, and leaves trainer and file as they are, if the file is torn, is no checkpoint, or belongs to
    another network, another seed, other settings or other data.

    >>> import os, tempfile
    >>> def trainer(steps=0):
    ...     rng = np.random.default_rng(0)
    ...     net, X, y = networks.Network((2, 3), rng=rng), np.eye(2), [0, 2]
    ...     made = networks.Trainer(net, X, y, optimizer=networks.SGD(0.1), rng=rng, batch_size=1)
    ...     made.losses = [made.step() for _ in range(steps)]
    ...     return made
    >>> first, second = trainer(steps=3), trainer()
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = os.path.join(folder, "run.npz")
    ...     checkpoint.save(first, path)
    ...     checkpoint.load(second, path)
    >>> first.step() == second.step()
    True
    """
    state, arrays = _read(Path(path))
    for name, here in _settings(trainer).items():
        there = state["settings"].get(name)
        if there != here:
            was, now = (str(value).removesuffix(" []") for value in (there, here))      # a seed without a spawn key
            raise ValueError(f"{path} was made with {name} = {was}; this run has {name} = {now}. "
                             "Use the same settings, seed and data, or another file.")
    rule, model, history = trainer.optimizer, trainer.model, trainer.history
    slots = {name: f"optimizer.{name}" for name in rule.slots if state.get("t")}
    of_params = ("params", "best_params", *slots.values())
    lengths = dict.fromkeys(of_params, model.params.shape) | {"order": trainer.order.shape}
    for name, shape in (lengths | {f"history.{name}": None for name in asdict(history)}).items():
        if name not in arrays:
            raise ValueError(f"{path} lacks {name}. {LEFT}")
        if shape not in (None, arrays[name].shape) or arrays[name].ndim != 1:
            raise ValueError(f"{path} has {name} of shape {arrays[name].shape}, where {shape or '(steps,)'} is wanted. "
                             f"{LEFT}")
    numbers = (all(arrays[name].dtype == model.dtype for name in of_params)
               and all(arrays[f"history.{name}"].dtype == float for name in asdict(history)))
    if not numbers or not _fits(state, arrays["order"], type(trainer.rng.bit_generator)):
        raise ValueError(f"{path} holds a state that no training run has. {LEFT}")
    # what follows cannot fail, so that no part of the trainer is changed without the rest
    model.params[:] = arrays["params"]
    trainer.best_params[:] = arrays["best_params"]
    trainer.best_score, trainer.best_epoch = state["best"]
    trainer.order, trainer.position = arrays["order"], state["position"]
    trainer.rng.bit_generator.state = state["rng"]
    for name in asdict(history):
        setattr(history, name, arrays[f"history.{name}"].tolist())
    rule.restore(model.params, state["t"], state["lr"], {name: arrays[key] for name, key in slots.items()})


def _read(path):
    try:
        with open(path, "rb") as raw, np.load(raw, allow_pickle=False) as file:     # np.load alone leaks a torn file
            arrays = {name: file[name] for name in file.files}
        state = json.loads(str(arrays.pop("state")))
        if state["kind"] != KIND or not isinstance(state["settings"], dict):
            raise KeyError("kind")
    except FileNotFoundError:
        raise
    except Exception as error:      # nobody says what zipfile and NumPy raise for a byte that is not the one written
        raise ValueError(f"{path} is torn, or not a checkpoint of a training run ({type(error).__name__}). "
                         + LEFT) from error
    return state, arrays


def _fits(state, order, generator):
    """Whether a trainer with this bit generator could take up the state."""
    try:
        generator().state = state["rng"]
        (score, epoch), t, lr, position = state["best"], state["t"], state["lr"], state["position"]
        counts = all(type(count) is int and count >= 0 for count in (epoch, t, position))
        numbers = score < np.inf and 0 < lr < np.inf and position < len(order)
        return counts and numbers and order.dtype.kind == "i" and np.all((order >= 0) & (order < len(order)))
    except (AttributeError, KeyError, OverflowError, TypeError, ValueError):
        return False


def _settings(trainer):
    """What must be the same for a run to go on: everything that decides its steps, the data by their checksum.

    Of the seeds, what stays the same while a run goes on: its generator's, and the weights as they were drawn.
    """
    model, rule, seed = trainer.model, trainer.optimizer, trainer.rng.bit_generator.seed_seq
    return {"sizes": list(model.sizes), "loss": model.loss, "reg": model.reg, "dtype": model.dtype.name,
            "rule": rule.name, "factors": {name: getattr(rule, name) for name in rule.factors},
            "first lr": rule.first_lr,
            "batch_size": trainer.batch_size, "decay": trainer.decay,
            "replace": trainer.replace, "generator": trainer.rng.bit_generator.state["bit_generator"],
            "seed": f"{getattr(seed, 'entropy', None)} {list(getattr(seed, 'spawn_key', ()))}",
            "first weights": model.first_weights,
            "data": _checksum(trainer.X, trainer.y), "validation data": _checksum(*trainer.validation or ())}


def _checksum(*arrays):
    total = 0
    for array in arrays:
        total = zlib.crc32(np.ascontiguousarray(array), zlib.crc32(str(array.shape).encode(), total))
    return f"{total:08x}"
