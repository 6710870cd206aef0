// Arrays in another order or form: deleted, rolled, flipped, moved, split, tiled; functions along an axis.
import { call } from '../python/calls.js';
import { beyond, raise } from '../python/faults.js';
import { Callable, ELLIPSIS, Slice, Tuple, iterate } from '../python/values.js';
import { NDArray, axesOf, axisOf, broadcast, broadcastShape, entriesIn, filled, reshape, transpose } from './array.js';
import { asArray, whole, wholes } from './convert.js';
import { getEntries, nonzero, setEntries } from './indexing.js';
import { atLeast, concatenate, diagonal, stack, taken } from './joining.js';
import { axesIn, axisIn } from './methods.js';
import { lines } from './reductions.js';

const entriesOf = a => a.values().map(v => new NDArray([], [v], a.kind));

function remove(value, at, axis) {
  const flat = axisIn(axis, null) === null, a = flat ? reshape(asArray(value), [-1]) : asArray(value), d = flat ? 0
    : axisOf(whole(axis), a.ndim), n = a.shape[d];
  if (at instanceof Slice) return remove(a, at.positions(n).map(BigInt), BigInt(d));
  const named = asArray(at), from = named.kind === 'b' ? nonzero(named)[0].values() : named.values();
  from.forEach(k => k >= -n && k < n || raise('IndexError',
    `index ${k} is out of bounds for axis ${d} with size ${n}`));
  const gone = new Set(from.map(i => i < 0 ? i + n : i)), kept = [...Array(n).keys()].filter(i => !gone.has(i));
  return taken(a, new NDArray([kept.length], kept, 'i'), d);
}

function rolled(value, shift, axis) {
  const a = asArray(value), by = wholes(shift), axes = axesIn(axis) ?? [null], of = (all, k) => all[k % all.length];
  const turn = n => v => v.map((_, k) => v.at((k - n) % v.length));
  return Array.from({ length: Math.max(by.length, axes.length) }).reduce(
    (made, _, k) => reshape(lines(made, of(axes, k), turn(of(by, k))), a.shape), a);
}

function flipped(a, axes) {
  const gone = axesOf(axes ?? [...a.shape.keys()], a.ndim);
  return getEntries(a, Tuple.from(a.shape.map((_, d) => new Slice(null, null, gone.includes(d) ? -1 : 1))));
}

export function moved(value, from, to) {
  const a = asArray(value), source = wholes(from).map(d => axisOf(d, a.ndim)),
    goal = wholes(to).map(d => axisOf(d, a.ndim));
  const order = [...a.shape.keys()].filter(d => !source.includes(d));
  goal.map((d, k) => [d, source[k]]).sort(([x], [y]) => x - y).forEach(([d, s]) => order.splice(d, 0, s));
  return transpose(a, order);
}

function vectorize(f) {
  return new Callable('vectorize', given => {
    const arrays = given.map(asArray), shape = broadcastShape(...arrays.map(a => a.shape));
    const full = arrays.map(a => entriesOf(broadcast(a, shape)));
    if (!full[0]?.length) beyond('A vectorized function of no entries cannot be used here.');
    const found = full[0].map((_, k) => asArray(call(f, full.map(v => v[k])))), kind = found[0].kind;
      // as NumPy: the first one decides
    return new NDArray(shape, found.map(v => v.copy(kind).at(0)), kind);
  });
}

function alongAxis(f, axis, value) {
  const a = asArray(value), d = axisOf(whole(axis), a.ndim), order = [...a.shape.keys()].filter(k => k !== d),
    m = a.shape[d];
  const turned = reshape(transpose(a, [...order, d]), [-1, m]),
    found = [...iterate(turned)].map(row => asArray(call(f, [row.copy()])));
  const all = stack(found), shape = order.map(k => a.shape[k]);
  return moved(reshape(all, [...shape, ...all.shape.slice(1)]),
    all.shape.slice(1).map((_, k) => BigInt(shape.length + k)), all.shape.slice(1).map((_, k) => BigInt(d + k)));
}

function pieces(value, parts, axis) {
  const a = asArray(value), d = axisIn(axis, 0) < a.ndim ? axisOf(axisIn(axis, 0), a.ndim) : raise('IndexError',
    'tuple index out of range'), n = a.shape[d], single = typeof parts === 'bigint';
  if (single && n % Number(parts)) raise('ValueError', 'array split does not result in an equal division');
  const ends = single ? Array.from({ length: Number(parts) - 1 }, (_, k) => (k + 1) * n / Number(parts))
    : wholes(parts);
  const before = Array(d).fill(new Slice(null, null, null));
  return [0, ...ends].map((from, k) => getEntries(a, Tuple.from([...before, new Slice(from, ends[k] ?? null, null)])));
}

/** Nested lists of arrays as one: the innermost lists along the last axis, those around them along the ones before. */
function blocks(value, depth = deep(value)) {
  const put = (item, level) => Array.isArray(item)
    ? concatenate(item.map(one => put(one, level + 1)), level - depth) : atLeast(asArray(item), Math.max(depth, 1));
  return put(value, 0);
}
const deep = value => Array.isArray(value) ? 1 + Math.max(...value.map(deep)) : 0;

function tiled(a, reps) {
  const n = Math.max(a.ndim, reps.length), times = [...Array(n - reps.length).fill(1), ...reps];
  entriesIn(atLeast(a, n).shape.map((m, d) => m * times[d]));
  return times.reduce((made, m, d) => m === 1 ? made : m < 1 ? filled(made.shape.map((s, k) => k === d ? 0 : s), 0,
    a.kind)
    : concatenate(Array(m).fill(made), d), atLeast(a, n).copy());
}

export const REARRANGING = {
  fill_diagonal: ['a, val', (a, value) => {
    setEntries(Object.assign(diagonal(a, 0), { fixed: a.fixed }), ELLIPSIS, value);
    return null;
  }],
  block: ['arrays', v => blocks(v)], delete: ['arr, obj, axis=', remove], roll: ['a, shift, axis=', rolled],
  moveaxis: ['a, source, destination', moved], permute_dims: ['a, axes', (a, axes) => transpose(asArray(a),
    wholes(axes))],
  tile: ['A, reps', (a, reps) => tiled(asArray(a), wholes(reps))],
  flip: ['m, axis=', (a, d) => flipped(asArray(a), axesIn(d))], flipud: ['m', a => flipped(asArray(a), [0])],
  fliplr: ['m', a => flipped(asArray(a), [1])], split: ['ary, indices_or_sections, axis=', pieces],
  hsplit: ['ary, indices_or_sections', (a, n) => pieces(a, n, asArray(a).ndim > 1 ? 1n : 0n)],
  vsplit: ['ary, indices_or_sections', (a, n) => pieces(a, n, 0n)],
  vectorize: ['pyfunc', vectorize], apply_along_axis: ['func1d, axis, arr', alongAxis],
};
