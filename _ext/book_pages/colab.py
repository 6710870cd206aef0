"""Notebooks as Colab gets them: a first cell that installs the book's code, and Markdown that Colab understands.

`publish.yml` pushes them to a branch of their own, `colab`, so a page's button and the page are of the same commit.
"""

import json
from pathlib import Path
from urllib.parse import quote

from .plain_markdown import Names, figure_of

BRANCH = "colab"
ADDRESS = "https://colab.research.google.com/github/{name}/blob/{branch}/{path}"
INSTALL = """\
# Installs the book's code where it is missing, as in Colab; elsewhere it does nothing.
import importlib.util
import sys

if importlib.util.find_spec("hw0") is None:
    !{{sys.executable}} -m pip install --quiet {origin}
"""

# where nobody knows from where to install
NEEDED = """\
# Says what to do where the book's code is missing; elsewhere it does nothing.
import importlib.util

if importlib.util.find_spec("hw0") is None:
    raise ModuleNotFoundError("Run `pip install .` in the folder of the book, then restart this notebook.")
"""


def address(repository, path):
    """Return the address that opens the notebook at `path` of a `Repository` in Colab."""
    return ADDRESS.format(name=repository.name, branch=BRANCH, path=quote(path))


def notebooks(folder, paths, origin, book_address=""):
    """Return the texts of the notebooks at `paths` below `folder` as Colab gets them, `{path: text}`.

    They install from `origin` (as pip understands it; if it is None, they say what to install), and link to the pages
    at `book_address`, if there is one.
    """
    parsed = {path: json.loads(Path(folder, path).read_text(encoding="utf-8")) for path in paths}
    names = Names(folder, parsed, book_address)
    for path, notebook in parsed.items():
        notebook["metadata"].pop("executed", None)  # the seal of the notebook as it is stored
        notebook["metadata"]["colab"] = {"name": f"{names.called(path)}.ipynb", "toc_visible": True}
        notebook["cells"] = [_install_cell(origin),
                             *(new for cell in notebook["cells"] for new in _rewritten(cell, path, names))]
    return {path: json.dumps(notebook, indent=1, ensure_ascii=False) + "\n" for path, notebook in parsed.items()}


def _install_cell(origin):
    text = INSTALL.format(origin=origin) if origin else NEEDED
    source = text.rstrip().splitlines(keepends=True)
    return {"cell_type": "code", "execution_count": None, "id": "install", "metadata": {}, "outputs": [],
            "source": source}


def _rewritten(cell, path, names):
    """Return a cell as Colab gets it, and after a figure one more: its number and caption."""
    if cell["cell_type"] == "markdown":
        return [{**cell, "source": names.plain(path, "".join(cell["source"])).splitlines(keepends=True)}]
    figure = figure_of(cell)
    if not figure:
        return [cell]
    caption = names.plain(path, f"**{{numref}}`{figure['name']}`** {figure['caption']}")
    return [cell, {"cell_type": "markdown", "id": f"{cell['id']}-caption"[:64], "metadata": {}, "source": [caption]}]
