// Averages, quantiles, covariances and the like.
import { beyond, raise } from '../python/faults.js';
import { NDArray, axisOf, broadcast, entriesIn, reshape, sameShape, transpose } from './array.js';
import { asArray, whole } from './convert.js';
import { floatsOf } from './creating.js';
import { promoted, settled } from './dtypes.js';
import { apply } from './elementwise.js';
import { atLeast, concatenate, diagonal, stack } from './joining.js';
import { axesIn, axisIn, methods } from './methods.js';
import { matmul } from './products.js';
import { along, lines, quantileOf, total } from './reductions.js';

const sumOver = (a, axis, keepdims = false) => methods.sum.call([a], { axis, keepdims });

function average(value, axis = null, weights) {
  const a = asArray(value);
  if (weights === undefined || weights === null) return methods.mean.call([a, axis], {});
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

function quantile(value, shares, axis, scale, keep) {
  const a = asArray(value), q = asArray(shares), kind = a.kind === 's' ? 's' : 'f';
  if (q.values().some(x => !(x >= 0 && x <= scale))) {
    raise('ValueError', scale === 1 ? 'Quantiles must be in the range [0, 1]'
      : 'Percentiles must be in the range [0, 100]');
  }
  const found = q.values().map(x => along(a, axesIn(axis), keep === true, v => quantileOf(v, x / scale), kind));
  return q.ndim ? reshape(stack(found), [...q.shape, ...found[0].shape]) : found[0];
}

function cov(value, other, rowvar, bias, ddof) {
  const given = atLeast(floatsOf(asArray(value)), 2), turned = rowvar === false && asArray(value).ndim > 1
    ? transpose(given) : given;
  if (given.ndim > 2) raise('ValueError', 'm has more than 2 dimensions');
  const a = other === undefined || other === null ? turned
    : concatenate([turned, atLeast(floatsOf(asArray(other)), 2)]);
  const n = a.shape[1], gone = ddof === undefined || ddof === null ? bias === true ? 0 : 1 : whole(ddof);
  const centred = apply('subtract', a, methods.mean.call([a], { axis: 1n, keepdims: true }));
  const found = apply('divide', matmul(centred, transpose(centred)), asArray(Math.max(n - gone, 0)));
  return found.size === 1 ? reshape(found, []) : found;
}

function corrcoef(value, other, rowvar) {
  const c = cov(value, other, rowvar);
  if (!c.ndim) return apply('divide', c, c);
  const root = apply('sqrt', diagonal(c, 0)), found = apply('divide', apply('divide', c, reshape(root, [-1, 1])),
    reshape(root, [1, -1]));
  return new NDArray(found.shape, found.values().map(x => Math.min(1, Math.max(-1, x))));
}

function differences(value, n = 1n, axis) {
  let a = asArray(value);
  if (!a.ndim) raise('ValueError', 'diff requires input that is at least one dimensional');
  if (a.kind === 'b') beyond('Differences of truth values cannot be used here.');
  for (let k = 0; k < whole(n); k++) a = lines(a, axisIn(axis, -1), v => v.slice(1).map((x, j) => x - v[j]));
  return a;
}

function trapezoid(value, x, dx = 1, axis = -1n) {
  const y = floatsOf(asArray(value)), at = x === undefined || x === null ? null : asArray(x);
  if (at && at.ndim !== 1) beyond('trapezoid takes x as one line here.');
  return along(y, [whole(axis)], false, v => total(v.slice(1).map(
    (b, k) => (b + v[k]) / 2 * (at ? at.at(k + 1) - at.at(k) : asArray(dx).at(0)))), y.kind);
}

function bincount(value, weights, least = 0n) {
  const at = asArray(value), w = weights === undefined || weights === null ? null : asArray(weights);
  if (at.values().some(k => k < 0)) raise('ValueError', "'list' argument must have no negative elements");
  const out = Array(entriesIn([Math.max(whole(least), ...at.values().map(k => k + 1))])).fill(0);
  at.values().forEach((k, j) => { out[k] += w ? w.at(j) : 1; });
  return new NDArray([out.length], out, w ? 'f' : 'i');
}

function searchsorted(value, wanted, side = 'left') {
  if (!['left', 'right'].includes(side)) raise('ValueError', `search side must be 'left' or 'right' (got '${side}')`);
  const a = asArray(value).values(), v = asArray(wanted), before = side === 'right' ? (x, y) => x <= y
    : (x, y) => x < y;
  return new NDArray(v.shape, v.values().map(y => a.filter(x => before(x, y)).length), 'i');
}

function interpolated(value, xp, fp) {
  const x = asArray(value), at = asArray(xp).values(), f = asArray(fp).values(), last = at.length - 1;
  if (at.length !== f.length) raise('ValueError', 'fp and xp are not of the same length.');
  const of = t => {
    if (t !== t || t <= at[0]) return t !== t ? NaN : f[0];
    if (t >= at[last]) return f[last];
    const k = at.findIndex(a => a > t) - 1;
    return f[k] + (f[k + 1] - f[k]) / (at[k + 1] - at[k]) * (t - at[k]);
  };
  return new NDArray(x.shape, x.values().map(of));
}

function polynomial(coefficients, value) {
  const p = asArray(coefficients), x = asArray(value);
  return p.values().reduce((y, c) => apply('add', apply('multiply', y, x), new NDArray([], [settled(c, p.kind)],
    p.kind)),
    new NDArray(x.shape, Array(x.size).fill(0), x.kind));
}

function convolved(one, other, mode = 'full') {
  const [a, b] = [floatsOf(asArray(one)), floatsOf(asArray(other))].map(v => v.values()),
    full = Array(a.length + b.length - 1).fill(0);
  a.forEach((x, i) => b.forEach((y, j) => { full[i + j] += x * y; }));
  const [n, m] = [Math.max(a.length, b.length), Math.min(a.length, b.length)];
  const found = mode === 'full' ? full : mode === 'same' ? full.slice((m - 1) >> 1, ((m - 1) >> 1) + n)
    : full.slice(m - 1, n);
  return new NDArray([found.length], found, promoted(asArray(one).kind, asArray(other).kind));
}

/** The root of a line; those of higher degree may be complex, and NumPy gives them in LAPACK's order. */
function roots(value) {
  const p = asArray(value).values(), from = p.findIndex(c => c !== 0);
  const last = p.length - 1 - [...p].reverse().findIndex(c => c !== 0);
  if (from < 0 || last === from) return new NDArray([from < 0 ? 0 : p.length - 1 - last],
    Array(from < 0 ? 0 : p.length - 1 - last).fill(0));
  if (last - from > 1 || last < p.length - 1) beyond('Roots of polynomials beyond lines cannot be found here.');
  return new NDArray([1], [-p[last] / p[from]]);
}

export const STATISTICS = {
  roots: ['p', roots],
  average: ['a, axis=, weights=', average], cov: ['m, y=, rowvar=, bias=, ddof=', cov], corrcoef: ['x, y=, rowvar=',
    corrcoef],
  quantile: ['a, q, axis=, *, keepdims=', (a, q, axis, keep) => quantile(a, q, axis, 1, keep)],
  percentile: ['a, q, axis=, *, keepdims=', (a, q, axis, keep) => quantile(a, q, axis, 100, keep)],
  diff: ['a, n=, axis=', differences], ediff1d: ['ary', a => differences(reshape(asArray(a), [-1]))],
    trapezoid: ['y, x=, dx=, axis=', trapezoid],
  bincount: ['x, weights=, minlength=', bincount], searchsorted: ['a, v, side=', searchsorted],
    interp: ['x, xp, fp', interpolated],
  polyval: ['p, x', polynomial], convolve: ['a, v, mode=', convolved],
  nanvar: ['a', a => methods.var.call([known(asArray(a))], {})],
    nanstd: ['a', a => methods.std.call([known(asArray(a))], {})],
};
const known = a => { const v = a.values().filter(x => x === x); return new NDArray([v.length], v, a.kind); };
