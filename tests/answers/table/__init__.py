"""What the page knows of NumPy and math, each name with the calls that are compared with the real one.

A letter in brackets is an argument, drawn anew for each call (draws.py); {f} is the name itself.  test_table.py
demands that this table names exactly what the page knows.
"""

from tests.answers.table.arrays import NUMPY
from tests.answers.table.modules import LINALG, MATH, METHODS
from tests.answers.table.syntax import CHANGES, ERRORS_ONLY, SYNTAX, UFUNCS, WITH_REDUCE

__all__ = ["CHANGES", "ERRORS_ONLY", "LINALG", "MATH", "METHODS", "NUMPY", "SYNTAX", "UFUNCS", "WITH_REDUCE"]
