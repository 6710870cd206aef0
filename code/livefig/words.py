"""Numbers as text, and what a figure says: readouts, sentences chosen by conditions, tables with live numbers.

A template holds fields such as `{:.2f}`, one for each value. It becomes a list of parts, each a string or
`[Tracer, format]`; script/words.js puts such a list together by the rules of `written` and `say` below.
"""

import math
import re
from decimal import ROUND_HALF_UP, Context, Decimal

import numpy as np

from .formulas import FORMULA, flat

FIELD = re.compile(r"\{:(\+?(?:\.\d+)?[dfeg%])\}")
FORMAT = re.compile(r"(\+?)(?:\.(\d+))?([dfeg%])")
EXACT = Context(prec=400, rounding=ROUND_HALF_UP)  # JavaScript's toFixed rounds exact halves up


def written(x, format):
    """Return x as the page writes it: Python's d, f, e, g and %, with a real minus sign and never -0."""
    x = float(x)
    if math.isnan(x):
        return "–"
    if math.isinf(x):
        return "∞" if x > 0 else "−∞"
    plus, digits, kind = FORMAT.fullmatch(format).groups()
    p = 0 if kind == "d" else int(digits or 6)
    if kind in "df%":
        s = f"{Decimal(abs(x) * (100 if kind == '%' else 1)).quantize(Decimal(1).scaleb(-p), context=EXACT):f}"
    else:
        p = max(p, 1) if kind == "g" else p + 1
        d = Context(prec=p, rounding=ROUND_HALF_UP).create_decimal(abs(x))
        e = d.adjusted() if d else 0
        fixed = kind == "g" and -5 < e < p
        s = f"{d:.{p - 1 - e}f}" if fixed else f"{d.scaleb(-e):.{p - 1}f}"
        s = s.rstrip("0").rstrip(".") if kind == "g" and "." in s else s
        s += "" if fixed else f"e{e}".replace("-", "−")
    sign = "−" if x < 0 and re.search("[1-9]", s) else plus
    return sign + s + ("%" if kind == "%" else "")


def say(parts):
    """Return the text of a list of parts, at the inputs' starting positions."""
    return "".join(p if isinstance(p, str) else written(p[0].value, p[1]) for p in parts)


class Words:
    """The part of a Figure that speaks. `spec["said"]` is what stands below the picture.

    >>> a = fig.slider("a", 0, 10, 3)
    >>> fig.readout("square", "{:d}", a**2)
    >>> fig.case((a > 5, "{:d} is large.", a), otherwise="{:d} is small.", values=[a])
    >>> fig.data_table(["of", "root"], [["a", ("{:.2f}", np.sqrt(a))]])
    >>> print(fig)
    Figure: A test
    a = 3
    square: 9
    3 is small.
    of | root
    a | 1.73
    """

    def readout(self, label, template, *values):
        """Show a labelled line of numbers: `readout("elbow", "{:.2f} → {:.2f}", before, after)`."""
        self.spec["said"].append({"label": label, "text": self._parts(template, values)})

    def case(self, *cases, otherwise="", values=()):
        """Show one sentence, that of the first `(condition, template, *values)` whose condition holds."""
        pick = self.graph.lift(len(cases))
        for i, case in enumerate(cases):
            if not (isinstance(case, tuple) and len(case) > 1):
                raise TypeError(f"case {i}: give (condition, template, *values); got {case!r:.60}")
        for i, (condition, *_) in reversed(list(enumerate(cases))):
            condition = self.graph.lift(condition)
            if condition.size != 1:
                raise ValueError(f"case {i}: a condition is one truth value; got shape {condition.shape}. Use np.any "
                                 f"or np.all")
            pick = np.where(np.reshape(condition, ()), i, pick)
        texts = [self._parts(template, v) for _, template, *v in cases] + [self._parts(otherwise, values)]
        # the page reserves its height, so that nothing below it jumps
        longest = max(map(say, texts), key=lambda text: len(flat(text)))
        self.spec["said"].append({"pick": self.graph.lift(pick), "texts": texts, "longest": longest})

    def data_table(self, headers, rows):
        """Show a table whose cells are texts, or `(template, *values)` with live numbers.

        The first row, and the first cell of each row if it is a text, are its headings.

        Raises
        ------
        ValueError
            If a row has more or fewer cells than there are headers.
        TypeError
            For a cell that is neither.
        """
        for row in rows:
            if len(row) != len(headers):
                raise ValueError(f"a row of {len(row)} cells in a table of {len(headers)} columns: {row!r:.80}")
            for cell in row:
                if not (isinstance(cell, str) or (isinstance(cell, (tuple, list)) and cell)):
                    raise TypeError(f"a cell is a text or (template, *values), ('{{:.2f}}', x); got {cell!r:.60}")
        cells = [[cell if isinstance(cell, str) else self._parts(cell[0], cell[1:]) for cell in row] for row in rows]
        self.spec["said"].append({"headers": list(headers), "rows": cells})

    def _parts(self, template, values):
        if not isinstance(template, str):
            raise TypeError(f"a text with fields such as '{{:.2f}}' stands before its values; got {template!r:.60}")
        pieces = FIELD.split(template)
        if re.search(r"[{}]", FORMULA.sub("", "".join(pieces[::2]))) or len(pieces) // 2 != len(values):
            raise ValueError(f"{template!r} needs one field such as {{:.2f}} (d, f, e, g or %) for each of its "
                             f"{len(values)} values")
        tracers = [self.graph.lift(v) for v in values]
        for t in tracers:
            if t.size != 1:
                raise ValueError(f"a field of {template!r} shows one number; got shape {t.shape}. Index it: v[0], v[1]")
        fields = [[np.reshape(t, ()), format] for t, format in zip(tracers, pieces[1::2], strict=True)]
        return [p for pair in zip(pieces[::2], [*fields, ""], strict=True) for p in pair if p]


def spoken(item):
    """Return what one entry of `spec["said"]` says: a readout's value, the chosen sentence, or the rows of a table."""
    if "text" in item:
        return say(item["text"])
    if "pick" in item:
        return say(item["texts"][int(item["pick"].value)])
    return [[cell if isinstance(cell, str) else say(cell) for cell in row] for row in item["rows"]]


def lines(said):
    """Return all that is said, as lines of plain text."""
    out = []
    for item in said:
        what = spoken(item)
        if "rows" in item:
            out += [" | ".join(row) for row in [item["headers"], *what]]
        else:
            out.append(f"{item['label']}: {what}" if "label" in item else what)
    return out
