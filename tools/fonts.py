"""Make the fonts of the book, `assets/fonts`, out of Adobe's Source families: `python -m tools.fonts`.

It is run when a sign is missing (the tests say which), and its result is kept: the whole families are 90 MB.
It needs npm, and brotli beside what the lock file holds (`pip install brotli`).
A part of a font may not bear the name that its makers reserved, so the parts are called Book.
"""

import io
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import NamedTuple

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "assets" / "fonts"
NPM = Path(sys.executable).with_name("npm")

ASCII = "".join(map(chr, range(0x20, 0x7F)))
LATIN = "\u00a0©°±²³·¹¼½×ÄÅÇÉÖØÜßàáâäåæçèéêëíïñóôöøúüŁłŠšŽž–—‘’“”…†•′″−√"
LETTERS = "αβγδεηθλμσφ"
SIGNS = "κνξπρτχψωΔΣΦΩ⁰⁴⁵⁶⁷⁸⁹⁻⁺₀₁₂₃₄₅₆₇₈₉₊ᵀᵏᵗℓ‖←→↔∂≤≥≠≈∞✓✗"
HAT = "\u0302"  # over the letter before it, where the font says
FEATURES = ["kern", "liga", "tnum", "ccmp"]
# by number in the font
NAMES = {1: "{family}", 2: "{style}", 3: "{family} {style}", 4: "{family} {style}", 6: "{compact}-{style}"}
KEPT_NAMES = (0, 13, 14)  # copyright, licence and its address


class Face(NamedTuple):
    """One font of the book: the package and the file that it is made of, and the signs that it keeps."""

    family: str
    style: str
    package: str
    file: str
    signs: str

    @property
    def path(self):
        """Where it is kept."""
        return FOLDER / f"{self.family} {self.style}.woff2".lower().replace(" ", "-")


SERIF, SANS, CODE = "source-serif@4.5.1", "source-sans@3.52.0", "source-code-pro@2.42.0"
FACES = (
    Face("Book Serif", "Regular", SERIF, "SourceSerif4-Regular.ttf", ASCII + LATIN + LETTERS + "✓"),
    Face("Book Serif", "Italic", SERIF, "SourceSerif4-It.ttf", ASCII + LATIN),
    Face("Book Serif", "Semibold", SERIF, "SourceSerif4-Semibold.ttf", ASCII + LATIN + "λσ"),
    Face("Book Sans", "Regular", SANS, "SourceSans3-Regular.ttf", ASCII + LATIN + LETTERS + SIGNS + HAT),
    Face("Book Sans", "Semibold", SANS, "SourceSans3-Semibold.ttf", ASCII + LATIN + LETTERS + SIGNS + HAT),
    Face("Book Mono", "Regular", CODE, "SourceCodePro-Regular.ttf", ASCII + LATIN + LETTERS + "→≤≥≠≈"),
)


def fetch(package, folder):
    """Return the folder of a package that npm has fetched into `folder`."""
    command = [str(NPM), "pack", "--silent", package]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    with tarfile.open(folder / done.stdout.split()[-1]) as archive:
        archive.extractall(folder / package, filter="data")
    return folder / package / "package"


def reduced(content, face):
    """Return the font of a file's content with the signs of a Face only, under its name, as WOFF2."""
    font = TTFont(io.BytesIO(content), recalcTimestamp=False)
    features = [*FEATURES, "mark"] if HAT in face.signs else FEATURES
    kept = {"layout_features": features, "name_IDs": [*KEPT_NAMES, *NAMES]}
    options = subset.Options(hinting=False, ignore_missing_unicodes=False, **kept)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=face.signs)
    subsetter.subset(font)
    for number, name in NAMES.items():
        words = {"family": face.family, "compact": face.family.replace(" ", ""), "style": face.style}
        font["name"].setName(name.format(**words), number, 3, 1, 0x409)
    font.flavor = "woff2"
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()


def main():
    """Write the fonts and their licence, and print their sizes."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        packages = {package: fetch(package, Path(name)) for package in (SERIF, SANS, CODE)}
        for face in FACES:
            face.path.write_bytes(reduced((packages[face.package] / "TTF" / face.file).read_bytes(), face))
            print(f"{face.path.name:28} {face.path.stat().st_size / 1000:5.1f} kB")
        licences = [(folder / "LICENSE.md").read_text(encoding="utf-8").split("\n", 1) for folder in packages.values()]
        owners = "\n\n".join(first.strip() for first, _ in licences)
        (FOLDER / "OFL.txt").write_text(f"{owners}\n{licences[0][1]}", encoding="utf-8")


if __name__ == "__main__":
    main()
