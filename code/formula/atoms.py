"""LaTeX to trees: letters, brackets, fractions, sums, matrices and cases, whatever a formula is put together from."""

from .errors import FormulaError
from .nodes import (
    Abs,
    Call,
    Chain,
    Constant,
    Identity,
    Infinity,
    Iverson,
    Matrix,
    Name,
    Norm,
    Number,
    Quotient,
    Root,
    Shaped,
    Tuple,
    Zeros,
)
from .operators import Operators
from .tokens import Token

ACCENTS = {r"\bar": "bar_", r"\hat": "hat_", r"\tilde": "tilde_", r"\mathbf": "bold_", r"\mathcal": "cal_",
           r"\nabla": "nabla_"}
CALLS = {r"\log": "log", r"\exp": "exp", r"\max": "max", r"\min": "min", r"\det": "det", r"\tanh": "tanh"}


class Atoms(Operators):
    """The part of the reader that reads one factor without its exponent."""

    def atom(self):
        """Return the tree of the factor that begins here."""
        token = self.peek()
        if token is None:
            raise FormulaError("the formula ends where a factor should stand",
                               self.tokens[-1].at + 1 if self.tokens else 0)
        if token[0].isdigit():
            taken = self.take()
            return self._zeros(taken) if taken.text == "0" and self.peek() == "_" else Number(taken.text, at=taken.at)
        known = {
            "(": self._parenthesis,
            "[": self._bracket,
            "{": self._group,
            r"\lVert": self._norm,
            "|": self._abs,
            r"\frac": self._fraction,
            r"\sqrt": self._root,
            r"\sum": self._sum,
            r"\begin": self._environment,
            r"\operatorname": self._operator,
            r"\underbrace": self._underbrace,
            r"\lim": self._limit,
            r"\mathbb": self._space,
            r"\mathrm": self._upright,
            r"\infty": lambda: Infinity(at=self.take().at),
        }
        if token in known:
            return known[token]()
        if token in CALLS:
            return self._call(CALLS[token])
        if token == r"\text{const}":
            return Constant(at=self.take().at)
        if token.startswith(r"\text{") and self.letters.knows(token[6:-1]):
            return self._named(token[6:-1], self.take().at)
        if token == "d" and self._is_slash_derivative():
            return self._slash_derivative()
        if token in ACCENTS or token.isalpha() or (token.startswith("\\") and token[1:].isalpha()):
            return self._letter()
        raise FormulaError(f"cannot read {token!r} here", self.place())

    def _letter(self):
        at, token = self.place(), self.take().text
        name = ACCENTS[token] + self._accented() if token in ACCENTS else token.lstrip("\\")
        if self.peek() and self.place() == at + len(token) and name + self.peek().lstrip("\\") in self.letters.names:
            name += self.take().text.lstrip("\\")
        if name == "e" and self.peek() == "^":
            self.take()
            return Call("exp", (self.inner(self.argument()),), at=at)
        if self.peek() == "^" and f"{name}^{self.peek(1)}" in self.letters.names:
            name += "^" + self.peek(1)
            self.take(), self.take()
        while self.peek() == "'":
            self.take()
            name += "'"
        return self._named(name, at)

    def _named(self, name, at):
        if name == "I" and not self.letters.knows("I"):
            size = None
            if self.peek() == "_":
                self.take()
                size = self.subscripts()[0]
            return Identity(size, at=at)
        if self.peek() == "_":
            spelled = f"{name}_{self._spelled_subscript()}"
            if spelled in self.letters.names:
                self.take(), self.subscripts()
                name = spelled
            elif name == "delta" and not self.letters.knows("delta"):
                self.take()
                pair = self.subscripts()
                if len(pair) != 2:
                    raise FormulaError("a delta needs two indices", at)
                return Iverson(Chain(("=",), pair, at=at), at=at)
        if self.peek() == "(" and name in self.letters.functions:
            return self.application(name, at)
        return Name(name, at=at)

    def _spelled_subscript(self):
        start = self.position
        self.take()
        inside = self.braced() if self.peek() == "{" else [self.take()]
        self.position = start
        return "".join(token.text.removeprefix(r"\text{").strip("}\\") for token in inside)

    def subscripts(self):
        """Return the indices after an underscore."""
        if self.peek() != "{":
            return (self.inner(self.argument()),)
        inside = self.braced()
        if any(token.text.startswith(r"\text") for token in inside):
            return (Name("text", at=inside[0].at),)
        if any(token.text in ("+", "-") for token in inside):
            return (self.inner(inside),)
        parts = [
            Token(part, token.at) for token in inside for part in (token.text if token.text.isdigit() else [token.text])
        ]
        return tuple(self.inner([token]) for token in parts if token.text != ",")

    def _accented(self):
        if self.peek() == "{":
            return "".join(token.text.lstrip("\\") for token in self.braced())
        return self.take().text.lstrip("\\")

    def _zeros(self, zero):
        self.take("_")
        return Zeros(self.subscripts()[0], at=zero.at)

    def _parenthesis(self):
        at = self.take("(").at
        bars, self.bars = self.bars, 0
        items = [self.chain()]
        while self.peek() == ",":
            self.take()
            items.append(self.chain())
        self.take(")")
        self.bars = bars
        return items[0] if len(items) == 1 else Tuple(tuple(items), at=at)

    def _bracket(self):
        at = self.take("[").at
        items = [self.chain()]
        while self.peek() == r"\;\;":
            self.take()
            items.append(self.chain())
        self.take("]")
        if isinstance(items[0], Chain):
            return Iverson(items[0], at=at)
        return Matrix((tuple(items),), at=at) if len(items) > 1 else items[0]

    def _group(self):
        inside = self.braced()
        return self.inner(inside)

    def _norm(self):
        at = self.take().at
        inside = self.sum()
        self.take(r"\rVert")
        return Norm(inside, at=at)

    def _abs(self):
        at = self.take().at
        self.bars += 1
        inside = self.sum()
        self.bars -= 1
        self.take("|")
        return Abs(inside, at=at)

    def _fraction(self):
        at = self.take().at
        over, under = self.argument(), self.argument()
        if over and under and over[0].text == under[0].text and over[0].text in ("d", r"\partial") and len(under) > 1:
            return self.derivative(over, under, at)
        return Quotient(self.inner(over), self.inner(under), at=at)

    def _is_slash_derivative(self):
        over, slash, under = self.peek(1), self.peek(2), self.peek(3)
        return (over is not None and (over.isalpha() or over.startswith("\\")) and slash == "/" and under == "d"
                and self.peek(4) is not None)

    def _slash_derivative(self):
        at = self.take().at
        over = self.take()
        self.take("/"), self.take("d")
        return self.derivative([Token("d", at), over], [Token("d", at), self.take()], at)

    def _root(self):
        at = self.take().at
        degree = Number("2", at=at)
        if self.peek() == "[":
            degree = self.inner(self.bracketed("[", "]"))
        return Root(degree, self.inner(self.argument()), at=at)

    def _underbrace(self):
        at = self.take().at
        content = self.inner(self.braced())
        if self.peek() == "_":
            self.take()
            label = self.braced()
            if label and label[0].text == "(":
                return Shaped(content, self.sub(label).shape_list(), at=at)
        return content

    def _upright(self):
        at = self.take().at
        name = "".join(token.text for token in self.braced())
        while self.peek() == "'":
            self.take()
            name += "'"
        return self._named(name, at)
