// A pad of cells (livefig/pads.py): ink for a pointer, a finger, or the arrow keys and the space bar.
import { assign, button, H, hold, KEYS, percent } from './elements.js';

// how far its ink reaches, in cells; it is full up to PEN - 1
const PEN = 1.3;
const inside = (v, most) => Math.min(Math.max(v, 0), most);

// now: the values of all inputs; the digits of those from `first` on, one for each row, are the cells.
export function pad({ side, pad: [first, levels, label, another, others] }, now, vals, move) {
  const base = levels + 1, all = [...Array(side).keys()], ink = (i, j) => Math.floor(now[first + i] / base ** j) % base;
  const rows = f => move(Object.fromEntries(all.map(i => [first + i, f(i)])));
  const paint = f => rows(i => all.reduce((sum, j) => sum + f(i, j) * base ** j, 0));
  const cursor = H('span'), e = H('div', { class: 'lf-pad', role: 'slider', tabindex: 0,
    'aria-label': `${label} (arrow keys move the pen, space draws)`, 'aria-valuemin': 1, 'aria-valuemax': side * side,
    ...KEYS }, cursor);
  let at = [0, 0], from, shown = 0;
  e.show = () => {
    const [i, j] = at;
    Object.assign(cursor.style, { left: percent(j / side), top: percent(i / side) });
    assign(e, 'aria-valuenow', side * i + j + 1);
    assign(e, 'aria-valuetext', `row ${i + 1}, column ${j + 1}: ink ${ink(i, j)} of ${levels}`);
  };

  // A stroke of the pen from where it was.
  const draw = ev => {
    const r = e.getBoundingClientRect(), k = side / r.width;
    const to = [(ev.clientX - r.left) * k - 0.5, (ev.clientY - r.top) * k - 0.5];
    const [x, y] = from ?? to, u = to[0] - x, v = to[1] - y;
    from = to;
    paint((i, j) => {
      const t = inside(((j - x) * u + (i - y) * v) / (u * u + v * v || 1), 1);
      return Math.max(ink(i, j), Math.round(levels * inside(PEN - Math.hypot(j - x - t * u, i - y - t * v), 1)));
    });
  };
  e.onpointerdown = ev => {
    if (ev.button || !ev.isPrimary) return;
    e.setPointerCapture(ev.pointerId);
    draw(ev);
  };
  e.onpointermove = ev => { if (from && ev.isPrimary) draw(ev); };
  e.onpointerup = e.onpointercancel = () => { from = null; };
  hold(e);
  e.onkeydown = ev => {
    const way = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], ' ': [0, 0] }[ev.key];
    if (!way) return;
    ev.preventDefault();
    at = at.map((v, k) => inside(v + way[k], side - 1));
    if (ev.key === ' ') paint((i, j) => i !== at[0] || j !== at[1] ? ink(i, j) : ink(i, j) * 2 > levels ? 0 : levels);
    e.show();
  };
  cursor.style.width = cursor.style.height = percent(1 / side);
  e.buttons = H('div', { class: 'lf-hand' }, button(another, () => {
    shown = (shown + 1) % (vals[others].length / side);
    rows(i => vals[others][shown * side + i]);
  }), button('Clear', () => rows(() => 0)));
  return e;
}
