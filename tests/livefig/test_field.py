"""The plane of classes: a place has the mean of the colours by shares, and is as dense as the largest says."""

import json

import numpy as np

from tests.livefig.parity import HERE
from tests.node import module

SIDE, COLOURS = 3, [[10, 20, 30], [255, 0, 127.5], [0, 200, 100]]
FILLS = ["rgb(10, 20, 30)", "color(srgb 1 0 0.5)", "rgb(0, 200, 100)"]
PROGRAM = """
import { field } from %s;
const shown = [], canvas = { style: {}, isConnected: false, dark: null, closest: () => canvas.dark,
  getContext: () => ({ createImageData: (w, h) => ({ data: new Uint8ClampedArray(4 * w * h) }),
    putImageData: image => shown.push([...image.data]) }) };
globalThis.getComputedStyle = e => ({ color: (canvas.dark ? 'rgb(0, 0, 0)' : e.style.color) });
const paint = field(canvas, { fills: %s, side: %d, values: 'shares' }, { L: 10, T: 5, w: 50, h: 20, H: 40 }, 100,
  { shares: %s });
paint();
canvas.isConnected = true;
paint();
canvas.dark = {};
paint();
console.log(JSON.stringify({ shown, place: canvas.style }));
"""


def painted(shares):
    """The pixels of a field of shares (side, side, classes), in the light and in the dark, and its place."""
    script = json.dumps((HERE.parents[1] / "code/livefig/script/field.js").as_uri())
    program = PROGRAM % (script, json.dumps(FILLS), SIDE, json.dumps(np.ravel(shares).tolist()))
    found = json.loads(module(program))
    return [np.reshape(pixels, (SIDE, SIDE, 4)) for pixels in found["shown"]], found["place"]


def test_a_place_has_the_mean_colour_and_is_as_dense_as_its_largest_share_says():
    shares = np.random.default_rng(0).dirichlet(np.ones(3), (SIDE, SIDE))
    shares[0, 0], shares[1, 1], shares[2, 2] = [0, 0, 1], 1 / 3, np.nan
    (light, dark), place = painted(np.where(np.isnan(shares), 0.0, shares))
    seen = ~np.isnan(shares[..., 0])
    np.testing.assert_allclose(light[seen][:, :3], (shares @ COLOURS)[seen], atol=0.51)
    np.testing.assert_allclose(light[seen][:, 3], (25 + 110 * (shares.max(axis=-1) - 1 / 3) * 1.5)[seen], atol=0.51)
    assert light[2, 2].tolist() == [0, 0, 0, 0]  # no share, no colour
    assert dark[seen][:, :3].max() == 0  # the colours are asked for again
    assert place == {"left": "10%", "top": "12.5%", "width": "50%", "height": "50%", "color": FILLS[-1]}
