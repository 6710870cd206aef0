"""Answers judged in a static page: a small Python with NumPy, a judge that works on data, and a box to write in.

part.py          what the page needs to judge an answer to one part, as data
literal.py       data as a short JavaScript literal
joined.py        the modules of the script as one classic script
script/python    reads a text and runs it: tokens, grammar, evaluation, what Python itself brings along
script/numpy     arrays: dtypes, broadcasting, indexing, functions, linear algebra
script/judge     a part as data, a text, a verdict
"""

from .part import Case, Mistake, Part

__all__ = ["Case", "Mistake", "Part"]
