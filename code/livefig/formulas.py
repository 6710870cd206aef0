"""Formulas in a figure's words: `$X^\\top w$`, a little LaTeX, read into runs that typeset.py sets.

The page gets the runs of all formulas of a figure with its JSON, so that one reader of LaTeX is enough.
"""

import re
from functools import cache
from typing import NamedTuple

FORMULA = re.compile(r"\$([^$]*)\$")
TOKEN = re.compile(r"\\[A-Za-z]+|\\\S|\d+(?:\.\d+)?|[^\s\\]")
LETTERS = {"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
           "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ",
           "sigma": "σ", "tau": "τ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω"}
UPRIGHT = {"Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Sigma": "Σ", "Phi": "Φ", "Omega": "Ω", "ell": "ℓ",
           "partial": "∂", "nabla": "∇", "infty": "∞", "top": "⊤", "dagger": "†", "|": "∥",
           "lVert": "∥", "rVert": "∥", "lvert": "|", "rvert": "|", "{": "{", "}": "}"}
BETWEEN = {"=": "=", "<": "<", ">": ">", "le": "≤", "ge": "≥", "neq": "≠", "approx": "≈", "to": "→", "in": "∈",
           "+": "+", "-": "−", "pm": "±", "cdot": "⋅", "times": "×"}
FUNCTIONS = {"log", "exp", "sin", "cos", "max", "min"}
SPACES = {",", ";", " "}
ALOUD = {"⊤": "transposed", "−": "minus", "+": "plus", "=": "equals", "<": "less than", ">": "greater than",
         "/": "over", "⋅": "times", "√": "square root of", "ℓ": "l", "∂": "d"}
RAISED = {"⊤": "transposed", "2": "squared", "3": "cubed", "′": "prime", "†": "pseudoinverse", "−1": "inverse"}
ACROSS = {**dict.fromkeys("0123456789", 0.5), "i": 0.35, "j": 0.41, "k": 0.52, "n": 0.6, "t": 0.36}  # em
SMALL = {"sup": str.maketrans("⊤−+0123456789n", "ᵀ⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ"),
         "sub": str.maketrans("0123456789ijknt", "₀₁₂₃₄₅₆₇₈₉ᵢⱼₖₙₜ")}


class Run(NamedTuple):
    """What is set alike: its kind names the elements round it, from outside ("", "i", "sup", "sub i"); `back` is how
    many em an exponent goes back, to stand above an index."""

    kind: str
    text: str
    back: float = 0


class Formula(NamedTuple):
    """A formula that was read: what is said for it, and its runs."""

    aloud: str
    runs: list


@cache
def read(tex):
    """Return the Formula of some LaTeX.

    >>> read(r"\\lVert w \\rVert^2 + X^\\top y / \\sigma_1").aloud
    'norm of w, squared plus X transposed y over σ 1'
    >>> [tuple(run) for run in read("w_1^2").runs]
    [('i', 'w', 0), ('sub', '1', 0), ('sup', '2', 0.5)]

    Raises
    ------
    ValueError
        For a command that figures do not know, braces that do not match, or nothing between the two $.
    """
    reader = _Reader(tex)
    reader.row("")
    if reader.left or not reader.runs:
        raise ValueError(f"${tex}$: " + ("a } that no { opens" if reader.left else "nothing stands between the two $"))
    return Formula(re.sub(r" ([,)])|(\() ", r"\1\2", " ".join(reader.words)), reader.runs)


