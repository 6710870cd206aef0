// Sums of products over named axes: einsum, kron, cross, tensordot.
import { spend } from '../python/budget.js';
import { beyond, raise } from '../python/faults.js';
import { iterate } from '../python/values.js';
import { NDArray, axisOf, entriesIn, reshape, strides, transpose, walk } from './array.js';
import { asArray, operand, wholes } from './convert.js';
import { commonKind, settled } from './dtypes.js';
import { apply } from './elementwise.js';
import { folds } from './methods.js';
import { dot, matmul } from './products.js';
import { moved } from './rearranging.js';

/** The letters of both sides of a rule of einsum. */
function lettersOf(rule, arrays) {
  if (typeof rule !== 'string' || rule.includes('.')) {
    return beyond('einsum takes a rule such as "ij,jk->ik" on this page.');
  }
  const [inputs, output] = rule.replaceAll(' ', '').split('->'), letters = inputs.split(',');
  const wrong = text => raise('ValueError', text);
  const than = 'operands provided to einstein sum function than specified in the subscripts string';
  if (letters.length < arrays.length) wrong(`fewer ${than}`);
  if (letters.length > arrays.length) wrong(`more ${than}`);
  letters.forEach((word, k) => {
    const [other] = /[^a-z]/i.exec(word) ?? [];
    if (other) wrong(`invalid subscript '${other}' in einstein sum subscripts string, subscripts must be letters`);
    if (word.length > arrays[k].ndim) {
      wrong(`einstein sum subscripts string contains too many subscripts for operand ${k}`);
    }
    if (word.length < arrays[k].ndim) {
      wrong("operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to "
        + 'broadcast the extra dimensions.');
    }
  });
  const all = letters.join(''), once = [...new Set(all)].filter(c => all.split(c).length === 2).sort();
  for (const [k, c] of [...output ?? ''].entries()) {
    if (!all.includes(c)) {
      wrong(`einstein sum subscripts string included output subscript '${c}' which never appeared in an input`);
    }
    if (output.indexOf(c) < k) wrong(`einstein sum subscripts string includes output subscript '${c}' multiple times`);
  }
  return [letters, output === undefined ? once : [...output]];
}

/** einsum("ij,jk->ik", a, b) */
function einsum(rule, ...given) {
  const arrays = given.map(asArray), [letters, kept] = lettersOf(rule, arrays), sizes = {}, kind = commonKind(arrays);
  letters.forEach((word, k) => [...word].forEach((c, d) => {
    const m = arrays[k].shape[d], before = sizes[c] ?? m;
    if (before !== m && m !== 1 && before !== 1) {
      raise('ValueError', `operands could not be broadcast together: ${c} has the sizes ${before} and ${m}`);
    }
    sizes[c] = before === 1 ? m : before;
  }));
  const order = [...kept, ...Object.keys(sizes).filter(c => !kept.includes(c))], shape = order.map(c => sizes[c]);
  spend(entriesIn(shape) / 4);
  const offsets = letters.map((word, k) => {
    const by = strides(arrays[k].shape), step = {};
    [...word].forEach((c, d) => { step[c] = (step[c] ?? 0) + (arrays[k].shape[d] === 1 ? 0 : by[d]); });
    return walk(shape, order.map(c => step[c] ?? 0));
  });
  const found = kept.map(c => sizes[c]), size = entriesIn(found), inner = shape.reduce((n, m) => n * m, 1) / size,
    out = Array(size).fill(0);
  for (let t = 0; t < size * inner; t++) out[Math.floor(t / inner)] += arrays.reduce((p, a,
    k) => p * a.at(offsets[k][t]), 1);
  return new NDArray(found, out.map(v => kind === 'b' ? +(v > 0) : settled(v, kind)), kind);
}

function kron(left, right) {
  const n = Math.max(asArray(left).ndim, asArray(right).ndim);
  const [a, b] = [left, right].map(v => { const x = asArray(v);
    return reshape(x, [...Array(n - x.ndim).fill(1), ...x.shape]); });
  const x = reshape(a, a.shape.flatMap(m => [m, 1])), y = reshape(b, b.shape.flatMap(m => [1, m]));
  return reshape(apply('multiply', x, y), a.shape.map((m, d) => m * b.shape[d]));
}

function cross(left, right) {
  const [a, b] = [asArray(left), asArray(right)];
  if (a.shape.at(-1) !== 3 || b.shape.at(-1) !== 3 || a.ndim !== 1
    || b.ndim !== 1) beyond('cross takes two vectors of three entries here.');
  const [x, y] = [a.values(), b.values()], kind = commonKind([a, b]);
  return new NDArray([3], [0, 1, 2].map(k => settled(x[(k + 1) % 3] * y[(k + 2) % 3] - x[(k + 2) % 3] * y[(k + 1) % 3],
    kind)), kind);
}

/** The sum of products over the last axes of a and the first ones of b, or over those that are named. */
function tensordot(left, right, axes) {
  const [a, b] = [asArray(left), asArray(right)], n = typeof axes === 'number' ? axes : null;
  const [from, to] = n === null ? [axes[0].map(d => axisOf(d, a.ndim)), axes[1].map(d => axisOf(d, b.ndim))]
    : [Array.from({ length: n }, (_, k) => a.ndim - n + k), Array.from({ length: n }, (_, k) => k)];
  if (from.length !== to.length || from.some((d, k) => a.shape[d] !== b.shape[to[k]])) raise('ValueError',
    'shape-mismatch for sum');
  const freeA = [...a.shape.keys()].filter(d => !from.includes(d)),
    freeB = [...b.shape.keys()].filter(d => !to.includes(d));
  const inner = from.reduce((m, d) => m * a.shape[d], 1), size = (v, free) => free.reduce((m, d) => m * v.shape[d], 1);
  const flat = matmul(reshape(transpose(a, [...freeA, ...from]), [size(a, freeA), inner]),
    reshape(transpose(b, [...to, ...freeB]), [inner, size(b, freeB)]));
  return reshape(flat, [...freeA.map(d => a.shape[d]), ...freeB.map(d => b.shape[d])]);
}

export const CONTRACTIONS = {
  vdot: ['a, b', (a, b) => matmul(reshape(asArray(a), [-1]), reshape(asArray(b), [-1]))],
  inner: ['a, b', (a, b) => {
    const y = operand(b);
    return dot(a, y.ndim ? moved(y, -1n, y.ndim > 1 ? -2n : -1n) : y);
  }],
  kron: ['a, b', kron], cross: ['a, b', cross],
  vecdot: ['x1, x2', (a, b) => folds.sum.call([apply('multiply', operand(a), operand(b))], { axis: -1n })],
  tensordot: ['a, b, axes=', (a, b, axes = 2n) => tensordot(a, b, typeof axes === 'bigint' ? Number(axes)
    : [...iterate(axes)].map(wholes))],
  einsum: ['subscripts, *operands, optimize=', (rule, operands) => einsum(rule, ...operands)],
};
