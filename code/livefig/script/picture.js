// The picture of a panel, as SVG.
import { assign, H, S } from './elements.js';
import { field } from './field.js';
import { flat, typeset } from './formulas.js';
import { say } from './words.js';

const tenth = x => Math.round(x * 10) / 10;

// From a number to its place in 0..size, and back.
function scale([lo, hi], log, size, flip) {
  const f = v => log ? Math.log10(v) : v, a = f(lo), b = f(hi);
  const to = v => {
    const t = f(v), u = size * (flip ? b - t : t - a) / (b - a);
    return Number.isFinite(t) ? Math.min(Math.max(u, -9999), 9999) : NaN;
  };
  to.back = u => { const v = a + (flip ? size - u : u) / size * (b - a); return log ? 10 ** v : v; };
  return to;
}

// Path data of a line, broken where a coordinate is NaN.
function path(xs, ys) {
  let d = '', pen = 'M';
  for (let i = 0; i < xs.length; i++) {
    const ok = xs[i] === xs[i] && ys[i] === ys[i];
    if (ok) d += pen + tenth(xs[i]) + ' ' + tenth(ys[i]);
    pen = ok ? 'L' : 'M';
  }
  return d;
}

// Path data of the area between two lines: a polygon for each run of places where no coordinate is NaN.
function area(x, y0, y1) {
  let d = '', from = 0;
  for (let i = 0; i <= x.length; i++) if (Number.isNaN(x[i] + y0[i] + y1[i])) { // NaN, or beyond the last
    const [u, a, b] = [x, y0, y1].map(v => v.slice(from, i));
    d += path([...u, ...u.reverse()], [...a, ...b.reverse()]);
    from = i + 1;
  }
  return d;
}

function arrow(a, b, c, d, short = 0) {
  const whole = Math.hypot(c - a, d - b), n = whole - short, k = Math.min(9, n) / n;
  [c, d] = [a + (c - a) * n / whole, b + (d - b) * n / whole];
  const u = (c - a) * k, v = (d - b) * k;
  if (!(n >= 1)) return ''; // too short, or nowhere
  return path([a, c], [b, d]) + path([c - u - v / 2, c, c - u + v / 2], [d - v + u / 2, d, d - v - u / 2]);
}

const within = (u, n) => u >= -0.5 && u <= n + 0.5; // half a pixel of grace


// Every k-th tick, counted from zero, so that their labels do not collide.
function spread(ticks, to, needed) {
  if (ticks.length < 2) return ticks;
  const places = ticks.map(([v]) => to(v));
  const k = Math.ceil(needed / Math.min(...places.slice(1).map((u, i) => Math.abs(u - places[i]))));
  const zero = Math.max(0, ticks.findIndex(([v]) => v === 0));
  return ticks.filter((_, i) => (i - zero) % k === 0);
}

// The plot's edges for a panel of width W, as in axes.box; narrow: whether there is little room beside it.
function box(p, W, narrow) {
  const H = W * p.ratio[narrow ? 0 : 1];
  let L = p.left, T = p.top, w = W - L - 14, h = H - T - p.bottom;
  if (p.equal) {
    const across = p.xlim[1] - p.xlim[0], up = p.ylim[1] - p.ylim[0], unit = Math.min(w / across, h / up);
    L += (w - unit * across) / 2;
    T += (h - unit * up) / 2;
    w = unit * across;
    h = unit * up;
  }
  return { L, T, w, h, H };
}

// How much larger all of a picture is drawn where the reader's letters are larger than any page's own, which have up to
// 20 pixels, as far as its width has room.
export function zoom(width) {
  return Math.max(1, Math.min(parseFloat(getComputedStyle(document.documentElement).fontSize) / 20, width / 260));
}

