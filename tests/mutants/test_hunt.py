"""The hunt finds what tests notice and what they do not, goes on where it stopped; a sample of the book is noticed."""

from pathlib import Path

import pytest

from tools.mutants.__main__ import Hunt, told
from tools.mutants.copies import CLEAN, FAULTED, planted, site_of
from tools.mutants.nearest import Project, room
from tools.mutants.results import Results, Times, rooms, table

ROOT = Path(__file__).parents[2]
SHARE = 0.024  # of the faults of the modules below, two or so of each room, whose own tests take about a second
SAMPLED = {
    "answers": ("literal", "part"), "embedded_assets": ("__init__",), "formula": ("derivatives", "tokens"),
    "hw0": ("style", "validation"), "hw0/audit": ("ledger", "record"), "hw0/checks": ("mistakes",),
    "hw0/learning_goals": ("calibration", "questions"), "hw0/least_squares": ("low_rank", "subspaces", "svd"),
    "hw0/networks": ("layers", "losses"), "hw0/notation": ("alphabet", "guides"),
    "hw0/relu_elbow": ("batch", "many_runs", "one_unit"), "hw0/ridge": ("bias_variance", "criteria", "spectrum"),
    "hw0/study_log": ("summary",), "hw0/vector_calculus": ("chain", "plane_maps"), "hw0/worksheets": ("study_log",),
    "livefig": ("draws", "index_maps", "tracer"), "prediction": ("question",), "worksheet": ("fields",),
}
NOTICED = 0.9  # of the sample; the whole is measured by `make mutants`

MODULE = '''"""A module."""


def difference(a, b):
    return a - b


def forever(n):
    while n > 0:
        n -= 1
    return n


def untested(a):
    return a * 2
'''
TEST = """from lesson.sums import difference, forever


def test_difference():
    assert difference(3, 1) == 2
    assert forever(2) == 0
"""
SETTINGS = '[tool.pytest.ini_options]\naddopts = ["--import-mode=importlib"]\n'


def written(folder):
    """Write a small project with one module that is tested in part, and return its folder."""
    copies = (ROOT / "tools/mutants/copies.py").read_text(encoding="utf-8")
    files = {"code/lesson/__init__.py": "", "code/lesson/sums.py": MODULE, "tests/lesson/test_sums.py": TEST,
             "tools/mutants/__init__.py": "", "tools/mutants/copies.py": copies, "pyproject.toml": SETTINGS}
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def hunted(tmp_path_factory):
    """The small project, the folder of a hunt in it, and the entries of four faults."""
    project, found = written(tmp_path_factory.mktemp("hunted") / "project"), tmp_path_factory.mktemp("found")
    with Hunt(project, found) as hunt:
        faults = chosen(hunt, "operator: - → +", "order: a - b → ((b) - (a))", "statement: n -= 1 → pass",
                        "operator: * → /")
        return project, found, [hunt.attempt(*fault) for fault in faults.values()]


def chosen(hunt, *changes):
    """Return {change: fault} of the faults with these names."""
    found = {str(change): (module, change) for module, change in hunt.faults()}
    return {change: found[change] for change in changes}


def test_faults_are_noticed_where_there_is_a_test_and_only_there(hunted):
    project, _, entries = hunted
    assert [entry["fate"] for entry in entries] == ["noticed", "noticed", "noticed: too slow", "not noticed"]
    assert [entry["by"] for entry in entries] == [*["tests/lesson/test_sums.py"] * 3, None]
    assert (project / "code/lesson/sums.py").read_text(encoding="utf-8") == MODULE


def test_a_hunt_goes_on_where_it_stopped(hunted):
    project, found, _ = hunted
    again = Hunt(project, found)
    ((module, change),) = chosen(again, "operator: * → /").values()
    assert again.known(module, change)["fate"] == "not noticed"
    test = project / "tests/lesson/test_sums.py"
    test.write_text(TEST + "\n# another\n", encoding="utf-8")
    assert Hunt(project, found).known(module, change) is None


def test_a_fault_that_no_test_had_time_for_is_no_survivor(hunted):
    project, found, _ = hunted
    with Hunt(project, found, budget=1.0) as hunt:
        hunt.times.add(hunt.named("tests/lesson/test_sums.py"), 2.0)
        ((module, change),) = chosen(hunt, "operator: * → /").values()
        late = hunt.attempt(module, change)
    assert late["fate"] == "out of time"
    assert told(late).endswith("(out of time)")
    assert table([late], {"lesson": 9}).splitlines()[1].split() == ["lesson", "9", "1", "0", "1", "0.0%"]
    assert Hunt(project, found, budget=3.0).known(module, change) is None
    assert len(hunt.faults(after=2, each=3)) == 3
    assert hunt.faults(after=2) == hunt.faults()[2:]


def test_a_test_that_fails_as_it_stands_is_an_error(tmp_path):
    project = written(tmp_path / "project")
    (project / "tests/lesson/test_sums.py").write_text(TEST.replace("== 2", "== 3"), encoding="utf-8")
    with Hunt(project, tmp_path / "found") as hunt, pytest.raises(RuntimeError, match="does not pass as it stands"):
        hunt.attempt(*hunt.faults()[0])


