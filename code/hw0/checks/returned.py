"""What came back from an answer, made safe to look at: plain values, or a Fault that says what is wrong.

An answer is somebody's code.  It may raise, print, warn, return anything, keep what it was given, or
change it; none of that may reach the caller of check.
"""
import contextlib
import inspect
import io
import numbers
import re
import sys
import warnings
from dataclasses import dataclass

import numpy as np

DEEPEST = 8             # tuples in each other
SIZES = re.compile(r"size (\d+) is different from (\d+)")


@dataclass(frozen=True)
class Fault:
    """What stands in the place of a value that cannot be judged: how it is shown, and what to do about it."""

    says: str
    advice: str


class _Nowhere(io.TextIOBase):
    """A stream that drops what is written to it."""

    def write(self, text):
        return len(text)


@contextlib.contextmanager
def quiet():
    """A context in which what answers print and warn is dropped, and how they set NumPy to print."""
    with warnings.catch_warnings(), np.errstate(all="ignore"), np.printoptions(), \
            contextlib.redirect_stdout(_Nowhere()), contextlib.redirect_stderr(_Nowhere()):
        warnings.simplefilter("ignore")     # or the verdict would depend on the warning filters of the session
        yield


def call(answer, arguments):
    """What answer(**arguments) returns as plain values, or a Fault.

    `answer` takes the dict of arguments (see `caller`).  It gets copies, so that a change in place is
    seen and cannot spoil the next call.  KeyboardInterrupt passes.  See `quiet` for what it prints and warns.
    """
    given = {name: value.copy() if isinstance(value, np.ndarray) else value for name, value in arguments.items()}
    try:
        with np.errstate():                 # what an answer sets there must not reach the reference
            value = plain(answer(given))
    except KeyboardInterrupt:
        raise
    except BaseException as error:          # SystemExit, and whatever an answer makes of its own
        return raised(error)
    for name, before in arguments.items():
        if isinstance(before, np.ndarray) and _changed(before, given[name]):
            return Fault(f"a changed {name}", f"It changes its argument {name} in place: work on a copy.")
    return value


def _changed(before, after):
    if before.shape == after.shape and before.tobytes() == after.tobytes():     # nearly always, and much faster
        return False
    return not np.array_equal(before, after, equal_nan=True)


def raised(error):
    """The Fault that stands in the place of a value when computing it raised an error."""
    try:
        return Fault(_told(error), _meant(error))
    except KeyboardInterrupt:
        raise
    except BaseException:                   # even the text of an error is code of the answer
        name = _kind(error)
        return Fault(name, f"It raised {name} there.")


def caller(answer, names):
    """A function of one dict that calls the answer with it, or a Fault if the answer does not take such arguments.

    Arguments go by name where the answer uses our names, else by position.
    """
    try:
        return _caller(answer, names)
    except KeyboardInterrupt:
        raise
    except BaseException:                   # what it is, and what it takes, may be code of the answer, too
        return Fault(f"an object of type {_kind(answer)}", f"Write a function of ({', '.join(names)}).")


def _caller(answer, names):
    if issubclass(type(answer), str):
        return Fault("text", f"Text cannot be tried: write a function of ({', '.join(names)}).")
    if not callable(answer):
        return Fault(f"an object of type {_kind(answer)}", f"Write a function of ({', '.join(names)}).")
    try:
        signature = inspect.signature(answer)
    except Exception:                       # some functions written in C do not tell theirs
        return lambda given: answer(*given.values())
    with contextlib.suppress(TypeError):
        signature.bind(**dict.fromkeys(names))
        return lambda given: answer(**given)
    with contextlib.suppress(TypeError):
        signature.bind(*names)
        return lambda given: answer(*given.values())
    with contextlib.suppress(Exception):    # its defaults say what they are
        return Fault("no answer", f"Write a function of ({', '.join(names)}); this one takes {on_a_line(signature)}.")
    return Fault("no answer", f"Write a function of ({', '.join(names)}).")


