"""All faults: the three modules are imported for what they add to the list."""

from tests.notebooks import faults_of_cells, faults_of_outputs, faults_of_structure  # noqa: F401
from tests.notebooks.planting import FAULTS

__all__ = ["FAULTS"]
