"""The lax comparison forgives what differs between machines, and nothing else."""

import pytest
from nbformat import v4

from tests.colab.comparison import difference


def printed(text):
    return [v4.new_output("stream", text=text)]


def shown(html):
    return [v4.new_output("display_data", {"text/html": html})]


@pytest.mark.parametrize("before, now", [
    ("error 1.2345e-03 of 4", "error 1.2346e-03 of 4"),
    ("zero: 0.0", "zero: 1e-17"),
    ("a  b\n", "a b"),
    ("e' = -0.5000", "e' = -0.5"),
])
def test_a_last_digit_and_spaces_are_forgiven(before, now):
    assert difference(printed(before), printed(now)) is None


@pytest.mark.parametrize("before, now", [
    ("right", "wrong at w=1"),
    ("error 1.2e-3", "error 1.2e-2"),
    ("w = 0.5", "w = -0.5"),
    ("rank 3", "rank 4"),
    ("3 of 4", "3 of 4 and 5"),
    ("x1 = 2", "x2 = 2"),
    ("0.5", "nan"),
])
def test_a_word_a_sign_or_a_digit_that_counts_is_noticed(before, now):
    assert difference(printed(before), printed(now))


def test_an_output_that_is_missing_or_an_error_is_noticed():
    assert difference(printed("1"), [])
    assert difference(printed("1"), [v4.new_output("error", ename="ValueError", evalue="planted", traceback=[])])
    assert difference([], printed("a warning"))


def test_the_pieces_of_a_stream_are_joined():
    assert difference(printed("a\n1\n"), [*printed("a\n"), *printed("1\n")]) is None


def test_a_script_that_only_the_first_figure_carries_is_not_compared():
    carried = ('<style data-embedded>\na\n</style>\n<figure>1</figure>\n'
               '<script type="module" data-embedded>\nb\n</script>\n')
    assert difference(shown(carried), shown("<figure>1</figure>\n")) is None
    assert difference(shown(carried), shown("<figure>2</figure>\n"))
