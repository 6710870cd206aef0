"""Texts with formulas, as HTML and as SVG; script/formulas.js makes the same of them in the page."""

from html import escape

from .formulas import pieces

SHIFT = {"sup": -5, "sub": 3}  # pixels down; livefig.css has the same for HTML
EM = 10.2  # pixels of an em in a script


def style(formula):
    """Return the class of a formula: one without a letter, such as 10⁻³, is set in the type of the text round it."""
    return "lf-math" if any(run.kind.endswith("i") for run in formula.runs) else "lf-number"


def html(text):
    """Return a text as HTML.

    >>> html("at $w_i$")
    'at <span class="lf-math" role="math" aria-label="w i"><i>w</i><sub><i>i</i></sub></span>'
    """
    out = ""
    for piece in pieces(text):
        if isinstance(piece, str):
            out += escape(piece)
            continue
        inner = ""
        for kind, body, back in piece.runs:
            body = escape(body)
            for name in reversed(kind.split()):
                moved = f' style="margin-left: -{back}em;"' if back and name == "sup" else ""
                body = f"<{name}{moved}>{body}</{name}>"
            inner += body
        out += f'<span class="{style(piece)}" role="math" aria-label="{escape(piece.aloud)}">{inner}</span>'
    return out


def svg(text):
    """Return a text as the inside of an SVG text: each piece is a tspan, if one of them is a formula.

    >>> svg("10"), svg("$10^3$")
    ('10', '<tspan class="lf-number"><tspan>10</tspan><tspan class="lf-sup" dy="-5">3</tspan></tspan>')
    """
    parts, out, low = pieces(text), "", 0
    if all(isinstance(piece, str) for piece in parts):
        return escape(text)

    def tspan(body, kind, down, back=0):
        nonlocal low
        moved = {"class": kind, "dx": round(-back * EM, 1), "dy": down - low}
        given = "".join(f' {name}="{value}"' for name, value in moved.items() if value)
        low = down
        return f"<tspan{given}>{escape(body)}</tspan>"

    for piece in parts:
        if isinstance(piece, str):
            out += tspan(piece, "", 0)
            continue
        inner = "".join(tspan(run.text, " ".join(f"lf-{name}" for name in run.kind.split()),
                              SHIFT.get(run.kind[:3], 0), run.back) for run in piece.runs)
        out += f'<tspan class="{style(piece)}">{inner}</tspan>'
    return out
