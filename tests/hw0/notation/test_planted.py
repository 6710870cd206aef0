"""The counts of planted faults are of the formulas as they stand; what was not noticed is explained."""

import collections

from formula.faults import KINDS
from formula.markdown import Formula
from hw0.notation import PAGES, planted
from hw0.notation.still_true import STILL_TRUE
from tools import formula_faults

RUN = "run python -m tools.formula_faults"
TEXT = r"(1 - x)^t \le 1/(1 + tx)"


def stale(counts, stems=PAGES):
    """Return the formulas that are not counted as they stand, and the counts of formulas that are gone."""
    missing = [(stem, each.key) for stem in stems for each in planted.evaluated(stem)
               if each.key not in counts[stem] or counts[stem][each.key].mark != planted.mark(stem, each)]
    keys = {stem: {each.key for each in planted.evaluated(stem)} for stem in stems}
    return missing + [(stem, key) for stem in stems for key in counts[stem] if key not in keys[stem]]


def unexplained(counts):
    return [(key, *fault) for page in counts.values() for key, found in page.items() for fault in found.missed
            if (key, *fault) not in STILL_TRUE]


def test_every_formula_is_counted_as_it_stands():
    assert stale(planted.counted()) == [], RUN


def test_no_display_goes_without_a_fault():
    counts = planted.counted()
    assert [key for stem in PAGES for _, key, displayed in planted.evaluated(stem)
            if displayed and not sum(map(sum, counts[stem][key].kinds.values()))] == []


def test_every_fault_that_was_not_noticed_leaves_a_true_statement():
    assert unexplained(planted.counted()) == []


def test_nothing_is_explained_that_was_noticed():
    missed = {(key, *fault) for page in planted.counted().values() for key, found in page.items()
              for fault in found.missed}
    assert set(STILL_TRUE) == missed


def test_a_formula_that_changed_since_and_one_that_is_new_are_noticed():
    counts = planted.counted()
    page = dict(counts["networks"])
    first, second, *_ = page
    page[first] = page[first]._replace(mark="00000000")
    del page[second]
    page["gone"] = page[first]
    found = stale(counts | {"networks": page}, ["networks"])
    assert sorted(found) == sorted([("networks", first), ("networks", second), ("networks", "gone")])


def test_a_fault_that_nobody_explained_is_noticed():
    found = planted.Planted("", {}, (("sign", 3),))
    assert unexplained({"ridge": {"key": found}}) == [("key", "sign", 3)]


def test_the_line_of_a_formula_is_part_of_its_mark():
    assert planted.mark("ridge", Formula(TEXT, TEXT, False)) != planted.mark("ridge", Formula(TEXT, "other", False))


def test_counting_a_formula_tells_the_fate_of_each_fault(capsys):
    found = formula_faults.count("ridge", Formula(TEXT, TEXT, False))
    assert set(found.missed) == {("constant", 14), ("term", 17), ("letter", 21)}
    assert found.kinds["term"] == [2, 2, 0]
    assert "WHY?" not in capsys.readouterr().out


def test_counts_are_stored_and_read_again(tmp_path):
    counts = planted.counted()
    planted.store(counts, tmp_path / "planted.json")
    assert (tmp_path / "planted.json").read_bytes() == planted.COUNTS.read_bytes()
    assert planted.counted(tmp_path / "none.json") == {}


def test_a_tally_adds_up():
    kinds = {kind: collections.Counter({"noticed": 2, "not noticed": 1}) for kind in KINDS}
    *_, last, _, share = str(planted.Tally(kinds, kinds)).splitlines()
    assert last.split() == ["in", "a", "line", "all", "24", "16", "8", "·"]
    assert share == "of 48 faults 32 are noticed, 66.7%; the other 16 leave a true statement"
