"""The workflows keep their rules, and each rule notices the fault that is planted for it."""

import subprocess
import tomllib

import pytest
import yaml

from tests.rules.workflow_rules import ROOT, RULES

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
CHECKOUT = "actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2"
FAULTS = [  # rule, what stands in a workflow, what is planted in its place
    ("actions_are_pinned", CHECKOUT, "actions/checkout@v6"),
    ("actions_are_pinned", CHECKOUT, CHECKOUT.split(" #")[0]),
    ("nothing_is_allowed_that_a_job_does_not_ask_for", "contents: read", "contents: write"),
    ("a_job_writes_only_where_a_step_of_it_must", "    timeout-minutes: 30\n    permissions:\n      contents: read",
     "    timeout-minutes: 30\n    permissions:\n      contents: write"),
    ("a_job_writes_only_where_a_step_of_it_must", "      pages: read", "      packages: write"),
    ("a_job_writes_only_where_a_step_of_it_must", "    permissions:\n      contents: read\n      pages: read",
     "    permissions: write-all"),
    ("a_job_writes_only_where_a_step_of_it_must", "      - run: .ci/push-colab\n", ""),
    ("nothing_from_outside_becomes_code", "run: make lint", "run: make lint ONLY=${{ github.head_ref }}"),
    ("nothing_from_outside_becomes_code", 'gh release upload "$TAG"',
     'gh release upload "${{ github.event.release.tag_name }}"'),
    ("nothing_from_outside_becomes_code", "VERSIONS=${{ matrix.versions }}", "VERSIONS=${{inputs.versions}}"),
    ("nothing_from_outside_becomes_code", "  pull_request:", "  pull_request_target:"),
    ("stale_runs_are_cancelled", "cancel-in-progress: true", "cancel-in-progress: false"),
    ("stale_runs_are_cancelled", "    timeout-minutes: 45\n", ""),
    ("a_laptop_could_run_every_step", "run: make lint", "run: python -m ruff check ."),
    ("a_laptop_could_run_every_step", "run: make lint", "run: make lnit"),
    ("no_credentials_stay_behind", "persist-credentials: false", "persist-credentials: true"),
    ("actionlint_agrees", "github.event_name }}", "github.evnt_name }}"),
    ("actionlint_agrees", "contents: read", "contents: red"),
]


def names():
    return [path.name for path in WORKFLOWS]


def test_there_is_a_workflow_that_checks_and_one_that_publishes():
    assert names() == ["check.yml", "publish.yml"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_keeps_the_rule(path, rule):
    assert rule(path.read_text()) == []


@pytest.mark.parametrize("rule, before, planted", FAULTS)
def test_a_planted_fault_is_noticed(rule, before, planted):
    text = next(text for text in (path.read_text() for path in WORKFLOWS) if before in text)
    assert {found.__name__: found for found in RULES}[rule](text.replace(before, planted))


def test_the_oldest_python_of_the_checks_is_the_oldest_that_is_promised():
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "check.yml").read_text())["jobs"]
    (oldest,) = [row["python"] for row in jobs["versions"]["strategy"]["matrix"]["include"]
                 if row["versions"] == "oldest"]
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"] == f">={oldest}"


def test_no_address_is_typed_into_a_workflow():
    assert [path.name for path in WORKFLOWS if "://" in path.read_text()] == []


@pytest.fixture
def clone(tmp_path):
    """Return a clone of a small repository that holds the script which pushes, and its remote."""

    def git(*arguments, cwd=tmp_path):
        author = ("-c", "user.name=a", "-c", "user.email=a@b")
        return subprocess.run(["git", *author, *arguments], cwd=cwd, check=True, capture_output=True,
                              text=True).stdout.strip()

    git("init", "-q", "--bare", "remote")
    git("clone", "-q", "remote", "clone")
    folder = tmp_path / "clone"
    (folder / ".ci").mkdir()
    script = folder / ".ci" / "push-colab"
    script.write_bytes((ROOT / ".ci" / "push-colab").read_bytes())
    script.chmod(0o755)
    (folder / ".gitignore").write_text("_build/\n")
    git("add", ".", cwd=folder)
    git("commit", "-q", "-m", "First", cwd=folder)
    return folder, git


def test_the_branch_for_colab_holds_the_last_notebooks_and_nothing_else(clone):
    folder, git = clone
    for name in ("old", "new"):
        chapters = folder / "_build" / "colab" / "chapters"
        chapters.mkdir(parents=True, exist_ok=True)
        for path in chapters.iterdir():
            path.unlink()
        (chapters / f"{name}.ipynb").write_text(name)
        subprocess.run([".ci/push-colab"], cwd=folder, check=True, capture_output=True)
    remote = folder.parent / "remote"
    assert git("ls-tree", "-r", "--name-only", "colab", cwd=remote) == "chapters/new.ipynb"
    assert git("rev-list", "--count", "colab", cwd=remote) == "1"
    assert git("rev-parse", "HEAD", cwd=folder) in git("log", "-1", "--format=%s", "colab", cwd=remote)
    assert git("status", "--porcelain", cwd=folder) == ""
