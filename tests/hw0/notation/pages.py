"""The formulas of the chapters, as they stand in the notebooks."""

import functools

from tools.formula_texts import written

formulas_of = functools.cache(written)
