"""hw0.checks.isolated: what a process says in the place of a reply is told as that, and the next answer is judged."""
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hw0.checks.isolated import Limits, decoded
from hw0.checks.processes import FORKS
from hw0.checks.registry import PARTS
from hw0.checks.submissions import NAME_OF, answered, verdicts
from tests import hostile

LIMITS = Limits(seconds=5.0, total=20.0, megabytes=1024)
SAY = '''
import os
def say(text):
    for descriptor in range(3, 60):
        try:
            os.write(descriptor, text)
        except OSError:
            pass
'''
DISTURBED = "It disturbed the process that runs it."
REPLIES = ["5", "null", "[1]", '{"names": 5}', '{"tuple": 5}', '{"fault": ["a"]}', "[" * 100_000, "\\xff",
           '{"array": [1%s], "shape": [1], "type": "<i8"}' % ("0" * 400),
           '{"array": [-1], "shape": [1], "type": "<u8"}',
           '{"array": [1], "shape": [10000000000], "type": "<f8"}']


@pytest.mark.parametrize("reply", REPLIES, ids=lambda reply: reply[:30])
def test_a_file_that_speaks_for_its_judge_is_told(tmp_path, reply):
    path = tmp_path / "answers.py"
    path.write_text(f"{SAY}\nsay({reply!r}.encode() + b'\\n')\npart_5b_i = 'stays'")
    with pytest.raises(ValueError, match=f"answers.py: {DISTURBED}"):
        answered(path, LIMITS)


@pytest.mark.parametrize(("source", "said"), [
    ("class Own(BaseException): pass\nraise Own('x')", "Own: x"),
    ("class Own(ValueError):\n    def __str__(self): 1 / 0\nraise Own", "line 3: Own"),
    ("raise ValueError('\\x1b[2J' + 'x' * 10**6)", r"line 1: ValueError: \\x1b\[2Jx"),
    ("raise KeyboardInterrupt", "line 1: KeyboardInterrupt"),
    ("globals()['part_' + 'x' * 10**6] = 1", "x… is the name of no part"),
    ("globals()['part_\\udcff\\x1b'] = 1", r"part_\\udcff\\x1b is the name of no part"),
])
def test_a_file_that_cannot_be_judged_says_so_in_a_short_line(tmp_path, source, said):
    (tmp_path / "answers.py").write_text(source)
    with pytest.raises(ValueError, match=said) as caught:
        answered(tmp_path / "answers.py", LIMITS)
    assert len(str(caught.value)) < 300 and str(caught.value).isprintable()


HOSTILE = {
    "loops": "while True: pass", "exits": "os._exit(0)", "recurses": "again = lambda: again(); again()",
    "recurses without a limit": "import sys; sys.setrecursionlimit(10**9); again = lambda: again(); again()",
    "allocates": "return [0] * 10**10", "closes all": "os.closerange(0, 100)",
    "prints": "print('x' * 10**7); os.write(1, b'{}' * 1000); os.write(2, b'x')",
    "breaks NumPy": "np.array = np.ndarray = None", "breaks Python": "import builtins; builtins.isinstance = None",
    "breaks its memory": "import ctypes; ctypes.string_at(0)", "breaks JSON": "import json; json.dumps = str",
    "raises what it made": "raise type('Own', (BaseException,), {})('\\ud800')",
}


@pytest.mark.skipif(not FORKS, reason="without forks an interpreter is started for each")
def test_whatever_one_answer_does_its_neighbours_are_judged(tmp_path):
    parts = [part for part in PARTS if part != "5b.i"][:len(HOSTILE)]
    bodies = [f"def {NAME_OF[part]}(*_, **__):\n    {body}\n    return 1.0"
              for part, body in zip(parts, HOSTILE.values(), strict=True)]
    path = tmp_path / "answers.py"
    path.write_text("\n".join(["import os", "import numpy as np", *bodies, "part_5b_i = 'stays'"]))
    judged = verdicts(path, limits=Limits(seconds=0.5, total=2.0, megabytes=1024))
    assert set(judged) == {*parts, "5b.i"}
    assert judged["5b.i"].right
    for part in parts:
        assert not judged[part].right
        assert repr(judged[part]).isprintable()


@hostile.inputs
@given(reply=hostile.values(("array", "shape", "type", "tuple", "fault", "names")) | st.fixed_dictionaries({
    "array": hostile.values(), "shape": hostile.values(),
    "type": st.sampled_from(["<f8", "<i8", "<u8", "|b1", "O", "U9"])}))
def test_a_reply_of_any_form_is_a_value_or_one_of_the_errors_that_are_told(reply):
    try:
        value = decoded(json.loads(json.dumps(reply)))
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return
    assert not isinstance(value, np.ndarray) or value.dtype.kind in "biuf"
