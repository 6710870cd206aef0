"""A picture as a matrix: what its first singular directions show, and what is left out."""
import functools

import numpy as np

from hw0.least_squares import low_rank, svd
from livefig import Figure

ROWS, COLUMNS = 32, 40
THICKEST = 0.94                 # of the distance between two rows: how thick black is drawn


@functools.cache
def dots():
    """X (32, 40), the darkness of each dot between 0 and 1: a house with a door, a window and a round sun."""
    row, column = np.mgrid[:ROWS, :COLUMNS]
    X = np.full((ROWS, COLUMNS), 0.08)
    X[row >= 28] = 0.45                                                             # the ground
    X[(row >= 16) & (row < 28) & (column >= 6) & (column < 28)] = 0.3               # the wall
    X[(row >= 20) & (row < 28) & (column >= 10) & (column < 15)] = 0.85             # the door
    X[(row >= 19) & (row < 24) & (column >= 19) & (column < 25)] = 0.0              # the window
    X[(row >= 6) & (row < 16) & (np.abs(column - 16.5) <= 1.25 * (row - 5))] = 0.7  # the roof
    X[(row - 6) ** 2 + (column - 34) ** 2 <= 14] = 0.9                              # the sun
    return X


def picture(at=None):
    """The picture from its first k singular directions, and the errors that are left against k."""
    X = dots()
    U, s, Vt = svd.thin(X)
    r = svd.rank(X)
    fig = Figure("A picture of rank $k$", name="picture", at=at, xlim=(0, COLUMNS - 1), ylim=(-ROWS, 0), equal=True,
                 aspect=0.8, xticks={}, yticks={},
                 alt="Left: a house with a slanted roof and a round sun, drawn in rows of varying thickness from its "
                     "first k singular directions. Right: two errors against k, both falling to zero.")
    k = fig.slider("k", 0, r, 3, label="rank $k$", play=8)
    # signs differ between machines; the column of V with the largest entry positive is the same on all
    sign = np.sign(Vt[np.arange(r), np.argmax(np.abs(np.round(Vt[:r], 6)), axis=1)])
    left, right = fig.table(U[:, :r] * sign, digits=2), fig.table(Vt[:r] * sign[:, None], digits=2)
    shown = np.clip(low_rank.first_terms(left, fig.table(s[:r], digits=3), right, k), 0.0, 1.0)

    gap = np.full((ROWS, 1), np.nan)
    x = np.append(np.arange(COLUMNS, dtype=float), np.nan)
    middle = -np.arange(ROWS)[:, None] - 0.5
    half = np.concatenate([THICKEST / 2 * shown, gap], axis=1)
    fig.area(np.tile(x, ROWS), np.ravel(middle - half), np.ravel(middle + half), color="data", opacity=0.9)

    ranks = np.arange(r + 1)
    spectral, frobenius = (np.round([error(s, j) for j in ranks], 4) + 0.0
                           for error in (low_rank.spectral_error, low_rank.frobenius_error))
    fig.panel(xlim=(0, r), ylim=(0, 14), xlabel="rank $k$", ylabel="error", aspect=0.8)
    fig.line(ranks, frobenius, color="compare", width=2, label="error of all entries (Frobenius)")
    fig.line(ranks, spectral, color="model", width=2.5, dash="", label=r"the largest $\sigma$ that is left out")
    now = fig.table(spectral)[k], fig.table(frobenius)[k]
    for error, color in zip(now, ("model", "compare"), strict=True):
        fig.point(k + 0, error, color=color, r=6)

    fig.readout(r"largest $\sigma$ left out", "{:.2f}", now[0])
    fig.readout("Frobenius error", "{:.2f}", now[1])
    fig.readout("numbers to keep", "{:d} of {:d}", k * (ROWS + COLUMNS + 1), float(ROWS * COLUMNS))
    fig.case((k == 0, "Rank 0 is the empty picture, and the error is the whole of it."),
             (k == 1, "Rank 1: every row is a multiple of one and the same row."),
             (k == r, "All of it: the rank of this picture is {:d}, as many as it has rows that are independent.",
              float(r)),
             otherwise="{:.1%} of the sum of squares is there. What runs along rows and columns comes first; slants "
                       "and circles take many terms.", values=[1.0 - now[1] ** 2 / float(np.sum(X**2))])
    return fig
