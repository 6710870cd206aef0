"""Write the notebooks as Colab gets them into _build/colab, to push to their branch: `python -m tools.colab`."""

import argparse
import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OUTPUT = ROOT / "_build" / "colab"
sys.path.insert(0, str(ROOT / "_ext"))  # where Sphinx finds the same module

from book_pages import colab  # noqa: E402
from book_pages.repository import find_repository  # noqa: E402
from tools.run_notebooks import NOTEBOOKS  # noqa: E402


def write(origin, output=OUTPUT, source=ROOT):
    """Write the notebooks of `source`, installing from `origin`, to `output`, anew; return how many."""
    shutil.rmtree(output, ignore_errors=True)
    paths = sorted(path.relative_to(source).as_posix() for pattern in NOTEBOOKS for path in source.glob(pattern))
    for path, text in colab.notebooks(source, paths, origin, os.environ.get("BOOK_ADDRESS", "").rstrip("/")).items():
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_text(text, encoding="utf-8")
    return len(paths)


def main():
    """Write the notebooks for the repository that this is, or for the given origin."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--origin", help="what pip installs from (default: this commit of the repository on GitHub)")
    origin = parser.parse_args().origin
    if origin is None:
        repository = find_repository(ROOT)
        if repository is None:
            sys.exit("It is not known where on GitHub this repository is. Add the remote `origin`, or give --origin.")
        origin = repository.origin
    print(f"Wrote {write(origin)} notebooks into {OUTPUT.relative_to(ROOT)}; they install {origin}")


if __name__ == "__main__":
    main()
