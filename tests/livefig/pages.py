"""Pages that hold live figures, as a site or a notebook makes them."""

import livefig

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


def write(folder, name, modules, body, theme="light"):
    """Write a page that uses some modules, their scripts and styles in files; return its file name."""
    head = ""
    for module in modules:
        own = module.__name__
        (folder / f"{own}.js").write_text(module.ASSETS.script(), encoding="utf-8")
        (folder / f"{own}.css").write_text(module.ASSETS.style(), encoding="utf-8")
        head += f'<link rel="stylesheet" href="{own}.css"><script defer src="{own}.js"></script>'
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
    (folder / f"{name}.html").write_text(PAGE.format(theme=theme, policy=policy, head=head, body=body),
                                         encoding="utf-8")
    return f"{name}.html"


def site(folder, name, *figures, theme="light", tall=False):
    """Write a page of figures, or of any HTML, as a site has it; return its file name."""
    gap = '<div style="height:1500px"></div>' if tall else ""
    body = gap + f"\n{gap}".join(f if isinstance(f, str) else f.html() for f in figures)
    return write(folder, name, (livefig,), body, theme)


def notebook(folder, name, *outputs):
    """Write a page of notebook outputs, with the script inside; return its file name."""
    (folder / f"{name}.html").write_text(PAGE.format(theme="light", policy="", head="", body="\n".join(outputs)),
                                         encoding="utf-8")
    return f"{name}.html"
