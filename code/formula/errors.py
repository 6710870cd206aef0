"""What is said about a formula that cannot be used, and where in it."""


class FormulaError(ValueError):
    """A formula that cannot be read, or has no value.

    at: the character of the text at which the trouble begins; None if it is no single place.
    """

    def __init__(self, message, at=None):
        super().__init__(message)
        self.message, self.at = message, at

    def within(self, text):
        """Return the same error with an excerpt of `text` that ends in an arrow at the place."""
        if self.at is None or "→" in self.message:
            return self
        start, end = max(0, self.at - 30), self.at + 30
        excerpt = f"{'…' * (start > 0)}{text[start : self.at]}→{text[self.at : end]}{'…' * (end < len(text))}"
        return FormulaError(f"{self.message}, at character {self.at + 1}: {' '.join(excerpt.split())}", self.at)


class NotAnalytic(FormulaError):
    """A function without a complex extension met a complex number, so the derivative has to be taken by differences."""
