"""What a tab of Firefox and one of WebKit have in common: it opens addresses and waits until something is true."""

import abc
import contextlib
import time

PATIENCE = 90  # s: for every single wait, on a busy machine


class Tab(abc.ABC):
    """A tab of a browser; whoever drives it says how it asks for a document, evaluates, types, prints and closes."""

    @abc.abstractmethod
    def evaluate(self, expression):
        """Return what an expression of JavaScript gives, by way of JSON; a promise is awaited.

        Raises
        ------
        ValueError
            If it throws, or if there is no page to ask.
        """

    @abc.abstractmethod
    def ask_for(self, address):
        """Ask for a document, or, without an address, for the present one again; do not wait for it."""

    def goto(self, address):
        """Open an address; a move within the page returns at once, everything else when all is loaded.

        Raises
        ------
        AssertionError
            If it is not there within `PATIENCE` seconds.
        """
        here = self.evaluate("location.href").partition("#")[0]
        if "#" in address and address.partition("#")[0] == here:
            self.ask_for(address)
        else:
            self._load(address)

    def reload(self):
        """Load the page again."""
        self._load(None)

    def _load(self, address):
        # The browser's own wait ends never, now and then, when the document before was still loading.
        self.evaluate("window.leaving = true")
        self.ask_for(address)
        self.wait("!window.leaving && document.readyState === 'complete'")

    def wait(self, expression):
        """Return what an expression gives as soon as that is true in the sense of JavaScript.

        Raises
        ------
        AssertionError
            If it is not within `PATIENCE` seconds.
        """
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with contextlib.suppress(ValueError):  # between two pages there is nothing to ask
                if self.evaluate(f"!!({expression})"):
                    return self.evaluate(expression)
            time.sleep(0.05)
        raise AssertionError(f"not within {PATIENCE} s: {expression}")