class _Reader:
    """Takes a formula apart: `left` are the tokens to come, `runs` and `words` what is done."""

    def __init__(self, tex):
        self.tex, self.left, self.runs, self.words = tex, TOKEN.findall(tex), [], []
        self.operand = self.function = self.barred = False  # whether an operand, a function or a bar stands before

    def row(self, level):
        """Read up to the brace that closes, or the end."""
        while self.left and self.left[0] != "}":
            token = self.left.pop(0)
            if token in ("^", "_", "'"):
                self.script(token)
            elif token == "{":
                self.left.insert(0, token)
                self.group(level)
            elif token == r"\sqrt":
                self.root(level)
            else:
                self.sign(token, level)

    def group(self, level):
        """Read what is in braces, or one token."""
        if not self.left:
            raise ValueError(f"${self.tex}$: something is missing at its end")
        if self.left[0] != "{":
            rest, self.left = self.left[1:], self.left[:1]
            self.row(level)
            self.left = rest
            return
        self.left.pop(0)
        self.row(level)
        if not self.left:
            raise ValueError(f"${self.tex}$: a {{ that no }} closes")
        self.left.pop(0)

    def script(self, token):
        """Read an index, an exponent or a prime."""
        start, said, function = len(self.runs), len(self.words), self.function
        if token == "'":
            self.put("sup", "′")
        else:
            self.operand = False
            self.group("sub" if token == "_" else "sup")
        self.operand, self.function = True, function
        words, texts = " ".join(self.words[said:]), "".join(run.text for run in self.runs[start:])
        if token == "_":
            return
        base = self.runs[start - 1] if start else Run("", "")
        if base.kind.startswith("sub"):
            self.runs[start] = self.runs[start]._replace(back=ACROSS.get(base.text, 0))
        comma = [","] if base.text.endswith("∥") else []
        self.words[said:] = [*comma, RAISED.get(texts, f"to the power {words}")]

    def root(self, level):
        """Read a root: of more than one token in parentheses, since the line above is missing."""
        self.put(level, "√")
        bare = self.left[:1] != ["{"] or self.left[2:3] == ["}"]
        if not bare:
            self.put(level, "(")
            self.operand = False
        self.group(level)
        if not bare:
            self.put(level, ")")

    def sign(self, token, level):
        """Read a letter, a number or a command."""
        name, command = token.removeprefix("\\"), token.startswith("\\")
        if command and name in SPACES:
            self.put(level, " ")
        elif command and name in FUNCTIONS:
            self.put(level, (" " if self.operand else "") + name)
            self.function = True
        elif name in BETWEEN:
            both = self.operand and not level
            self.put(level, f" {BETWEEN[name]} " if both else BETWEEN[name])
            self.operand = False
        elif token == "," and not level:
            self.put(level, ", ")
            self.operand = False
        elif (command and name in LETTERS) or (token.isascii() and token.isalpha()):
            self.put(f"{level} i".strip(), LETTERS.get(name, name))
        elif not command or name in UPRIGHT:
            self.put(level, UPRIGHT[name] if command else token)
            self.operand = token not in ("(", "[")
        else:
            raise ValueError(f"${self.tex}$: figures do not know {token}")

    def put(self, kind, text):
        """Add a piece, to the last run if it is of its kind."""
        sign = text.strip()
        if self.function and sign not in ("", "(", "′") and not kind.startswith("su"):
            text = " " + text
        self.function, self.operand = self.function and kind.startswith("su"), True
        if sign == "∥":
            self.barred = not self.barred
            self.words += ["norm of"] if self.barred else []
        else:
            self.words += [ALOUD.get(sign, sign)] if sign else []
        if self.runs and self.runs[-1].kind == kind:
            self.runs[-1] = self.runs[-1]._replace(text=self.runs[-1].text + text)
        else:
            self.runs.append(Run(kind, text))


def pieces(text):
    """Return the pieces of a text: strings, and a Formula for what stands between two $.

    Raises
    ------
    ValueError
        For a $ without a second one, or a formula that cannot be read.
    """
    parts = text.split("$")
    if len(parts) % 2 == 0:
        raise ValueError(f"{text!r}: a $ opens a formula, and a second one closes it, before a number that changes")
    return [read(part) if k % 2 else part for k, part in enumerate(parts) if part or k % 2]


def used(value):
    """Return {LaTeX: [aloud, run, ...]} of all formulas in the texts of a JSON value, as the page gets them."""
    found = {}

    def walk(v):
        if isinstance(v, str) and "$" in v:
            pieces(v)
            for tex in FORMULA.findall(v):
                aloud, runs = read(tex)
                found[tex] = [aloud, *(list(run) if run.back else list(run[:2]) for run in runs)]
        for each in v.values() if isinstance(v, dict) else v if isinstance(v, (list, tuple)) else ():
            walk(each)

    walk(value)
    return found


def spoken(text):
    """Return a text with its formulas in words, for those who hear it, and where nothing can be typeset.

    >>> spoken("The length of $X^\\\\top w$")
    'The length of X transposed w'
    """
    return "".join(p if isinstance(p, str) else p.aloud for p in pieces(text))


def plain(text):
    """Return a text with its formulas in the characters of a terminal, which has raised and lowered ones.

    >>> plain(r"$x^\\top A x = \\sigma_1^{-2}$, $w_{ij}$")
    'xᵀAx = σ₁⁻², wᵢⱼ'
    """
    return "".join(p if isinstance(p, str) else "".join(map(_plain, p.runs)) for p in pieces(text))


def _plain(run):
    side = run.kind[:3]
    if side not in SMALL or (side == "sup" and run.text in "†′"):
        return run.text
    small = run.text.translate(SMALL[side])
    if not set(run.text) & set(small):
        return small
    return ("^" if side == "sup" else "_") + (run.text if len(run.text) == 1 else f"({run.text})")


def flat(text):
    """Return the characters of a text, scripts as large as the others: about as long as it is when it is set."""
    return "".join(p if isinstance(p, str) else "".join(run.text for run in p.runs) for p in pieces(text))


def scripts(text):
    """Return whether a formula of a text has an index or an exponent."""
    return any(run.kind.startswith(("sup", "sub")) for p in pieces(text) if not isinstance(p, str) for run in p.runs)
