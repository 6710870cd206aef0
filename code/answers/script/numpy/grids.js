// Arrays that are made of others, or by a rule: grids, powers, triangles, stretched arrays.
import { beyond, raise } from '../python/faults.js';
import { Tuple, iterate } from '../python/values.js';
import { NDArray, array, broadcast, broadcastShape, entriesIn, filled, reshape, tight } from './array.js';
import { asArray, whole, wholes } from './convert.js';
import { numberOr, spaced } from './creating.js';
import { promoted } from './dtypes.js';
import { nonzeroTuple } from './indexing.js';
import { diag, triangle } from './joining.js';
import { inKind } from './methods.js';

const isNone = value => value === undefined || value === null;

function geometric(from, to, n) {
  const [a, b] = [from, to].map(v => numberOr(v, 0));
  if (!a || !b) raise('ValueError', 'Geometric sequence cannot include zero');
  const sign = a < 0 && b < 0 ? -1 : 1, found = spaced(Math.log(sign * a), Math.log(sign * b), n, true, null,
    x => sign * Math.exp(x));
  if (found.size) found.buffer[0] = a;
  if (found.size > 1) found.buffer[found.size - 1] = b;
  return found;
}

function vander(x, n, increasing) {
  const v = asArray(x).values(), m = isNone(n) ? v.length : whole(n), kind = promoted(asArray(x).kind, 'i');
  const powers = Array.from({ length: m }, (_, k) => increasing === true ? k : m - 1 - k);
  entriesIn([v.length, m]);
  return array([v.length, m], v.flatMap(a => powers.map(p => a ** p)), kind);
}

function meshgrid(all, indexing) {
  const axes = [...all].map(v => reshape(asArray(v), [-1])), n = axes.length;
  const order = axes.map((_, k) => indexing === 'ij' || n < 2 || k > 1 ? k : 1 - k);
  const shape = axes.map((_, k) => axes[order.indexOf(k)].size);
  return Tuple.from(axes.map((a, k) => broadcast(reshape(a, shape.map((_, d) => d === order[k] ? -1 : 1)),
    shape).copy()));
}

const triangles = keeps => (m, k) => triangle(asArray(m), (i, j) => keeps(j - i, numberOr(k, 0)));

const triangleAt = keeps => ['n, k=, m=', (n, k = 0n, m = n) => nonzeroTuple(triangle(
  filled([whole(n), whole(m)], 1, 'b'), (i, j) => keeps(j - i, whole(k))))];

const diagonalAt = n => new Tuple(...[0, 1].map(() => new NDArray([n], [...Array(n).keys()], 'i')));

export const GRIDS = {
  fromiter: ['iter, dtype', (v, kind) => inKind(asArray([...iterate(v)]), kind)],
  logspace: ['start, stop, num=, endpoint=, base=', (a, b, n, end, base) => spaced(a, b, n, end, null,
    x => numberOr(base, 10) ** x)],
  geomspace: ['start, stop, num=', geometric],
  diagflat: ['v, k=', (v, k) => diag(reshape(asArray(v), [-1]), numberOr(k, 0))],
  tri: ['N, M=, k=', (n, m, k) => triangle(filled([whole(n), isNone(m) ? whole(n) : whole(m)], 1),
    (i, j) => j - i <= numberOr(k, 0))],
  triu: ['m, k=', triangles((off, k) => off >= k)], tril: ['m, k=', triangles((off, k) => off <= k)],
  vander: ['x, N=, increasing=', vander], meshgrid: ['*xi, indexing=', meshgrid],
  broadcast_to: ['array, shape', (a, shape) => {
    const to = wholes(shape), given = asArray(a);
    if (given.ndim > to.length || given.shape.some((m, d) => m !== 1 && m !== to[d + to.length - given.ndim])) {
      raise('ValueError', 'operands could not be broadcast together with remapped shapes '
        + `[original->remapped]: ${tight(given.shape)}  and requested shape ${tight(to)}`);
    }
    return Object.assign(broadcast(given, to).view(to, broadcast(given, to).places), { fixed: true });
  }],
  broadcast_arrays: ['*args', all => {
    const arrays = [...all].map(asArray), shape = broadcastShape(...arrays.map(a => a.shape));
    return Tuple.from(arrays.map(a => broadcast(a, shape).copy()));
  }],
  triu_indices: triangleAt((off, k) => off >= k), tril_indices: triangleAt((off, k) => off <= k),
  diag_indices: ['n', n => diagonalAt(whole(n))],
  diag_indices_from: ['arr', a => new Set(asArray(a).shape).size === 1 && asArray(a).ndim === 2
    ? diagonalAt(asArray(a).shape[0]) : beyond('np.diag_indices_from takes a square matrix here.')],
};
