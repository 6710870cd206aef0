"""A form's HTML: complete without its script, but kept only with it."""

import json
import pathlib

from embedded_assets import EmbeddedAssets

from .elements import Markup, element
from .fields import Number, Statement, Table, Text

ASSETS = EmbeddedAssets(pathlib.Path(__file__).parent,
                        ("elements", "storage", "fields", "files", "counting", "form", "page"))
KEEPS = ("What you type stays on this device. Nothing is sent anywhere. "
         "Safari deletes it when you have not been here for seven days of browsing: export what you want to keep.")
NO_SCRIPT = "Without JavaScript nothing that you type is kept: print the page, or copy the text, before you close it."
BLANK_ROWS = 3


def html(sheet, script):
    """Return the HTML of a Worksheet; with script, also the script and style of the page."""
    anchor = f"sheet-{sheet.name.replace('_', '-')}"
    statements = [field for field in sheet.fields if isinstance(field, Statement)]
    driven = {}
    if sheet.figure is not None:
        driven = {
            "data_figure": f"fig-{sheet.figure.spec['name']}",
            "data_sliders": json.dumps({each["name"]: [each["max"], each["label"]]
                                        for each in sheet.figure.spec["inputs"]}),
        }
    form = element(
        "div",
        element("div", sheet.title, class_="ws-title", role="heading", aria_level=3, id=f"{anchor}-title"),
        sheet.about and element("p", sheet.about),
        *(_field(sheet, field, statements) for field in sheet.fields),
        _answers(statements) if statements else "",
        element("p", class_="ws-earlier", data_earlier=sheet.earlier) if sheet.earlier else "",
        element("p", KEEPS, class_="ws-keeps"),
        element("div", element("noscript", element("p", NO_SCRIPT)), class_="ws-tools"),
        class_="worksheet", id=anchor, role="form", aria_labelledby=f"{anchor}-title", data_worksheet=sheet.name,
        **driven,
    )  # fmt: skip
    return ASSETS.around(f"{form}\n") if script else f"{form}\n"


def _field(sheet, field, statements):
    if isinstance(field, Text):
        room = {"rows": field.lines, "style": f"--ws-lines:{field.lines}", "dir": "auto"}
        return element("label", element("span", field.label), _control("textarea", field.name, field.label, **room),
                       class_="ws-field")
    if isinstance(field, Number):
        box = _control("input", field.name, field.label, type="number", min=0, max=field.most, step="any",
                       inputmode="decimal")
        return element("label", element("span", field.label), box, class_="ws-number")
    return _table(field) if isinstance(field, Table) else _statement(sheet, field, statements.index(field) + 1)


def _control(tag, key, label, **attributes):
    return element(tag, data_key=key, data_label=label, autocomplete="off", data_lm_suppress_shortcuts="true",
                   **attributes)


def _statement(sheet, field, number):
    judged, confidence = field.keys
    truth = [("true", "true"), ("false", "false")]
    levels = [(str(level), f"{level} % {words}") for level, words in field.levels]
    return element(
        "fieldset",
        element("legend", f"{number}. ", Markup(field.html[0]) or field.label),
        _choice(sheet, judged, field.label, "This is", truth, element("b", class_="ws-mark")),
        _choice(sheet, confidence, f"How sure, in percent ({number})", "How sure?", levels),
        data_true=f"{field.name} {str(field.true).lower()}",
        data_levels=" ".join(value for value, _ in levels),
        class_="ws-statement",
        data_of=field.of,
    )


def _choice(sheet, key, label, question, options, *more):
    radios = [
        element("label", _control("input", key, label, type="radio", name=f"{sheet.name}.{key}", value=value),
                element("span", words))
        for value, words in options
    ]
    return element("div", element("span", question, aria_hidden="true"), *radios, *more, class_="ws-choice",
                   role="radiogroup", aria_label=question)


def _answers(statements):
    items = [
        element("li", element("strong", "True. " if field.true else "False. "), Markup(field.html[1]) or field.why,
                data_of=field.of)
        for field in statements
    ]
    return element("details", element("summary", "Answers and reasons"), element("ol", *items), class_="ws-answers")


def _table(field):
    head = element("tr", *(element("th", column.label, scope="col", class_=_width(column)) for column in field.columns),
                   element("td"))
    row = element("tr", *(element("td", _cell(column), data_label=column.label) for column in field.columns),
                  element("td"))
    sums = {}
    if field.sums:
        sums = {"data_sum": " ".join(map(str, field.sums)),
                "data_groups": " ".join(field.columns[field.sums[1]].options)}
    return element(
        "table",
        element("caption", field.label),
        element("thead", head),
        element("tbody", *[row] * BLANK_ROWS),
        data_key=field.name, data_label=field.label, **sums,
    )  # fmt: skip


def _width(column):
    return "ws-options" if column.options else {"date": "ws-date", "number": "ws-amount"}.get(column.kind)


def _cell(column):
    attributes = {"data_cell": True, "data_needed": column.needed, "aria_label": column.label, "autocomplete": "off",
                  "data_lm_suppress_shortcuts": "true"}  # fmt: skip
    if column.options:
        options = [element("option", text, value=text) for text in ("", *column.options)]
        return element("select", *options, **attributes)
    if column.kind == "text":
        return element("textarea", rows=1, dir="auto", **attributes)
    steps = {"step": 1, "inputmode": "numeric"} if column.whole else {"step": "any", "inputmode": "decimal"}
    number = {"min": column.least, "max": column.most, **steps} if column.kind == "number" else {}
    return element("input", type=column.kind, **number, **attributes)
