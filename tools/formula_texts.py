"""Stores displays and relations beside the tables of letters, and which displays have no further instances:
`python -m tools.formula_texts` after a change."""

import json
import re
from pathlib import Path

from formula.markdown import formulas, has_relation
from hw0.notation import ELSEWHERE, GLOSSARY, PAGES
from hw0.notation.evidence import TEXTS
from hw0.notation.instances import WITHOUT, all_without

ROOT = Path(__file__).resolve().parent.parent
CHAPTER = re.compile(r"(?:chapters|further)/\d_(\w+)\.ipynb")


def texts(root=ROOT):
    """Return {page: its displays and relations, each once, as lists of text, key and whether it is displayed}."""
    found = {}
    for stem in PAGES:
        every = [one for one in written(stem, root) if one.displayed or has_relation(one.text)]
        found[stem] = [list(formula) for formula in {(one.key, one.displayed): one for one in every}.values()]
    return found


def written(stem, root=ROOT):
    """Return the formulas of a page and of what leads on from it, in order: in text, captions and glossary entries."""
    markdown = []
    for path in sorted(root.glob(ELSEWHERE.get(stem, f"*/?_{stem}.ipynb"))):
        text = path.read_text(encoding="utf-8")
        cells = json.loads(text)["cells"] if path.suffix == ".ipynb" else ()
        markdown += [text] if not cells else ["".join(cell["source"]) for cell in cells
                                              if cell["cell_type"] == "markdown"]
        markdown += [cell["metadata"].get("mystnb", {}).get("figure", {}).get("caption", "") for cell in cells]
    for entry in (root / GLOSSARY).read_text(encoding="utf-8").split("\n\n"):
        chapter = CHAPTER.search(entry)
        if chapter and chapter[1] == stem:
            markdown.append(entry)
    return [formula for text in markdown for formula in formulas(text)]


if __name__ == "__main__":
    pages = [
        f"{json.dumps(stem)}: [\n" + ",\n".join(json.dumps(one, ensure_ascii=False) for one in every) + "\n]"
        for stem, every in texts().items()
    ]
    TEXTS.write_text("{\n" + ",\n".join(pages) + "\n}\n", encoding="utf-8")
    WITHOUT.write_text(json.dumps(all_without(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
