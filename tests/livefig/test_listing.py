"""`help(livefig)` names every colour and every function, from the code itself."""

import numpy as np

import livefig
from livefig import listing
from livefig.functions import METHODS
from livefig.graph import UFUNCS, Graph
from livefig.marks import ROLES
from livefig.tracer import HANDLERS, called


def test_help_names_every_role_and_every_function():
    words = set(livefig.__doc__.split())
    assert set(ROLES) <= words
    assert {f"np.{name}" for name in UFUNCS} | {called(func) for func in HANDLERS} <= words
    assert {f".{name}" for name in METHODS} <= words


def test_what_is_listed_is_written_as_numpy_is():
    for names in (listing.traceable()["entry by entry"], listing.traceable()["of whole arrays"]):
        assert len(names) > 20
        assert all(callable(eval(name, {"np": np})) for name in names)


def test_methods_that_are_listed_are_there():
    t = Graph().add(np.ones(3), "input")
    assert all(hasattr(t, name.removeprefix(".")) for name in listing.traceable()["methods"])


def test_every_role_has_a_line():
    assert [line.split()[0] for line in listing.roles().splitlines()] == list(ROLES)