def plain(value, room=DEEPEST):
    """The value as float, bool, str, float64 array or a tuple of these, copied; else a Fault.

    A list of arrays that do not fit together is a tuple, too.  `room`: how many tuples may lie in each other.
    """
    if isinstance(value, (float, Fault)):   # a Fault of an answer in another process
        return float.__float__(value) if isinstance(value, float) else value
    if type(value) is np.ndarray and value.dtype == float and value.ndim:
        return value.copy()
    if isinstance(value, str):
        return str.__str__(value)           # a class of the answer's may return another one from its own
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, tuple):
        if not room:
            return Fault("tuples in tuples", "Return numbers.")
        items = tuple(plain(item, room - 1) for item in value)
        return next((item for item in items if isinstance(item, Fault)), items)
    if value is None:
        return Fault("None", "It returns nothing: does every branch end with return?")
    if inspect.isgenerator(value):
        return Fault("a generator", "It is a generator: use return, not yield.")
    try:
        # Looking at np.ma imports it; until somebody has, nothing is masked.
        masked = "numpy.ma" in sys.modules and isinstance(value, np.ma.MaskedArray)
        array = np.ma.array(value, dtype=float).filled(np.nan) if masked else np.array(value)
    except ValueError:
        if isinstance(value, list):
            return plain(tuple(value), room)
        return Fault(f"an object of type {_kind(value)}", "Return numbers.")
    if array.dtype.kind == "O":         # fractions and decimals; in an array None, for a value that does not exist
        listed = [np.nan if item is None else item for item in array.ravel()]
        if listed and all(isinstance(v, numbers.Number) and not isinstance(v, (bool, complex)) for v in listed):
            with contextlib.suppress(TypeError, ValueError, OverflowError):
                array = np.array([float(item) for item in listed]).reshape(array.shape)
    if array.dtype.kind == "b" and array.ndim == 0:
        return bool(array)
    if array.dtype.kind == "U" and array.ndim == 0:
        return str(array)
    if array.dtype.kind == "c":
        return Fault("complex numbers", "Return real numbers.")
    if array.dtype.kind not in "iuf":
        content = "text" if array.dtype.kind == "U" else array.dtype.name
        other = {"b": ", or one True or False where that is asked for", "U": ", or one word where that is asked for"}
        advice = f"Return numbers{other.get(array.dtype.kind, '')}."
        return Fault(f"an array of {content}" if array.ndim else f"an object of type {_kind(value)}", advice)
    return array.astype(float) if array.ndim else float(array)


def _kind(value):
    """The name of the type of a value, short; a type may hide its own."""
    return on_a_line(type.__dict__["__name__"].__get__(type(value)))


def on_a_line(text, longest=100):
    """The text of a stranger, short, and without what a terminal or a file could not hold, or would take for orders."""
    line = "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode()
                   for sign in str(text)[:longest + 1])
    return line if len(line) <= longest else line[:longest - 1] + "…"


def _told(error):
    """The last line of an error message, short, without the addresses that change from run to run."""
    import traceback  # here, since only what raises needs it
    line = traceback.format_exception_only(error)[-1].strip().splitlines()[-1].removeprefix("numpy.linalg.")
    if sizes := SIZES.search(line):         # of matmul and solve, at the end of a long sentence
        return f"{_kind(error)}: a size {sizes[2]} meets a size {sizes[1]}"
    return on_a_line(re.sub(r"0x[0-9a-fA-F]+", "0x...", line))


def _meant(error):
    """What an error says of the answer, in a sentence."""
    if isinstance(error, np.linalg.LinAlgError) and "Singular" in str(error):
        return "A matrix there has no inverse."
    if isinstance(error, ValueError) and (SIZES.search(str(error)) or "not aligned" in str(error)):
        return "The shapes of a product there do not fit."
    return f"It raised {_kind(error)} there."
