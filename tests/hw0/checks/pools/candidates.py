"""Every answer that the project knows: of the tests, the chatbots, the adversaries, the chapters and the mutants."""

import ast
import importlib
import json
import linecache
import re
from pathlib import Path
from typing import NamedTuple

from hw0.audit import adversarial, mutants
from hw0.audit.answers import all_answers

ROOT = Path(__file__).resolve().parents[4]
TESTS = ("answers_to_relu_elbow", "answers_to_least_squares", "answers_to_ridge", "answers_to_networks",
         "test_vector_calculus", "test_vector_calculus_exercises", "test_relu_elbow_exercises")


class Candidate(NamedTuple):
    """An answer to a part, and where it comes from."""

    part: str
    what: str
    answer: object
    text: str | None = None  # where it was made of one


def candidates(chosen=("tests", "audit", "adversarial", "chapters", "mutants")):
    """All Candidates from these sources, a tuple."""
    sources = {
        "tests": _of_tests,
        "audit": _of_chatbots,
        "adversarial": _adversaries,
        "chapters": _of_chapters,
        "mutants": _mutants,
    }
    return tuple(Candidate(*told) for name in chosen for told in sources[name]())


def tables():
    """The modules of the tests with right answers, RIGHT, and wrong ones, WRONG, a tuple."""
    return tuple(importlib.import_module(f"tests.hw0.checks.{name}") for name in TESTS)


def _of_tests():
    for name, table in zip(TESTS, tables(), strict=True):
        for part, answers in table.RIGHT.items():
            for k, answer in enumerate(answers):
                yield part, f"{name} right {k}", answer
        for k, (part, *told) in enumerate(table.WRONG):
            what, answer = told[:2] if len(told) == 3 else (k, told[0])
            yield part, f"{name} wrong: {what}", answer


def _of_chatbots():
    for answer in all_answers():
        if answer.answer is not None:
            yield answer.part, f"{answer.conversation} {answer.attempt}", answer.answer


def _adversaries():
    for adversary in (*adversarial.WRONG, *adversarial.RIGHT):
        yield adversary.part, f"adversary: {adversary.what}", adversary.answer


def _of_chapters():
    """The answers that the cells of the chapters give to check, beside those that a reader is to write."""
    for path in sorted((ROOT / "chapters").glob("*.ipynb")):
        names, calls = {}, []
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] != "code":
                continue
            source = re.sub(r"^[%!].*$", "", "".join(cell["source"]), flags=re.M)
            place = f"<{path.stem} {cell['id']}>"
            linecache.cache[place] = len(source), None, source.splitlines(keepends=True), place
            for node in ast.parse(source).body:
                if isinstance(node, (ast.Import, ast.ImportFrom, ast.FunctionDef)):
                    exec(compile(ast.Module([node], []), place, "exec"), names)
                elif (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
                      and getattr(node.value.func, "id", "") == "check"
                      and not ast.unparse(node.value.args[1]).startswith("my_")):
                    calls.append((*node.value.args, place))
        for part, answer, place in calls:
            yield (ast.literal_eval(part), f"{path.stem}: {ast.unparse(answer)[:60]}",
                   eval(compile(ast.Expression(answer), place, "eval"), names))


def _mutants():
    for part in mutants.ASKED:
        for text in (mutants.FORMULAS[part], *mutants.mutants(mutants.FORMULAS[part])):
            yield part, f"mutant: {text}", mutants.answer(part, text), text
