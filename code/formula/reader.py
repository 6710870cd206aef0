"""LaTeX to trees: sums, products, powers and relations, by recursive descent; `formula.atoms` reads what stands between
the signs."""

from .atoms import Atoms
from .errors import FormulaError
from .nodes import (
    Add,
    Apply,
    Chain,
    Cross,
    Derivative,
    Dots,
    Index,
    Inverse,
    Mul,
    Name,
    Number,
    Pinv,
    Power,
    Quotient,
    Transpose,
)
from .tokens import RELATIONS, tokenize

FACTORS = {"(", "[", "{", r"\lVert", r"\frac", r"\sqrt", r"\sum", r"\begin", r"\operatorname", r"\underbrace",
           r"\partial", r"\hat", r"\tilde", r"\bar", r"\mathbf", r"\mathcal", r"\mathbb", r"\mathrm", r"\log", r"\exp",
           r"\max", r"\min", r"\det", r"\tanh", r"\lim", r"\infty"}
NO_FACTORS = {*RELATIONS, r"\rVert", r"\end", r"\mid", r"\cdot", r"\times", r"\top", r"\dagger", r"\qquad", r"\\",
              r"\pm", r"\dots", r"\boxed"}


class Reader(Atoms):
    """Reads tokens from the left to the right; `letters` says which letters are functions and which names are
    longer."""

    def chain(self):
        """Relations, or one expression; an equivalence stands between chains."""
        parts, marks = [self._relations()], []
        while self.peek() == r"\iff":
            marks.append(RELATIONS[self.take().text])
            parts.append(self._relations())
        return Chain(tuple(marks), tuple(parts), at=parts[0].at) if marks else parts[0]

    def _relations(self):
        items, relations = [self.item()], []
        while (self.peek() in RELATIONS and self.peek() != r"\iff") or (self.peek() == ":" and self.peek(1) == "="):
            if self.peek() == ":":  # :=
                self.take()
            relations.append(RELATIONS[self.take().text])
            if self.peek() == ":":  # =:
                self.take()
            items.append(self.item())
        return Chain(tuple(relations), tuple(items), at=items[0].at) if relations else items[0]

    def item(self):
        """One side of a relation."""
        if self.peek() == r"\dots":
            return Dots(at=self.take().at)
        return self.sum()

    def sum(self):
        """Terms with their signs; one term without a sign is itself."""
        at = self.place()
        signs, terms = [], []
        if self.peek() in ("+", "-"):
            signs.append(1 if self.take().text == "+" else -1)
        else:
            signs.append(1)
        terms.append(self.product())
        while self.peek() in ("+", "-"):
            signs.append(1 if self.take().text == "+" else -1)
            terms.append(self.product())
        return terms[0] if signs == [1] else Add(tuple(signs), tuple(terms), at=at)

    def product(self):
        """Factors side by side; a / divides all that stands before it by the one factor after it."""
        at = self.place()
        factors = [self.power()]
        while True:
            if self.peek() == r"\cdot":
                self.take()
                factors.append(self.power())
            elif self.peek() == r"\times":
                place = self.take().at
                factors[-1:] = [Cross(factors[-1], self.power(), at=place)]
            elif self.peek() == "/":
                place = self.take().at
                factors = [Quotient(self._product_of(factors, at), self._divisor(), at=place)]
            elif self.starts_factor():
                factors.append(self.power())
            else:
                return self._product_of(factors, at)

    @staticmethod
    def _product_of(factors, at):
        return factors[0] if len(factors) == 1 else Mul(tuple(factors), at=at)

    def _divisor(self):
        """What stands after a slash: one factor, and 2h is one."""
        first = self.power()
        letter = self.peek() is not None and (self.peek().isalpha() or self.peek().startswith("\\"))
        if isinstance(first, Number) and letter and self.starts_factor():
            return Mul((first, self.power()), at=first.at)
        return first

    def starts_factor(self):
        """Whether the next token begins a factor, so that nothing before it means times."""
        token = self.peek()
        if token is None or token in NO_FACTORS or token.startswith(r"\text"):
            return False
        if token == "|":
            return not self.bars
        if token == "(" and self.shape_ahead():
            return False
        return token in FACTORS or token[0].isalnum() or (token.startswith("\\") and token[1:].isalpha())

    def power(self):
        """An atom with what is written at its upper and lower right."""
        base = self.atom()
        while self.peek() in ("^", "_", "'"):
            mark = self.take()
            if mark.text == "'":
                base = self._primed(base, mark)
            elif mark.text == "_":
                base = Index(base, self.subscripts(), at=base.at)
            else:
                base = self._raised(base)
        return base

    def _primed(self, base, mark):
        if isinstance(base, Index) and isinstance(base.base, Name):
            return Index(Name(base.base.name + "'", at=base.at), base.indices, at=base.at)
        raise FormulaError("a prime belongs to a letter", mark.at)

    def _raised(self, base):
        sign = {r"\top": Transpose, r"\dagger": Pinv}
        inside = self.argument()
        if len(inside) == 1 and inside[0].text in sign:
            return sign[inside[0].text](base, at=base.at)
        if [token.text for token in inside] == ["-", "1"]:
            return Inverse(base, at=base.at)
        return Power(base, self.inner(inside), at=base.at)

    def derivative(self, over, under, at):
        """d(…)/dx from the tokens over and under the bar; with nothing over it, of the product that follows."""
        variable = self.inner(under[1:])
        body = self.inner(over[1:]) if len(over) > 1 else self.product()
        return Derivative(body, variable, at=at)

    def application(self, name, at):
        """f(…) for a function of the table, or the value whose name has brackets: p(w | y)."""
        start = self.position
        inside = self.bracketed("(", ")")
        spelled = f"{name}({''.join(token.text for token in inside)})".replace(r"\mid", "|").replace("\\", "")
        if spelled in self.letters.names:
            return Name(spelled, at=at)
        self.position = start + 1
        arguments = [self.sum()]
        while self.peek() in (",", r"\mid"):
            self.take()
            arguments.append(self.sum())
        self.take(")")
        return Apply(name, tuple(arguments), at=at)


def read_expression(text, letters):
    """Return the tree of one expression or chain of relations.

    Raises: FormulaError that names the place, if a construct is unknown or something is left over.
    """
    try:
        reader = Reader(tokenize(text), letters)
        tree = reader.chain()
        reader.end()
    except FormulaError as error:
        raise error.within(text) from None
    return tree
