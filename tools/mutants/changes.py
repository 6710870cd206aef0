"""The single faults of a Python module: a sign, an operator, a comparison, a number, a branch, a call, a text.

What no reader can see is left out by rule: docstrings, annotations, decorators, the messages of errors, `__all__`, what
runs as a script, seeds, the keywords of `SILENT`, and the order of what `EITHER_WAY` takes.  A line that ends in a
comment `# harmless: WHY` (in a script after `//`) is left out, too.
"""

import ast
import re
from typing import NamedTuple

SILENT = {"strict", "encoding", "maxsize", "frozen", "stacklevel", "ensure_ascii", "newline", "errors"}
ROUNDING = 1e-4  # a smaller number bounds rounding: half as much again is as good a bound
EITHER_WAY = {"maximum", "minimum", "max", "min", "hypot", "logical_and", "logical_or", "array_equal", "shares_memory"}
HARMLESS = re.compile(r"(?:#|//).*\bharmless: \S")
OPERATORS = {ast.Add: "-", ast.Sub: "+", ast.Mult: "/", ast.Div: "*", ast.Pow: "*", ast.FloorDiv: "*", ast.Mod: "*",
             ast.BitAnd: "|", ast.BitOr: "&"}
COMPARISONS = {ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "==", ast.Is: "is not",
               ast.IsNot: "is", ast.In: "not in", ast.NotIn: "in"}


class Change(NamedTuple):
    """One fault: `new` in the place of `old`, which begins at a byte `start` of the module, in a line.

    kind: "sign", "operator", "order", "comparison", "logic", "number", "transpose", "branch", "keyword", "statement" or
        "text".
    """

    kind: str
    line: int
    start: int
    old: str
    new: str

    def planted(self, text):
        """Return the text of the module with the fault."""
        data = text.encode()
        return (data[: self.start] + self.new.encode() + data[self.start + len(self.old.encode()) :]).decode()

    def __str__(self):
        old, new = (" ".join(part.split()) for part in (self.old, self.new))
        shown = [part if len(part) <= 60 else part[:57] + "..." for part in (old, new or "nothing")]
        return f"{self.kind}: {shown[0]} → {shown[1]}"


def changes(text):
    """Return the faults of a module, in the order of its text, each of which is Python."""
    source = _Source(text)
    found = {}
    for node in _visible(ast.parse(text)):
        for kind, part, new in _of(node, source):
            change = source.change(kind, part, new)
            if not HARMLESS.search(source.lines[change.line - 1]) and change.old != change.new:
                found[change.start, change.old, change.new] = change
    return sorted(found.values(), key=lambda change: (change.start, change.kind, change.new))


class _Source:
    """A text in which nodes are found by bytes."""

    def __init__(self, text):
        self.lines = text.split("\n")
        self.data = text.encode()
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line.encode()) + 1)

    def span(self, node):
        return (self.starts[node.lineno - 1] + node.col_offset, self.starts[node.end_lineno - 1] + node.end_col_offset)

    def of(self, node):
        start, end = self.span(node)
        return self.data[start:end].decode()

    def between(self, left, right):
        """The span between two nodes, without the brackets around them."""
        start, end = self.span(left)[1], self.span(right)[0]
        inside = re.search(rb"[^\s()\\#]+(?:\s+(?:not|in)\b)?", self.data[start:end])
        return start + inside.start(), start + inside.end()

    def change(self, kind, part, new):
        start, end = part if isinstance(part, tuple) else self.span(part)
        line = self.data.count(b"\n", 0, start) + 1
        return Change(kind, line, start, self.data[start:end].decode(), new)


