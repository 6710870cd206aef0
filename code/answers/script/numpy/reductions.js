// Functions that fold one axis, several, or all: sum, max, mean, argmax, ...; and those that turn a line into a line.
import { beyond, raise } from '../python/faults.js';
import { NDArray, axesOf, axisOf, entriesIn, reshape, transpose } from './array.js';
import { isFloat, settled } from './dtypes.js';

export const total = v => { let s = 0; for (const x of v) s += x; return s; };
const product = v => { let p = 1; for (const x of v) p *= x; return p; };
const mean = v => total(v) / v.length;
const squares = (v, ddof) => { const m = mean(v);
  return total(v.map(x => (x - m) ** 2)) / Math.max(v.length - ddof, 0); };
const best = (name, better) => v => v.length
  ? v.reduce((at, x, k) => v[at] !== v[at] ? at : x !== x || better(x, v[at]) ? k : at, 0)
  : raise('ValueError', `attempt to get ${name} of an empty sequence`);
const known = f => v => f(v.filter(x => x === x));
const extreme = (name, f) => v => v.length ? v.reduce((a, b) => f(a, b))
  : raise('ValueError', `zero-size array to reduction operation ${name} which has no identity`);
const largest = extreme('maximum', Math.max), smallest = extreme('minimum', Math.min);
const knownExtreme = (name, f) => v => v.length && v.every(x => x !== x) ? NaN
  : extreme(name, f)(v.filter(x => x === x));
export const ascending = v => Array.from(v).sort((a, b) => a !== a ? (b !== b ? 0 : 1) : b !== b ? -1 : a - b);
export const orderOf = v => [...v.keys()].sort((i, j) => {
  const [a, b] = [v[i], v[j]];
  return (a !== a ? (b !== b ? 0 : 1) : b !== b ? -1 : a - b) || i - j;
});

/** The number below which a share q of the numbers lies, linear between two of them. */
function quantileOf(v, q) {
  if (!v.length || v.some(x => x !== x)) return NaN;
  const s = ascending(v), at = q * (s.length - 1), low = Math.floor(at), rest = at - low;
  return rest ? s[low] + (s[low + 1] - s[low]) * rest : s[low];
}
const median = v => quantileOf(v, 0.5);

// [rule, function of the numbers]: "number" keeps whole numbers whole, "same" keeps truth values, too.
const FOLDS = {
  sum: ['number', total], prod: ['number', product], mean: ['float', mean], max: ['same', largest],
    min: ['same', smallest],
  all: ['b', v => +v.every(x => x !== 0)], any: ['b', v => +v.some(x => x !== 0)],
  argmax: ['i', best('argmax', (x, y) => x > y)], argmin: ['i', best('argmin', (x, y) => x < y)],
  count_nonzero: ['i', v => v.filter(x => x !== 0).length], ptp: ['same', v => largest(v) - smallest(v)],
    median: ['float', median],
  nansum: ['number', known(total)], nanprod: ['number', known(product)], nanmean: ['float', known(mean)],
  nanmax: ['same', knownExtreme('fmax', Math.max)], nanmin: ['same', knownExtreme('fmin', Math.min)],
    nanmedian: ['float', known(median)],
};
export const foldNames = Object.keys(FOLDS);
const floatOf = kind => kind === 's' ? 's' : 'f';

/** A fold by name over axes (null for all of them). */
export function fold(name, a, axes, keep) {
  const [rule, f] = FOLDS[name];
  if (name.startsWith('arg') && axes && axes.length > 1) beyond(`${name} takes one axis here.`);
  if (name === 'ptp' && a.kind === 'b') beyond('ptp of truth values cannot be used here.');
  const kind = { same: a.kind, number: isFloat(a.kind) ? a.kind : 'i', float: floatOf(a.kind) }[rule] ?? rule;
  return along(a, axes, keep, f, kind);
}

/** f of the variance: itself, or its root. */
export const spread = (f, a, axes, keep, ddof) => along(a, axes, keep, v => f(squares(v, ddof)), floatOf(a.kind));

/** f of the numbers along some axes, one for each place on the others. */
export function along(a, axes, keep, f, kind) {
  if (!axes && (!keep || !a.ndim)) return new NDArray([], [settled(f(a.values()), kind)], kind);
  const gone = axesOf(axes ?? [...a.shape.keys()], a.ndim), left = [...a.shape.keys()].filter(d => !gone.includes(d));
  const values = transpose(a, [...left, ...gone]).values(), n = entriesIn(gone.map(d => a.shape[d])),
    shape = left.map(d => a.shape[d]);
  const out = Array.from({ length: entriesIn(shape) }, (_, k) => settled(f(values.slice(k * n, (k + 1) * n)), kind));
  return new NDArray(keep ? a.shape.map((m, d) => gone.includes(d) ? 1 : m) : shape, out, kind);
}

/** f of each line along one axis, which gives a line again: cumsum, sort, diff, ... */
export function lines(a, axis, f, kind = a.kind) {
  const flat = axis === null ? reshape(a, [a.size]) : a, d = axisOf(axis ?? 0, flat.ndim), n = flat.shape[d];
  const order = [...flat.shape.keys()].filter(k => k !== d).concat(d), turned = transpose(flat, order),
    values = turned.values();
  const starts = turned.shape.slice(0, -1), many = entriesIn(starts);
  const out = Array.from({ length: many }, (_, k) => Array.from(f(values.slice(k * n, (k + 1) * n)),
    x => settled(x, kind)));
  const length = (out[0] ?? f(Array(n).fill(0))).length, made = new NDArray([...starts, length], out.flat(), kind);
  return transpose(made, order.map((_, k) => order.indexOf(k))).copy();
}

export const cumulative = step => v => {
  const out = Array.from(v);
  for (let k = 1; k < out.length; k++) out[k] = step(out[k - 1], out[k]);
  return out;
};
