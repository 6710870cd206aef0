"""The same form in a running notebook: ipywidgets whose values are kept in a file. Imported by `Worksheet.widget()` only."""

import os
import pathlib

from .elements import element
from .fields import Number, Statement, Table, Text

LABEL = {"description_width": "initial"}
WIDE = {"width": "100%", "max_width": "760px"}


class Form:
    """The fields of a Worksheet as widgets; `box` shows them, `values` are what they hold, `said` is the last message.

    Raises ValueError if the file that it continues does not belong to the worksheet: it is never overwritten then.
    """

    def __init__(self, sheet, folder):
        import ipywidgets

        self._widgets, self.sheet = ipywidgets, sheet
        self.path = pathlib.Path(folder) / f"{sheet.name}.json"
        self.values = sheet.read(self.path.read_text(encoding="utf-8")) if self.path.exists() else sheet.empty()
        self.said = ipywidgets.Label(f"Continued from {self.path.name}." if self.path.exists() else "Nothing is kept yet.")
        shown = [ipywidgets.HTML(element("b", sheet.title)), *(part for field in sheet.fields for part in self._field(field)), self.said]
        if sheet.figure is not None:
            shown.append(sheet.figure.widget())
            if not any(isinstance(field, Statement) for field in sheet.fields):
                self._move_figure()
            else:
                score = ipywidgets.Button(description="Score my answers")
                score.on_click(lambda _: self.score())
                shown.insert(-2, score)
        self.box = ipywidgets.VBox(shown)

    def score(self):
        """Say how many answers are right, and move the figure to them."""
        counts = self.sheet.counts(self.values)
        asked, right = (sum(n for name, n in counts.items() if name.startswith(kind)) for kind in ("asked_", "right_"))
        if asked == 0:
            self.said.value = "Judge at least one statement, and say how sure you are."
            return
        self._move_figure()
        self.said.value = f"{right} of {asked} right. The reasons stand below the statements on the page."

    def _field(self, field):
        if isinstance(field, Statement):
            judged, confidence = field.keys
            levels = [(f"{level} % {words}", str(level)) for level, words in field.levels]
            return [self._widgets.HTML(element("span", field.label)), self._choice(judged, "", [("true", "true"), ("false", "false")]),
                    self._choice(confidence, "How sure?", levels)]  # fmt: skip
        if isinstance(field, Table):
            return [self._table(field)]
        kind = self._widgets.Textarea if isinstance(field, Text) else self._widgets.Text
        box = kind(value=self.values[field.name], layout=WIDE, **({"rows": field.lines} if isinstance(field, Text) else {}))
        self._keep(box, field, field.name)
        return [self._widgets.Label(field.label), box]

    def _choice(self, key, description, options):
        box = self._widgets.ToggleButtons(options=options, value=self.values[key] or None, description=description, style=LABEL)
        self._keep(box, None, key)
        return box

    def _keep(self, box, field, key):
        def changed(change):
            value = change["new"] or ""
            fault = field.fault(key, value) if isinstance(field, Number) else None
            if fault:
                self.said.value = f"Not kept: {field.label}: {fault}."
            else:
                self._store(key, value)

        box.observe(changed, names="value")

    def _table(self, field):
        rows = self._widgets.VBox()

        def stored(_=None):
            found = [[cell.value or "" for cell in row.children[:-1]] for row in rows.children]
            found = [row for row in found if any(row)]
            if fault := field.fault(field.name, found):
                self.said.value = f"Not kept: {fault}."
            else:
                self._store(field.name, found)

        def add(values=None):
            cells = [self._cell(column, value) for column, value in zip(field.columns, values or [""] * len(field.columns), strict=True)]
            gone = self._widgets.Button(description="×", tooltip="Delete this row", layout={"width": "2.5em"})
            row = self._widgets.HBox([*cells, gone])
            for cell in cells:
                cell.observe(stored, names="value")
            gone.on_click(lambda _: (setattr(rows, "children", tuple(each for each in rows.children if each is not row)), stored()))
            rows.children = (*rows.children, row)

        for values in [*self.values[field.name], None]:
            add(values)
        more = self._widgets.Button(description="Add a row")
        more.on_click(lambda _: add())
        return self._widgets.VBox([self._widgets.Label(field.label), rows, more])

    def _cell(self, column, value):
        if column.options:
            return self._widgets.Dropdown(options=["", *column.options], value=value, layout={"width": "5em"})
        return self._widgets.Text(value=value, placeholder=column.label, layout={"width": "10em"})

    def _store(self, key, value):
        self.values[key] = value
        part = self.path.with_suffix(".part")
        part.write_text(self.sheet.write(self.values), encoding="utf-8")
        os.replace(part, self.path)
        self.said.value = f"Saved in {self.path.name}."
        if self.sheet.figure is not None and not any(isinstance(field, Statement) for field in self.sheet.fields):
            self._move_figure()

    def _move_figure(self):
        counts = self.sheet.counts(self.values)
        if any(counts.values()):
            self.sheet.figure.value = {**dict.fromkeys(self.sheet.figure.value, 0), **counts}
