"""A table that reads as text in a test and as HTML on a page."""
import re
from dataclasses import dataclass
from html import escape

PART = re.compile(r"\d[a-z](\.\w+)?")


@dataclass(frozen=True, repr=False)
class Table:
    """Rows of cells under headings; the first cell of a row is its heading. Between two $ is a formula.

    On the site the letters of a row say what they mean in the part or problem that it is `of`, by default the one that
    heads it.
    """

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple, ...]
    of: tuple[str, ...] = ()

    def _parts(self):
        return [first if PART.fullmatch(str(first)) else "" for first, *_ in self.rows]

    def __repr__(self):
        from livefig.formulas import plain  # here, since judging an answer never needs it

        lines = [self.headings, *(tuple(plain(str(cell)) for cell in row) for row in self.rows)]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        return "\n".join([self.caption, *("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)])

    def _repr_html_(self):
        from livefig.typeset import html

        head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in self.headings)
        body = ""
        for (first, *rest), of in zip(self.rows, self.of or self._parts(), strict=True):
            cells = "".join(f"<td>{html(str(cell))}</td>" for cell in rest)
            place = f' data-of="{of}"' if of else ""
            body += f'<tr{place}><th scope="row">{html(str(first))}</th>{cells}</tr>'
        return (f"<table><caption>{escape(self.caption)}</caption><thead><tr>{head}</tr></thead>"
                f"<tbody>{body}</tbody></table>")
