"""Walking through tokens, and the shapes that are written beside formulas: (n,), (n, d), (n × d), (d, d)(d, n)."""

from .errors import FormulaError
from .nodes import Add, Name, Number
from .tokens import Token


class Shapes:
    """The part of the reader that walks, and that knows a shape from a bracket."""

    def __init__(self, tokens, letters):
        self.tokens, self.letters = list(tokens), letters
        self.position = 0
        self.bars = 0  # how many |…| are open

    def peek(self, ahead=0):
        """The text of a token that comes, or None after the last."""
        place = self.position + ahead
        return self.tokens[place].text if place < len(self.tokens) else None

    def place(self):
        """Where the next token stands in the text."""
        if self.position < len(self.tokens):
            return self.tokens[self.position].at
        return self.tokens[-1].at + len(self.tokens[-1].text) if self.tokens else 0

    def take(self, expected=None):
        """Return the next token and go on; FormulaError if another one was expected."""
        if self.peek() is None or (expected is not None and self.peek() != expected):
            found = "the end" if self.peek() is None else repr(self.peek())
            raise FormulaError(f"expected {expected or 'something'}, found {found}", self.place())
        self.position += 1
        return self.tokens[self.position - 1]

    def end(self):
        """FormulaError if tokens are left."""
        if self.peek() is not None:
            raise FormulaError(f"cannot go on with {self.peek()!r}", self.place())

    def bracketed(self, opening, closing):
        """Return the tokens between a bracket and the one that closes it."""
        start = self.position + 1
        self.take(opening)
        depth = 1
        while depth:
            token = self.take().text
            depth += (token == opening) - (token == closing)
        return self.tokens[start : self.position - 1]

    def braced(self):
        """Return the tokens of a group in braces."""
        return self.bracketed("{", "}")

    def argument(self):
        """Return the tokens that a command, ^ or _ takes: a group in braces, or one token, of a number one digit."""
        if self.peek() == "{":
            return self.braced()
        token = self.take()
        if token.text[0].isdigit() and len(token.text) > 1:
            self.position -= 1
            self.tokens[self.position] = Token(token.text[1:], token.at + 1)
            return [Token(token.text[0], token.at)]
        return [token]

    def sub(self, tokens):
        """A reader of its own for some of the tokens."""
        return type(self)(tokens, self.letters)

    def inner(self, tokens):
        """The tree of tokens that stand together, such as an argument."""
        if not tokens:
            raise FormulaError("nothing stands here", self.place())
        reader = self.sub(tokens)
        tree = reader.chain()
        reader.end()
        return tree

    def shape_ahead(self):
        """Whether a shape begins here: brackets with sizes only, and a comma or × among them."""
        start = self.position
        try:
            inside = [token.text for token in self.bracketed("(", ")")]
        except FormulaError:
            return False
        finally:
            self.position = start
        return self._is_shape(inside)

    def _is_shape(self, inside):
        sizes = all(text in (",", "+", r"\times") or text == "1" or text in self.letters.sizes for text in inside)
        return bool(inside) and sizes and ("," in inside or r"\times" in inside)

    def shape(self):
        """One shape, as the trees of one or two sizes."""
        inside = self.bracketed("(", ")")
        parts = [[]]
        for token in inside:
            if token.text in (",", r"\times"):
                parts.append([])
            else:
                parts[-1].append(token)
        sizes = tuple(self._size(part) for part in parts if part)
        return (*sizes, Number("1", at=inside[-1].at)) if not parts[-1] else sizes

    def _size(self, tokens):
        terms = tuple(
            (Number if token.text.isdigit() else Name)(token.text, at=token.at) for token in tokens if token.text != "+"
        )
        return terms[0] if len(terms) == 1 else Add((1,) * len(terms), terms, at=tokens[0].at)

    def shape_list(self):
        """Shapes side by side."""
        found = [self.shape()]
        while self.peek() == "(":
            found.append(self.shape())
        return tuple(found)
