"""All rules of the notebooks: each takes a `Chapter` and returns lines that say where, what and what to do."""

from tests.notebooks.outlines import PAGES
from tests.notebooks.rules_of_code import CODE
from tests.notebooks.rules_of_outputs import OUTPUTS
from tests.notebooks.rules_of_places import PLACES
from tests.notebooks.rules_of_prose import PROSE
from tests.notebooks.rules_of_seeds import SEEDS
from tests.notebooks.rules_of_structure import STRUCTURE, exercises_are_complete, one_short_title

RULES = (*STRUCTURE, *CODE, *SEEDS, *PROSE, *PLACES, *OUTPUTS)
RULES_OF_PAGES = (one_short_title, exercises_are_complete, *CODE, *SEEDS, *PROSE, *OUTPUTS)


def rules_for(stem):
    """Return the rules that the notebook of this stem has to keep."""
    return RULES_OF_PAGES if stem in PAGES else RULES


def violations(chapter):
    """Return the violations of every rule that `chapter` breaks, by the name of the rule."""
    found = {rule.__name__: rule(chapter) for rule in rules_for(chapter.stem)}
    return {name: lines for name, lines in found.items() if lines}
