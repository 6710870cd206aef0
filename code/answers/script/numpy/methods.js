// What an array can be asked: a.sum(axis=0), a.T, a.shape.  The folds serve np.sum(a, axis=0) as well.
import { define, defined } from '../python/calls.js';
import { beyond, raise } from '../python/faults.js';
import { ELLIPSIS } from '../python/values.js';
import { axisOf, entriesIn, reshape, transpose } from './array.js';
import { asArray, entry, isNone, isOn, operand, shapeTuple, tolist, whole, wholes } from './convert.js';
import { isFloat, kindOf } from './dtypes.js';
import { apply } from './elementwise.js';
import { getEntries, nonzeroTuple, setEntries } from './indexing.js';
import { diagonal, squeeze, taken } from './joining.js';
import { dot } from './products.js';
import { ascending, cumulative, fold, foldNames, lines, orderOf, spread } from './reductions.js';
import { numpyTypes } from './types.js';

export const axesIn = value => isNone(value) ? null : wholes(value);
export const axisIn = (value, otherwise) => value === undefined ? otherwise : value === null ? null : whole(value);
/** The array itself if it is of the kind already. */
export const inKind = (a, kind) => isNone(kind) || kindOf(kind) === a.kind ? a : a.copy(kindOf(kind));

/** A number has an axis 0 for some functions. */
const isOneNumber = (a, axis) => !a.ndim && (axis === 0n || axis === -1n);
const AVERAGES = ['mean', 'median', 'nanmedian'];

export const folds = Object.fromEntries(foldNames.map(name => [name, define(name, 'a, axis=, dtype=, out=, keepdims=',
  (a, axis, kind, out, keep) => {
  if (!isNone(out)) beyond(`${name} takes no argument out here.`);
  const given = asArray(a), withKind = !isNone(kind) && ['sum', 'prod', 'mean', 'nansum'].includes(name);
  if (!isNone(kind) && !withKind) beyond(`${name} takes no argument dtype here.`);
  const axes = isOneNumber(given, axis) && !AVERAGES.includes(name) ? null : axesIn(axis);
  return fold(name, withKind ? inKind(given, kind) : given, axes, isOn(keep));
})]));

const running = step => ['a, axis=, dtype=', (a, axis, kind) => {
  const given = inKind(asArray(a), kind);
  return lines(given, isOneNumber(given, axis) ? null : axisIn(axis, null), cumulative(step), isFloat(given.kind)
    ? given.kind : 'i');
}];

const spreading = f => ['a, axis=, dtype=, out=, ddof=, keepdims=', (a, d, kind, out, ddof = 0n, keep) =>
  spread(f, inKind(asArray(a), kind), axesIn(d), isOn(keep), whole(ddof))];

export function clipped(a, low, high) {
  const from = isNone(low) ? a : apply('maximum', a, operand(low));
  return isNone(high) ? from : apply('minimum', from, operand(high));
}

/** Row by row, or in Fortran's order column by column. */
export function flattened(a, order, shape = [-1]) {
  if (isNone(order) || order === 'C' || order === 'A') return reshape(a, shape);
  if (order !== 'F') beyond(`The order ${order} cannot be used here.`);
  return transpose(reshape(transpose(a), [...shape].reverse()));
}

export function rounded(a, digits) {
  if (a.kind === 'b') beyond('Rounding of truth values gives float16, which this page does not have.');
  if (!isFloat(a.kind)) return digits < 0 ? beyond('Rounding of whole numbers cannot be used here.') : a.copy();
  const size = 10 ** Math.abs(digits), rule = digits < 0 ? ['divide', 'multiply'] : ['multiply', 'divide'];
  return digits ? apply(rule[1], apply('rint', apply(rule[0], a, operand(size))), operand(size)) : apply('rint', a);
}

const shapeFrom = words => words.length === 1 && !isNone(words[0]) ? wholes(words[0]) : words.map(whole);

const OF_ARRAYS = ['sum', 'prod', 'mean', 'max', 'min', 'all', 'any', 'argmax', 'argmin'];

