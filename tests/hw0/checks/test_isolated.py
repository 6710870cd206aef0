"""hw0.checks.isolated: what a process says in the place of a reply is told as that."""
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hw0.checks.isolated import Limits, decoded
from hw0.checks.submissions import answered
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
