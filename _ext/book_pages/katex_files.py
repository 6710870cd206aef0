"""KaTeX's style sheet and fonts, from the package that npm installed, into the site."""

import json
import re
import shutil
from pathlib import Path

from sphinx.errors import ExtensionError
from sphinxcontrib.katex import katex_version

PACKAGE = Path(__file__).resolve().parents[2] / "node_modules" / "katex"
OLD_FONT_FORMATS = re.compile(r',url\([^)]*\.(?:woff|ttf)\) format\("[a-z]+"\)')


def copy_katex(package, static):
    """Copy the style sheet and the fonts it names (woff2 only) from `package` into the folder `static`."""
    sheet = OLD_FONT_FORMATS.sub("", (package / "dist" / "katex.min.css").read_text())
    (static / "fonts").mkdir(parents=True, exist_ok=True)
    for font in re.findall(r"url\((fonts/[^)]+)\)", sheet):
        shutil.copyfile(package / "dist" / font, static / font)
    (static / "katex.min.css").write_text(sheet)


def _copy(app):
    if app.builder.format != "html":
        return
    if not PACKAGE.is_dir():
        raise ExtensionError("KaTeX's fonts are missing: run `make setup`.")
    installed = json.loads((PACKAGE / "package.json").read_text())["version"]
    if installed != katex_version:
        raise ExtensionError(
            f"package.json asks for KaTeX {installed}, sphinxcontrib-katex typesets with {katex_version}: make them equal."
        )
    copy_katex(PACKAGE, Path(app.outdir) / "_static")


def setup(app):
    """Copy before the first page is written."""
    app.connect("builder-inited", _copy)
