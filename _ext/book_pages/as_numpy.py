"""Below every displayed formula of a chapter, folded: the same as NumPy, its letters, one instance, and its LaTeX.

Where the page's own Python can evaluate it, a button shows more instances, which stand in a file for each formula.
"""

import html
import json
from pathlib import Path

from docutils import nodes
from sphinx.errors import ExtensionError
from sphinx.transforms.post_transforms import SphinxPostTransform

from answers.site import versioned
from formula.markdown import Formula
from hw0.notation import CHAPTERS
from hw0.notation.instances import instances
from hw0.notation.meanings import meanings
from hw0.notation.shown import shown

from .part_anchors import names

NOTATION = Path(__file__).resolve().parents[2] / "appendix/notation.md"
DERIVATIVE = "<code>derivative(f, x)</code> stands for the derivative of <code>f</code> at <code>x</code>. "


class AsNumpy(SphinxPostTransform):
    """Add the folded part after every displayed formula that is evaluated; a false one stops the build."""

    default_priority = 500
    formats = ("html",)

    def run(self, **_):
        stem = self.env.docname.rpartition("/")[2].partition("_")[2]
        if self.env.docname.startswith("chapters/") and stem in CHAPTERS:
            for place, block in enumerate(list(self.document.findall(nodes.math_block)), 1):
                self._follow(block, stem, f"{stem}-{place}")

    def _follow(self, block, stem, name):
        text = block.astext().strip()
        formula = Formula(text, block.get("label") or " ".join(text.split()), True)
        try:
            texts, more = shown(stem, formula), None
            if texts is not None:
                more = instances(stem, formula)
        except ValueError as error:
            raise ExtensionError(str(error)) from error
        if texts is not None:
            another = self._another(name, more) if more else ""
            mean = meanings(stem, NOTATION.read_text(encoding="utf-8"), sections_round(block))
            part = nodes.raw("", folded(texts, text, block.get("number"), another, mean), format="html")
            block.parent.insert(block.parent.index(block) + 1, part)

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
    which = f" of formula {number}" if number else " of the formula above"
    explained = DERIVATIVE if any("derivative(" in line for line in texts.code) else ""
    return f"""<details class="as-numpy"><summary>as NumPy<span>{which}</span></summary>
{_copied(chr(10).join(texts.code))}
<p>{explained}Vectors have one dimension, entries count from 0: {letters}.
<a href="../appendix/notation.html">All letters</a></p>
<p>True at {texts.instances} of {texts.instances} random instances. At one of them, {texts.sizes}:</p>
<pre>{html.escape(values)}</pre>
{another}<p>LaTeX:</p>
{_copied(latex)}
</details>
"""


def _copied(text):
    """A block of code, to which the page adds a button that copies."""
    return f'<div class="highlight"><pre>{html.escape(text)}</pre></div>'


def setup(app):
    """Register the transform."""
    app.add_post_transform(AsNumpy)
