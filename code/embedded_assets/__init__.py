"""A script and a style sheet that outputs bring along to the page that shows them.

    ASSETS = EmbeddedAssets(folder, ("elements", "form", "page"))     # folder/script/*.js, folder/<its name>.css
    ASSETS.around(html)

In a notebook every output carries both, marked `data-embedded`: it may be shown alone (in Colab each has a page of its
own), and the output that another one relies on may be deleted. A site loads them once as files, and takes the marked
ones, which match COPIES, out of the stored outputs.
"""
import re
from pathlib import Path

COPIES = re.compile(r"<(script|style)\b[^>]*\bdata-embedded\b[^>]*>.*?</\1>\n?", re.DOTALL)


class EmbeddedAssets:
    """The script and the style sheet of one package.

    Parameters
    ----------
    folder : Path of the package; the script's modules are in folder/script, the style sheet is folder/<its name>.css
    modules : their names, each after those from which it imports; the last one brings a page to life
    """

    def __init__(self, folder, modules):
        self.folder, self.modules = Path(folder), modules

    @property
    def name(self):
        """The name of the package, and of the two files on a site."""
        return self.folder.name

    def around(self, html):
        """The HTML of an output with script and style."""
        return (f"<style data-embedded>\n{self.style()}</style>\n{html}"
                f'<script type="module" data-embedded>\n{self.script()}</script>\n')

    def script(self):
        """The modules as one classic script: browsers do not load modules from a folder (file://)."""
        return "(() => {\n'use strict';\n" + self._without_exports() + "})();\n"

    def module(self, last):
        """The modules and one more, which alone may export, as one module: for those who take a module as text."""
        return self._without_exports() + self._joined((last,))

    def style(self):
        """The style sheet without comments."""
        text = re.sub(r"/\*.*?\*/", "", (self.folder / f"{self.name}.css").read_text(encoding="utf-8"), flags=re.DOTALL)
        return re.sub(r"\s*\n\s*", "\n", text).strip() + "\n"

    def _without_exports(self):
        return self._joined(self.modules).replace("\nexport ", "\n")

    def _joined(self, modules):
        """The lines of some modules, one after the other, without imports, comments and indentation."""
        texts = [(self.folder / "script" / f"{name}.js").read_text(encoding="utf-8") for name in modules]
        lines = [line.strip() for text in texts for line in text.splitlines()]
        return "\n" + "".join(f"{line}\n" for line in lines if line and not line.startswith(("//", "import ")))
