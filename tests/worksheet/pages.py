"""Pages that hold worksheets, as the site makes them: scripts in files, a strict policy."""

import livefig
import worksheet
from tests.livefig.pages import write


def site(folder, name, *parts, theme="light"):
    """Write a page of worksheets and figures; return its file name."""
    return write(folder, name, (livefig, worksheet), "\n".join(part.html() for part in parts), theme)
