"""The referees of all claims: whole, without doubles, and one ruling for each claim."""

import subprocess
import sys
from collections import Counter
from importlib import import_module
from pkgutil import iter_modules

import pytest

from hw0.audit import claims, registry
from hw0.audit.record import CONVERSATIONS, conversations, run_file
from hw0.audit.referee import Referee

PACKAGES = [import_module(f"hw0.audit.{problem}") for problem in registry.PROBLEMS]
MODULES = [import_module(f"{package.__name__}.{told.name}") for package in PACKAGES
           for told in iter_modules(package.__path__)]


def tables(module):
    """Return the dicts claim id -> Referee of a module: the one that joins them, or all; none of a module that only
    joins those of its neighbours."""
    if hasattr(module, "REFEREES"):
        held = {id(value) for value in vars(module).values()}
        joins = any(id(other) in held for other in MODULES)
        return [] if joins else [module.REFEREES]
    dicts = [value for value in vars(module).values() if isinstance(value, dict)]
    return [table for table in dicts if table and all(isinstance(value, Referee) for value in table.values())]


def test_no_table_of_referees_is_left_out_and_no_claim_has_two():
    ids = Counter(claim_id for module in MODULES for table in tables(module) for claim_id in table)
    for slug in conversations():
        if (path := CONVERSATIONS / slug / "referees.py").exists():
            ids.update(list(run_file(path).REFEREES))
    ids.update(claim.id for claim in claims() if claim.same_as)
    assert set(ids) == set(registry.REFEREES)
    assert max(ids.values()) == 1


def test_a_claim_that_says_the_same_as_an_earlier_one_is_judged_by_its_referee_and_alike():
    by_id = {claim.id: claim for claim in claims()}
    shared = [claim for claim in by_id.values() if claim.same_as]
    assert len(shared) > 200
    for claim in shared:
        assert registry.REFEREES[claim.id] is registry.REFEREES[claim.same_as]
        assert claim.correct == by_id[claim.same_as].correct, claim.id


@pytest.mark.parametrize("same_as", ["nobody-1", "opus45-3a-1"])
def test_a_claim_that_says_the_same_as_one_without_a_referee_of_its_own_is_an_error(monkeypatch, same_as):
    (told,) = (claim for claim in claims() if claim.id == "opus45-2a-1")
    monkeypatch.setattr(registry, "claims", lambda: [told.__class__(**vars(told) | {"same_as": same_as})])
    with pytest.raises(ValueError, match="opus45-2a-1: there is no referee"):
        registry._referees()


def test_who_judges_a_new_conversation_reads_no_claim_and_no_referee():
    code = ("import sys, hw0.audit.__main__, hw0.audit.relu_elbow.answers\n"
            "print(*(name for name in sys.modules if name.startswith('hw0.audit')))")
    read = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "hw0.audit.submission" in read
    assert not [name for name in read if name.rpartition(".")[2] in ("referees", "refuted", "confirmed", "samples")]
