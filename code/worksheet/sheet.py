"""A Worksheet: fields with a title, the file that holds what was filled in, and what the answers count."""

import json
import pathlib
from collections import Counter

from . import page
from .fields import NAME, Number, Statement, Table, amount

FORMAT = 1  # raised when an older file can no longer be read


class Worksheet:
    """A form that works on a static page and in a running notebook.

    Parameters
    ----------
    name : a slug; what is typed is kept under it, so two pages that show a worksheet of one name show the same one.
    title : what the form is, in a few words.
    fields : Text, Number, Statement and Table.
    about : a sentence above the fields.
    figure : the livefig Figure on the same page whose sliders follow the answers, or None.
    earlier : the name of a worksheet whose score is shown beside the score of this one.

    Raises
    ------
    ValueError
        If a name is not made of small letters, digits and underscores, or is taken.

    Examples
    --------
    >>> sheet = Worksheet("goals", "Your goals", [Text("aim", "Your aim"), Number("hours", "Hours a week", most=40)])
    >>> values = sheet.empty() | {"aim": "Explain ridge.", "hours": "50"}
    >>> sheet.faults(values), sheet.counts(values)
    (["Hours a week: '50' is not a number from 0 to 40"], {'hours': 0.0})
    >>> sheet.read(sheet.write({"aim": "Explain ridge.", "hours": "5"}))
    {'aim': 'Explain ridge.', 'hours': '5'}
    >>> sheet.opened(sheet.write(values))["hours"], sheet.html().count("<input")
    ('50', 1)
    >>> print(sheet)
    Worksheet: Your goals
    - Your aim
    - Hours a week
    """

    def __init__(self, name, title, fields, *, about="", figure=None, earlier=""):
        self.name, self.title, self.fields = name, title, tuple(fields)
        self.about, self.figure, self.earlier = about, figure, earlier
        self._forms = {}
        keys = [key for field in self.fields for key in field.keys]
        for key in (name, *keys):
            if not NAME.fullmatch(key):
                raise ValueError(f"the name {key!r} must be made of small letters, digits and underscores, such as "
                                 f"'aim_2'")
        if twice := [key for key, times in Counter(keys).items() if times > 1]:
            raise ValueError(f"two fields are called {twice[0]!r}; give each a name of its own")

    def empty(self):
        """Return the values {name: text or rows} of the form as it comes."""
        return {key: [] if isinstance(field, Table) else "" for field in self.fields for key in field.keys}

    def read(self, text):
        """Return the values in the JSON text that the page or `write` made.

        Raises
        ------
        ValueError
            If it is no such text, belongs to another worksheet, or a value does not fit; the message names the field.
        """
        values = self.opened(text)
        for field in self.fields:
            for key in field.keys:
                if fault := field.fault(key, values[key]):
                    raise ValueError(f"{key}: {fault}")
        return values

    def opened(self, text):
        """Return the values in the JSON text as `read` does, with faulty ones, which their reader can correct.

        Raises
        ------
        ValueError
            If it is no such text, belongs to another worksheet, or a field could not hold its value; the message names
            the field.
        """
        try:
            held = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise ValueError(f"this is not a file of a worksheet: {error}") from None
        if not isinstance(held, dict) or not isinstance(held.get("values"), dict) or held.get("format") != FORMAT:
            raise ValueError("this is not a file of a worksheet: export one with the button below the form")
        if held.get("worksheet") != self.name:
            raise ValueError(f"this is the worksheet {str(held.get('worksheet'))[:40]!r}, and {self.name!r} is wanted")
        values = self.empty()
        fields = {key: field for field in self.fields for key in field.keys}
        for key, value in held["values"].items():
            if key not in fields:
                raise ValueError(f"there is no field {key[:40]!r} in the worksheet {self.name!r}")
            if refusal := fields[key].refusal(key, value):
                raise ValueError(f"{key}: {refusal}")
            values[key] = value
        return values

    def write(self, values):
        """Return the JSON text of the values, for `read` and for the page's import."""
        return json.dumps({"format": FORMAT, "worksheet": self.name, "values": values}, ensure_ascii=False,
                          indent=1) + "\n"

    def faults(self, values):
        """Return what is wrong with the values, in words for who typed them."""
        found = [(field, field.fault(key, values[key])) for field in self.fields for key in field.keys]
        faults = [fault if isinstance(field, Table) else f"{field.label}: {fault}" for field, fault in found if fault]
        counts, controls = self.counts(values), self.figure.spec["inputs"] if self.figure is not None else ()
        return faults + [f"the figure shows {each['max']} for “{each['label']}”, and not {counts[each['name']]:.12g}"
                         for each in controls if counts.get(each["name"], 0) > each["max"]]

    def counts(self, values):
        """Return {slider: number} of what the values count and add up; see the fields. A faulty number counts as 0."""
        found = Counter()
        for field in self.fields:
            if isinstance(field, Statement):
                judged, confidence = (values[key] for key in field.keys)
                for _level, _ in field.levels:
                    found[f"asked_{_level}"] += bool(judged) and confidence == str(_level)
                    found[f"right_{_level}"] += judged == str(field.true).lower() and confidence == str(_level)
            elif isinstance(field, Number):
                found[field.name] += amount(values[field.name], field.most)
            elif isinstance(field, Table) and field.sums:
                _, group, prefix = field.sums
                for option in field.columns[group].options:
                    found[prefix + option] += field.total(values[field.name], option)
        return dict(found)

    def widget(self, folder="."):
        """Return the form as an ipywidgets widget that keeps what is typed in `<folder>/<name>.json`.

        >>> import tempfile
        >>> sheet = Worksheet("goals", "Your goals", [Text("aim", "Your aim")])
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     sheet.widget(folder) is sheet.widget(folder)
        True
        """
        from .form import Form

        place = pathlib.Path(folder).resolve()
        if place not in self._forms:
            self._forms[place] = Form(self, place)
        return self._forms[place].box

    def html(self, script=False):
        """Return the form as HTML; with script, also the script and style of the page."""
        return page.html(self, script)

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": self.html(script=True), "text/plain": str(self)}

    def __str__(self):
        return "\n".join([f"Worksheet: {self.title}", *(f"- {field.label}" for field in self.fields)])