export const methods = {
  ...Object.fromEntries(OF_ARRAYS.map(name => [name, folds[name]])),
  ...defined({
    var: spreading(v => v), std: spreading(Math.sqrt),
    cumsum: running((x, y) => x + y), cumprod: running((x, y) => x * y),
    reshape: ['a, *shape, order=', (a, shape, order) => flattened(a, order, shapeFrom([...shape]))],
    transpose: ['a, *axes', (a, order) => order.length && order[0] !== null ? transpose(a, shapeFrom([...order]))
      : transpose(a)],
    ravel: ['a, order=', (a, order) => flattened(asArray(a), order)],
    flatten: ['a, order=', (a, order) => flattened(a.copy(), order)],
    squeeze: ['a, axis=', (a, axis) => squeeze(asArray(a), axesIn(axis))], copy: ['a, order=', a => asArray(a).copy()],
    astype: ['a, dtype, *, copy=', (a, kind, copy) => isOn(copy, true) ? a.copy(kindOf(kind)) : inKind(a, kind)],
    tolist: ['a', tolist],
    item: ['a, *args', (a, at) => {
      if (!at.length && a.size !== 1) raise('ValueError', 'can only convert an array of size 1 to a Python scalar');
      if (at.length > 1) beyond('item takes one position here.');
      return entry(at.length ? getEntries(reshape(a, [-1]), at[0]).at(0) : a.values()[0], a.kind);
    }],
    dot: ['a, b', dot], diagonal: ['a, offset=', (a, k = 0n) => diagonal(asArray(a), whole(k))],
    trace: ['a, offset=', (a, k = 0n) => fold('sum', diagonal(asArray(a), whole(k)), null, false)],
    clip: ['a, min=, max=', clipped],
    argsort: ['a, axis=, kind=', (v, d = -1n) => {
      const a = asArray(v);
      return lines(a, isOneNumber(a, d) ? null : axisIn(d), orderOf, 'i');
    }],
    sort: ['a, axis=, kind=', (a, d) => { setEntries(a, ELLIPSIS, lines(a, axisIn(d, -1), ascending)); return null; }],
    fill: ['a, value', (a, value) => { setEntries(a, ELLIPSIS, value); return null; }],
    round: ['a, decimals=', (a, n = 0n) => rounded(asArray(a), whole(n))],
    conj: ['a', a => a], conjugate: ['a', a => a],
    nonzero: ['a', a => nonzeroTuple(asArray(a))],
    take: ['a, indices, axis=', (a, at, axis) => taken(asArray(a), asArray(at), axisIn(axis, null))],
    repeat: ['a, repeats, axis=', (a, n, axis) => repeated(asArray(a), n, axisIn(axis, null))],
    swapaxes: ['a, axis1, axis2', (v, one, other) => {
      const a = asArray(v), order = [...a.shape.keys()], [i, j] = [one, other].map(d => axisOf(whole(d), a.ndim));
      [order[i], order[j]] = [order[j], order[i]];
      return transpose(a, order);
    }],
    is_integer: ['a', a => Number.isInteger(a.at(0))],
  }),
};

/** Each entry along an axis so many times, or each its own number of times. */
function repeated(a, repeats, axis) {
  const times = asArray(repeats), each = times.ndim ? times.values() : null;
  return lines(a, axis, v => {
    if (each && each.length !== 1 && each.length !== v.length) {
      raise('ValueError', `operands could not be broadcast together with shape (${v.length},) (${each.length},)`);
    }
    return v.flatMap((x, k) => Array(entriesIn([each ? each[each.length === 1 ? 0 : k] : whole(repeats)])).fill(x));
  });
}

export const properties = {
  T: a => transpose(a), shape: shapeTuple, ndim: a => BigInt(a.ndim), size: a => BigInt(a.size), real: a => a,
  flat: a => a.view([a.size], a.places), dtype: a => numpyTypes[a.kind],
  mT: a => a.ndim < 2 ? raise('ValueError', 'matrix transpose with ndim < 2 is undefined')
    : transpose(a, [...a.shape.keys()].slice(0, -2).concat(a.ndim - 1, a.ndim - 2)),
};