def _visible(tree):
    """Yield the nodes that a reader can see something of."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns", "decorator_list", "type_params", "type_comment", "bases"):
                continue
            for place, child in enumerate(value if isinstance(value, list) else [value]):
                if isinstance(child, ast.AST) and not _silent(node, name, place, child):
                    waiting.append(child)


def _silent(parent, name, place, child):
    docstring = place == 0 and name == "body" and isinstance(child, ast.Expr) and _is_text(child.value)
    exported = isinstance(child, ast.Assign) and ast.unparse(child.targets[0]).startswith("__")
    script = isinstance(child, ast.If) and "__name__" in ast.unparse(child.test)
    keyword = isinstance(child, ast.keyword) and child.arg in SILENT
    message = isinstance(parent, ast.Raise) or (isinstance(parent, ast.Assert) and name == "msg")
    imported = isinstance(child, ast.Import | ast.ImportFrom)
    seed = isinstance(parent, ast.Call) and name == "args" and ast.unparse(parent.func).endswith("default_rng")
    return (docstring or exported or script or keyword or message or imported or seed
            or isinstance(parent, ast.JoinedStr))  # Python 3.11 does not say where its parts begin


def _is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _of(node, source):
    """Yield (kind, node or span, new text) for one node."""
    if isinstance(node, ast.BinOp):
        yield from _of_operations(node, source)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.Not):
        yield ("sign" if isinstance(node.op, ast.USub) else "logic"), node, source.of(node.operand)
    elif isinstance(node, ast.Compare):
        for left, op, right in zip([node.left, *node.comparators], node.ops, node.comparators, strict=False):
            yield "comparison", source.between(left, right), COMPARISONS[type(op)]
    elif isinstance(node, ast.BoolOp):
        word = "or" if isinstance(node.op, ast.And) else "and"
        for left, right in zip(node.values, node.values[1:], strict=False):
            yield "logic", source.between(left, right), word
    elif isinstance(node, ast.Constant):
        yield from _of_constants(node)
    elif isinstance(node, ast.Attribute) and node.attr in ("T", "mT"):
        yield "transpose", node, source.of(node.value)
    elif isinstance(node, ast.If | ast.IfExp | ast.While) and not isinstance(node.test, ast.Compare | ast.Constant):
        yield "branch", node.test, f"not ({source.of(node.test)})"
    elif isinstance(node, ast.Call):
        yield from _of_calls(node, source)
    elif isinstance(node, ast.Expr | ast.AugAssign | ast.Raise) or (isinstance(node, ast.Return) and node.value):
        kept = isinstance(node, ast.Expr | ast.Return) and not isinstance(node.value, ast.Call)
        kept &= not isinstance(node, ast.Return) or isinstance(node.value, ast.Constant)  # None is as false as False
        if not kept:
            yield "statement", node, "return None" if isinstance(node, ast.Return) else "pass"


def _of_operations(node, source):
    between = source.between(node.left, node.right)
    if type(node.op) in OPERATORS and not _is_text(node.left) and not isinstance(node.left, ast.JoinedStr):
        yield "operator", between, OPERATORS[type(node.op)]
    if isinstance(node.op, ast.MatMult | ast.Sub | ast.Div | ast.Pow):
        left, right = (f"({source.of(side)})" for side in (node.left, node.right))
        yield "order", node, f"({right} {source.data[slice(*between)].decode()} {left})"


def _of_constants(node):
    if isinstance(node.value, bool):
        yield "logic", node, str(not node.value)
    elif isinstance(node.value, int):
        yield "number", node, str(node.value + 1)
    elif isinstance(node.value, float):
        yield "number", node, repr(node.value * 1.5 if abs(node.value) >= ROUNDING else 1.0)
    elif isinstance(node.value, str):
        yield "text", node, '""' if node.value else '"x"'


def _of_calls(node, source):
    named = [keyword for keyword in node.keywords if keyword.arg and keyword.arg not in SILENT]
    for keyword in named:
        start, end = source.span(keyword)
        comma = re.compile(rb"\s*,").match(source.data, end)
        yield "keyword", (start, comma.end() if comma else end), ""
    called = source.of(node.func).rpartition(".")[2]
    if len(node.args) == 2 and called not in EITHER_WAY and not any(isinstance(p, ast.Starred) for p in node.args):
        first, second = node.args
        span = (source.span(first)[0], source.span(second)[1])
        if source.data[span[1] : span[1] + 1] in (b",", b")", b" "):
            yield "order", span, f"{source.of(second)}, {source.of(first)}"
