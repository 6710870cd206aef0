"""A table that reads as text in a test and as HTML on a page."""
import re
from dataclasses import dataclass
from html import escape

PART = re.compile(r"\d[a-z](\.\w+)?")


@dataclass(frozen=True, repr=False)
class Table:
    """Rows of cells under headings; the first cell of a row is its heading. Between two $ is a formula.

    On the site its letters say what they mean in the part that heads the row.
    """

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple, ...]

    def __repr__(self):
        from livefig.formulas import plain  # here, since judging an answer never needs it

        lines = [self.headings, *(tuple(plain(str(cell)) for cell in row) for row in self.rows)]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        return "\n".join([self.caption, *("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)])

    def _repr_html_(self):
        from livefig.typeset import html

        head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in self.headings)
        body = ""
        for first, *rest in self.rows:
            cells = "".join(f"<td>{html(str(cell))}</td>" for cell in rest)
            of = f' data-of="{first}"' if PART.fullmatch(str(first)) else ""
            body += f'<tr{of}><th scope="row">{html(str(first))}</th>{cells}</tr>'
        return (f"<table><caption>{escape(self.caption)}</caption><thead><tr>{head}</tr></thead>"
                f"<tbody>{body}</tbody></table>")
