"""The figure as an anywidget: one script, and traits for its state. Imported by `Figure.widget()` only."""

import anywidget
import traitlets

from . import page


class LiveFigure(anywidget.AnyWidget):
    """A live figure whose `value`, `{name: number}`, follows the reader's sliders and moves them."""

    _esm = page.ASSETS.module("widget")
    _css = page.ASSETS.style()
    spec = traitlets.Unicode().tag(sync=True)
    value = traitlets.Dict().tag(sync=True)


def live(spec, value):
    """Return the widget of a figure's JSON at the values."""
    return LiveFigure(spec=spec, value=value)
