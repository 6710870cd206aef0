"""Outside the sentences that are counted again, nobody counts the chatbots: not in code, tests, descriptions of
pictures or outputs."""
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
NUMBER = "(two|three|four|five|six|seven|eight|nine|ten)"
COUNTED = re.compile(rf"\b({NUMBER}|\d+) (of the |of these )?(chatbots|conversations|models'? answers|transcripts)\b",
                     re.IGNORECASE)
COUNTED_WELL = (
    "In ten conversations of autumn 2025",      # counted again in test_sentences.py
    "given to chatbots in ten conversations",
    "Eight of the ten conversations",
    "seven of nine chatbots",
    "two conversations with one model",         # of any two
    "two rows say little about two chatbots",
    "order of their versions, and it is three conversations",       # the sentence before is counted again
)


def counting(text):
    """The places of a text that count chatbots or conversations without being counted again, a list."""
    for known in COUNTED_WELL:
        text = re.sub(re.escape(known), "", text, flags=re.IGNORECASE)
    return [text[max(0, found.start() - 40):found.end() + 40] for found in COUNTED.finditer(text)]


def written():
    """The files in which somebody could count, their texts by path: notebooks with their outputs, too."""
    folders = ("code", "chapters", "appendix", "guides", "api", "_ext", "decisions", "tests")
    paths = [path for folder in folders for kind in ("py", "md", "ipynb", "yml", "rst", "js")
             for path in (ROOT / folder).rglob(f"*.{kind}")]
    paths += [*ROOT.glob("*.md"), ROOT / "index.ipynb"]
    left_out = ("CHANGELOG.md", Path(__file__).name, "test_sentences.py")       # the first tells what was once so
    return {path: path.read_text(encoding="utf-8") for path in paths if path.name not in left_out}


def test_no_count_of_chatbots_stands_in_code_text_or_outputs():
    found = {path.relative_to(ROOT).as_posix(): counting(text) for path, text in written().items()}
    assert {path: places for path, places in found.items() if places} == {}


@pytest.mark.parametrize("planted", ["the answers of three chatbots", "Three of the chatbots agree", "3 conversations"])
def test_a_planted_count_is_noticed(planted):
    assert counting(f"# {planted}, judged")
