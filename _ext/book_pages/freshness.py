"""Pages are written again when something besides their text has changed; Sphinx alone would keep them."""

import hashlib
from pathlib import Path

from .embedded_assets import SHOWN

HERE = Path(__file__).parent
NOTATION = HERE.resolve().parents[1] / "appendix" / "notation.md"  # its rows stand on other pages, too


def digest(folders, texts, pattern="*"):
    """Return a short text that changes with any file below the folders (any that fits), and with any of the texts."""
    files = (file for folder in folders for file in sorted(folder.rglob(pattern)) if file.is_file()
             and "__pycache__" not in file.parts)
    parts = [*(file.read_bytes() for file in files), *(text.encode() for text in texts)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


def _note(app, config):
    source = Path(app.srcdir)
    config.book_toc = (source / config.external_toc_path).read_text(encoding="utf-8")
    assets = [text for one in SHOWN for text in (one.script(), one.style())]
    config.book_files = digest([source / "assets", HERE], [*assets, NOTATION.read_text(encoding="utf-8")])


def setup(app):
    """A changed table of contents reads the book again; changed templates, styles and scripts write its pages again."""
    app.add_config_value("book_toc", "", "env")
    app.add_config_value("book_files", "", "html")
    app.connect("config-inited", _note)
