// Averages with weights, and differences.
import { beyond, raise } from '../python/faults.js';
import { axisOf, broadcast, reshape, sameShape } from './array.js';
import { asArray, isNone, whole } from './convert.js';
import { apply } from './elementwise.js';
import { axisIn, methods } from './methods.js';
import { lines } from './reductions.js';

const sumOver = (a, axis) => methods.sum.call([a], { axis });

function average(value, axis = null, weights) {
  const a = asArray(value);
  if (isNone(weights)) return methods.mean.call([a, axis], {});
  const w = asArray(weights);
  if (!sameShape(w.shape, a.shape)) {
    if (axis === null || w.ndim !== 1) {
      raise('TypeError', 'Axis must be specified when shapes of a and weights differ.');
    }
    const d = axisOf(whole(axis), a.ndim);
    if (w.size !== a.shape[d]) raise('ValueError',
      'Shape of weights must be consistent with shape of a along specified axis.');
    return average(a, axis, broadcast(reshape(w, a.shape.map((m, k) => k === d ? m : 1)), a.shape));
  }
  const all = sumOver(w, axis);
  if (all.values().some(x => x === 0)) raise('ZeroDivisionError', "Weights sum to zero, can't be normalized");
  return apply('divide', sumOver(apply('multiply', a, w), axis), all);
}

function differences(value, n = 1n, axis) {
  let a = asArray(value);
  if (!a.ndim) raise('ValueError', 'diff requires input that is at least one dimensional');
  if (a.kind === 'b') beyond('Differences of truth values cannot be used here.');
  for (let k = 0; k < whole(n); k++) a = lines(a, axisIn(axis, -1), v => v.slice(1).map((x, j) => x - v[j]));
  return a;
}

export const STATISTICS = { average: ['a, axis=, weights=', average], diff: ['a, n=, axis=', differences] };
