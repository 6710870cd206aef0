"""The examples in docstrings give what they show, in NumPy's oldest release that we support as in the newest."""

import doctest

import matplotlib
import pytest

from tests.doctests import examples, modules


@pytest.fixture(autouse=True)
def without_windows():
    matplotlib.use("agg")


@pytest.mark.parametrize("name", modules())
def test_examples_give_what_they_show(name):
    said = []
    for test in examples(name):
        doctest.DocTestRunner(verbose=False).run(test, out=said.append)
    assert not said, "".join(said)


def test_a_wrong_example_is_noticed():
    test = doctest.DocTestParser().get_doctest(">>> 1 + 1\n3\n", {}, "planted", None, 0)
    assert doctest.DocTestRunner(verbose=False).run(test, out=lambda text: None).failed == 1


def test_there_are_examples():
    assert sum(len(examples(name)) for name in modules()) > 200
