"""All rules of the notebooks: each takes a `Chapter` and returns its violations, as lines that say where, what and what to do."""

from tests.notebooks.rules_of_code import CODE
from tests.notebooks.rules_of_outputs import OUTPUTS
from tests.notebooks.rules_of_prose import PROSE
from tests.notebooks.rules_of_structure import STRUCTURE

RULES = (*STRUCTURE, *CODE, *PROSE, *OUTPUTS)


def violations(chapter):
    """Return the violations of every rule that `chapter` breaks, by the name of the rule."""
    found = {rule.__name__: rule(chapter) for rule in RULES}
    return {name: lines for name, lines in found.items() if lines}
