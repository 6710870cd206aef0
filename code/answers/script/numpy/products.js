// Products of arrays: @, dot, outer; those that are asked for less often stand in contractions.js.
import { spend } from '../python/budget.js';
import { raise } from '../python/faults.js';
import { NDArray, broadcast, broadcastShape, entriesIn, reshape, tight, transpose } from './array.js';
import { asArray } from './convert.js';
import { commonKind, settled } from './dtypes.js';
import { apply } from './elementwise.js';

const SIGNATURE = 'with gufunc signature (n?,k),(k,m?)->(n?,m?)';

/** a @ b, with stacks of matrices on the axes before the last two. */
export function matmul(left, right) {
  const [a, b] = [asArray(left), asArray(right)];
  if (!a.ndim || !b.ndim) {
    raise('ValueError', `matmul: Input operand ${a.ndim ? 1 : 0} does not have enough dimensions `
      + '(has 0, gufunc core with signature '
      + '(n?,k),(k,m?)->(n?,m?) requires 1)');
  }
  const A = a.ndim === 1 ? reshape(a, [1, a.size]) : a, B = b.ndim === 1 ? reshape(b, [b.size, 1]) : b;
  const [n, k] = A.shape.slice(-2), [l, m] = B.shape.slice(-2), kind = commonKind([a, b]);
  if (k !== l) {
    raise('ValueError', 'matmul: Input operand 1 has a mismatch in its core dimension 0, '
      + `${SIGNATURE} (size ${l} is different from ${k})`);
  }
  const shape = broadcastShape(A.shape.slice(0, -2), B.shape.slice(0, -2)), x = broadcast(A, [...shape, n, k]).values();
  const y = broadcast(B, [...shape, k, m]).values(), out = Array(entriesIn([...shape, n, m]));
  spend(out.length * k / 16);
  for (let t = 0; t < out.length; t++) {
    const s = Math.floor(t / (n * m)), j = t % m, from = (s * n + Math.floor(t / m) % n) * k;
    let sum = 0;
    for (let h = 0; h < k; h++) sum += x[from + h] * y[(s * k + h) * m + j];
    out[t] = kind === 'b' ? +(sum > 0) : settled(sum, kind);
  }
  return new NDArray([...shape, ...(a.ndim === 1 ? [] : [n]), ...(b.ndim === 1 ? [] : [m])], out, kind);
}

/** a.dot(b): like @, but numbers multiply, and the last axis of a meets the last but one of b. */
export function dot(left, right) {
  const [a, b] = [asArray(left), asArray(right)];
  if (!a.ndim || !b.ndim) return apply('multiply', a, b);
  const at = Math.max(b.ndim - 2, 0), n = a.shape.at(-1);
  if (n !== b.shape[at]) {
    raise('ValueError', `shapes ${tight(a.shape)} and ${tight(b.shape)} not aligned: `
      + `${n} (dim ${a.ndim - 1}) != ${b.shape[at]} (dim ${at})`);
  }
  const inside = [...b.shape.keys()].filter(d => d !== at), flat = matmul(
    reshape(a, [a.size / n || 0, n]), transpose(reshape(transpose(b, [...inside, at]), [b.size / n || 0, n])));
  return reshape(flat, [...a.shape.slice(0, -1), ...inside.map(d => b.shape[d])]);
}

export function outer(left, right) {
  return apply('multiply', reshape(asArray(left), [-1, 1]), reshape(asArray(right), [1, -1]));
}
