"""Products and powers as NumPy: numbers first, then `@`; `solve`, `np.outer`, and a squared length as a sum."""

from .nodes import Inverse, Mul, Name, Norm, Number

ADD, MUL, POWER, ATOM = 1, 2, 3, 4
NUMBER = (1, 1)


class Products:
    """The part of `formula.print_numpy.Printer` for products and powers."""

    def _mul(self, node):
        factors = [part for factor in node.factors for part in self._flat(factor)]
        numbers = [self(factor, POWER) for factor in factors if factor.shape == NUMBER]
        if numbers:
            numbers[0] = self(next(factor for factor in factors if factor.shape == NUMBER), MUL)
        rest = [factor for factor in factors if factor.shape != NUMBER]
        if not rest:
            return " * ".join(numbers), MUL
        text, binds, _ = self._matrices(rest)
        if not numbers:
            return text, binds
        return " * ".join([*numbers, f"({text})" if binds < MUL else text]), MUL

    @staticmethod
    def _flat(factor):
        """The factors of a factor that is a product of matrices, so that a @ (b @ c) is written without brackets."""
        return factor.factors if isinstance(factor, Mul) and factor.shape != NUMBER else (factor,)

    def _matrices(self, factors):
        """Return the text of a product without numbers, how it binds, and its shape."""
        first, *rest = factors
        if isinstance(first, Inverse) and rest:
            text, _, shape = self._matrices(rest)
            return f"np.linalg.solve({self(first.base)}, {text})", ATOM, (first.shape[0], shape[1])
        text, binds, shape = self(first, MUL), MUL if not rest else self._binds(first), first.shape
        for place, factor in enumerate(rest):
            if shape == NUMBER:  # a row times a column, and more
                after, _, last = self._matrices(rest[place:])
                return f"({text}) * {after}", MUL, last
            if factor.shape == shape and shape[1] == 1:  # entry by entry
                text, binds = f"{text} * {self(factor, POWER)}", MUL
                continue
            if shape[1] == 1:  # a column times a row
                text, binds = f"np.outer({text}, {self(factor)})", ATOM
            elif isinstance(factor, Inverse) and rest[place + 1 :]:
                after, _, last = self._matrices(rest[place:])
                return f"{text} @ {after}", MUL, (shape[0], last[1])
            elif factor.shape == shape and type(factor).__name__ == "Iverson":
                text, binds = f"{text} * {self(factor, POWER)}", MUL
                continue
            else:
                text, binds = f"{text} @ {self(factor, POWER)}", MUL
            shape = (shape[0], factor.shape[1])
        return text, binds, shape

    def _power(self, node):
        squared = isinstance(node.exponent, Number) and node.exponent.text == "2"
        if squared and isinstance(node.base, Norm):
            if isinstance(node.base.base, Name):
                text = self(node.base.base)
                return f"{text} @ {text}", MUL
            return f"np.sum({self(node.base.base, ATOM)} ** 2)", ATOM
        base, exponent = self(node.base, ATOM), self(node.exponent, ATOM)
        return f"{base}**{exponent}", POWER
