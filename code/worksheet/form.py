"""The form in a running notebook: ipywidgets, kept in a file. Imported by `Worksheet.widget()` only."""

import itertools
import os
import pathlib
import shutil

from .elements import Markup, element
from .fields import Statement, Table, Text

LABEL = {"description_width": "initial"}
WIDE = {"width": "100%", "max_width": "760px"}


class Form:
    """The fields of a Worksheet as widgets; `box` shows them, `values` are what they hold, `said` is the last message.

    What is typed is kept even if it has a fault, which is said. Several forms may keep their values in one file: each
    writes only the value that changes; what cannot be written is said. Raises ValueError if the file that it continues
    does not belong to the worksheet: it is never overwritten then.
    """

    def __init__(self, sheet, folder):
        import ipywidgets

        self._widgets, self.sheet = ipywidgets, sheet
        self.path = pathlib.Path(folder) / f"{sheet.name}.json"
        self.values = self._in_file() or sheet.empty()
        self._seen = dict(self.values)  # what this form shows; the file may have more from another one
        self._moved = False
        self.said = ipywidgets.Label("Nothing is kept yet.")
        if self.path.exists():
            self._say(f"Continued from {self.path.name}.")
        shown = [ipywidgets.HTML(element("b", sheet.title)),
                 *(part for field in sheet.fields for part in self._field(field)), self.said]
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
            return [self._widgets.HTML(element("span", Markup(field.html[0]) or field.label)),
                    self._choice(judged, "", [("true", "true"), ("false", "false")]),
                    self._choice(confidence, "How sure?", levels)]  # fmt: skip
        if isinstance(field, Table):
            return [self._table(field)]
        kind = self._widgets.Textarea if isinstance(field, Text) else self._widgets.Text
        box = kind(value=self.values[field.name], layout=WIDE,
                   **({"rows": field.lines} if isinstance(field, Text) else {}))
        self._keep(box, field.name)
        return [self._widgets.Label(field.label), box]

    def _choice(self, key, description, options):
        box = self._widgets.ToggleButtons(options=options, value=self.values[key] or None, description=description,
                                          style=LABEL)
        self._keep(box, key)
        return box

    def _keep(self, box, key):
        box.observe(lambda change: self._store(key, change["new"] or ""), names="value")

    def _table(self, field):
        rows = self._widgets.VBox()

        def stored(_=None):
            found = [[cell.value or "" for cell in row.children[:-1]] for row in rows.children]
            self._store(field.name, [row for row in found if any(row)])

        def add(values=None):
            cells = [self._cell(column, value)
                     for column, value in zip(field.columns, values or [""] * len(field.columns), strict=True)]
            gone = self._widgets.Button(description="×", tooltip="Delete this row", layout={"width": "2.5em"})
            row = self._widgets.HBox([*cells, gone])
            for cell in cells:
                cell.observe(stored, names="value")
            gone.on_click(lambda _: (setattr(rows, "children",
                                             tuple(each for each in rows.children if each is not row)), stored()))
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

    def _in_file(self):
        return self.sheet.opened(self.path.read_text(encoding="utf-8")) if self.path.exists() else None

    def _store(self, key, value):
        saved = f"Saved in {self.path.name}."
        try:
            values = self._in_file() or self.values
            if values[key] not in (self._seen[key], value):
                saved += f" Another form had changed this meanwhile; the file as it was is kept as {self._set_aside()}."
            self._write({**values, key: value})
        except (OSError, ValueError) as error:
            self.said.value = f"Not kept: {self.path.name}: {error}."
            return
        self._seen[key] = value
        self._say(saved)
        if self.sheet.figure is not None and not any(isinstance(field, Statement) for field in self.sheet.fields):
            self._move_figure()

    def _write(self, values):
        data = self.sheet.write(values).encode()
        part = self.path.with_suffix(".part")
        part.write_bytes(data)
        os.replace(part, self.path)
        self.values = values

    def _set_aside(self):
        """Copy the file beside itself, under the first name that is free, and return that name."""
        free = next(path for k in itertools.count(1) if not (path := self.path.with_suffix(f".{k}.json")).exists())
        shutil.copy2(self.path, free)
        return free.name

    def _say(self, saved):
        faults = self.sheet.faults(self.values)
        self.said.value = f"{saved} Kept as you typed it, but {'; '.join(faults)}." if faults else saved

    def _move_figure(self):
        """Move the sliders that the figure has to what is counted; back to its example if that is nothing any more."""
        counts, figure = self.sheet.counts(self.values), self.sheet.figure
        if any(counts.values()):
            figure.value = {name: counts.get(name, 0) for name in figure.value}
        elif self._moved:
            figure.value = {control["name"]: control["value"] for control in figure.spec["inputs"]}
        self._moved = any(counts.values())
