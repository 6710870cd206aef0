// The functions of NumPy that make arrays; those that are asked for less often stand in grids.js.
import { beyond } from '../python/faults.js';
import { ELLIPSIS } from '../python/values.js';
import { filled, reshape } from './array.js';
import { asArray, isNone, isOn, toFloat, whole, wholes } from './convert.js';
import { commonKind, isFloat, kindOf } from './dtypes.js';
import { setEntries } from './indexing.js';
import { arange, diag, eye, linspace } from './joining.js';
import { inKind } from './methods.js';

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
  copy: ['a', v => asArray(v).copy()], diag: ['v, k=', (v, k) => diag(asArray(v), numberOr(k, 0))],
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
