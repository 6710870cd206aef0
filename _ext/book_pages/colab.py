"""Notebooks as Colab gets them: a first cell that installs the book's code, and a branch of their own.

`publish.yml` pushes them to the branch `colab`, so a page's button and the page are of the same commit.
"""

import json
from urllib.parse import quote

BRANCH = "colab"
ADDRESS = "https://colab.research.google.com/github/{name}/blob/{branch}/{path}"
INSTALL = """\
# Installs the book's code where it is missing, as in Colab; elsewhere it does nothing.
import importlib.util
import sys

if importlib.util.find_spec("hw0") is None:
    !{{sys.executable}} -m pip install --quiet {origin}
"""


def address(repository, path):
    """Return the address that opens the notebook at `path` of a `Repository` in Colab."""
    return ADDRESS.format(name=repository.name, branch=BRANCH, path=quote(path))


def notebook(text, origin):
    """Return the text of a notebook with one more cell in front, which installs from `origin` (as pip understands it)."""
    parsed = json.loads(text)
    parsed["metadata"].pop("executed", None)  # the seal of the notebook without this cell
    install = INSTALL.format(origin=origin).rstrip().splitlines(keepends=True)
    cell = {"cell_type": "code", "execution_count": None, "id": "install", "metadata": {}, "outputs": [], "source": install}
    parsed["cells"].insert(0, cell)
    return json.dumps(parsed, indent=1, ensure_ascii=False) + "\n"
