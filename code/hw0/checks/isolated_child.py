"""The process in which a file of answers runs: it reads messages from its standard input and writes replies.

With the argument "fork" it does so in a fork of itself, whenever the judge asks for one (see processes).  Once it has
started it says so.  First message: which file, which name in it, the limits, and the file compiled if that is known.
Reply: {"ready": true}, {"constant": value} or a Fault; where no name is given {"names": [...], "constants": {name:
value}, "code": the file compiled}.  Every later message is a dict
of arguments, the reply what the answer gives there; or a list that names a Case of a Part (see pool.Stored), with a
reply for each of its instances.
"""
import base64
import json
import marshal
import os
import socket
import sys
import traceback
import warnings
from pathlib import Path
from types import ModuleType

import numpy as np

from hw0.checks.isolated import decoded, encoded
from hw0.checks.processes import forked
from hw0.checks.registry import PARTS
from hw0.checks.returned import Fault, call, caller, plain, raised

try:            # here, so that it is loaded before a fork
    import resource
except ImportError:     # Windows
    resource = None

LARGEST = 100_000       # entries of an array or letters of a text


def load(path, code=""):
    """The names that a file of answers defines, a dict name -> value, and the file compiled, a text that the next
    process may be given as `code`.  The file is run.

    Raises ValueError if there is no such file or if it does not run; it says in which line.
    """
    path = Path(path)
    try:
        source = b"" if code else path.read_bytes()
    except OSError as error:
        raise ValueError(f"{path} cannot be read: {error}") from error
    module = ModuleType(f"answers in {path.stem}")
    module.__file__ = str(path)
    sys.modules[module.__name__] = module       # dataclasses and pickle look there
    sys.path.append(str(path.parent))           # for what lies beside it
    try:
        compiled = marshal.loads(base64.b64decode(code)) if code else compile(source, path.name, "exec")
        code = code or base64.b64encode(marshal.dumps(compiled)).decode()
        exec(compiled, vars(module))
    except BaseException as error:
        line = next((frame.lineno for frame in reversed(traceback.extract_tb(error.__traceback__))
                     if frame.filename == path.name), getattr(error, "lineno", None))
        where = f", line {line}" if line else ""
        raise ValueError(f"{path.name}{where}: {raised(error).says}") from error
    return vars(module), code


def serve(requests, replies):
    """Answer the messages until there are none."""
    warnings.simplefilter("ignore")             # or the verdict would depend on the filters of the judge
    np.seterr(all="ignore")

    def reply(message):
        replies.write(json.dumps(message).encode() + b"\n")
        replies.flush()

    reply({"started": True})
    first = json.loads(requests.readline())
    os.chdir(first["folder"])
    _limit(first["megabytes"], first["seconds"])
    try:
        found, code = load(first["path"], first["code"])
    except ValueError as error:
        reply(encoded(Fault("no answer", str(error))))
        return
    if not first["name"]:
        reply({"names": [name for name in found if isinstance(name, str)],
               "constants": {name: _constant(found[name]) for name in first["names"] if _is_constant(found.get(name))},
               "code": code})
        return
    answer = found.get(first["name"])
    if first["constant"] and _is_constant(answer):
        reply({"constant": _constant(answer)})
        return
    call_answer = caller(answer, first["names"])
    if isinstance(call_answer, Fault):
        reply(encoded(call_answer))
        return
    reply({"ready": True})
    for line in requests:
        for given in _meant(json.loads(line)):
            reply(encoded(_small(call(call_answer, given))))


def _is_constant(answer):
    return answer is not None and not callable(answer)


def _constant(answer):
    return encoded(_small(call(lambda given: answer, {})))


def _meant(message):
    """The dicts of arguments that a message means, an iterable."""
    if isinstance(message, dict):
        return [{name: decoded(value) for name, value in message.items()}]
    part, number = message
    return PARTS[part].cases[number].instances


def _small(value):
    """The value, or a Fault if it is far larger than any that is asked for."""
    if isinstance(value, tuple):
        items = tuple(map(_small, value[:LARGEST]))
        return next((item for item in items if isinstance(item, Fault)), items)
    if isinstance(value, str):
        return value[:LARGEST]
    if isinstance(value, np.ndarray) and value.size > LARGEST:
        return Fault(f"an array of shape {value.shape}", "That is far larger than what is asked for.")
    return plain(value)


def _limit(megabytes, seconds):
    if resource is None:
        return
    for which, limit in ((resource.RLIMIT_AS, megabytes * 2**20), (resource.RLIMIT_CPU, int(seconds) + 2),
                         (resource.RLIMIT_FSIZE, 64 * 2**20), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(which, (limit, limit))
        except (ValueError, OSError):   # a system that does not know it
            continue


def _quiet():
    """What the judge has connected with standard input and output, as two other descriptors, which the answer does not
    meet when it reads and prints."""
    kept = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    return kept


def main(arguments):
    """Serve one answer; with "fork", one in each fork."""
    given, taken = _quiet()
    if arguments == ["fork"]:
        os.close(taken)
        pipes = forked(socket.socket(fileno=given))
    else:
        pipes = os.fdopen(given, "rb"), os.fdopen(taken, "wb")
    if pipes:
        serve(*pipes)


if __name__ == "__main__":
    main(sys.argv[1:])
