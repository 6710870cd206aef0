"""Pages with answer boxes, as a site makes them: scripts in files, a strict policy."""

from answers import box, mark, progress
from answers.site import Site
from tests.answers.demos import PARTS
from tests.livefig.pages import PAGE, POLICY

HEAD = '<link rel="stylesheet" href="answers.css"><script defer src="answers.js"></script>'
TALL = '<div style="height:3000px">A long text.</div>'
HINTS = "".join(f'<details data-hint-for="slope"><summary>{name}</summary>Divide.</details>'
                for name in ("Hint", "Another hint", "Solution"))


def site(folder, name, *ids, theme="light", before="", after=""):
    """Write a page of boxes for some demo parts; return its file name."""
    files = Site(PARTS.values())
    files.write(folder)
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
    boxes = (box(PARTS[part], source=files.source(part), stored=f"<p>Stored: {part}.</p>") for part in ids)
    body = f"<p>{progress(ids)}{mark('slope')}</p>{before}" + "".join(boxes) + after
    text = PAGE.format(theme=theme, policy=policy, head=HEAD, body=body)
    (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return f"{name}.html"
