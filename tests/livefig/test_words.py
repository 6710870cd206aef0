"""What a figure says, in Python: numbers by Python's own rules, sentences that are chosen."""

import json
import pathlib

import numpy as np
import pytest

from livefig.words import spoken, written
from tests.livefig.parity import parity
from tests.livefig.test_operations import blank
from tests.node import module

SCRIPT = pathlib.Path(__file__).parents[2] / "code" / "livefig" / "script" / "words.js"
BY_PYTHON = [0.0, 1e-5, 1e-4, 3e-4, 0.00123456, 0.127, 9.9996, 123456.789, 1e6, 1e18]


@pytest.mark.parametrize("x", BY_PYTHON)
@pytest.mark.parametrize("spec", [".2f", ".3g", ".1g", ".3e", ".1%"])
def test_numbers_are_written_as_python_writes_them(x, spec):
    mantissa, _, exponent = f"{x:{spec}}".partition("e")
    assert written(x, spec) == mantissa + (f"e{int(exponent)}".replace("-", "−") if exponent else "")


def test_the_page_writes_numbers_as_python_does():
    rng = np.random.default_rng(0)
    numbers = [*BY_PYTHON, 0.5, 1.5, 0.125, 2.675, *(rng.standard_normal(300) * 10.0 ** rng.uniform(-9, 9, 300))]
    tries = [(float(sign * x), spec) for x in numbers for sign in (1, -1)
             for spec in ("d", ".0f", "+.2f", ".3g", "g", "+.1g", ".2e", ".1%")]
    program = (f"import {{ fmt }} from {str(SCRIPT.as_uri())!r}; import {{ readFileSync }} from 'node:fs'; "
               "console.log(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(each => fmt(...each))))")
    found = json.loads(module(program, given=json.dumps(tries)))
    assert [(x, spec, said, written(x, spec)) for (x, spec), said in zip(tries, found, strict=True)
            if said != written(x, spec)] == []


@pytest.mark.parametrize("shape", [(1,), (1, 1)])
def test_an_array_of_one_number_is_said_as_the_number(shape):
    def figure(at=None):
        fig = blank(at=at)
        a = fig.slider("a", 0.0, 1.0, 0.5)
        v = a * np.ones(shape)
        fig.readout("x", "{:.2f}", v)
        fig.case((v > 0.2, "yes, {:.2f}", v), (np.ones(shape) < 0, "never"), otherwise="no")
        fig.data_table(["x"], [[("{:.1f}", v)]])
        fig.text(0, 0, "{:.2f}", v)
        return fig

    fig = figure()
    assert [spoken(item) for item in fig.spec["said"]] == ["0.50", "yes, 0.50", [["0.5"]]]
    assert "<b style=\"min-width:5ch\">0.50</b>" in fig.html()
    assert parity(figure, n=20).texts
