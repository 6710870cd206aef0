// A plane coloured by shares of classes: a small canvas below the picture, which the browser smooths to its size; or
// cells in one colour.
import { H, percent } from './elements.js';

export const fieldCanvas = ({ side, fills }) =>
  H('canvas', { class: `lf-field${fills[1] ? '' : ' lf-cells'}`, width: side, height: side, 'aria-hidden': 'true' });

// The place of the plot in percent of a picture of width W and height H; the function that paints vals[m.values].
export function field(canvas, m, { L, T, w, h, H: height }, W, vals, pad) {
  const place = { left: percent(L / W), top: percent(T / height), width: percent(w / W), height: percent(h / height) };
  for (const e of [canvas, pad]) if (e) Object.assign(e.style, place);
  if (pad) pad.buttons.style.marginLeft = percent(L / W); // below the cells
  const k = m.fills.length, context = canvas.getContext('2d'), image = context.createImageData(m.side, m.side);
  let dark, colors;
  return () => {
    if (!canvas.isConnected) return;
    const now = !!canvas.closest('[data-dark]');
    if (now !== dark || !colors) colors = m.fills.map(fill => {
      canvas.style.color = fill;
      const { color } = getComputedStyle(canvas);
      return color.match(/[\d.]+/g).map(v => /^rgb/.test(color) ? +v : 255 * v);
    });
    dark = now;
    const shares = vals[m.values], to = image.data;
    for (let at = 0, t = 0; at < to.length; at += 4, t += k) {
      let r = 0, g = 0, b = 0, most = 0;
      for (let c = 0; c < k; c++) {
        const p = shares[t + c], color = colors[c];
        r += p * color[0];
        g += p * color[1];
        b += p * color[2];
        if (p > most) most = p;
      }
      to[at] = r;
      to[at + 1] = g;
      to[at + 2] = b;
      to[at + 3] = k < 2 ? 255 * most : most ? 25 + 110 * (most - 1 / k) / (1 - 1 / k) : 0;
    }
    context.putImageData(image, 0, 0);
  };
}
