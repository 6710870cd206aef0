// Arrays that are made of others, or by a rule: grids, triangles, stretched arrays.
import { beyond, raise } from '../python/faults.js';
import { Tuple, iterate } from '../python/values.js';
import { NDArray, broadcast, filled, reshape, tight } from './array.js';
import { asArray, isNone, whole, wholes } from './convert.js';
import { diag, numberOr } from './creating.js';
import { nonzeroTuple } from './indexing.js';
import { inKind } from './methods.js';

function meshgrid(all, indexing) {
  const axes = [...all].map(v => reshape(asArray(v), [-1])), n = axes.length;
  const order = axes.map((_, k) => indexing === 'ij' || n < 2 || k > 1 ? k : 1 - k);
  const shape = axes.map((_, k) => axes[order.indexOf(k)].size);
  return Tuple.from(axes.map((a, k) => broadcast(reshape(a, shape.map((_, d) => d === order[k] ? -1 : 1)),
    shape).copy()));
}

function triangle(value, keeps) {
  const a = value.ndim === 1 ? broadcast(value, [value.size, value.size]) : value;
  if (a.ndim < 2) beyond('A triangle of a number cannot be used here.');
  const m = a.shape.at(-1), n = a.shape.at(-2);
  return new NDArray(a.shape, a.values().map((v, t) => keeps(Math.floor(t / m) % n, t % m) ? v : 0), a.kind);
}

const triangles = keeps => (m, k) => triangle(asArray(m), (i, j) => keeps(j - i, numberOr(k, 0)));

const triangleAt = keeps => ['n, k=, m=', (n, k = 0n, m = n) => nonzeroTuple(triangle(
  filled([whole(n), whole(m)], 1, 'b'), (i, j) => keeps(j - i, whole(k))))];

const diagonalAt = n => new Tuple(...[0, 1].map(() => new NDArray([n], [...Array(n).keys()], 'i')));

export const GRIDS = {
  fromiter: ['iter, dtype', (v, kind) => inKind(asArray([...iterate(v)]), kind)],
  diagflat: ['v, k=', (v, k) => diag(reshape(asArray(v), [-1]), numberOr(k, 0))],
  tri: ['N, M=, k=', (n, m, k) => triangle(filled([whole(n), isNone(m) ? whole(n) : whole(m)], 1),
    (i, j) => j - i <= numberOr(k, 0))],
  triu: ['m, k=', triangles((off, k) => off >= k)], tril: ['m, k=', triangles((off, k) => off <= k)],
  meshgrid: ['*xi, indexing=', meshgrid],
  broadcast_to: ['array, shape', (a, shape) => {
    const to = wholes(shape), given = asArray(a);
    if (given.ndim > to.length || given.shape.some((m, d) => m !== 1 && m !== to[d + to.length - given.ndim])) {
      raise('ValueError', 'operands could not be broadcast together with remapped shapes '
        + `[original->remapped]: ${tight(given.shape)}  and requested shape ${tight(to)}`);
    }
    return Object.assign(broadcast(given, to).view(to, broadcast(given, to).places), { fixed: true });
  }],
  triu_indices: triangleAt((off, k) => off >= k), tril_indices: triangleAt((off, k) => off <= k),
  diag_indices: ['n', n => diagonalAt(whole(n))],
  diag_indices_from: ['arr', a => new Set(asArray(a).shape).size === 1 && asArray(a).ndim === 2
    ? diagonalAt(asArray(a).shape[0]) : beyond('np.diag_indices_from takes a square matrix here.')],
};