def test_the_nearest_tests_come_first():
    project = Project(ROOT)
    assert project.nearest("code/hw0/ridge/routes.py")[0] == "tests/hw0/ridge/test_routes.py"
    assert "tests/hw0/checks/test_ridge.py" in project.nearest("code/hw0/checks/ridge/parts.py")
    assert project.nearest("_ext/book_pages/as_numpy.py")[0] == "tests/site/test_as_numpy.py"
    assert project.nearest("assets/claims.js")[0] == "tests/site/test_claims.py"
    assert "tests/site/test_front_page.py" in project.nearest("assets/book.js")[:6]  # both speak of what was read
    assert project.nearest("code/livefig/script/pad.js")[0] == "tests/livefig/test_pads.py"
    judge = project.nearest("code/answers/script/judge/judge.js")
    assert judge.index("tests/answers/test_table.py") < judge.index("tests/answers/test_box.py")  # which has a browser
    assert "tests/hw0/checks/test_derivable.py" in project.nearest("code/answers/script/derivation/places.js")
    slips = project.nearest("code/hw0/checks/least_squares/exercises.py").index("tests/hw0/checks/test_slips.py")
    assert slips < 4  # both name the parts
    fates = project.nearest("code/hw0/relu_elbow/fates.py")
    assert fates[0] == "tests/hw0/relu_elbow/test_fates.py"
    assert fates[-2:] == ["chapters/5_relu_elbow.ipynb", "further/5_relu_elbow.ipynb"]
    assert "tests/test_doctests.py::test_examples_give_what_they_show[hw0.relu_elbow.fates]" in fates
    referees = project.nearest("code/hw0/audit/conversations/gpt-5-thinking/referees.py")
    assert (referees[0], referees[-1]) == ("tests/hw0/audit/test_referees.py", "appendix/on_trial.ipynb")
    nearest = {module: project.nearest(module) for module in project.modules}
    assert [module for module, tests in nearest.items() if not tests and (ROOT / module).stat().st_size > 200] == []


def test_a_script_of_the_site_is_planted_there_too_and_both_are_as_before(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    files = [Path("assets/a.js"), Path(CLEAN, "_static", "a.js")]
    for file in files:
        file.parent.mkdir(parents=True)
        file.write_text("1;")
    with planted("assets/a.js", "2;"):
        assert [file.read_text() for file in files] == ["2;", "2;"]
    assert [file.read_text() for file in files] == ["1;", "1;"]
    assert [site_of(module) for module in (None, "assets/a.js", "_ext/book_pages/head.py")] == [CLEAN, CLEAN, FAULTED]


def test_every_module_has_a_room():
    rooms = {room(module) for module in Project(ROOT).modules}
    assert {"_ext", "assets", "hw0", "hw0.ridge", "formula", "livefig", "answers/script/box", "worksheet"} <= rooms


def test_a_table_counts_by_room(tmp_path):
    results = Results(tmp_path / "found" / "results.jsonl")
    for name, fate in [("a", "noticed"), ("b", "not noticed"), ("c", "noticed: too slow")]:
        results.add(name=name, room="ridge", fate=fate, tests="t", budget=9)
    kept = Results(tmp_path / "found" / "results.jsonl")
    assert kept.known("a", "other", 99)["fate"] == "noticed"
    assert kept.known("b", "other", 9) is None is kept.known("b", "t", 10)
    assert kept.known("b", "t", 9)["fate"] == "not noticed"
    (counted,) = rooms(kept.kept.values(), {"ridge": 7}, {"ridge": 1})
    assert counted == ("ridge", 7, 3, 2, 2, 1)
    kept.add(name="b", room="ridge", fate="noticed", tests="with a new test", budget=9)
    (counted,) = rooms(kept.kept.values(), {"ridge": 7}, {})
    assert counted == ("ridge", 7, 3, 2, 3, 0)
    Times(tmp_path / "times.json").add("a", 1.5)
    assert Times(tmp_path / "times.json") == {"a": 1.5}
    rows = table(results.kept.values(), {"ridge": 7}).splitlines()
    assert rows[1].split() == ["ridge", "7", "3", "2", "0", "66.7%"]
    assert rows[2].split() == ["all", "7", "3", "2", "0", "66.7%"]


def test_a_sample_of_the_faults_of_the_book_is_noticed(tmp_path):
    modules = [f"code/{folder}/{name}.py" for folder, names in SAMPLED.items() for name in names]
    with Hunt(ROOT, tmp_path / "found", reach=2) as hunt:
        entries = [hunt.attempt(*fault) for fault in hunt.faults(modules, SHARE)]
    missed = [told(entry) for entry in entries if entry["fate"] == "not noticed"]
    assert len(entries) >= 60
    assert len(missed) <= (1 - NOTICED) * len(entries), "\n".join(missed)
