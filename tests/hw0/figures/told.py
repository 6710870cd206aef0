"""What a figure tells at given values of its controls, as text without signs of LaTeX."""

import numpy as np

from livefig.formulas import flat
from livefig.words import spoken


def said(factory, **at):
    """All its lines."""
    with np.errstate(all="ignore"):
        return flat(str(factory(at=at)))


def sentences(factory, **at):
    """The sentences that it chooses among, a list."""
    with np.errstate(all="ignore"):
        return [flat(spoken(item)) for item in factory(at=at).spec["said"] if "pick" in item]


def readout(fig, label):
    """The numbers beside a label."""
    return next(spoken(item) for item in fig.spec["said"] if flat(item.get("label", "")) == flat(label))
