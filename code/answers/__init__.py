"""Answers judged in a static page: a small Python with NumPy, a judge that works on data, and a box to write in.

    site = Site(parts)                                  # Parts: what is asked, as data
    site.write("_static")                               # answers.js and answers.css go on every page that has a box
    box(part, source=site.source(part.id))              # its HTML

part.py          what the page needs to judge an answer, as data
derivation.py    what a derivation speaks of, and how its lines are judged
literal.py       data as a short JavaScript literal
box.py           the HTML of a box
site.py          the files of a site
joined.py        modules as one classic script
compact.py       a script in short names
script/python    reads a text and runs it: tokens, grammar, evaluation, what Python itself brings along
script/numpy     arrays: dtypes, broadcasting, indexing, functions, linear algebra
script/judge     a part as data, a text, a verdict
script/notation  the homework's notation: signs, grammar, operations; the same tree as script/python
script/derivation  the lines of a derivation, tried one by one
script/box       the page's side, as scripts: start.js is on every page with boxes, answers.js is loaded when one
                 comes near, further.js when an answer names what numpy/further.js lists or a value has not, or is
                 taken away, offer.js when the code of a formula is opened, instances.js when another instance of it is
                 asked for
answers.css
"""

from .box import box, mark, progress
from .derivation import Derivation
from .part import Case, Mistake, Part
from .site import Site

__all__ = ["Case", "Derivation", "Mistake", "Part", "Site", "box", "mark", "progress"]
