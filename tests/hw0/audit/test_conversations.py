"""Every folder below conversations/, whoever adds it: its files fit each other, and its stored verdicts are those that
check gives today."""

import json
import re

import pytest

from hw0.audit import claims, conversations, grade, turns
from hw0.audit.answers import VERDICTS, all_answers, answer_files, stored
from hw0.audit.record import CONVERSATIONS
from hw0.checks import PARTS
from tests.rules.layout_rules import Tree

FOLDER = re.compile(r"record\.json|verdicts\.json|claims\.json|referees\.py|answers(?:_\d+)?\.py")
ROOT = CONVERSATIONS.parents[3]
CLAIMS = {claim.id: claim for claim in claims()}
ANSWERS = [pytest.param(a, id=f"{a.part}-{a.conversation}-{a.attempt}") for a in all_answers()]


@pytest.mark.parametrize("slug", conversations())
def test_a_folder_holds_what_it_may_hold_and_nothing_else(slug):
    names = {path.name for path in (CONVERSATIONS / slug).iterdir() if path.is_file()}
    assert all(map(FOLDER.fullmatch, names))
    assert (VERDICTS in names) == bool(answer_files(CONVERSATIONS / slug))


@pytest.mark.parametrize("slug", conversations())
def test_the_stored_verdicts_are_those_of_today(slug):
    """After a change of the answers or of check: python -m hw0.audit code/hw0/audit/conversations/NAME."""
    today = {}
    for answer in all_answers():
        if answer.conversation == slug and answer.answer is not None:
            today.setdefault(answer.attempt, {})[answer.part] = grade(answer).word
    kept = [{part: graded.word for part, graded in grades.items() if graded.word != "no answer"}
            for grades in stored(CONVERSATIONS / slug)]
    assert kept == list(today.values())


def test_no_answer_is_there_twice_and_every_part_exists():
    where = [(answer.part, answer.conversation, answer.attempt) for answer in all_answers()]
    assert len(set(where)) == len(where)
    assert {part for part, _, _ in where} <= set(PARTS)


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_rests_on_claims_of_its_conversation(answer):
    for claim_id in answer.rests_on:
        claim = CLAIMS[claim_id]
        assert claim.conversation == answer.conversation
        assert claim.part[0] == answer.part[0]
    if any(claim.conversation == answer.conversation for claim in CLAIMS.values()):
        assert answer.rests_on


@pytest.mark.parametrize("answer", ANSWERS)
def test_check_and_ledger_agree_on_every_answer(answer):
    """What rests on correct claims only is right, but for an edge; what rests on a wrong one is not right; and what is
    refuted in the ordinary case rests on a flawed one."""
    truths = {CLAIMS[claim_id].truth for claim_id in answer.rests_on}
    word = grade(answer).word
    if truths == {"correct"}:
        assert word in {"right", "incomplete", "no answer"}
    if "wrong" in truths:
        assert word != "right"
    if word == "wrong" and truths:
        assert truths - {"correct"}


def test_an_answer_that_is_none_says_why():
    for answer in all_answers():
        assert answer.answer is not None or answer.reason


def test_claims_say_which_answers_they_make():
    for claim in CLAIMS.values():
        for part in claim.answers:
            assert turns(part, claim.conversation)


@pytest.mark.parametrize("slug", conversations())
def test_no_address_stands_in_a_folder_and_none_in_a_claim(slug):
    for path in (CONVERSATIONS / slug).glob("*.json"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"@|/home/|/work/", text)
        assert path.name == "record.json" or "http" not in text


def test_every_source_is_an_entry_of_the_references_or_an_address():
    references = (ROOT / "appendix" / "references.bib").read_text(encoding="utf-8")
    keys = set(re.findall(r"^@\w+\{(\w+),", references, re.MULTILINE))
    for made in conversations().values():
        assert made.source in keys or made.source == "first published here" or made.source.startswith("https://")


def test_the_book_holds_no_list_of_conversations():
    """A new folder is enough: no module, test or page names all of the others."""
    slugs = set(conversations())
    tree = Tree(ROOT)
    for name in tree.modules():
        if not name.startswith("code/hw0/audit/conversations/"):
            named = {slug for slug in slugs if f'"{slug}"' in tree.text(name)}
            assert len(named) <= len(slugs) / 2, name
    assert all(json.loads((CONVERSATIONS / slug / "record.json").read_text(encoding="utf-8")) for slug in slugs)
