"""A run: state that stays from step to step, and what the page does at its start, at every step and at every look.

The steps are tapes (tape.py, sizes.py). The graph of the figure says how large the arrays are and what is put into
the named rooms; what a look finds there comes back into the graph as states, to be drawn and said.
"""

from typing import NamedTuple

import numpy as np

from .tracer import TraceError

RECORDS = 480  # places of a history: every step at first, later each 2 % more steps
GROWTH = 1.02


class Steps(NamedTuple):
    """One of some templates is run: that at position `by`, `times` times, at every `every`-th step of the run.

    >>> Steps([{"code": []}], times=3).every
    1
    """

    tapes: list
    by: object = 0
    times: object = 1
    every: object = 1


class Runs:
    """The part of a Figure that goes on by itself when the reader starts it."""

    def state(self, room, value):
        """Return the Tracer of what a named room holds after each look; value is what it holds in the still picture.

        >>> state = fig.state("loss", 0.5)
        >>> state * 2
        Tracer(array(1.))
        """
        value = np.asarray(value, float)
        states = self._run_spec()["states"]
        t = self.graph.add(value, "state", (), len(states), value.size)
        states.append([t, room])
        return t

    def history(self, room, steps=(), values=(), **looked):
        """Return the Tracers (steps, values, ...) of rooms of one number in the course of the run, NaN at the end.

        A value of the first room is the mean since the one before; steps and values are those of the still picture.
        looked: {room: its values} of others, which the first Steps of a look fill.

        >>> steps, values, right = fig.history("loss", [1, 2], [0.5, 0.25], right=[0.1, 0.2])
        >>> steps.shape, values.value[:3]
        ((480,), array([0.5 , 0.25,  nan]))
        """
        spec, found = self._run_spec(), []
        for number, given in enumerate((steps, values, *looked.values())):
            padded = np.full(RECORDS, np.nan)
            padded[:len(given)] = given
            found.append(self.graph.add(padded, "state", (), f"history {number}", RECORDS))
        spec["history"] = [GROWTH, found, [room, *looked]]
        return tuple(found)

    def run(self, *, sizes, fill, follow, start, step, look, speed, stop, ask=None, steps=0):
        """Say what the page does; returns the Tracer of the number of steps so far.

        Parameters
        ----------
        sizes : {name of a size in the templates: Tracer or number}.
        fill : {room: what is put into it at the start}.
        follow : {room: what is put into it whenever a control moves}; all other changes begin the run anew.
        start, step, look : lists of Steps.
        speed : steps in a second.
        ask : {room: what is put into it whenever a control moves}, for looks only: the run does not depend on it.
        stop : the room of a number; the run ends when that is not finite.
        steps : how many steps the still picture has behind it.

        Raises
        ------
        ValueError
            If an input is called "step", which in the address is the number of steps.

        Examples
        --------
        >>> def record(sizes):
        ...     tape = Tape()
        ...     v = tape.slot("v", (sizes["n"],))
        ...     v += 0.5
        ...     return tape
        >>> half = Steps([template(record, "n")])
        >>> fig.run(sizes={"n": 3}, fill={"v": np.ones(3)}, follow={}, start=[], step=[half], look=[], speed=10,
        ...         stop="v", steps=4)
        Tracer(array(4.))
        """
        if any(i["name"] == "step" for i in self.spec["inputs"]):
            raise ValueError("the address names the steps of a run 'step': give the input another name")
        spec = self._run_spec()
        spec["steps"] = self.graph.add(float(steps), "state", (), "steps", 1)
        spec["sizes"] = {name: self.graph.lift(v) for name, v in sizes.items()}
        for name, rooms in (("fill", fill), ("follow", follow), ("ask", ask or {})):
            spec[name] = [[room, self.graph.lift(v)] for room, v in rooms.items()]
        spec.update(start=self._steps(start), step=self._steps(step), look=self._steps(look),
                    speed=self.graph.lift(speed), stop=stop)
        return spec["steps"]

    def field(self, values, *, points, out, steps, colors):
        """Colour the panel by what tapes find at its points: shares (side, side, k) of k classes, the top row first.

        Parameters
        ----------
        values : those of the still picture.
        points, out : the rooms of a row of points (side, 2) and of what is found there (side, k).
        steps : the Steps that find it.
        colors : the k roles.

        Raises
        ------
        ValueError
            If values do not have that shape.

        Examples
        --------
        >>> fig.field(np.full((8, 8, 2), 0.5), points="points", out="out", steps=[], colors=("truth", "model"))
        >>> fig.spec["panels"][0]["marks"][0]["type"]
        'field'
        """
        panel, values = self._panel(), np.asarray(values, float)
        if values.ndim != 3 or values.shape[0] != values.shape[1] or values.shape[2] != len(colors):
            raise ValueError(f"values must have shape (side, side, {len(colors)}); got {values.shape}")
        run = self._run_spec()
        number = len(run["fields"])
        t = self.graph.add(values, "state", (), f"field {number}", values.size)
        run["fields"].append([t, points, out, len(values), panel["xlim"], panel["ylim"], self._steps(steps)])
        panel["marks"].append({"type": "field", "n": 1, "values": t, "side": len(values), "paint": {},
                               "fills": [self._paint(color) for color in colors]})

    def _run_spec(self):
        return self.spec.setdefault("run", {"tapes": [], "states": [], "fields": []})

    def _steps(self, steps):
        tapes, found = self.spec["run"]["tapes"], []
        for one in steps:
            for tape in one.tapes:
                if not isinstance(tape, dict) or "code" not in tape:
                    raise TraceError("Steps take templates: sizes.template(record, symbols)")
                if tape not in tapes:
                    tapes.append(tape)
            numbers = [tapes.index(tape) for tape in one.tapes]
            found.append([numbers, *(self.graph.lift(v) for v in (one.by, one.times, one.every))])
        return found
