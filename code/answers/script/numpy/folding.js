// np.add.reduce and its like: what the functions that work entry by entry can do with more entries than two.
import { defined } from '../python/calls.js';
import { beyond } from '../python/faults.js';
import { iterate } from '../python/values.js';
import { NDArray, axisOf, reshape, transpose } from './array.js';
import { asArray, isOn } from './convert.js';
import { apply } from './elementwise.js';
import { changeEntries } from './indexing.js';
import { axisIn, folds } from './methods.js';
import { cumulative, lines } from './reductions.js';

const AS_FOLDS = { add: 'sum', multiply: 'prod', maximum: 'max', minimum: 'min', logical_and: 'all',
  logical_or: 'any' };

/** reduce, accumulate, outer and at of the function with this name, which takes two arguments. */
export function foldsOf(name) {
  const turned = (a, axis) => { const d = axisOf(axisIn(axis, 0), a.ndim);
    return transpose(a, [d, ...[...a.shape.keys()].filter(k => k !== d)]); };
  return defined({
    reduce: ['array, axis=, dtype=, out=, keepdims=', (a, axis = 0n, dtype, out, keepdims) => {
      const given = asArray(a);
      if (AS_FOLDS[name]) return folds[AS_FOLDS[name]].call([given, axis], { dtype, out, keepdims });
      const rows = given.ndim ? [...iterate(turned(axis === null ? reshape(given, [-1]) : given, axis ?? 0n))]
        : [given];
      if (!rows.length || isOn(keepdims)
        || name.startsWith('logical')) beyond(`np.${name}.reduce cannot be used like this here.`);
      if (name === 'hypot') rows.unshift(asArray(0)); // whose sum of one number is not the number
      return rows.reduce((x, y) => apply(name, x, y)).copy(apply(name, rows[0], rows[0]).kind);
    }],
    accumulate: ['array, axis=', (a, axis) => {
      const given = asArray(a), number = v => new NDArray([], [v], kind), { kind } = apply(name, given, given);
      return lines(given.copy(kind), axisIn(axis, 0), cumulative((x, y) => apply(name, number(x), number(y)).at(0)),
        kind);
    }],
    outer: ['A, B', (a, b) => {
      const [x, y] = [asArray(a), asArray(b)];
      return apply(name, reshape(x, [...x.shape, ...y.shape.map(() => 1)]), y);
    }],
    at: ['a, indices, b', (a, index, b) => { changeEntries(a, index, b, (x, y) => apply(name, asArray(x),
      asArray(y)).at(0)); return null; }],
  }, `np.${name}.`);
}
