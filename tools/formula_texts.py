"""Stores displays and relations beside the tables of letters, and which displays have no further instances:
`python -m tools.formula_texts` after a change."""

import json
from pathlib import Path

from formula.markdown import formulas, has_relation
from hw0.notation import PAGES
from hw0.notation.evidence import TEXTS
from hw0.notation.instances import WITHOUT, all_without

ROOT = Path(__file__).resolve().parent.parent


def texts(root=ROOT):
    """Return {page: its displays and relations, each once, as lists of text, key and whether it is displayed}."""
    found = {}
    for stem in PAGES:
        (path,) = root.glob("appendix/notation.md" if stem == "alphabet" else f"chapters/?_{stem}.ipynb")
        markdown = [path.read_text(encoding="utf-8")]
        if path.suffix == ".ipynb":
            cells = json.loads(markdown[0])["cells"]
            markdown = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
        every = [one for text in markdown for one in formulas(text) if one.displayed or has_relation(one.text)]
        found[stem] = [list(formula) for formula in {(one.key, one.displayed): one for one in every}.values()]
    return found


if __name__ == "__main__":
    pages = [
        f"{json.dumps(stem)}: [\n" + ",\n".join(json.dumps(one, ensure_ascii=False) for one in every) + "\n]"
        for stem, every in texts().items()
    ]
    TEXTS.write_text("{\n" + ",\n".join(pages) + "\n}\n", encoding="utf-8")
    WITHOUT.write_text(json.dumps(all_without(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
