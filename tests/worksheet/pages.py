"""Pages that hold worksheets, as the site makes them: scripts in files, a strict policy."""

import livefig
import worksheet
from tests.livefig.pages import PAGE, POLICY

HEAD = "".join(
    f'<link rel="stylesheet" href="{name}.css"><script defer src="{name}.js"></script>'
    for name in ("livefig", "worksheet")
)


def site(folder, name, *parts, theme="light"):
    """Write a page of worksheets and figures; return its file name."""
    for module in (livefig, worksheet):
        (folder / f"{module.__name__}.js").write_text(module.ASSETS.script(), encoding="utf-8")
        (folder / f"{module.__name__}.css").write_text(module.ASSETS.style(), encoding="utf-8")
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
    body = "\n".join(part.html() for part in parts)
    (folder / f"{name}.html").write_text(PAGE.format(theme=theme, policy=policy, head=HEAD, body=body),
                                         encoding="utf-8")
    return f"{name}.html"
