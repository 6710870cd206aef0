// The functions of NumPy that make arrays; those that are asked for less often stand in grids.js.
import { beyond, raise } from '../python/faults.js';
import { ELLIPSIS } from '../python/values.js';
import { array, broadcast, broadcastShape, entriesIn, filled, reshape } from './array.js';
import { asArray, isNone, isOn, toFloat, whole, wholes } from './convert.js';
import { commonKind, converted, isFloat, kindOf, settled } from './dtypes.js';
import { setEntries } from './indexing.js';
import { diagonal } from './joining.js';
import { inKind } from './methods.js';

function eye(n, m, k) {
  entriesIn([n, m]);
  return array([n, m], Array.from({ length: n * m }, (_, t) => +(t % m - Math.floor(t / m) === k)));
}

function arange(start, stop, step, kind) {
  const n = step ? Math.max(0, Math.ceil((stop - start) / step)) : raise('ZeroDivisionError', 'division by zero');
  const [first, second] = [start, start + step].map(v => converted(v, kind));
  entriesIn([n]);
  return array([n], Array.from({ length: n }, (_, k) => settled(first + k * (second - first), kind)), kind);
}

/** n numbers from one to another; arrays of ends give the numbers along a new first axis. */
function linspace(from, to, n, endpoint) {
  if (n < 0) raise('ValueError', `Number of samples, ${n}, must be non-negative.`);
  const shape = broadcastShape(from.shape, to.shape), [a, b] = [from, to].map(v => broadcast(v, shape)),
    parts = endpoint ? n - 1 : n;
  entriesIn([n, ...shape]);
  const values = Array.from({ length: n }, (_, k) => a.values().map(
    (x, j) => endpoint && k === n - 1 && n > 1 ? b.at(j) : parts ? x + k * ((b.at(j) - x) / parts) : x));
  return array([n, ...shape], values.flat());
}

/** The diagonal of a matrix, or the matrix with this diagonal. */
export function diag(a, k) {
  if (a.ndim === 2) return diagonal(a, k);
  if (a.ndim !== 1) raise('ValueError', 'Input must be 1- or 2-d.');
  const n = a.size + Math.abs(k), out = filled([n, n], 0, a.kind);
  a.values().forEach((v, i) => { out.buffer[(i + Math.max(0, -k)) * n + i + Math.max(0, k)] = v; });
  return out;
}

export const numberOr = (value, otherwise) => isNone(value) ? otherwise : toFloat(asArray(value), '');
const made = value => (shape, kind) => filled(wholes(shape), value, isNone(kind) ? 'f' : kindOf(kind));

function like(value) {
  return (a, kind, shape) => {
    const given = asArray(a);
    return filled(isNone(shape) ? given.shape : wholes(shape), value, isNone(kind) ? given.kind : kindOf(kind));
  };
}

function full(shape, value, kind) {
  const given = inKind(asArray(value), kind), a = filled(wholes(shape), 0, given.kind);
  setEntries(a, ELLIPSIS, given);
  return a;
}

function ranged(first, second, step, kind) {
  const [start, stop] = isNone(second) ? [0n, first] : [first, second], ends = [start, stop, step ?? 1n];
  const found = isNone(kind) ? commonKind(ends.map(asArray)) : kindOf(kind);
  if (found === 'b') beyond('arange of truth values cannot be used here.');
  return arange(...ends.map(v => numberOr(v, 0)), found);
}

function spaced(from, to, n, endpoint, kind) {
  return inKind(linspace(asArray(from), asArray(to), isNone(n) ? 50 : whole(n), isOn(endpoint, true)), kind);
}

export const CREATING = {
  array: ['object, dtype=, *, copy=, ndmin=', (v, kind, copy, least) => {
    const given = inKind(asArray(v), kind), a = isOn(copy, true) ? given.copy() : given;
    const n = isNone(least) ? 0 : whole(least);
    return reshape(a, [...Array(Math.max(0, n - a.ndim)).fill(1), ...a.shape]);
  }],
  asarray: ['a, dtype=', (v, kind) => inKind(asArray(v), kind)],
  diag: ['v, k=', (v, k) => diag(asArray(v), numberOr(k, 0))],
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
};
export const floatsOf = a => isFloat(a.kind) ? a : a.copy('f');
