"""Below every displayed formula of a chapter, folded: the same as NumPy, its letters, one instance, and its LaTeX.

Where the page's own Python can evaluate it, a button shows more instances, which stand in a file for each formula.
"""

import html
import json
import pickle
from pathlib import Path

import numpy as np
from docutils import nodes
from sphinx.errors import ExtensionError
from sphinx.transforms.post_transforms import SphinxPostTransform

import formula
from answers.site import versioned
from formula.markdown import Formula
from hw0.notation import CHAPTERS, PAGES
from hw0.notation.instances import instances
from hw0.notation.meanings import meanings
from hw0.notation.shown import shown

from .chapter_numbers import CHAPTER, page_stem
from .freshness import NOTATION, digest
from .part_anchors import names

CODE = Path(formula.__file__).parents[1]
STORE = "formulas_shown.pickle"  # in the folder of what Sphinx keeps between two builds
DERIVATIVE = "<code>derivative(f, x)</code> stands for the derivative of <code>f</code> at <code>x</code>. "


class AsNumpy(SphinxPostTransform):
    """Add the folded part after every displayed formula that is evaluated; a false one stops the build."""

    default_priority = 500
    formats = ("html",)

    def run(self, **_):
        folder, chapter = self.env.docname.rpartition("/")[0], CHAPTER.match(self.env.docname)
        stem = self.env.docname[chapter.end():] if chapter else folder
        if (chapter and stem in CHAPTERS) or folder in PAGES:
            page = page_stem(self.env.docname) if chapter else folder
            for place, block in enumerate(list(self.document.findall(nodes.math_block)), 1):
                self._follow(block, stem, f"{page}-{place}")

    def _follow(self, block, stem, name):
        text = block.astext().strip()
        one = Formula(text, block.get("label") or " ".join(text.split()), True)
        texts, more = self._evaluated(stem, one)
        if texts is not None:
            another = self._another(name, more) if more else ""
            mean = stem in CHAPTERS and meanings(stem, NOTATION.read_text(encoding="utf-8"), sections_round(block))
            part = nodes.raw("", folded(texts, text, block.get("number"), another, mean), format="html")
            block.parent.insert(block.parent.index(block) + 1, part)

    def _evaluated(self, stem, one):
        """What is shown of a formula, and in a chapter its instances: as a build with this code has worked them out."""
        known = self.app.formulas_shown
        if (stem, one) not in known:
            try:
                texts = shown(stem, one)
            except ValueError as error:
                raise ExtensionError(str(error)) from error
            known[stem, one] = texts, instances(stem, one) if texts and stem in CHAPTERS else None
        return known[stem, one]

    def _another(self, name, more):
        """Write the instances of a formula; return the place of the button, which the page's script fills."""
        data = json.dumps({"id": name, **more._asdict()}, ensure_ascii=False)
        script = f"answerBoxes.part({data});\n"
        file = f"formulas/{name}.js"
        path = Path(self.app.outdir) / "_static" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(script, encoding="utf-8")
        return f'<div class="another" data-instances="{name}" data-source="{versioned(file, script)}"></div>\n'


def sections_round(node):
    """Return how rows of notation.md may name the sections round a node."""
    found = []
    while node := node.parent:
        if isinstance(node, nodes.section):
            found += names(node.next_node(nodes.title).astext())
    return found


def folded(texts, latex, number=None, another="", mean=None):
    """Return the HTML of the folded part of a formula; `number` is how readers call it, `mean` what letters mean."""
    # a meaning with a formula in it is left to the letters in the formula itself: it would weigh more than the rest
    said = {name: f", {html.escape(meaning)}" for name, meaning in (mean or {}).items() if "$" not in meaning}
    letters = "; ".join(
        f"<code>{html.escape(name)}</code> {kind}{said.get(name, '')}" for name, kind in texts.letters
    )
    values = "\n\n".join(texts.values)
    sizes = texts.sizes and f", {texts.sizes}"
    which = f" of formula {number}" if number else " of the formula above"
    explained = DERIVATIVE if any("derivative(" in line for line in texts.code) else ""
    return f"""<details class="as-numpy"><summary>as NumPy<span>{which}</span></summary>
{_copied(chr(10).join(texts.code))}
<p>{explained}Vectors have one dimension, entries count from 0: {letters}.
<a href="../appendix/notation.html">All letters</a></p>
<p>True at {texts.instances} of {texts.instances} random instances. At one of them{sizes}:</p>
<pre>{html.escape(values)}</pre>
{another}<p>LaTeX:</p>
{_copied(latex)}
</details>
"""


def _copied(text):
    """A block of code, to which the page adds a button that copies."""
    return f'<div class="highlight"><pre>{html.escape(text)}</pre></div>'


def made_by():
    """Return what changes with the code that formulas are evaluated by."""
    return digest([CODE / "formula", CODE / "hw0"], (np.__version__,), "*.py")


def open_store(app):
    """Take what the last build has worked out, if the code is the same."""
    store, app.formulas_shown = Path(app.doctreedir) / STORE, {}
    if store.exists():
        known, shown_then = pickle.loads(store.read_bytes())
        if known == made_by():
            app.formulas_shown = shown_then
    app.formulas_known = len(app.formulas_shown)


def keep(app, exception):
    """Keep what is worked out, if that has become more."""
    if not exception and len(app.formulas_shown) > app.formulas_known:
        store = Path(app.doctreedir) / STORE
        part = store.with_suffix(".part")       # a full disk must not leave half of it for the next build
        part.write_bytes(pickle.dumps((made_by(), app.formulas_shown)))
        part.replace(store)


def setup(app):
    """Register the transform, and keep what it has worked out for the next build."""
    app.connect("builder-inited", open_store)
    app.connect("build-finished", keep)
    app.add_post_transform(AsNumpy)
