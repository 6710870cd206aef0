"""What every test can use: one headless browser for the whole run of a worker."""

import pytest
from hypothesis import settings

from tools.chromium import chromium

settings.register_profile("patient", deadline=None)  # another machine may be slower
settings.load_profile("patient")


@pytest.fixture(scope="session")
def browser():
    """Return a headless Chromium that reaches no host but 127.0.0.1."""
    with chromium() as opened:
        yield opened
