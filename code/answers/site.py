"""The files of the boxes of a site: a small script for every page with one, the engine, what an answer asks for less
often, the judge of derivations, instances of formulas, the data of each part."""

import json
import re
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from .compact import compact
from .joined import Joined

FOLDER = Path(__file__).parent
RULE = re.compile(r"[^{}]+\{[^{}]*\}")
NEW_COLOURS = re.compile(r"(?:light-dark|color-mix)\(")
MIXED = re.compile(r"[\w-]+:[^;{}]*color-mix\([^;}]*;?")
LIGHT_DARK = re.compile(r"light-dark\(((?:[^(),]|\([^()]*\))+),(?:[^()]|\([^()]*\))*\)")
SCRIPT = FOLDER / "script"


class Site:
    """What a site needs of some parts, as {name of the file: text}.

    The names under which a page loads the engine and the data end with a checksum, so that a browser never keeps
    an old one.

    Raises
    ------
    ValueError if the id of a part cannot be the name of a file.
    """

    def __init__(self, parts):
        self.parts = {part.id: part for part in parts}
        for name in self.parts:
            if not re.fullmatch(r"\w[\w.-]*", name):
                raise ValueError(f"part {name!r}: the id is a file's name too, of letters, digits, _, - and .")
        self.texts = {name: part.script() for name, part in self.parts.items()}

    @cached_property
    def files(self):
        """The texts by the names of the files, those of the parts in a folder of their own."""
        modules = {name: Joined(SCRIPT, name) for name in ("box/start", "box/offer", "box/answers")}
        engine = modules["box/answers"]
        more, steps, drawn = (
            Joined(SCRIPT, f"box/{name}", after=engine) for name in ("further", "derivation", "instances")
        )
        shared = more.taken | steps.taken | drawn.taken
        names = json.dumps({name: part.names for name, part in self.parts.items()}, ensure_ascii=False)
        further = compact(more.script(given=shared)) + f"answerBoxes.names={names};\n"
        engine = compact(engine.script(shared=shared))
        engine = engine.replace("'answers_further.js'", f"'{versioned('answers_further.js', further)}'")
        loaded = {"answers_engine.js": engine, "answers_further.js": further,
                  "answers_derivation.js": compact(steps.script(given=shared)),
                  "answers_instances.js": compact(drawn.script(given=shared))}
        for name in ("offer", "start"):
            text = compact(modules[f"box/{name}"].script())
            for other, known in loaded.items():
                text = text.replace(f"'{other}'", f"'{versioned(other, known)}'")
            loaded["answers_offer.js" if name == "offer" else "answers.js"] = text
        texts = loaded | {"answers.css": style()}
        return texts | {f"answers/{name}.js": text for name, text in self.texts.items()}

    def source(self, part_id):
        """Return where the data of a part are, seen from the script."""
        return versioned(f"answers/{part_id}.js", self.texts[part_id])

    def write(self, folder):
        """Write the files into a folder, which may exist."""
        for name, text in self.files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def style():
    """Return the style sheet without comments: light colours first, all where a browser knows them."""
    text = re.sub(r"/\*.*?\*/", "", (FOLDER / "answers.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"\s*\n\s*", "\n", text).strip() + "\n"
    both = "\n".join(rule.strip() for rule in RULE.findall(text) if NEW_COLOURS.search(rule))
    return MIXED.sub("", LIGHT_DARK.sub(r"\1", text)) + f"@supports (color: light-dark(red, red)) {{\n{both}\n}}\n"


def versioned(name, text):
    """Return the name of a file with a checksum of its text, under which no browser keeps an old one."""
    return f"{name}?v={sha256(text.encode()).hexdigest()[:8]}"