// Draws panel p into the svg element, W units of so many pixels wide; returns the function that redraws each mark.
// handles[m] is the element over the draggable mark number m, canvases[m] that of a field.
export function draw(svg, p, W, pixels, several, vals, handles, canvases) {
  const plot = box(p, W, several || pixels * W < 520), { L, T, w, h, H: height } = plot;
  const sx = scale(p.xlim, p.xlog, w), sy = scale(p.ylim, p.ylog, h, true);
  const frame = S('g', { class: 'lf-frame' }), body = S('svg', { x: L, y: T, width: w, height: h });
  const over = S('g', { transform: `translate(${L} ${T})` });
  const put = (x, y, text, anchor) =>
    frame.append(typeset(S('text', { x: tenth(x), y: tenth(y), 'text-anchor': anchor }), text));
  const grid = (d, name) => body.append(S('path', { d, class: /^[0.]+$/.test(name) ? 'lf-zero' : 'lf-grid' }));
  const add = (where, tag, m) => where.appendChild(S(tag, m.paint));

  const longest = Math.max(1, ...p.xticks.map(t => flat(t[1]).length));
  for (const [v, name] of spread(p.xticks, sx, 7.3 * longest + 10)) {
    grid(`M${tenth(sx(v))} 0V${h}`, name);
    put(L + sx(v), T + h + 19, name, 'middle');
  }
  for (const [v, name] of spread(p.yticks, sy, 20)) {
    grid(`M0 ${tenth(sy(v))}H${w}`, name);
    put(L - 7, T + sy(v) + 4.5, name, 'end');
  }
  if (p.ylabel) put(2, T - 16, p.ylabel);
  if (p.xlabel) put(L + w / 2, T + h + 40, p.xlabel, 'middle');

  const redraws = p.marks.map((m, number) => {
    if (m.type === 'field') return field(canvases[number], m, plot, W, vals, handles[number]);
    const at = k => {
      const v = vals[m[k]], to = k[0] === 'x' ? sx : sy, px = [];
      for (let i = 0; i < m.n; i++) px.push(to(v[v.length > 1 ? i : 0]));
      return px;
    };
    const outline = {
      line: () => path(at('x'), at('y')),
      area: () => area(at('x'), at('y0'), at('y1')),
      arrow: () => {
        const [a, b, c, d] = ['x0', 'y0', 'x1', 'y1'].map(at);
        return a.map((_, i) => arrow(a[i], b[i], c[i], d[i], m.short)).join('');
      },
    }[m.type];
    if (outline) {
      const e = add(body, 'path', m);
      return () => assign(e, 'd', outline());
    }
    const { d } = m, handle = handles[number];
    if (!d && m.type !== 'text') throw Error(`livefig.js does not know the mark "${m.type}"`);
    const es = Array.from({ length: d ? 1 : m.n }, () => add(over, d ? 'path' : 'text', m));
    if (handle) handle.at = { L, T, W, sx, sy };
    return () => {
      const x = at('x'), y = at('y');
      const seen = x.map((u, i) => within(u, w) && within(y[i], h));
      const dot = (u, i) => seen[i] ? `M${tenth(u)} ${tenth(y[i])}m${d.slice(1)}` : '';
      if (d) assign(es[0], 'd', x.map(dot).join('')); else es.forEach((e, i) => {
        assign(e, 'visibility', seen[i] ? '' : 'hidden');
        if (seen[i]) assign(e, 'transform', `translate(${tenth(x[i] + m.dx)} ${tenth(y[i] - m.dy)})`);
        typeset(e, say(m.text, vals));
      });
      if (!handle) return;
      handle.style.visibility = seen[0] ? '' : 'hidden';
      if (seen[0]) handle.style.transform = `translate(${pixels * (L + x[0])}px, ${pixels * (T + y[0])}px)`;
    };
  });
  svg.setAttribute('viewBox', `0 0 ${W} ${height}`);
  // what moves in it then lays out nothing else
  Object.assign(svg.style, { width: `${pixels * W}px`, height: `${pixels * height}px` });
  svg.replaceChildren(frame, body, over);
  redraws.forEach(f => f());
  return redraws;
}

export function legend(p) {
  const key = m => H('span', { class: 'lf-key' }, S('svg', { width: 24, height: 14, 'aria-hidden': 'true' },
    S('path', { d: m.key, transform: m.type === 'point' ? 'translate(12 7)' : '', ...m.paint })),
  typeset(H('span'), m.label));
  const keys = p.marks.filter(m => m.label).map(key);
  return keys.length ? [H('div', { class: 'lf-legend' }, ...keys)] : [];
}
