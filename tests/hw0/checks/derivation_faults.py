"""Single faults planted into the lines of a derivation: a sign, a transpose, an inverse, a factor, an exponent, an
order."""
import re

KINDS = {
    "sign": (re.compile(r"(?<=\s)[+-](?=\s)"), lambda found: {"+": "-", "-": "+"}[found[0]]),
    "lost transpose": (re.compile(r"\^T"), lambda found: ""),
    "new transpose": (re.compile(r"(?<!hat\{)\b[XAVUB](?![\w^\u0302])|Σ(?![\w^])"), lambda found: found[0] + "^T"),
    "inverse": (re.compile(r"\^\{-1\}"), lambda found: ""),
    "pseudo-inverse": (re.compile(r"\^[+†]"), lambda found: "^T"),
    "factor": (re.compile(r"(?<![\^\w{/])2 (?=[\w(])"), lambda found: "3 "),
    "exponent": (re.compile(r"\^2"), lambda found: "^3"),
    "penalty": (re.compile(r"λ (?=[\w|I])"), lambda found: "λ^2 "),
    "order": (re.compile(r"X\^T X(?![\w^])|X X\^T"),
              lambda found: {"X^T X": "X X^T", "X X^T": "X^T X"}[found[0]]),
    "index": (re.compile(r"A_([ijk])([ijk])"), lambda found: f"A_{found[2]}{found[1]}"),
}


def lines_of(text):
    """The lines of a derivation, without margins."""
    return [line.strip() for line in text.strip().splitlines()]


def planted(text):
    """Yield (kind, number of the line, text) of each derivation with one fault in a line that is compared.

    A line that gives a name, or begins without a relation, has nothing to be compared with.
    """
    lines = lines_of(text)
    for at, line in enumerate(lines):
        if line.startswith("let ") or re.match(r"[A-Z] = X\.T", line) or (at == 0 and "=" not in line):
            continue
        if "@" in line or "np." in line or re.match(r"\\hat\{\w\} =", line):
            continue
        for kind, (pattern, change) in KINDS.items():
            for found in pattern.finditer(line):
                changed = line[:found.start()] + change(found) + line[found.end():]
                yield kind, at + 1, "\n".join([*lines[:at], changed, *lines[at + 1:]])
