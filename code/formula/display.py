"""A displayed formula: statements, the conditions under which they hold, and the shapes that are written beside
them."""

from dataclasses import dataclass, field

from .errors import FormulaError
from .nodes import Chain, Node, Tuple
from .reader import Reader
from .tokens import RELATIONS, tokenize

SEPARATORS = {r"\qquad", ",", ".", ";"}
OPENING, CLOSING = {"(", "[", "{", r"\lVert", r"\begin"}, {")", "]", "}", r"\rVert", r"\end"}


@dataclass
class Statement:
    """One thing that a display says.

    tree: a chain of relations, or an expression that is only named.
    conditions: relations that have to hold, from the display itself.
    """

    tree: Node
    conditions: list = field(default_factory=list)

    @property
    def is_relation(self):
        """Whether the statement can be true or false."""
        return isinstance(self.tree, Chain)


@dataclass
class ShapeNote:
    """(d, d)(d, n) = (d, n): shapes of the factors in what was said before, and of their product.

    sides: for each side of the note, products; a product is a tuple of shapes.
    after: how many statements stand before it; it speaks about the last one.
    """

    sides: list
    at: int
    after: int = 0


@dataclass
class Display:
    """Everything that one display says."""

    text: str
    statements: list
    notes: list
    words: list


def read_display(text, letters):
    """Return the `Display` of the LaTeX between two $$, or of a formula in a line.

    Raises: FormulaError that names the place.
    """
    try:
        return _DisplayReader(_unboxed(tokenize(text)), letters).display(text)
    except FormulaError as error:
        raise error.within(text) from None


def _unboxed(tokens):
    """Without \\boxed{…}, whose content is parted from what follows."""
    places = [place for place, token in enumerate(tokens) if token.text == r"\boxed"]
    for place in reversed(places):
        if not (place + 1 < len(tokens) and tokens[place + 1].text == "{"):
            raise FormulaError(r"\boxed needs braces", tokens[place].at)
        depth, end = 1, place + 1
        while depth:
            end += 1
            depth += (tokens[end].text == "{") - (tokens[end].text == "}")
        inside = tokens[place + 2 : end]
        tokens = [*tokens[:place], *inside, tokens[end]._replace(text=r"\qquad"), *tokens[end + 1 :]]
    return tokens


class _DisplayReader(Reader):
    """Reads parts that stand side by side."""

    def sub(self, tokens):
        return Reader(tokens, self.letters)

    def display(self, text):
        statements, notes, words, pending = [], [], [], []
        expects_condition = after = False
        while self.peek() is not None:
            token = self.peek()
            if token in SEPARATORS:
                self.take()
            elif token.startswith(r"\text{") and token != r"\text{const}" and not self.letters.knows(token[6:-1]):
                said = self.take().text[6:-1].strip()
                words.append(said)
                after = said.split()[-1:] in (["every"], ["for"])
                expects_condition = after or "if" in said.split()
            elif token == "(" and self.shape_ahead():
                notes.append(self._note(len(statements)))
            elif token == "(" and self._is_condition():
                conditions, said = self._conditions()
                words += said
                (statements[-1].conditions if statements else pending).extend(conditions)
            else:
                tree = self.chain()
                if expects_condition and not (after and not statements):
                    found = [tree] if isinstance(tree, Chain) else []
                    (statements[-1].conditions if after else pending).extend(found)
                elif statements and isinstance(tree, Chain) and tree.relations == ("≠",):
                    statements[-1].conditions.append(tree)
                elif not (expects_condition and not isinstance(tree, Chain)):
                    statements.append(Statement(tree, pending))
                    pending = []
                expects_condition = False
        if not statements and pending:
            statements.append(Statement(pending[0]))
        return Display(text, statements, notes, words)

    def _is_condition(self):
        """Whether brackets hold a relation, so that they speak about what stands before them."""
        start, depth, found = self.position, 0, False
        while self.peek() is not None:
            token = self.take().text
            depth += (token in OPENING) - (token in CLOSING)
            found |= depth == 1 and token in RELATIONS
            if depth == 0:
                break
        alone = self.peek() is None or self.peek() in SEPARATORS
        self.position = start
        return found and alone

    def _conditions(self):
        inside, parts, words = self.bracketed("(", ")"), [[]], []
        depth = 0
        for token in inside:
            depth += (token.text in OPENING) - (token.text in CLOSING)
            if token.text == "," and depth == 0:
                parts.append([])
            else:
                parts[-1].append(token)
        trees = []
        for part in parts:
            if part and part[0].text.startswith(r"\text{"):
                words.append(" ".join([part[0].text[6:-1].strip(), *[token.text for token in part[1:]]]))
            else:
                tree = self.sub(part).chain()
                if not isinstance(tree, Chain | Tuple):
                    raise FormulaError("a condition is a relation", tree.at)
                trees.append(tree)
        return [tree for tree in trees if isinstance(tree, Chain)], words

    def _note(self, after):
        at, sides = self.place(), [[self.shape_list()]]
        while self.peek() in ("+", "-", "="):
            if self.take().text == "=":
                sides.append([self._shapes()])
            else:
                sides[-1].append(self._shapes())
        return ShapeNote(sides, at, after)

    def _shapes(self):
        """Shapes side by side, or one that needs no brackets: 1 × n."""
        if self.peek() == "(":
            return self.shape_list()
        rows = self.take()
        self.take(r"\times")
        return ((self._size([rows]), self._size([self.take()])),)
