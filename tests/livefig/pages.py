"""Pages that hold live figures, as a site or a notebook makes them."""

from livefig import ASSETS

POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:"
PAGE = """<!doctype html>
<html lang="en" data-theme="{theme}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
{policy}<link rel="icon" href="data:,"><title>A chapter</title>{head}
<style>
html[data-theme=light] {{ color-scheme: light }}
html[data-theme=dark] {{ color-scheme: dark }}
body {{ font: 17px/1.6 system-ui, sans-serif; margin: 0; background: #fff; color: #222 }}
html[data-theme=dark] body {{ background: #1a1e24; color: #ced6dd }}
main {{ max-width: 740px; margin: auto; padding: 0 16px }}
</style></head>
<body><main><h1>A chapter</h1><p>Text before the figure, as a chapter has.</p>
{body}
<p id="after">Text after.</p></main></body></html>"""


def site(folder, name, *figures, theme="light", tall=False):
    """Write a page of a site, with the script in a file and a strict policy; return its file name."""
    (folder / "livefig.js").write_text(ASSETS.script(), encoding="utf-8")
    (folder / "livefig.css").write_text(ASSETS.style(), encoding="utf-8")
    gap = '<div style="height:1500px"></div>' if tall else ""
    body = gap + f"\n{gap}".join(f if isinstance(f, str) else f.html() for f in figures)
    head = '<link rel="stylesheet" href="livefig.css"><script defer src="livefig.js"></script>'
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
    (folder / f"{name}.html").write_text(PAGE.format(theme=theme, policy=policy, head=head, body=body),
                                         encoding="utf-8")
    return f"{name}.html"


def notebook(folder, name, *outputs):
    """Write a page of notebook outputs, with the script inside; return its file name."""
    (folder / f"{name}.html").write_text(PAGE.format(theme="light", policy="", head="", body="\n".join(outputs)),
                                         encoding="utf-8")
    return f"{name}.html"
