"""Pictures of grey cells, and a pad of such cells on which readers draw.

A row of a pad is one whole number, an input like any other: its digits, to the base of the levels, are the cells.
"""

import numpy as np

from . import controls

LARGEST = 10**12  # of a row: on_grid keeps twelve digits


def packed(cells, levels=15):
    """Return the numbers (n,) of rows of cells (n, side), whole numbers from 0 to levels.

    >>> packed(np.array([[1, 2, 0], [0, 0, 1]]))
    array([ 33, 256])
    """
    return np.asarray(cells) @ (levels + 1) ** np.arange(np.shape(cells)[-1])


def unpacked(rows, side, levels=15):
    """Return the cells (..., side) of rows (...) that packed has made; rows may be Tracers.

    >>> unpacked(np.array([33, 256]), 3)
    array([[1., 2., 0.],
           [0., 0., 1.]])
    """
    base = levels + 1
    return np.floor(rows[..., None] / float(base) ** np.arange(side)) % base


class Pads:
    """The part of a Figure that shows cells, and lets readers draw on them."""

    def cells(self, values, *, color="data"):
        """Draw a square of cells (side, side) over the whole panel, from 0 (nothing) to 1 (full colour), top row first.

        Raises
        ------
        ValueError
            If values are not square.

        Examples
        --------
        >>> fig.cells(np.eye(8))
        >>> fig.spec["panels"][0]["marks"][0]["side"]
        8
        """
        values = self.graph.lift(values)
        if len(values.shape) != 2 or values.shape[0] != values.shape[1]:
            raise ValueError(f"values must have shape (side, side); got {values.shape}")
        self._panel()["marks"].append({"type": "field", "n": 1, "values": values, "side": len(values.value),
                                       "paint": {}, "fills": [self._paint(color)]})

    def pad(self, name, cells, *, label, others, another, levels=15, color="data"):
        """Draw cells on which readers draw, with a pen or with keys, over the whole panel.

        Returns
        -------
        The Tracers of the rows (side,), which `unpacked` takes apart; they are the inputs name1, name2, ...

        Parameters
        ----------
        cells : (side, side) whole numbers from 0 to levels, as the pad is at the start.
        label : what the pad is called to those who do not see it.
        others : Tracer or array (n, side) of the rows of other cells, which a button shows one after the other.
        another : the words on that button.

        Raises
        ------
        ValueError
            For cells that are not square, not whole numbers in that range, or too large.

        Examples
        --------
        >>> rows = fig.pad("ink", np.eye(3, dtype=int), label="pad", others=np.zeros((1, 3)), another="Next")
        >>> rows, fig.value["ink3"]
        (Tracer(array([  1,  16, 256])), 256)
        """
        cells = np.asarray(cells)
        side, most = len(cells), (levels + 1) ** len(cells) - 1
        if cells.shape != (side, side) or most >= LARGEST or not np.all(np.isin(cells, np.arange(levels + 1))):
            raise ValueError(f"cells must be a square of whole numbers from 0 to {levels}, with (levels + 1)**side at "
                             f"most {LARGEST:g}; got shape {cells.shape}")
        first, rows = len(self.spec["inputs"]), packed(cells, levels).tolist()
        rows = self.graph.lift([self._control(controls.ROW, f"{name}{k}", f"{label}, row {k}", min=0, max=most, step=1,
                                              value=row, fmt="d", unit="", folded=1) for k, row in enumerate(rows, 1)])
        self.cells(unpacked(rows, side, levels) / levels, color=color)
        self._panel()["marks"][-1]["pad"] = [first, levels, label, another, self.graph.lift(others)]
        return rows
