"""How much is tried: on every change what differs from case to case, with `make test EVERYTHING=1` every case."""

import os

EVERYTHING = bool(os.environ.get("EVERYTHING"))


def some(cases, chosen):
    """Return the chosen cases, or with EVERYTHING=1 all of them."""
    return cases if EVERYTHING else chosen
