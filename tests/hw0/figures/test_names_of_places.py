"""A slider whose places have names writes numbers as the rest of its figure does: 1e−7, and not 1e-07."""
import importlib
import re

import pytest

STEMS = "learning_goals", "vector_calculus", "least_squares", "ridge", "relu_elbow", "networks", "study_log"


@pytest.mark.parametrize("stem", STEMS)
def test_numbers_are_written_as_the_page_writes_them(stem):
    for factory in importlib.import_module(f"hw0.figures.{stem}").FIGURES:
        names = [str(name) for control in factory().spec["inputs"] for name in control.get("names", ())]
        assert [name for name in names if re.search(r"\de[-+]?0|\de\+|^-\d", name)] == [], factory.__name__
