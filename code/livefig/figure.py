"""A Figure: what can be changed (controls), drawn (marks) and said (words), and how it is delivered (page)."""

import json
import pathlib
import re

from . import formulas, page, words
from .controls import ROW, Controls, on_grid, shown
from .graph import Graph
from .marks import Marks
from .pads import Pads
from .runs import Runs
from .words import Words


class Figure(Controls, Marks, Pads, Runs, Words):
    """A picture whose sliders work on a static page.

    Parameters
    ----------
    title : what the figure shows, as a short sentence.
    name : a slug, unique on its page: the anchor is `#fig-<name>`, and links to a state of the figure carry it.
    alt : 10 to 40 words for those who do not see it: kind of picture, axes, what to see.
    caption : a line below the figure.
    at : starting values `{name of an input: value}` other than the author's.
    panel : xlim, ylim and the other arguments of `panel`, for the first panel.

    Raises
    ------
    ValueError
        If the title is empty, the name is not a slug, or alt has fewer than 10 or more than 40 words, or a formula.
    TypeError
        If at is no dict.

    Examples
    --------
    >>> fig = Figure("A line", name="line", xlim=(-3, 3), ylim=(-2, 2),
    ...              alt="Straight line over x from -3 to 3; two sliders change its slope and its height.")
    >>> w, b = fig.slider("w", -2.0, 2.0, 1.0), fig.slider("b", -2.0, 2.0, 0.5)
    >>> fig.curve(lambda x: w * x + b, color="model", label="w x + b")
    >>> fig.readout("zero at", "{:.2f}", -b / w)
    >>> print(fig)
    Figure: A line
    w = 1.00
    b = 0.50
    zero at: −0.50
    >>> len(fig.nodes()), fig.json()[:23], fig.html().count("<svg") > 1
    (7, '{"v":1,"name":"line","t', True)
    """

    def __init__(self, title, *, name, alt, caption="", at=None, **panel):
        if not title:
            raise ValueError("a figure needs a title")
        if not re.fullmatch(r"[a-z][a-z0-9-]*", name):
            raise ValueError(f"name={name!r} must be a slug: small letters, digits and hyphens, such as 'elbow-step'")
        if not 10 <= len(alt.split()) <= 40:
            raise ValueError(f"alt must describe the picture in 10 to 40 words (kind, axes, what to see); got "
                             f"{len(alt.split())}")
        if "$" in alt:
            raise ValueError("alt is heard, not seen: put its formulas into words, without $")
        if not isinstance(at, (dict, type(None))):
            raise TypeError(f"at must be {{name of an input: value}}; got {at!r:.60}")
        self.graph, self.at = Graph(), dict(at or {})
        self.spec = {"v": 1, "name": name, "title": title, "alt": alt, "caption": caption, "inputs": [], "panels": [],
                     "said": []}
        self._widget, self._handlers, self._value, self._aspects = None, [], {}, []
        if panel:
            self.panel(**panel)

    # ---- the state, for Python ----
    @property
    def value(self):
        """The inputs' values `{name: number}`: the starting ones or, once `widget()` is shown, the reader's.

        >>> a = fig.slider("a", 0, 10, 3)
        >>> fig.value = {"a": 7}
        >>> fig.value
        {'a': 7}
        """
        moved = self._value if self._widget is None else self._widget.value
        return {i["name"]: on_grid(i, moved.get(i["name"], i["value"])) for i in self.spec["inputs"]}

    @value.setter
    def value(self, changes):
        controls = {i["name"]: i for i in self.spec["inputs"]}
        if unknown := set(changes) - set(controls):
            raise ValueError(f"there is no input {', '.join(sorted(unknown))}; this figure has "
                             f"{', '.join(controls) or 'none'}")
        old = self.value
        new = {**old, **{k: on_grid(controls[k], v) for k, v in changes.items()}}
        if self._widget is not None:
            self._widget.value = new  # the widget tells the observers
        else:
            self._value = new
            self._tell({"name": "value", "old": old, "new": new, "owner": self})

    def observe(self, handler):
        """Call `handler(change)` at every change, with `change["new"]`, `change["old"]` as `value`. Return handler.

        >>> a = fig.slider("a", 0, 10, 3)
        >>> seen = fig.observe(lambda change: print(change["old"], change["new"]))
        >>> fig.value = {"a": 7}
        {'a': 3} {'a': 7}
        """
        self._handlers.append(handler)
        return handler

    def _tell(self, change):
        if change["new"] != change["old"]:
            for handler in self._handlers:
                handler({**change, "owner": self})

    def widget(self):
        """Return the figure as an ipywidgets widget (anywidget): the reader's moves arrive in `value` and `observe`.

        >>> a = fig.slider("a", 0, 10, 3)
        >>> fig.widget().value
        {'a': 3}
        """
        if self._widget is None:
            from . import widget

            self._widget = widget.live(self.json(), self.value)
            self._widget.observe(self._tell, names="value")
        return self._widget

    # ---- the page ----
    def nodes(self):
        """Return the numbers of the graph's nodes that the figure needs, in the order of `json()`."""
        tracers = []
        json.dumps(self.spec, default=tracers.append)
        return self.graph.reached(tracers)

    def json(self):
        """Return the figure as JSON, which is all that the script needs; the same text on every machine.

        Raises
        ------
        ValueError
            If `at` names an input that the figure does not have, there is no panel, or a formula cannot be read.
        """
        if self.at:
            raise ValueError(f"at: there is no input {', '.join(self.at)}; this figure has "
                             f"{', '.join(self.value) or 'none'}")
        self._panel()
        kept = self.nodes()
        place = {n: i for i, n in enumerate(kept)}
        spec = {**self.spec, "formulas": formulas.used(self.spec), "room": page.longest_value(self.spec["inputs"]),
                "nodes": self.graph.program(kept)}
        text = json.dumps(spec, default=lambda t: place[t.node], ensure_ascii=False, separators=(",", ":"),
                          allow_nan=False)
        return text.replace("<", "\\u003c")  # so that "</script" cannot end the element

    def html(self, script=False):
        """Return the figure as HTML: still picture, words and data; with script, also the page's script and style."""
        return page.html(self.spec, self.json(), script)

    def save(self, path):
        """Write the figure as a page of its own, one HTML file that needs no other and no server; return its Path.

        A file of that name is replaced.

        Raises
        ------
        ValueError
            If the name does not end in .html.
        FileNotFoundError
            If there is no such folder.

        Examples
        --------
        >>> import os, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     fig.save(os.path.join(folder, "number.html")).name
        'number.html'
        """
        path = pathlib.Path(path)
        if path.suffix != ".html":
            raise ValueError(f"{path.name!r} must end in .html, so that a browser opens it")
        path.write_text(page.document(self.spec, self.json()), encoding="utf-8")
        return path

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": self.html(script=True), "text/plain": str(self)}

    def __str__(self):
        values = [f"{i['label']} = {shown(i, i['value'])}" for i in self.spec["inputs"] if i["kind"] != ROW]
        return "\n".join([f"Figure: {self.spec['title']}", *values, *words.lines(self.spec["said"])])
