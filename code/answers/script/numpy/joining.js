// One array of several, and of the entries of others: concatenate, stack, squeeze, diagonal, where, take.
import { beyond, raise } from '../python/faults.js';
import { NDArray, axisOf, broadcast, broadcastShape, entriesIn, reshape, sameShape, transpose } from './array.js';
import { asArray } from './convert.js';
import { commonKind, promoted, settled } from './dtypes.js';
import { apply } from './elementwise.js';

const axesFrom = n => Array.from({ length: n }, (_, d) => d);
const commonOf = arrays => arrays.map(a => a.kind).reduce(promoted);
const inKind = (arrays, kind) => arrays.flatMap(a => a.values().map(v => settled(v, kind)));

export function concatenate(items, axis = 0) {
  const arrays = items.map(asArray);
  if (!arrays.length) raise('ValueError', 'need at least one array to concatenate');
  if (axis === null) return concatenate(arrays.map(a => reshape(a, [-1])));
  const [{ ndim }] = arrays;
  if (!ndim) raise('ValueError', 'zero-dimensional arrays cannot be concatenated');
  const d = axisOf(axis, ndim);
  arrays.forEach((a, k) => {
    if (a.ndim !== ndim) {
      raise('ValueError', 'all the input arrays must have same number of dimensions, '
        + `but the array at index 0 has ${ndim} dimension(s) `
        + `and the array at index ${k} has ${a.ndim} dimension(s)`);
    }
    const off = a.shape.findIndex((m, j) => j !== d && m !== arrays[0].shape[j]);
    if (off >= 0) {
      raise('ValueError', 'all the input array dimensions except for the concatenation axis must match exactly, '
        + `but along dimension ${off}, the array at index 0 has size ${arrays[0].shape[off]} `
        + `and the array at index ${k} has size ${a.shape[off]}`);
    }
  });
  const order = [d, ...axesFrom(ndim).filter(k => k !== d)], turned = arrays.map(a => transpose(a, order)),
    kind = commonOf(arrays);
  const shape = [turned.reduce((n, a) => n + a.shape[0], 0), ...turned[0].shape.slice(1)];
  entriesIn(shape);
  return transpose(new NDArray(shape, inKind(turned, kind), kind), order.map((_, k) => order.indexOf(k))).copy();
}

export function stack(items, axis = 0) {
  const arrays = items.map(asArray);
  if (!arrays.length) raise('ValueError', 'need at least one array to stack');
  if (arrays.some(a => !sameShape(a.shape, arrays[0].shape))) raise('ValueError',
    'all input arrays must have the same shape');
  const d = axisOf(axis, arrays[0].ndim + 1);
  return concatenate(arrays.map(a => expand(a, d)), d);
}

export function expand(a, axis) {
  const d = axisOf(axis, a.ndim + 1);
  return a.view([...a.shape.slice(0, d), 1, ...a.shape.slice(d)], a.places);
}

export function squeeze(a, axes) {
  if (!a.ndim && axes?.every(d => d === 0 || d === -1)) return a;
  const gone = axes === null ? axesFrom(a.ndim).filter(d => a.shape[d] === 1) : axes.map(d => axisOf(d, a.ndim));
  if (gone.some(d => a.shape[d] !== 1)) {
    raise('ValueError', 'cannot select an axis to squeeze out which has size not equal to one');
  }
  return a.view(a.shape.filter((_, d) => !gone.includes(d)), a.places);
}

export const atLeast = (a, n) => a.ndim >= n ? a : reshape(a, [...Array(n - a.ndim).fill(1), ...a.shape]);
export const rowsOf = items => items.map(item => atLeast(asArray(item), 2));
export const columnsOf = items => items.map(asArray).map(a => a.ndim < 2 ? reshape(a, [a.size, 1]) : a);

export function sideBySide(items) {
  const all = items.map(item => atLeast(asArray(item), 1));
  return concatenate(all, all[0]?.ndim === 1 ? 0 : 1);
}

/** The diagonal of a matrix as a view that NumPy lets nobody write to. */
export function diagonal(a, k) {
  if (a.ndim < 2) raise('ValueError', 'diag requires an array of at least two dimensions');
  if (a.ndim > 2) beyond('The diagonal of an array of more than two axes cannot be used here.');
  const [n, m] = a.shape, found = [];
  for (let i = Math.max(0, -k); i < n && i + k < m; i++) found.push(a.places[i * m + i + k]);
  return Object.assign(a.view([found.length], found), { fixed: true });
}

export function isClose(a, b, rtol, atol) {
  const gap = apply('absolute', apply('subtract', asFloat(a), b));
  const room = apply('add', atol, apply('multiply', rtol, apply('absolute', asFloat(b))));
  const near = apply('logical_and', apply('less_equal', gap, room), apply('isfinite', b));
  return apply('logical_or', near, apply('equal', a, b));
}
const asFloat = a => a.kind === 'b' ? a.copy('f') : a;

export function where(condition, a, b) {
  const kind = commonKind([a, b]), shape = broadcastShape(condition.shape, a.shape, b.shape);
  const [c, x, y] = [condition, a, b].map(v => broadcast(v, shape));
  return new NDArray(shape, Array.from({ length: entriesIn(shape) }, (_, k) => settled(c.at(k) ? x.at(k) : y.at(k),
    kind)), kind);
}

/** The entries at positions along one axis, in any order and as often as they are named. */
export function taken(a, positions, axis) {
  const flat = axis === null ? reshape(a, [-1]) : a, d = axisOf(axis ?? 0, flat.ndim), m = flat.shape[d];
  const at = positions.values().map(k => k < -m || k >= m ? raise('IndexError',
    `index ${k} is out of bounds for axis ${d} with size ${m}`) : (k + m) % m);
  const order = [d, ...axesFrom(flat.ndim).filter(k => k !== d)], turned = transpose(flat, order),
    rest = turned.shape.slice(1);
  const out = new NDArray([at.length, ...rest], at.flatMap(k => turned.row(k).values()), a.kind);
  const back = transpose(out, order.map((_, k) => order.indexOf(k)));
  return reshape(back, [...flat.shape.slice(0, d), ...positions.shape, ...flat.shape.slice(d + 1)]).copy();
}
