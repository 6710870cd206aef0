"""What the text says in numbers of the chatbots of autumn 2025 is counted again, and no such sentence is left out."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from hw0.audit import REFEREES, claims, conversations, grade, tally
from hw0.audit.answers import all_answers
from hw0.audit.findings import ELBOW, FINDINGS, answered, first_answers_right
from hw0.audit.readers import noticed, praised

ROOT = Path(__file__).parents[3]
AUTUMN = {slug: made for slug, made in conversations().items() if made.source == "archive2025"}
CLAIMS = [claim for claim in claims() if claim.conversation in AUTUMN]
CLAIM = {claim.id: claim for claim in CLAIMS}
FLAWED = [claim for claim in CLAIMS if claim.flawed]
READ = [claim for claim in FLAWED if AUTUMN[claim.conversation].annotated]
MAJOR = [claim for claim in READ if claim.severity == "major"]


@cache
def words():
    """The words for all answers that can be run, part -> conversation -> list."""
    found = {}
    for answer in all_answers():
        if answer.answer is not None and answer.conversation in AUTUMN:
            found.setdefault(answer.part, {}).setdefault(answer.conversation, []).append(grade(answer).word)
    return found


def every(*starts):
    """All words for the parts whose ids begin so, a set."""
    return {word for part, told in words().items() if part.startswith(starts) for given in told.values()
            for word in given}


def firsts(*starts):
    """The words for the first answers to the parts whose ids begin so, a list."""
    return [given[0] for part, told in words().items() if part.startswith(starts) for given in told.values()]


def parts_with(*bad):
    """The parts to which somebody gave an answer that has one of these words, a set."""
    return {part for part, told in words().items() for given in told.values() if set(given) & set(bad)}


def about(word):
    """The one Finding whose text has this word."""
    (found,) = (one for one in FINDINGS if word in one.what)
    return found


def finding(word):
    """In how many conversations of how many the Finding whose text has this word was said."""
    found = about(word)
    return tuple(sum(made.slug in AUTUMN for made in group) for group in (found.conversations(), found.asked()))


def said_of(word):
    """The Referees of what the Finding whose text has this word says, a set."""
    return {REFEREES[claim_id] for claim_id in about(word).said}


def near(part, whole, share):
    """Whether part / whole is that share, as a sentence says it."""
    return abs(part / whole - share) < 0.03


def right_of_elbow(*slugs):
    return [first_answers_right(slug, ELBOW) for slug in slugs]


def said_right(wanted=tuple(AUTUMN)):
    return [tuple(made.slug for made in group if made.slug in wanted) for group in answered("5b.ii", "right")]


# notebook -> sentence (its beginning is enough) -> whether it is so
SENTENCES = {
    "index": {
        "In ten conversations of autumn 2025": lambda: len(AUTUMN) == 10,
        "In the second of four cases eight gave an answer that can be run, and all eight are wrong: seven said":
            lambda: [given[0] for given in words()["5b.ii"].values()] == ["wrong"] * 8
            and list(map(len, said_right())) == [7, 8],
        "Over the four problems, the people who left notes on what they read passed over nine in ten of the flaws.":
            lambda: near(sum(not noticed(claim) for claim in READ), len(READ), 0.9),
    },
    "chapters/2_vector_calculus": {
        "In autumn 2025, several chatbots were given this problem": lambda: len(words()["2a"]) > 5,
        "None of the flaws reached a final formula, and no reader named one.":
            lambda: every("2") == {"right"} and not any(noticed(one) for one in FLAWED if one.part[0] == "2"),
        "Credit where it is due: every final formula of theirs is right.": lambda: every("2") == {"right"},
        "None of their readers names an error in this problem.":
            lambda: not any(claim.objection for claim in CLAIMS if claim.part.startswith("2")),
        "All eight that answered (e) concluded that $A$ must be symmetric.":
            lambda: list(words()["2e"].values()) == [["right"]] * 8,
        "Grok, ChatGPT 5.1 and Claude Opus 4.5 cancelled":
            lambda: all(not CLAIM[name].correct and "x" in CLAIM[name].why
                        for name in ("grok-2e-2", "chatgpt51-2e-2", "opus45-2e-2")),
    },
    "chapters/3_least_squares": {
        "In the conversations of autumn 2025, every first answer to the six parts that can be run is right, and":
            lambda: {given[0] for part in ("3a", "3b", "3c", "3d", "3e", "3f") for given in words()[part].values()}
            == {"right"} and words()["3c.any"]["deepseek-v3.2"] == ["right"],
    },
    "chapters/4_ridge": {
        "The question on the sheet compares $\\sigma$ with $\\lambda$, and so did seven of nine chatbots.":
            lambda: finding(r"\sigma^2") == (7, 9),
        "In the conversations of autumn 2025, every formula that was asked for is right, in every answer that can be":
            lambda: parts_with("wrong", "incomplete") & {part for part in words() if part[0] == "4"} == {"4h.any"},
        "Seven of the nine that have statements on this problem said": lambda: finding(r"\sigma^2") == (7, 9),
        "The two filter factors are off by a factor of about a hundred, and none of their readers objected.":
            lambda: not any(claim.objection for claim in CLAIMS if REFEREES.get(claim.id) in said_of(r"\sigma^2")),
        "Four of the nine called it Woodbury's": lambda: finding("Woodbury") == (4, 9),
        "So said four of the nine, GPT-4o and Grok among them":
            lambda: finding("every single weight") == (4, 9)
            and {"gpt-4o", "grok-2025-10"} <= {made.slug for one in FINDINGS if "every single" in one.what
                                               for made in one.conversations()},
    },
    "chapters/5_relu_elbow": {
        "In autumn 2025, this problem was given to chatbots in ten conversations, and eight of them came with":
            lambda: (len(AUTUMN), sum(made.annotated for made in AUTUMN.values())) == (10, 8),
        "Residual and gradients are right in every answer of theirs, and so are the formulas of (c) and (d)":
            lambda: every("5a.ii", "5a.iv") == {"right"} and every("5c", "5d") == {"right", "incomplete"},
        "All their plain errors stand in part (b)":
            lambda: all(part.startswith("5b") for part in parts_with("wrong") if part[0] == "5"),
        "The student did not notice; before you trust an example":
            lambda: not any(noticed(claim) for claim in FLAWED if claim.id == "chatgpt-5biii-6"),
    },
    "chapters/6_networks": {
        "The conversations of autumn 2025 end before this problem":
            lambda: not any(part[0] == "6" for part in (*words(), *(claim.part for claim in CLAIMS))),
        "In chapter 4 seven of nine compared": lambda: finding(r"\sigma^2") == (7, 9),
    },
    "appendix/on_trial": {
        "In ten conversations of autumn 2025, chatbots were given problems 2 to 5 of this homework, and beside eight":
            lambda: (len(AUTUMN), sum(made.annotated for made in AUTUMN.values())) == (10, 8)
            and {part[0] for part in words()} == set("2345"),
        "Of the first answers that can be run, seven in eight are right; of the flaws that stand around them, nine in":
            lambda: near(Counter(firsts("")).get("right"), len(firsts("")), 7 / 8)
            and near(sum(not noticed(claim) for claim in READ), len(READ), 0.9),
        "Of the statements in which a chatbot assesses its own work, none is in order.":
            lambda: not any(claim.correct for claim in CLAIMS if claim.part == "meta"),
        "What is plainly wrong, a computation refutes, with one exception":
            lambda: [claim.id for claim in FLAWED if claim.truth == "wrong" and (
                claim.id not in REFEREES or tally.evidence(claim.id).agrees)] == ["deepseek-meta-5"],
        "Most formulas are right: two rows in three are right throughout.":
            lambda: near(len(set(words()) - parts_with("wrong", "incomplete")), len(words()), 2 / 3),
        "What is not right is of three kinds.":
            lambda: {part for part in parts_with("wrong", "incomplete") if part[0] != "5"}
            == {"3b", "3e", "3c.any", "3f.any", "4h.any"},
        "And in 3b and 3e, GPT-4o gave up an answer that was right":
            lambda: words()["3b"]["gpt-4o"] == words()["3e"]["gpt-4o"] == ["right", "wrong"],
        "Part 5b.ii is where every first answer that can be run fails.":
            lambda: {given[0] for given in words()["5b.ii"].values()} == {"wrong"},
        "One maker's three, GPT-4o, GPT-5 Thinking and ChatGPT 5.1, have 1, 2 and 3 first answers on the elbow right":
            lambda: right_of_elbow("gpt-4o", "gpt-5-thinking", "chatgpt-5.1") == [(1, 4), (2, 4), (3, 4)],
        "That is in the order of their versions, and it is three conversations":
            lambda: [AUTUMN[slug].version for slug in ("gpt-4o", "gpt-5-thinking", "chatgpt-5.1")]
            == ["GPT-4o", "GPT-5 Thinking", "5.1"],
        "A later version is no safeguard: the first answer to 5b.ii lacks its condition in each of the three.":
            lambda: len(said_right(("gpt-4o", "gpt-5-thinking", "chatgpt-5.1"))[0]) == 3,
        "An objection helped three times":
            lambda: [words()[part]["gpt-4o"] for part in ELBOW[1:]]
            == [["wrong", "wrong", "incomplete", "incomplete"], ["wrong", "right", "right", "right"],
                ["wrong", "wrong", "wrong", "right"]],
        "Nine in ten flaws were passed over, and six in ten of the major ones; beside six in seven of them stands":
            lambda: near(sum(not noticed(claim) for claim in READ), len(READ), 0.9)
            and near(sum(not noticed(claim) for claim in MAJOR), len(MAJOR), 0.6)
            and near(sum(map(praised, READ)), sum(not noticed(claim) for claim in READ), 6 / 7),
        "Other things were said in several conversations, too.":
            lambda: all(len(one.conversations()) > 1 for one in FINDINGS),
        "Eight of the ten conversations came with the notes of somebody who read them.":
            lambda: (len(AUTUMN), sum(made.annotated for made in AUTUMN.values())) == (10, 8),
        "The few objections to correct statements did harm":
            lambda: 0 < sum(claim.correct and claim.objection is not None for claim in CLAIMS) < 20,
        "Part 4b; seven of nine compared these two numbers": lambda: finding(r"\sigma^2") == (7, 9),
        "Part 4g; four of nine ended here.": lambda: finding("every single weight") == (4, 9),
    },
}
# Words with which a sentence counts chatbots, readers or what they said.
NUMBER = "(two|three|four|five|six|seven|eight|nine|ten)"
COUNTS = re.compile(rf"\b(most|nearly|none|nobody|no reader|whoever|several|many|few|others|{NUMBER} (in|of) \w+|"
                    r"(all|any|the|these|those|other) (three|four|five|six|seven|eight|nine|ten)|"
                    rf"(both|{NUMBER}) (chatbots|conversations|models|readers))\b", re.IGNORECASE)
ABOUT = re.compile(r"\b(chatbots?|conversations?|readers?|students?|answers?|answered|statements?|flaws?|them|theirs?|"
                   r"nine)\b", re.IGNORECASE)
COUNT_NONE = (
    "Whoever follows the warning", "The sheet puts the question in these words, so nobody",
    "`check` judges every answer while the page is made", "Every statement is listed on the page",
    "A flaw is refuted if they differ", "Several signs in a cell are several answers",
    "To put it on trial, write its answers down", "Two conversations with one model differ",
    "How finely a conversation was taken apart differs", "Such statements are marked in the list",
)


def prose(name):
    """The lines of text in the sections of a notebook that are about chatbots."""
    cells = json.loads((ROOT / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]
    heading = {"index": "## Chatbots on the same homework", "appendix/on_trial": "# "}.get(name, "## What chatbots got")
    found, inside = [], False
    for line in "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown").splitlines():
        if line.startswith("## ") or line.startswith(heading):
            inside = line.startswith(heading) or name == "appendix/on_trial"
        elif inside and line:
            found.append(line)
    return found


@pytest.mark.parametrize(("name", "sentence"), [(name, one) for name, told in SENTENCES.items() for one in told])
def test_a_sentence_that_counts_is_so(name, sentence):
    text = (ROOT / f"{name}.ipynb").read_text(encoding="utf-8")
    assert json.dumps(sentence, ensure_ascii=False)[1:-1] in text, "the text says something else now"
    assert SENTENCES[name][sentence]()


@pytest.mark.parametrize("planted", [
    "Most of the chatbots gave up.", "All three chatbots said so.", "The three conversations agree.",
    "It was said in each of the three conversations.", "Two of them answered it.", "These three answers are one.",
    "Both chatbots are wrong.", "Three chatbots were asked.",
])
def test_a_sentence_that_counts_is_noticed(planted):
    assert COUNTS.search(planted) and ABOUT.search(planted)


@pytest.mark.parametrize("name", SENTENCES)
def test_every_sentence_on_chatbots_that_counts_is_counted_again(name):
    known = (*SENTENCES[name], *COUNT_NONE)
    assert [line for line in prose(name) if COUNTS.search(line) and ABOUT.search(line)
            and not line.startswith(known)] == []


def test_a_sentence_that_counts_none_still_stands_somewhere():
    lines = [line for name in SENTENCES for line in prose(name)]
    assert [one for one in COUNT_NONE if not any(line.startswith(one) for line in lines)] == []
