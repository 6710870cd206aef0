"""Trees to the NumPy that a student would write: one-dimensional arrays for vectors, entries counted from 0.

`solve` for an inverse before something, `np.outer` for a column times a row, a sum over entries as `np.sum`.
"""

import keyword
import re

from .errors import FormulaError
from .nodes import Index, Name, Number
from .print_products import Products
from .print_sums import Sums

ADD, MUL, POWER, ATOM = 1, 2, 3, 4
SIGNS = {"=": "==", "≠": "!=", "<": "<", ">": ">", "≤": "<=", "≥": ">="}
NAMES = {
    "log": "np.log",
    "exp": "np.exp",
    "tanh": "np.tanh",
    "diag": "np.diag",
    "tr": "np.trace",
    "det": "np.linalg.det",
    "max": "np.maximum",
    "min": "np.minimum",
    "rank": "np.linalg.matrix_rank",
}
NUMBER = (1, 1)


def spelled(name, letters):
    """Return how a letter is spelled in code."""
    if name in letters.code:
        return letters.code[name]
    text = re.sub(r"\W+", "_", name.replace("'", "_new")).strip("_")
    return text + "_" if keyword.iskeyword(text) else text


class Printer(Products, Sums):
    """Prints nodes whose shapes are known.

    sizes: {length: how it is spelled}, for shapes that no letter tells.
    """

    def __init__(self, letters, regime):
        self.letters = letters
        self.sizes = {1: "1"}
        for one in letters.sizes:
            for other in letters.sizes:
                if one != other:
                    self.sizes.setdefault(regime[one] + regime[other], f"{one} + {other}")
                    self.sizes.setdefault(regime[one] - regime[other], f"{one} - {other}")
        self.sizes |= {regime[name]: name for name in letters.sizes}
        self.whole = frozenset()  # indices over which np.sum runs

    def __call__(self, node, least=0):
        """Return the text of a node, in brackets if it binds less than `least`."""
        text, binds = getattr(self, "_" + type(node).__name__.lower())(node)
        return f"({text})" if binds < least else text

    def size(self, length):
        """Return how a length is spelled."""
        return self.sizes.get(length, str(length))

    def _number(self, node):
        return node.text, ATOM

    def _name(self, node):
        if node.name in self.letters.indices and node.name not in self.letters.derived:
            return f"{node.name} + 1", ADD
        text = spelled(node.name, self.letters)
        return text, ATOM if "(" not in text or text.endswith(")") else MUL

    def _identity(self, node):
        size = self(node.size) if node.size is not None else self.size(node.shape[0])
        return f"np.eye({size})", ATOM

    def _zeros(self, node):
        return f"np.zeros({self(node.size)})", ATOM

    def _constant(self, node):
        return "const", ATOM

    def _place(self, index):
        """An index, counted from 0."""
        if isinstance(index, Number):
            return str(int(index.text) - 1)
        if isinstance(index, Name) and index.name in self.letters.indices:
            return index.name
        return f"{self(index, ADD)} - 1"

    def _index(self, node):
        name = node.base.name if isinstance(node.base, Name) else None
        matrix = {**self.letters.columns, **self.letters.rows}.get(name)
        if matrix and len(node.indices) == 1:
            place, text = self._place(node.indices[0]), spelled(matrix, self.letters)
            column = name in self.letters.columns
            if text.endswith(".T"):
                column, text = not column, text[:-2]
            return (f"{text}[:, {place}]" if column else f"{text}[{place}]"), ATOM
        base = self(node.base, ATOM)
        whole = [isinstance(index, Name) and index.name in self.whole for index in node.indices]
        if len(node.indices) == 1:
            return (base if whole[0] else f"{base}[{self._place(node.indices[0])}]"), ATOM
        first, second = (
            ":" if all_of else self._place(index) for index, all_of in zip(node.indices, whole, strict=True)
        )
        return f"{base}[{first}]" if second == ":" else f"{base}[{first}, {second}]", ATOM

    def _apply(self, node):
        return f"{spelled(node.name, self.letters)}({', '.join(self(argument) for argument in node.arguments)})", ATOM

    def _add(self, node):
        text = "-" if node.signs[0] < 0 else ""
        text += self(node.terms[0], MUL)
        for sign, term in zip(node.signs[1:], node.terms[1:], strict=True):
            text += (" + " if sign > 0 else " - ") + self(term, MUL)
        return text, ADD

    def _quotient(self, node):
        return f"{self(node.over, MUL)} / {self(node.under, POWER)}", MUL

    def _transpose(self, node):
        if min(node.shape) == 1:
            return self(node.base), self._binds(node.base)
        text = self(node.base, ATOM)
        return (text[:-2] if text.endswith(".T") else f"{text}.T"), ATOM

    def _binds(self, node):
        return getattr(self, "_" + type(node).__name__.lower())(node)[1]

    def _inverse(self, node):
        return ((f"1 / {self(node.base, POWER)}", MUL) if node.shape == NUMBER
                else (f"np.linalg.inv({self(node.base)})", ATOM))

    def _pinv(self, node):
        return f"np.linalg.pinv({self(node.base)})", ATOM

    def _norm(self, node):
        return f"np.linalg.norm({self(node.base)})", ATOM

    def _abs(self, node):
        return f"np.abs({self(node.base)})", ATOM

    def _root(self, node):
        name = {"2": "np.sqrt", "3": "np.cbrt"}.get(getattr(node.degree, "text", ""))
        return ((f"{name}({self(node.base)})", ATOM) if name
                else (f"{self(node.base, ATOM)} ** (1 / {self(node.degree, ATOM)})", POWER))

    def _cross(self, node):
        return f"np.cross({self(node.left)}, {self(node.right)})", ATOM

    def _call(self, node):
        return f"{NAMES[node.name]}({', '.join(self(argument) for argument in node.arguments)})", ATOM

    def _relation(self, node):
        counted = all(isinstance(item, Name) and item.name in self.letters.indices for item in node.items)
        sides = [item.name if counted else self(item, ADD) for item in node.items]
        return "".join(f"{side} {SIGNS[sign]} " for side, sign in zip(sides, node.relations, strict=False)) + sides[-1]

    def _chain(self, node):
        return self._relation(node), 0

    def _iverson(self, node):
        return f"({self._relation(node.relation)})", ATOM

    def _tuple(self, node):
        if all(item.shape == NUMBER for item in node.items):
            return f"np.array([{', '.join(self(item) for item in node.items)}])", ATOM
        return f"np.concatenate([{', '.join(self(item) for item in node.items)}])", ATOM

    def _cell(self, node):
        if isinstance(node, Number) and float(node.text) == 0 and node.shape != NUMBER:
            vector = min(node.shape) == 1
            return (f"np.zeros({self.size(max(node.shape))})" if vector
                    else f"np.zeros(({self.size(node.shape[0])}, {self.size(node.shape[1])}))")
        return self(node)

    def _matrix(self, node):
        rows = [[self._cell(cell) for cell in row] for row in node.rows]
        shapes = {cell.shape for row in node.rows for cell in row}
        if shapes == {NUMBER}:
            return f"np.array([{', '.join('[' + ', '.join(row) + ']' for row in rows)}])", ATOM
        if len(rows[0]) == 1:
            name = "np.concatenate" if all(shape[1] == 1 for shape in shapes) else "np.vstack"
            return f"{name}([{', '.join(row[0] for row in rows)}])", ATOM
        if len(rows) == 1:
            return f"np.hstack([{', '.join(rows[0])}])", ATOM
        return f"np.block([{', '.join('[' + ', '.join(row) + ']' for row in rows)}])", ATOM

    def _cases(self, node):
        text = "np.nan"
        for value, condition in reversed(node.rows):
            text = (
                self(value) if condition is None else f"np.where({self._condition(condition)}, {self(value)}, {text})"
            )
        return text, ATOM

    def _condition(self, node):
        if set(node.relations) & {"≪", "≫"}:
            left, right = (self(item, MUL) for item in node.items)
            return f"{left} < 1e-5 * {right}" if node.relations == ("≪",) else f"{left} > 1e5 * {right}"
        return self._relation(node)

    def _derivative(self, node):
        variable = node.variable.base if isinstance(node.variable, Index) else node.variable
        letter = spelled(variable.name, self.letters)
        entry = (f"[{', '.join(self._place(index) for index in node.variable.indices)}]"
                 if isinstance(node.variable, Index) else "")
        if isinstance(node.body, Name):
            function = self.letters.functions.get(node.body.name)
            if function is None or function.arguments != (variable.name,):
                return f"d{spelled(node.body.name, self.letters)}_d{letter}{entry}", ATOM
            return f"derivative({spelled(node.body.name, self.letters)}, {letter}){entry}", ATOM
        return f"derivative(lambda {letter}: {self(node.body)}, {letter}){entry}", ATOM

    def _limit(self, node):
        return self(node.body), self._binds(node.body)

    def _shaped(self, node):
        return self(node.base), self._binds(node.base)

    def _least(self, node):
        raise FormulaError("a problem has no value", node.at)
