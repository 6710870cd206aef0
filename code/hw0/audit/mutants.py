"""One small error in each place of a right formula: does check notice?

Right answers are written as expressions, changed in one place at a time, and handed to check: every sign, every factor,
every comparison, every transpose, every branch.  A change that check does not notice is a miss, or no error at all;
then HARMLESS says why.
"""
import ast
from functools import cache

import numpy as np

from hw0.audit.table import Table
from hw0.checks import PARTS, check

FORMULAS = {
    "2a": "c",
    "2b": "2 * x",
    "2c": "A",
    "2d": "x @ (A + A.T)",
    "2e": "np.all(A == A.T)",
    "2.residual": "(A @ x - b) @ A",
    "2.norm": "x / np.sqrt(x @ x)",
    "2.layer": "(c * (1 - np.tanh(A @ x)**2)) @ A",
    "3a": "np.linalg.solve(X.T @ X, X.T @ y)",
    "3b": "Vt.T @ ((U.T @ y)[:len(s)] / s)",
    "3d": "X.T @ np.linalg.solve(X @ X.T, y)",
    "3e": "Vt[:len(s)].T @ (U.T @ y / s)",
    "3.weighted": "np.linalg.solve(X.T @ (c[:, None] * X), X.T @ (c * y))",
    "3.nearest": "w0 + X.T @ np.linalg.solve(X @ X.T, y - X @ w0)",
    "3.descent": "(1 - (1 - 2 * lr * s**2)**steps) / s",
    "3.prediction": "noise**2 * (1 + x @ np.linalg.solve(X.T @ X, x))",
    "4a": "np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)",
    "4b": "s / (s**2 + lam)",
    "4c": "np.sum((y - X @ w)**2) / (2 * lam) + np.sum(w**2) / 2",
    "4f": "X.T @ np.linalg.solve(X @ X.T + lam * np.eye(len(X)), y)",
    "4.freedom": "np.sum(s**2 / (s**2 + lam))",
    "4.prior": "np.linalg.solve(X.T @ X + noise**2 / tau**2 * np.eye(X.shape[1]), X.T @ y)",
    "4.toward": "np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y + lam * w0)",
    "5a.i": "-b / w",
    "5a.ii": "phi - y",
    "5a.iii": "(w * x + b - y) * x if w * x + b > 0 else 0",
    "5a.iv": "w * x + b - y if w * x + b > 0 else 0",
    "5b.ii": "'gone' if lr * x == w else 'stays' if w == b * x else 'right' if (w - b * x) * (w - lr * x) > 0 else "
             "'left'",
    "5b.iii": "'right' if (b - lr) / (w - lr * x) < b / w else 'left'",
    "5b.iv": "'left' if -(b - lr) / (w - lr * x) < -b / w else 'right'",
    "5.shift": "-(b - lr * delta) / w if b > 0 else -b / w",
    "5.one_step_fit": "1 / (1 + x**2)",
    "5.falls_asleep": "(w * x + b) / (1 + x**2)",
    "5.slope": "w - lr * delta * x if w * x + b > 0 else w",
    "5.weight_decay": "np.nan if lr * mu == 1 else -b / (w - lr * mu * w)",
    "6.affine_forward": "X.reshape(X.shape[0], W.shape[0]) @ W + b",
    "6.relu_forward": "np.maximum(0, Z)",
    "6.relu_backward": "dout * (Z > 0)",
}
HARMLESS = {
    "'gone' if lr * x == w else 'stays' if w == b * x else 'right' if (w - b * x) * (w - lr * x) >= 0 else 'left'":
        "the two factors are not zero any more",
    "'gone' if lr * x == w else 'stays' if w == b * x else 'right' if (w - b * x) / (w - lr * x) > 0 else 'left'":
        "a quotient has the sign of the product",
    "'right' if (b - lr) / (w - lr * x) <= b / w else 'left'": "the two sides are never equal",
    "'right' if (b - lr) / (w - lr / x) < b / w else 'left'": "the denominator still grows, and the answer is still "
                                                              "always right",
    "'left' if -(b - lr) / (w - lr * x) <= -b / w else 'right'": "the two sides are never equal",
    "'left' if -(b - lr) / (w - lr / x) < -b / w else 'right'": "the denominator still grows in size, and the answer "
                                                                "is still always left",
}
# a single letter has no place for an error
ASKED = tuple(part for part, formula in FORMULAS.items() if not formula.isidentifier())
OPERATORS = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult,
             ast.Gt: ast.GtE, ast.Lt: ast.LtE, ast.Eq: ast.NotEq}


def mutants(formula):
    """The formulas, a tuple, with one change: of a sign, factor, comparison, number, transpose or branch."""
    texts = []
    for place in range(len(_nodes(formula))):
        tree = ast.parse(formula, mode="eval")
        target = list(ast.walk(tree))[place]
        if error := _error(target):
            texts.append(ast.unparse(_Put(target, error).visit(tree)))
    return tuple(texts)


@cache
def survivors(part):
    """The mutants of the formula of a part that check calls right, a tuple."""
    return tuple(text for text in mutants(FORMULAS[part]) if check(part, answer(part, text)))


def answer(part, formula):
    """The answer to a part that computes the formula, a function of the part's arguments."""
    return eval(f"lambda {', '.join(PARTS[part].names)}: {formula}", {"np": np})


def mutants_table(parts=ASKED):
    """The Table of formulas: the small errors put into each, those that check noticed, the harmless others."""
    rows = []
    for part in parts:
        made, left = mutants(FORMULAS[part]), survivors(part)
        rows.append((part, FORMULAS[part], len(made), len(made) - len(left), sum(text in HARMLESS for text in left)))
    planted, noticed, harmless = (sum(row[column] for row in rows) for column in (2, 3, 4))
    return Table(f"{planted} small errors: {noticed} noticed, {harmless} harmless, {planted - noticed - harmless} "
                 f"missed",
                 ("part", "right answer", "errors", "noticed", "harmless"), tuple(rows))


def _nodes(formula):
    return list(ast.walk(ast.parse(formula, mode="eval")))


def _error(node):
    """The node with one small error in it, None for a node that has no place for one."""
    match node:
        case ast.BinOp(left, op, right) if type(op) in OPERATORS:
            return ast.BinOp(left, OPERATORS[type(op)](), right)
        case ast.Compare(left, [op], right):
            return ast.Compare(left, [OPERATORS[type(op)]()], right)
        case ast.UnaryOp(ast.USub(), operand) | ast.Attribute(operand, "T"):
            return operand
        case ast.Constant(int(value)):
            return ast.Constant(value + 1)
        case ast.IfExp(test, body, orelse):
            return ast.IfExp(test, orelse, body)
    return None


class _Put(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, target, replacement):
        self.target, self.replacement = target, replacement

    def visit(self, node):
        return self.replacement if node is self.target else self.generic_visit(node)
