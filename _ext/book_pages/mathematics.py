"""KaTeX typesets mathematics when the book is built; its style sheet and fonts come from npm's package."""

import base64
import json
import re
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

from sphinx.errors import ExtensionError
from sphinxcontrib import katex

PACKAGE = Path(__file__).resolve().parents[2] / "node_modules" / "katex"
# These stand in nearly every formula. Inside the style sheet they are there before the first line is drawn; as files
# they would come later, and the text would jump.
COMMON_FONTS = {"Main-Regular", "Math-Italic", "AMS-Regular", "Size1-Regular", "Size2-Regular", "Size3-Regular",
                "Size4-Regular"}
COPIES_AS_LATEX = "copy-tex"  # KaTeX's own script: who copies a formula gets its LaTeX
OLD_FONT_FORMATS = re.compile(r',url\([^)]*\.(?:woff|ttf)\) format\("[a-z]+"\)')
FONT = re.compile(r"url\((fonts/KaTeX_([\w-]+)\.woff2)\)")
# KaTeX cuts a formula into bases, after each sign such as = or +; a browser may begin a new line between two of them.
BASE, ENDS = '<span class="base">', "</span>" * 3
WIDE_SPACE = 'style="margin-right:2em;"'
IN_LINE, SPAN, UNSPACED = '<span class="math">', re.compile("<span|</span>"), re.compile(r"[^\s<>]*")
# with an exponent it is two; brackets of one kind side by side are one
OPENS, CLOSES = (re.compile(f'class="{kind}[^"]*">(?!<span class="{kind})([^<]*)') for kind in ("mopen", "mclose"))


def copy_katex(package, static):
    """Copy the style sheet and fonts (woff2) of `package` to `static`, the common fonts inside the sheet."""

    def place(font):
        content = (package / "dist" / font[1]).read_bytes()
        if font[2] in COMMON_FONTS:
            return f"url(data:font/woff2;base64,{base64.b64encode(content).decode()})"
        (static / font[1]).write_bytes(content)
        return font[0]

    (static / "fonts").mkdir(parents=True, exist_ok=True)
    sheet = OLD_FONT_FORMATS.sub("", (package / "dist" / "katex.min.css").read_text(encoding="utf-8"))
    (static / "katex.min.css").write_text(FONT.sub(place, sheet), encoding="utf-8")


def breaking_well(html):
    """Return a displayed formula that breaks, where it is too wide, between its parts first, and never inside brackets.

    Parts stand apart by a wide space (\\qquad).  `html` is what KaTeX makes of the formula in display mode.
    """
    head, *bases = html.removesuffix(ENDS).split(BASE)
    parts, whole, depth = [""], "", 0
    for base in bases:
        whole += BASE + base
        opened, closed = (sum(max(1, len(signs)) for signs in kind.findall(base)) for kind in (OPENS, CLOSES))
        depth = max(0, depth + opened - closed)
        if not depth:
            parts[-1] += f'<span class="whole">{whole}</span>'
            whole = ""
        if WIDE_SPACE in base:
            parts.append("")
    parts[-1] += whole
    return head + "".join(f'<span class="part">{part}</span>' for part in parts if part) + ENDS


def with_its_signs(page):
    """Return a page on which a formula in a line keeps what is written beside it without a space: a comma, a bracket.

    A browser may begin a new line on both sides of a base, whatever sign stands there.  In one piece with its signs, a
    formula still breaks between its bases.
    """
    first, *texts = page.split(IN_LINE)
    done = [first]
    for text in texts:
        end, depth = 0, 1
        while depth:
            tag = SPAN.search(text, end)
            end, depth = tag.end(), depth + (1 if tag[0] == "<span" else -1)
        before, after = UNSPACED.match(done[-1][:-80:-1])[0][::-1], UNSPACED.match(text, end)[0]
        formula, rest = IN_LINE + text[:end], text[end + len(after):]
        if before or after:
            done[-1] = done[-1].removesuffix(before)
            formula = f'<span class="held">{before}{formula.replace(BASE, "<wbr>" + BASE)}{after}</span>'
        done += [formula, rest]
    return "".join(done)


def _demand_node(app, config):
    """End the build with a sentence where Node is missing: an exception would end it in a traceback."""
    if not shutil.which("node"):
        sys.exit("Node is missing, which typesets the mathematics: `make book` installs it into .venv and builds. "
                 "For `jupyter-book build .` of your own, put .venv/bin first on PATH.")


def _start_server(server, folder, timeout):
    """Return KaTeX's process and a socket connected to it.

    The package's own start connects once, as soon as the socket's file exists: on a busy machine that is before Node
    listens, the build fails, and Node stays behind.
    """
    address = folder / "katex.sock"
    process = subprocess.Popen(server.build_command(socket=address), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               cwd=folder)
    deadline = time.monotonic() + 6 * timeout
    while time.monotonic() < deadline and process.poll() is None:
        connection = socket.socket(socket.AF_UNIX)
        try:
            connection.connect(str(address))
            return process, connection
        except OSError:  # no file yet, or nobody listens yet
            connection.close()
            time.sleep(0.01)
    process.kill()
    raise ExtensionError("KaTeX did not start: is Node in .venv/bin? `make setup` puts it there.")


def _copy(app):
    if app.builder.format != "html":
        return
    if not PACKAGE.is_dir():
        raise ExtensionError("KaTeX's fonts are missing: run `make setup`.")
    installed = json.loads((PACKAGE / "package.json").read_text(encoding="utf-8"))["version"]
    if installed != katex.katex_version:
        raise ExtensionError(
            f"package.json asks for KaTeX {installed}, sphinxcontrib-katex typesets with {katex.katex_version}: make "
            f"them equal."
        )
    copy_katex(PACKAGE, Path(app.outdir) / "_static")
    script = (PACKAGE / "dist" / "contrib" / f"{COPIES_AS_LATEX}.min.js").read_bytes()
    (Path(app.outdir) / "_static" / f"{COPIES_AS_LATEX}.js").write_bytes(script)


def _hold(app, pagename, templatename, context, doctree):
    if IN_LINE in context.get("body", ""):
        context["body"] = with_its_signs(context["body"])


def _copy_as_latex(app, pagename, templatename, context, doctree):
    if 'class="katex"' in context.get("body", ""):
        app.add_js_file(f"{COPIES_AS_LATEX}.js", loading_method="defer")


def setup(app):
    """Make KaTeX strict and its start safe; copy its files before the first page is written."""
    katex.KATEX_DEFAULT_OPTIONS["throwOnError"] = True  # a mistyped formula stops the build instead of turning red
    katex.KATEX_DEFAULT_OPTIONS["macros"] = {"\\qquad": "\\hspace{2em}\\allowbreak "}
    katex.KaTeXServer.start_server_process = classmethod(_start_server)
    typeset = katex.render_latex
    katex.render_latex = lambda latex, options=None: breaking_well(typeset(latex,
                                                                           options)) if options else typeset(latex)
    app.connect("config-inited", _demand_node)
    app.connect("builder-inited", _copy)
    app.connect("html-page-context", _hold)
    app.connect("html-page-context", _copy_as_latex)
