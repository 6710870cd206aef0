"""The oldest browsers that "About this book" names: what scripts and style sheets use, looked up feature by feature."""

import json
import re
from pathlib import Path

import pytest

from tests.node import node
from tests.site.stand_in import ROOT

TABLE = re.compile(r"^\| ([^|]+) \| (\d[\d.]*) \| (\d[\d.]*) \| (\d[\d.]*) \|", re.MULTILINE)
FIGURES = "figures that move"
COMPUTED = "answers, predictions, search, worksheets"
# Features that a script asks for before it uses them, or that a browser may ignore: the row of the table that tells it.
ASKED_FOR = {
    "checkVisibility": "figures in sight come to life at once",
    "hidePopover": "lists of chapters and contents behind a button",
    ":popover-open": "lists of chapters and contents behind a button",
    "light-dark()": "the colours of your system",
    "Highlight": "a letter of a formula is tinted wherever it has this meaning",
    "highlights": "a letter of a formula is tinted wherever it has this meaning",
}
# Names of the scripts' own that are newer features elsewhere.
OWN = {"address", "changed", "check", "conditions", "element", "entry", "format", "grow", "marginLeft", "pad",
       "states", "take", "with"}
# What an older browser ignores in a style sheet, and what it shows then.
IGNORED = {
    "plain colours": {"color-mix()", "color-scheme", "accent-color", "paint-order"},
    "a straight line below a fault": {"text-decoration"},
    "ragged headings": {"text-wrap"},
    "wide formulas that scroll beside their numbers": {"flex-basis"},
    "square corners of an outline": {"outline"},
    "soft edges between the cells of a pad": {"image-rendering"},
    "fields that do not grow": {"field-sizing"},
    "panels one below the other": {"container-type", "@container", "grid-template-columns", "width"},
    "all sections laid out at once": {"content-visibility", "contain-intrinsic-size", "overflow-anchor", "contain"},
    "rooms and folds that scripts take care of": {"::details-content", ":has", "break-after"},
    "where pages of paper end": {"break-before", "box-decoration-break"},
    "letters without a tint": {"::highlight"},
    "marked words as the system has them, four pictures of a figure as large on paper": {"forced-color-adjust", "zoom"},
    "text that is selected with what is dragged, or grows on a turned phone": {"user-select", "text-size-adjust"},
}
VENDORS = {"basic.css", "pygments.css", "katex.min.css", "doctools.js", "documentation_options.js", "language_data.js",
           "searchtools.js", "sphinx_highlight.js", "search_index.js"}


@pytest.fixture(scope="module")
def stated():
    """Return {row: (Chrome, Firefox, Safari)} of the page."""
    rows = TABLE.findall((ROOT / "appendix" / "about.md").read_text(encoding="utf-8"))
    return {row: tuple(map(float, versions)) for row, *versions in rows}


def features(*paths):
    """Return {name of the file: {feature: (Chrome, Firefox, Safari)}}; infinity where a browser lacks it."""
    found = node(Path(__file__).with_name("browser_features.mjs"), *paths)
    return {name: {feature: tuple(version or float("inf") for version in versions)
                   for feature, versions in used.items()} for name, used in json.loads(found).items()}


@pytest.fixture(scope="module")
def used(site):
    """Return the features of all scripts and style sheets of the site that are the book's own."""
    shipped = [path for kind in ("*.js", "*.css") for path in (site / "_static").glob(kind)]
    return features(*(path for path in shipped if path.name not in VENDORS and not path.name.startswith("mystnb")))


def newer(versions, known):
    return any(version > least for version, least in zip(versions, known, strict=True))


def beyond(name, used_there, stated):
    """Return the features of a file that are newer than what the table promises for it, and that nothing excuses."""
    known = stated[FIGURES if name.startswith("livefig") else COMPUTED]
    excused = OWN if name.endswith(".js") else set().union(*IGNORED.values())
    return [feature for feature, versions in used_there.items()
            if newer(versions, known) and feature.split(": ")[0] not in excused
            and newer(versions, stated[ASKED_FOR[feature]] if feature in ASKED_FOR else known)]


def test_nothing_needs_a_newer_browser_than_the_table_says(used, stated):
    assert {name: found for name in used if (found := beyond(name, used[name], stated))} == {}


@pytest.mark.parametrize("row", [FIGURES, COMPUTED])
def test_the_table_names_no_newer_browser_than_is_needed(used, stated, row):
    scripts = [name for name in used if name.endswith(".js") and (row == COMPUTED or name.startswith("livefig"))]
    needed = [versions for name in scripts for feature, versions in used[name].items()
              if feature not in OWN and feature not in ASKED_FOR]
    assert tuple(map(max, zip(*needed, strict=True))) == stated[row]


def test_every_excuse_is_needed(used, stated):
    for excused, ending in ((OWN, ".js"), (set().union(*IGNORED.values()), ".css")):
        met = {feature.split(": ")[0] for name in used if name.endswith(ending)
               for feature, versions in used[name].items() if newer(versions, stated[FIGURES])}
        assert excused - met == set()


PLANTED = {
    "livefig_1.js": ("const last = numbers.findLast(n => n > 0);", "findLast"),
    "livefig_2.js": ("element.showPopover();", "showPopover"),
    "search.js": ("const word = /(?<=a)b/;", "regular_expressions.lookbehind_assertion"),
    "answers_1.js": ("class A { static { A.all = []; } }", "classes.static.initialization_blocks"),
    "answers_2.js": ("const copy = structuredClone({});", "structuredClone"),
    "book_1.css": (".a { .b & { color: red } }", "&"),
    "book_2.css": ("a { color: oklch(50% .1 20) }", "oklch()"),
    "livefig.css": ("a { anchor-name: --here }", "anchor-name"),
}


def test_a_newer_feature_is_noticed(tmp_path, stated):
    for name, (text, _) in PLANTED.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    met = features(*(tmp_path / name for name in PLANTED))
    assert {name: beyond(name, met[name], stated) for name in PLANTED} == {n: [f] for n, (_, f) in PLANTED.items()}
