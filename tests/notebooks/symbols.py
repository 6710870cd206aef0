"""The letters in the formulas of a text: what a reader may look up."""

import re

FORMULA = re.compile(r"\$\$(.+?)\$\$|(?<!\\)\$([^$\n]+)\$|\\begin\{(align\*?|aligned|equation\*?)\}(.+?)\\end\{\3\}",
                     re.DOTALL)
CODE = re.compile(r"(`{3,})[^\n]*\n.*?\1|`[^`\n]+`", re.DOTALL)
WORDS = re.compile(r"\\(?:text|mathrm|operatorname\*?|label|tag|begin|end|mathtt|textbf)\{(?:[^{}]|\{[^{}]*\})*\}")
SYMBOL = re.compile(r"\\([A-Za-z]+)|([A-Za-z])")
GREEK = frozenset(re.findall(r"\w+", """
    alpha beta gamma delta epsilon varepsilon zeta eta theta kappa lambda mu nu xi pi rho sigma tau phi varphi chi psi
    omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega ell
"""))


def symbols(text):
    """Return the set of letters in a Markdown text's formulas: "x", "\\lambda", and "\\mathbb R" with its style."""
    found = set()
    for formula in FORMULA.finditer(CODE.sub("", text)):
        inside = WORDS.sub(" ", next(group for group in (formula[1], formula[2], formula[4]) if group))
        inside = re.sub(r"\\(mathbb|mathcal|mathbf)\s*\{?(\w)\}?",
                        lambda styled: found.add(f"\\{styled[1]} {styled[2]}") or " ", inside)
        for command, letter in SYMBOL.findall(inside):
            if letter or command in GREEK:
                found.add(letter or f"\\{command}")
    return found
