// The functions of NumPy that make arrays.
import { beyond, raise } from '../python/faults.js';
import { ELLIPSIS, Tuple, iterate } from '../python/values.js';
import { NDArray, array, broadcast, broadcastShape, filled, reshape } from './array.js';
import { asArray, toFloat, whole, wholes } from './convert.js';
import { commonKind, isFloat, kindOf, promoted } from './dtypes.js';
import { setEntries } from './indexing.js';
import { arange, diag, eye, linspace, triangle } from './joining.js';
import { inKind } from './methods.js';

const isNone = value => value === undefined || value === null;
const numberOr = (value, otherwise) => isNone(value) ? otherwise : toFloat(asArray(value), '');
const made = value => (shape, kind) => filled(wholes(shape), value, isNone(kind) ? 'f' : kindOf(kind));

function like(value) {
  return (a, kind, shape) => {
    const given = asArray(a);
    return filled(isNone(shape) ? given.shape : wholes(shape), value, isNone(kind) ? given.kind : kindOf(kind));
  };
}

function full(shape, value, kind) {
  const given = inKind(asArray(value), kind);
  return broadcast(given, wholes(shape)).copy();
}

function ranged(first, second, step, kind) {
  const [start, stop] = isNone(second) ? [0n, first] : [first, second], ends = [start, stop, step ?? 1n];
  const found = isNone(kind) ? commonKind(ends.map(asArray)) : kindOf(kind);
  if (found === 'b') beyond('arange of truth values cannot be used here.');
  return arange(...ends.map(v => numberOr(v, 0)), found);
}

/** Numbers at equal distances; `turned` gives powers of them. */
function spaced(from, to, n, endpoint, kind, turned = x => x) {
  const found = linspace(asArray(from), asArray(to), isNone(n) ? 50 : whole(n), endpoint ?? true);
  return inKind(new NDArray(found.shape, found.values().map(turned)), kind);
}

function geometric(from, to, n) {
  const [a, b] = [from, to].map(v => numberOr(v, 0));
  if (!a || !b) raise('ValueError', 'Geometric sequence cannot include zero');
  const sign = a < 0 && b < 0 ? -1 : 1, found = spaced(Math.log(sign * a), Math.log(sign * b), n, true, null,
    x => sign * Math.exp(x));
  if (found.size) found.buffer[0] = a;
  if (found.size > 1) found.buffer[found.size - 1] = b;
  return found;
}

function vander(x, n, increasing) {
  const v = asArray(x).values(), m = isNone(n) ? v.length : whole(n), kind = promoted(asArray(x).kind, 'i');
  const powers = Array.from({ length: m }, (_, k) => increasing === true ? k : m - 1 - k);
  return array([v.length, m], v.flatMap(a => powers.map(p => a ** p)), kind);
}

function meshgrid(all, indexing) {
  const axes = [...all].map(v => reshape(asArray(v), [-1])), n = axes.length;
  const order = axes.map((_, k) => indexing === 'ij' || n < 2 || k > 1 ? k : 1 - k);
  const shape = axes.map((_, k) => axes[order.indexOf(k)].size);
  return Tuple.from(axes.map((a, k) => broadcast(reshape(a, shape.map((_, d) => d === order[k] ? -1 : 1)),
    shape).copy()));
}

const triangles = keeps => (m, k) => triangle(asArray(m), (i, j) => keeps(j - i, numberOr(k, 0)));

export const CREATING = {
  array: ['object, dtype=, *, copy=, ndmin=', (v, kind, copy, least) => {
    const a = inKind(asArray(v), kind).copy(), n = isNone(least) ? 0 : whole(least);
    return reshape(a, [...Array(Math.max(0, n - a.ndim)).fill(1), ...a.shape]);
  }],
  asarray: ['a, dtype=', (v, kind) => { const a = asArray(v); return isNone(kind) || kindOf(kind) === a.kind ? a
    : inKind(a, kind); }],
  copy: ['a', v => asArray(v).copy()], fromiter: ['iter, dtype', (v, kind) => inKind(asArray([...iterate(v)]), kind)],
  zeros: ['shape, dtype=', made(0)], ones: ['shape, dtype=', made(1)], empty: ['shape, dtype=', made(0)],
    full: ['shape, fill_value, dtype=', full],
  zeros_like: ['a, dtype=, *, shape=', like(0)], ones_like: ['a, dtype=, *, shape=', like(1)],
    empty_like: ['a, dtype=, *, shape=', like(0)],
  full_like: ['a, fill_value, dtype=', (a, value, kind) => {
    const out = like(0)(a, kind);
    setEntries(out, ELLIPSIS, value);
    return out;
  }],
  eye: ['N, M=, k=, dtype=', (n, m, k, kind) => inKind(eye(whole(n), isNone(m) ? whole(n) : whole(m), numberOr(k, 0)),
    kind)],
  identity: ['n, dtype=', (n, kind) => inKind(eye(whole(n), whole(n), 0), kind)],
    arange: ['start, stop=, step=, dtype=', ranged],
  linspace: ['start, stop, num=, endpoint=, *, dtype=', spaced],
  logspace: ['start, stop, num=, endpoint=, base=', (a, b, n, end, base) => spaced(a, b, n, end, null,
    x => numberOr(base, 10) ** x)],
  geomspace: ['start, stop, num=', geometric], diag: ['v, k=', (v, k) => diag(asArray(v), numberOr(k, 0))],
  diagflat: ['v, k=', (v, k) => diag(reshape(asArray(v), [-1]), numberOr(k, 0))],
  tri: ['N, M=, k=', (n, m, k) => triangle(filled([whole(n), isNone(m) ? whole(n) : whole(m)], 1),
    (i, j) => j - i <= numberOr(k, 0))],
  triu: ['m, k=', triangles((off, k) => off >= k)], tril: ['m, k=', triangles((off, k) => off <= k)],
  vander: ['x, N=, increasing=', vander], meshgrid: ['*xi, indexing=', meshgrid],
  broadcast_to: ['array, shape', (a, shape) => {
    const to = wholes(shape), given = asArray(a);
    if (given.ndim > to.length || given.shape.some((m, d) => m !== 1 && m !== to[d + to.length - given.ndim])) {
      raise('ValueError', 'operands could not be broadcast together with remapped shapes '
        + `[original->remapped]: (${given.shape}) and requested shape (${to})`);
    }
    return Object.assign(broadcast(given, to).view(to, broadcast(given, to).places), { fixed: true });
  }],
  broadcast_arrays: ['*args', all => {
    const arrays = [...all].map(asArray), shape = broadcastShape(...arrays.map(a => a.shape));
    return Tuple.from(arrays.map(a => broadcast(a, shape).copy()));
  }],
};
export const floatsOf = a => isFloat(a.kind) ? a : a.copy('f');
