// Averages, covariances, differences and counts.
import { beyond, raise } from '../python/faults.js';
import { NDArray, axisOf, broadcast, entriesIn, reshape, sameShape, transpose } from './array.js';
import { asArray, isNone, isOn, whole } from './convert.js';
import { floatsOf } from './creating.js';
import { apply } from './elementwise.js';
import { atLeast, concatenate } from './joining.js';
import { axisIn, methods } from './methods.js';
import { matmul } from './products.js';
import { lines } from './reductions.js';

const sumOver = (a, axis, keepdims = false) => methods.sum.call([a], { axis, keepdims });

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

function cov(value, other, rowvar, bias, ddof) {
  const given = atLeast(floatsOf(asArray(value)), 2), turned = !isOn(rowvar, true) && asArray(value).ndim > 1
    ? transpose(given) : given;
  if (given.ndim > 2) raise('ValueError', 'm has more than 2 dimensions');
  const a = isNone(other) ? turned
    : concatenate([turned, atLeast(floatsOf(asArray(other)), 2)]);
  const n = a.shape[1], gone = isNone(ddof) ? +!isOn(bias) : whole(ddof);
  const centred = apply('subtract', a, methods.mean.call([a], { axis: 1n, keepdims: true }));
  const found = apply('divide', matmul(centred, transpose(centred)), asArray(Math.max(n - gone, 0)));
  return found.size === 1 ? reshape(found, []) : found;
}

function differences(value, n = 1n, axis) {
  let a = asArray(value);
  if (!a.ndim) raise('ValueError', 'diff requires input that is at least one dimensional');
  if (a.kind === 'b') beyond('Differences of truth values cannot be used here.');
  for (let k = 0; k < whole(n); k++) a = lines(a, axisIn(axis, -1), v => v.slice(1).map((x, j) => x - v[j]));
  return a;
}

function bincount(value, weights, least = 0n) {
  const at = asArray(value), w = isNone(weights) ? null : asArray(weights);
  if (at.values().some(k => k < 0)) raise('ValueError', "'list' argument must have no negative elements");
  const out = Array(entriesIn([Math.max(whole(least), ...at.values().map(k => k + 1))])).fill(0);
  at.values().forEach((k, j) => { out[k] += w ? w.at(j) : 1; });
  return new NDArray([out.length], out, w ? 'f' : 'i');
}

const known = a => { const v = a.values().filter(x => x === x); return new NDArray([v.length], v, a.kind); };

export const STATISTICS = {
  average: ['a, axis=, weights=', average], cov: ['m, y=, rowvar=, bias=, ddof=', cov],
  diff: ['a, n=, axis=', differences], bincount: ['x, weights=, minlength=', bincount],
  nanvar: ['a', a => methods.var.call([known(asArray(a))], {})],
  nanstd: ['a', a => methods.std.call([known(asArray(a))], {})],
};
