"""The records: every folder is read, and one that does not fit says what is wrong with it."""

import json

import pytest

from hw0.audit.record import conversations, read_record

GOOD = {"name": "Bot", "model": "Bot", "version": None, "settings": None, "month": "2026-01", "turns": 2,
        "asked": "Once.", "annotated": False, "source": "first published here", "note": None}


def written(folder, **change):
    folder.mkdir(exist_ok=True)
    (folder / "record.json").write_text(json.dumps(GOOD | change), encoding="utf-8")
    return folder / "record.json"


def test_the_records_of_the_book_are_in_order_and_named_once():
    made = list(conversations().values())
    keys = [(one.month, one.name.casefold()) for one in made]
    assert keys == sorted(keys)
    assert len({one.name for one in made}) == len(made) == len(conversations())


def test_two_conversations_with_one_model_are_ordinary(tmp_path):
    written(tmp_path / "bot-1", name="Bot 1")
    written(tmp_path / "bot-2", name="Bot 2", month="2025-12")
    assert list(conversations(tmp_path)) == ["bot-2", "bot-1"]
    assert {one.model for one in conversations(tmp_path).values()} == {"Bot"}


@pytest.mark.parametrize(("change", "said"), [
    ({"month": "January"}, "month must be like 2026-01"), ({"month": "2026-13"}, "month must be like 2026-01"),
    ({"turns": "two"}, "turns must be int or null"), ({"turns": True}, "turns must be int or null"),
    ({"name": ""}, "name must be str"), ({"model": None}, "model must be str; got None"),
    ({"annotated": None}, "annotated must be bool"), ({"colour": "red"}, "must have the keys"),
    ("{", "cannot be read"), ("3", "got int"), ("[1]", "got list"),
])
def test_a_record_that_does_not_fit_is_an_error(tmp_path, change, said):
    path = written(tmp_path / "bot", **(change if isinstance(change, dict) else {}))
    if isinstance(change, str):
        path.write_text(change, encoding="utf-8")
    with pytest.raises(ValueError, match=rf"bot/record\.json.*{said}"):
        read_record(path)
