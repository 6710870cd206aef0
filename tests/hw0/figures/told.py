"""What a figure tells at given values of its controls, as text without signs of LaTeX."""

import numpy as np

from livefig.controls import on_grid
from livefig.formulas import flat
from livefig.words import spoken, written
from tests.livefig.replay import replay


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


def assert_true_everywhere(factory, true, ties, places=150, seed=0):
    """At random places of all controls, and at ties, a figure's last sentence holds what `true` computes from them.

    Every sentence that it can choose has to be met.  The graph is computed again at all places, not traced anew.
    """
    with np.errstate(all="ignore"):
        fig = factory()
    rng, controls = np.random.default_rng(seed), fig.spec["inputs"]
    rows = [{c["name"]: on_grid(c, rng.uniform(c["min"], c["max"])) for c in controls} for _ in range(places)]
    rows += [{c["name"]: on_grid(c, tie.get(c["name"], c["value"])) for c in controls} for tie in ties]
    found = replay(fig, [list(row.values()) for row in rows])
    values = {k: np.broadcast_to(a, (len(rows), a.shape[1]))[:, 0] for k, a in found.items() if a.shape[1] == 1}
    item = [item for item in fig.spec["said"] if "pick" in item][-1]
    picks = values[item["pick"].node].astype(int)
    for i, (row, pick) in enumerate(zip(rows, picks, strict=True)):
        said = flat("".join(part if isinstance(part, str) else written(values[part[0].node][i], part[1])
                            for part in item["texts"][pick]))
        assert true(**row) in said, row
    assert set(picks) == set(range(len(item["texts"])))
