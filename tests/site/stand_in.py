"""A small book with one of everything, built with the real configuration, for tests that plant faults."""

import fcntl
import functools
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from book_pages.answer_boxes import STORE, site_of_all_parts

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "_build" / "stand-in" / STORE
SHARED = ("_ext", "assets", "appendix/references.bib")

TOC = """\
format: jb-book
root: index
parts:
  - caption: Chapters
    chapters:
      - file: chapters/9_sample
      - file: other
"""
INDEX = """\
# Stand-in book

A page with inline mathematics $w = X^\\dagger y$, and a [link to the sample](chapters/9_sample.ipynb).
Read {cite:t}`donoho2024`.

## How to read

From the top.

```{bibliography}
```
"""
OTHER = """\
# Other page

The word zugzwang stands on this page only, and so does $x = 1729$.
See {eq}`law` of the sample, and {numref}`drawing`.
"""
SAMPLE = [
    """\
# Move a sample

Mathematics inline, $e = -b/w$, and in a display:

$$
e' + \\frac{1}{x} = \\frac{w}{w'} \\Bigl(e + \\frac{1}{x}\\Bigr)
$$ (law)

$$
\\begin{aligned}
\\ell(w, b) &= \\tfrac12 (\\phi(x) - y)^2 + \\sum_{i=1}^{n} \\Bigl( \\alpha_i + \\beta_i + \\gamma_i + \\delta_i
  + \\epsilon_i + \\zeta_i + \\eta_i + \\theta_i \\Bigr)^2 \\\\
W &\\in \\mathbb{R}^{d \\times h}
\\end{aligned}
$$

$$
\\lVert y - X w \\rVert^2 + (a + b) = c , \\qquad w \\text{ of shape } (d,), \\qquad y = X w + b .
$$

By {eq}`law` the point stays.

| symbol | shape | meaning |
|---|---|---|
| $X$ | $(n, d)$ | samples in rows |
| $w$ | $(d,)$ | weights |

## Predict and fold

```{admonition} Predict
:class: predict
Where does the elbow go?
```

```{admonition} Hint
:class: hint dropdown
Differentiate.
```

```{admonition} Solution
:class: solution dropdown
It moves towards $-1/x$.
```

```{note}
:class: dropdown
A folded note.
```
""",
    {
        "source": "import numpy as np\n\nx = np.linspace(-1, 1, 5)\nprint(x.shape)",
        "outputs": [{"output_type": "stream", "name": "stdout", "text": "(5,)\n"}],
    },
    "## A drawing\n\nLook at the picture.",
    {
        "source": "draw(x)",
        "metadata": {
            "tags": ["hide-input"],
            "mystnb": {"image": {"alt": "A square"},
                       "figure": {"caption": "A square that stands for a drawing.", "name": "drawing"}},
        },
        "outputs": [
            {"output_type": "display_data", "metadata": {}, "data": {
                "image/png": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAA"
                             "BJRU5ErkJggg==",
                "text/plain": "<Figure>",
            }}
        ],
    },
    {
        "source": "table",
        "outputs": [{
            "output_type": "execute_result",
            "metadata": {},
            "execution_count": 3,
            "data": {"text/html": "<p>Output as <b>html</b></p>", "text/plain": "html"},
        }],
    },
]


PARTS = [
    "## A section that will be renamed (9a.i)\n\nIt is here.",
    "## Its term (9d)\n\n*What it was called*\n\n*Emphasis* within a paragraph is no subtitle.",
    "## Two parts (9a.ii, 9b)\n\nSee [](#part-9a-i).",
    "## A whole problem (9)\n\nText.",
]
MOVED = {"chapters/8_old": "chapters/9_sample"}
ADDRESS = "https://example.org/book"
COMMIT = "0123456789abcdef0123456789abcdef01234567"
HOSTED = {"GITHUB_REPOSITORY": "a/b", "GITHUB_SHA": COMMIT}


def notebook(cells, name="sample"):
    """Return the text of a notebook: strings become Markdown cells, dicts code cells."""
    made, count = [], 0
    for number, cell in enumerate(cells):
        identity = {"id": f"{name}-{number}", "metadata": {}}
        if isinstance(cell, str):
            made.append({"cell_type": "markdown", "source": cell, **identity})
        else:
            count += 1
            made.append({"cell_type": "code", "execution_count": count, **identity, **cell})
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return json.dumps({"cells": made, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}, indent=1) + "\n"


def write_book(folder, cells=SAMPLE, moved=None):
    """Write the sources of the stand-in book, with its own moved pages, into `folder` and return it."""
    for name in ("chapters", "appendix"):
        (folder / name).mkdir(parents=True)
    for name in SHARED:
        (folder / name).symlink_to(ROOT / name)
    config = yaml.safe_load((ROOT / "_config.yml").read_text())
    config["sphinx"]["config"]["moved_pages"] = moved or {}
    (folder / "_config.yml").write_text(yaml.safe_dump(config))
    (folder / "_toc.yml").write_text(TOC)
    (folder / "index.md").write_text(INDEX)
    (folder / "other.md").write_text(OTHER)
    (folder / "chapters" / "9_sample.ipynb").write_text(notebook(cells))
    return folder


@functools.cache
def kept_answers():
    """Return the Site of the boxes of all parts, most of a first build: one worker makes it, and it is kept."""
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    with open(KEPT.with_suffix(".lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return site_of_all_parts(KEPT)


def hand_on_answers(output):
    """Put the data of the answer boxes where a build into the folder `output` finds them."""
    kept_answers()
    made = output.parent / ".doctrees" / STORE
    made.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(KEPT, made)


def build(folder, *, anew=False, **environ):
    """Build the book in `folder` as `make book` does; return `(site, finished process)`.

    The data of the answer boxes are handed on, unless anew.
    """
    site = folder / "_build" / "html"
    if not anew:
        hand_on_answers(site)
    command = [sys.executable, str(ROOT / "tools" / "build_book.py"), "--source", str(folder)]
    # a hosted run's own repository and address must not leak into the stand-in
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "BOOK_"))}
    done = subprocess.run(command, env={**clean, **environ}, capture_output=True, text=True, timeout=300)
    return site, done


def tree(site):
    """{path: bytes} of a site."""
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}
