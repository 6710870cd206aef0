// Numbers and sentences as text.

// Python's d, f, e, g and %, with a real minus sign; words.written does the same.
export function fmt(x, spec) {
  if (!Number.isFinite(x)) return x !== x ? '–' : x > 0 ? '∞' : '−∞';
  const [, plus, digits, kind] = /^(\+?)(?:\.(\d+))?([dfeg%])$/.exec(spec), a = Math.abs(x);
  let p = kind === 'd' ? 0 : +(digits ?? 6), s;
  if (kind === 'e' || kind === 'g') {
    if (kind === 'g') p = Math.max(p, 1) - 1;
    const e = +a.toExponential(p).split('e')[1], fixed = kind === 'g' && e > -5 && e <= p;
    let [m] = (fixed ? a.toFixed(p - e) : a.toExponential(p)).split('e');
    if (kind === 'g' && m.includes('.')) m = m.replace(/\.?0+$/, '');
    s = fixed ? m : m + `e${e}`.replace('-', '−');
  } else s = (kind === '%' ? a * 100 : a).toFixed(p);
  return (x < 0 && /[1-9]/.test(s) ? '−' : plus) + s + (kind === '%' ? '%' : '');
}

// The text of a list of parts: strings, and [node, format].
export const say = (parts, vals) => parts.map(p => typeof p === 'string' ? p : fmt(vals[p[0]][0], p[1])).join('');

// What a control shows at a value, and the value on its grid nearest to any number.
export const shown = (i, v) => i.names ? i.names[v] : fmt(v, i.fmt) + i.unit;
const twelve = x => +x.toPrecision(12);
export function onGrid(i, v) {
  if (v !== v) return i.value;
  const k = Math.floor((Math.min(Math.max(v, i.min), i.max) - i.min) / i.step + 0.5);
  return twelve(i.min + twelve(k * i.step));
}
