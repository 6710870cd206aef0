"""A form to train a net from the notebook: it needs a running kernel, and says so on a page without one."""
import asyncio
import time
from html import escape

import numpy as np

from hw0 import datasets
from hw0.networks import Diverged, Network, Trainer
from hw0.networks.optimizers import RULES

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
NOTE = ('<div class="hw0-panel" role="note" style="border-left: 4px solid #0072B2; padding: 0.2em 0.8em">'
        "<strong>A training panel for those who run this page as a notebook.</strong> "
        "It has sliders for depth, width, weight scale and learning rate, a choice of update rules, buttons to start "
        "and stop, "
        "a progress bar and a curve that grows while the net learns. A page has no Python to train with: "
        "download the notebook and run its cells.</div>")
SLICE = 0.1             # seconds of training between two looks at the buttons
WIDE, HIGH = 420, 120   # of the curve, in pixels


class TrainingPanel:
    """Sliders, buttons and a live curve in a notebook; on a static page a note that says what stands there.

    Stop keeps the run, and Start goes on with it, until a choice other than the number of epochs is changed:
    then Start begins anew.

    Parameters
    ----------
    data : a datasets.Split to train and to validate on; the bundled digits by default
    """

    def __init__(self, data=None):
        import ipywidgets as w
        self.data = data or datasets.digits(dtype=np.float32)
        self.trainer, self.task = None, None
        self.choices = {
            "layers": w.IntSlider(3, 2, 6, description="layers"),
            "width": w.IntSlider(100, 10, 300, 10, description="width"),
            "scale": w.FloatLogSlider(0.1, min=-3, max=0.5, step=0.1, description="scale", readout_format=".2g"),
            "he": w.Checkbox(True, description="He's scale instead"),
            "rate": w.FloatLogSlider(0.05, min=-5, max=1, step=0.1, description="rate", readout_format=".2g"),
            "rule": w.Dropdown(options=list(RULES), value="SGD", description="rule"),
            "epochs": w.IntSlider(20, 1, 200, description="epochs"),
        }
        for name, choice in self.choices.items():
            if name != "epochs":                    # more epochs go on with the same run
                choice.observe(self._forget, "value")
        self.start, self.stop = w.Button(description="Start"), w.Button(description="Stop", disabled=True)
        self.start.on_click(lambda _: self._begin())
        self.stop.on_click(lambda _: self._halt())
        self.progress, self.words, self.curve = w.FloatProgress(0.0, min=0.0, max=1.0), w.HTML(), w.HTML(_curve([], []))
        self.box = w.VBox([*self.choices.values(), w.HBox([self.start, self.stop, self.progress]), self.words,
                           self.curve])

    def _repr_mimebundle_(self, include=None, exclude=None):
        view = {"version_major": 2, "version_minor": 0, "model_id": self.box.model_id}
        return {"text/plain": "A training panel: it needs a running notebook.", "text/html": NOTE, WIDGET_VIEW: view}

    async def train(self):
        """Go on with the run, or begin one, until it is done, stopped or diverged."""
        self.start.disabled, self.stop.disabled = True, False
        try:
            self.trainer = self.trainer or self._new_run()
            done = False
            while not (done or self.stop.disabled):
                end = time.monotonic() + SLICE
                done = self.trainer.run(self.choices["epochs"].value, stop=lambda end=end: time.monotonic() > end)
                self._show("done" if done else "training")
                await asyncio.sleep(0.01)           # the kernel reads the buttons now
            if not done:
                self._show("stopped; Start goes on from here")
        except Diverged as error:
            self.words.value, self.trainer = escape(str(error)), None
        finally:
            self.start.disabled, self.stop.disabled = False, True

    def _begin(self):
        self.task = asyncio.ensure_future(self.train())     # kept, so that it is not collected on the way

    def _halt(self):
        self.stop.disabled = True

    def _forget(self, _):
        self.trainer, self.stop.disabled = None, True

    def _new_run(self):
        chosen, rng = {name: choice.value for name, choice in self.choices.items()}, np.random.default_rng(0)
        inputs, classes = self.data.X.shape[1], int(np.max(self.data.y)) + 1
        model = Network((inputs, *[chosen["width"]] * (chosen["layers"] - 1), classes), rng=rng,
                        dtype=self.data.X.dtype,
                        scale="he" if chosen["he"] else chosen["scale"])
        return Trainer(model, self.data.X, self.data.y, optimizer=RULES[chosen["rule"]](chosen["rate"]), rng=rng,
                       X_val=self.data.X_test, y_val=self.data.y_test)

    def _show(self, state):
        run, epochs = self.trainer, self.choices["epochs"].value
        if run is None:             # a choice was changed meanwhile
            return
        history = run.history
        self.progress.value = run.epoch / epochs
        score = f", {history.val_score[-1]:.1%} of new digits right" if history.val_score else ""
        self.words.value = f"Epoch {run.epoch} of {epochs}, loss {history.loss[-1]:.3f}{score}: {state}."
        self.curve.value = _curve(history.train_score, history.val_score)


def _curve(train, val):
    """An SVG of both accuracies over the epochs, from 0 at the bottom to 1 at the top."""
    lines = []
    for scores, colour, dash in ((train, "#D55E00", ""), (val, "#0072B2", "6 3")):
        places = [f"{WIDE * k / max(1, len(scores) - 1):.1f},{HIGH * (1 - s):.1f}" for k, s in enumerate(scores)]
        lines.append(f'<polyline points="{" ".join(places)}" fill="none" stroke="{colour}" stroke-width="2" '
                     f'stroke-dasharray="{dash}"/>')
    return (f'<svg width="{WIDE}" height="{HIGH + 4}" role="img" aria-label="Accuracy over the epochs, from 0 to 1: '
            f'on the training digits solid, on new digits dashed.">'
            f'<rect width="{WIDE}" height="{HIGH}" fill="none" stroke="#6B7176"/>{"".join(lines)}</svg>')
