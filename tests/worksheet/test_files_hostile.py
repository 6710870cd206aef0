"""Files that nobody who means well would import: refused in a few words and at once, or taken; nothing is run."""

import json
import random

from tests import hostile
from tests.worksheet.demos import notes
from tests.worksheet.test_files import HEAD, TABLE, offered, values

DEEP = 100_000
GOOD = json.loads(notes().write({"aim": "a", "doubt": "b", "hours": "2", "log": [["2031-10-07", "2", "45", "a|b"]]}))
MARKDOWN = f"{HEAD}<!-- aim -->\n**Aim**\n\n> first\n\n<!-- log -->\n{TABLE}| 2031-10-07 | 2 | 45 | a\\|b |\n"
SIGNS = ["<!-- ", "-->", "|", "\n", "> ", "**", '"', "\\", "{", "[", "\u202e", "\x00", "<img src=x onerror=planted=1>"]


def held(**changes):
    return json.dumps({**GOOD, "values": changes})


HOSTILE = [
    (f"{HEAD}<!-- __proto__ -->\n> a\n", "There is no field “__proto__” here."),
    (f"{HEAD}<!-- toString -->\n> a\n", "There is no field “toString” here."),
    (held(**{"x" * 100_000: "a"}), f"There is no field “{'x' * 40}” here."),
    (json.dumps({**GOOD, "worksheet": "x" * 100_000}), f"a file of the worksheet “{'x' * 40}”; here “notes” is wanted"),
    (held(log="DEEP").replace('"DEEP"', "[" * DEEP + "]" * DEEP), "Log: row 1 has 1 cells, not 4."),
    (held(log=[["", "DEEP", "", ""]]).replace('"DEEP"', "[" * DEEP + "]" * DEEP), "Log: row 1, Problem: "),
    (held(log=[["", {"toString": 1, "valueOf": 1}, "", ""]]), "Log: row 1, Problem: "),
    (held(log=[["", "", "", "a"]] * 2001), "Log: has more than 2000 rows."),
    (held(aim="a line\n" * 20_000), "Aim: has more than 2000 lines."),
    (f"{HEAD}<!-- aim -->\n" + "> a line\n" * 20_000, "Aim: has more than 2000 lines."),
    ("[" * 1_000_000, "This is not a file of a worksheet."),
    (HEAD + "<!-- log -->\n" + TABLE.split("\n")[0] + "\n" + "-" * 200_000 + "x\n", "is not the head of a table"),
    (HEAD + "<!-- log -->\n" + TABLE + "|" + " " * 200_000 + "x|||\n", "row 1 has 3 cells, not 4"),
]


def test_a_hostile_file_is_refused_at_once_and_in_few_words(forms, box):
    with forms.open("notes") as (page, _):
        box(page, "aim").fill("mine")
        for found, (_, said) in zip(offered(page, [text for text, _ in HOSTILE]), HOSTILE, strict=True):
            assert said in found
        assert values(page)["aim"] == "mine"
        assert offered(page, [" " * 5_000_001])[0].startswith("The file is longer than 5000000 characters.")


def test_a_quotation_with_a_long_gap_is_taken_whole(forms):
    with forms.open("notes") as (page, _):
        assert offered(page, [HEAD + "<!-- aim -->\n> a\n" + "\n" * 500 + "> b\n" + "\n" * 150_000]) == ["Imported."]
        assert page.locator("[data-key=aim]").input_value() == "a\n" + "\n" * 500 + "b"


def test_files_changed_at_random_are_taken_or_refused(forms):
    chosen = random.Random(7 if not hostile.INPUTS else None)
    texts = []
    for _ in range(hostile.INPUTS or 80):
        text = list(chosen.choice([MARKDOWN, json.dumps(GOOD)]))
        for _ in range(chosen.randrange(1, 5)):
            place = chosen.randrange(len(text))
            text[place:place + chosen.randrange(3)] = [chosen.choice(SIGNS)]
        texts.append("".join(text))
    with forms.open("notes", clean=False) as (page, _):  # Chromium notes what is no date in its console
        said = offered(page, texts)
    assert len(set(said)) > 5
