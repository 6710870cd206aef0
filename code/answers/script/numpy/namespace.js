// np: what an answer may call, by NumPy's names and parameters.
import { call, defined } from '../python/calls.js';
import { CONTEXT } from '../python/execute.js';
import { beyond, raise } from '../python/faults.js';
import { Callable, ELLIPSIS, Namespace, Slice, Tuple, iterate } from '../python/values.js';
import { NDArray, axisOf, broadcast, broadcastShape, reshape, sameShape, transpose } from './array.js';
import { asArray, operand, shapeTuple, tolist, whole, wholes } from './convert.js';
import { CREATING } from './creating.js';
import { kindOf } from './dtypes.js';
import { apply, argumentsOf, elementwiseNames } from './elementwise.js';
import { changeEntries, nonzero, nonzeroTuple, setEntries } from './indexing.js';
import * as joining from './joining.js';
import { linalg } from './linalg.js';
import { axesIn, axisIn, clipped, flattened, folds, methods, repeated, rounded } from './methods.js';
import { cross, dot, einsum, kron, matmul, outer, tensordot } from './products.js';
import { ascending, cumulative, lines } from './reductions.js';
import { STATISTICS } from './statistics.js';
import { types } from './types.js';

const single = value => new NDArray([], [value], 's');
const list = value => [...iterate(value)];
const allTrue = v => v.values().every(x => x !== 0);
const entriesOf = a => a.values().map(v => new NDArray([], [v], a.kind));

const AS_FOLDS = { add: 'sum', multiply: 'prod', maximum: 'max', minimum: 'min', logical_and: 'all',
  logical_or: 'any' };

/** One of the functions that work entry by entry, with its reduce, accumulate, outer and at. */
function elementwise(name) {
  const n = argumentsOf(name);
  const f = new Callable(name, (given, { out = given[n], where, dtype, ...named }) => {
    if (Object.keys(named).length) beyond(`np.${name} has no argument ${Object.keys(named)[0]} on this page.`);
    if (given.length < n || given.length > n + 1) {
      raise('TypeError', `${name}() takes from ${n} to ${n + 1} positional arguments but ${given.length} were given`);
    }
    const result = apply(name, ...given.slice(0, n).map(operand)), found = dtype ? result.copy(kindOf(dtype)) : result;
    if (out === null || out === undefined) return where === undefined ? found
      : beyond('where without out leaves entries open.');
    if (!(out instanceof NDArray)) return beyond('out has to be an array here.');
    setEntries(out, ELLIPSIS, where === undefined ? found : joining.where(asArray(where), found, out));
    return out;
  });
  const turned = (a, axis) => { const d = axisOf(axisIn(axis, 0), a.ndim);
    return transpose(a, [d, ...[...a.shape.keys()].filter(k => k !== d)]); };
  f.members = n === 1 ? {} : defined({
    reduce: ['array, axis=, dtype=, out=, keepdims=', (a, axis = 0n, dtype, out, keepdims) => {
      const given = asArray(a);
      if (AS_FOLDS[name]) return folds[AS_FOLDS[name]].call([given, axis], { dtype, out, keepdims });
      const rows = given.ndim ? list(turned(axis === null ? reshape(given, [-1]) : given, axis ?? 0n)) : [given];
      if (!rows.length || keepdims === true
        || name.startsWith('logical')) beyond(`np.${name}.reduce cannot be used like this here.`);
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
  return f;
}

function remove(value, at, axis) {
  const flat = axisIn(axis, null) === null, a = flat ? reshape(asArray(value), [-1]) : asArray(value), d = flat ? 0
    : axisOf(whole(axis), a.ndim), n = a.shape[d];
  if (at instanceof Slice) return remove(a, at.positions(n).map(BigInt), BigInt(d));
  const named = asArray(at), from = named.kind === 'b' ? nonzero(named)[0].values() : named.values();
  from.forEach(k => k >= -n && k < n || raise('IndexError',
    `index ${k} is out of bounds for axis ${d} with size ${n}`));
  const gone = new Set(from.map(i => i < 0 ? i + n : i)), kept = [...Array(n).keys()].filter(i => !gone.has(i));
  return joining.taken(a, new NDArray([kept.length], kept, 'i'), d);
}

function rolled(value, shift, axis) {
  const a = asArray(value), by = whole(shift);
  const turn = v => v.map((_, k) => v[(((k - by) % v.length) + v.length) % v.length]);
  return reshape(lines(a, axisIn(axis, null), turn), a.shape);
}

const flipped = (a, axes) => (axes ?? [...a.shape.keys()]).reduce((made, d) => lines(made, d, v => [...v].reverse()),
  a);

function moved(value, from, to) {
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
  const all = joining.stack(found), shape = order.map(k => a.shape[k]);
  return moved(reshape(all, [...shape, ...all.shape.slice(1)]),
    all.shape.slice(1).map((_, k) => BigInt(shape.length + k)), all.shape.slice(1).map((_, k) => BigInt(d + k)));
}

function pieces(value, parts, axis) {
  const a = asArray(value), d = axisIn(axis, 0) < a.ndim ? axisOf(axisIn(axis, 0), a.ndim) : raise('IndexError',
    'tuple index out of range'), n = a.shape[d], single = typeof parts === 'bigint';
  if (single && n % Number(parts)) raise('ValueError', 'array split does not result in an equal division');
  const ends = single ? Array.from({ length: Number(parts) - 1 }, (_, k) => (k + 1) * n / Number(parts))
    : wholes(parts);
  return [0, ...ends].map((from, k) => {
    const at = new Slice(from, ends[k] ?? null, null).positions(n);
    return joining.taken(a, new NDArray([at.length], at, 'i'), d);
  });
}

const near = f => ['a, b, rtol=, atol=, equal_nan=', (a, b, r, t, nan) => nan === true
  ? beyond('equal_nan cannot be used here.')
  : f(joining.isClose(asArray(a), asArray(b), asArray(r ?? 1e-5), asArray(t ?? 1e-8)))];
const triangleAt = keeps => ['n, k=, m=', (n, k = 0n, m) => nonzeroTuple(joining.triangle(
  joining.eye(whole(n), m === undefined ? whole(n) : whole(m), 0).copy('b').view([whole(n), m === undefined ? whole(n)
    : whole(m)],
    Array(whole(n) * (m === undefined ? whole(n) : whole(m))).fill(0)), (i, j) => keeps(j - i, whole(k))))];
const sequence = f => ['tup', v => f(list(v))];

const FUNCTIONS = {
  ...CREATING, ...STATISTICS,
  fill_diagonal: ['a, val', (a, value) => { setEntries(joining.diagonal(a, 0), ELLIPSIS, value); return null; }],
  diagonal: ['a, offset=', (a, k = 0n) => Object.assign(joining.diagonal(asArray(a), whole(k)), { fixed: true })],
  trace: ['a, offset=', (a, k = 0n) => methods.sum.call([joining.diagonal(asArray(a), whole(k))], {})],
  concatenate: ['arrays, axis=', (v, d) => joining.concatenate(list(v), axisIn(d, 0))],
    stack: ['arrays, axis=', (v, d) => joining.stack(list(v), axisIn(d, 0))],
  vstack: sequence(v => joining.concatenate(joining.rowsOf(v))), hstack: sequence(joining.sideBySide),
  column_stack: sequence(v => joining.concatenate(joining.columnsOf(v), 1)), block: ['arrays', v => joining.blocks(v)],
  append: ['arr, values, axis=', (a, b, d) => axisIn(d, null) === null ? joining.concatenate([a, b], null)
    : joining.concatenate([a, b], whole(d))],
  delete: ['arr, obj, axis=', remove], roll: ['a, shift, axis=', rolled], moveaxis: ['a, source, destination', moved],
  reshape: ['a, shape, order=', (a, shape, order) => flattened(asArray(a), order, wholes(shape))],
  ravel: ['a, order=', (a, order) => flattened(asArray(a), order)],
  transpose: ['a, axes=', (a, axes) => transpose(asArray(a), axesIn(axes) ?? undefined)],
    permute_dims: ['a, axes', (a, axes) => transpose(asArray(a), wholes(axes))],
  matrix_transpose: ['x', a => linalg.members.matrix_transpose.call([a], {})],
  swapaxes: ['a, axis1, axis2', (a, i, j) => methods.swapaxes.call([asArray(a), i, j], {})],
  atleast_1d: ['a', a => joining.atLeast(asArray(a), 1)], atleast_2d: ['a', a => joining.atLeast(asArray(a), 2)],
  expand_dims: ['a, axis', (a, d) => wholes(d).sort((x, y) => x - y).reduce(joining.expand, asArray(a))],
  squeeze: ['a, axis=', (a, axis) => joining.squeeze(asArray(a), axesIn(axis))],
  tile: ['A, reps', (a, reps) => joining.tiled(asArray(a), wholes(reps))], repeat: ['a, repeats, axis=',
    (a, n, d) => repeated(asArray(a), n, axisIn(d, null))],
  flip: ['m, axis=', (a, d) => flipped(asArray(a), axesIn(d))], flipud: ['m', a => flipped(asArray(a), [0])],
    fliplr: ['m', a => flipped(asArray(a), [1])],
  take: ['a, indices, axis=', (a, at, d) => joining.taken(asArray(a), asArray(at), axisIn(d, null))],
    split: ['ary, indices_or_sections, axis=', pieces],
  hsplit: ['ary, indices_or_sections', (a, n) => pieces(a, n, asArray(a).ndim > 1 ? 1n : 0n)],
    vsplit: ['ary, indices_or_sections', (a, n) => pieces(a, n, 0n)],
  matmul: ['x1, x2', matmul], dot: ['a, b', dot], vdot: ['a, b', (a, b) => matmul(reshape(asArray(a), [-1]),
    reshape(asArray(b), [-1]))], outer: ['a, b', outer],
  inner: ['a, b', (a, b) => { const y = operand(b); return dot(a, y.ndim ? moved(y, -1n, y.ndim > 1 ? -2n : -1n) : y);
    }], kron: ['a, b', kron], cross: ['a, b', cross],
  vecdot: ['x1, x2', (a, b) => methods.sum.call([apply('multiply', operand(a), operand(b))], { axis: -1n })],
  tensordot: ['a, b, axes=', (a, b, axes = 2n) => tensordot(a, b, typeof axes === 'bigint' ? Number(axes)
    : list(axes).map(wholes))],
  einsum: ['subscripts, *operands, optimize=', (rule, operands) => einsum(rule, ...operands)],
  where: ['condition, x=, y=', (c, x, y) => x === undefined ? nonzeroTuple(asArray(c)) : joining.where(asArray(c),
    operand(x), operand(y))],
  select: ['condlist, choicelist, default=', (tests, values, otherwise = 0n) => list(tests).reduceRight(
    (rest, c, k) => joining.where(asArray(c), operand(list(values)[k]), rest), operand(otherwise))],
  clip: ['a, a_min=, a_max=, *, min=, max=', (a, low, high, least, most) => clipped(asArray(a), low ?? least,
    high ?? most)],
  nan_to_num: ['x, copy=, nan=, posinf=, neginf=', (x, copy, nan = 0, up = Number.MAX_VALUE,
    down = -Number.MAX_VALUE) => [[v => v !== v, nan],
    [v => v === Infinity, up ?? Number.MAX_VALUE], [v => v === -Infinity, down ?? -Number.MAX_VALUE]].reduce((a,
      [test, to]) => new NDArray(
    a.shape, a.values().map(v => test(v) ? asArray(to).at(0) : v), a.kind), asArray(x))],
  nonzero: ['a', a => methods.nonzero.call([asArray(a)], {})],
    flatnonzero: ['a', a => nonzero(reshape(asArray(a), [-1]))[0]],
  argwhere: ['a', a => transpose(joining.stack(nonzero(asArray(a))))], isin: ['element, test_elements', (a, all) => {
    const known = new Set(asArray(all).values()), given = asArray(a);
    return new NDArray(given.shape, given.values().map(v => +known.has(v)), 'b');
  }],
  array_equal: ['a1, a2', (a, b) => sameShape(asArray(a).shape, asArray(b).shape)
    && allTrue(apply('equal', asArray(a), asArray(b)))],
  isclose: near(v => v), allclose: near(allTrue), isscalar: ['element', v => ['number', 'bigint', 'boolean',
    'string'].includes(typeof v) || (v instanceof NDArray && !v.ndim)],
  sort: ['a, axis=, kind=', (a, d) => lines(asArray(a), axisIn(d, -1), ascending)], argsort: ['a, axis=, kind=',
    (a, d) => methods.argsort.call([asArray(a)], d === undefined ? {} : { axis: d })],
  unique: ['ar', a => { const v = ascending(new Set(asArray(a).values())); return new NDArray([v.length], v,
    asArray(a).kind); }],
  around: ['a, decimals=', (a, n = 0n) => rounded(asArray(a), whole(n))],
  shape: ['a', a => shapeTuple(asArray(a))], ndim: ['a', a => BigInt(asArray(a).ndim)],
    size: ['a, axis=', (a, d) => BigInt(d === undefined ? asArray(a).size : asArray(a).shape.at(whole(d)))],
  errstate: ['all=, divide=, over=, under=, invalid=', () => CONTEXT],
    seterr: ['all=, divide=, over=, under=, invalid=', () => null],
  ix_: ['*args', args => Tuple.from(Array.from(args, (v, k) => {
    const a = asArray(v), at = a.kind === 'b' ? nonzero(a)[0] : a;
    return reshape(at, Array.from(args, (_, j) => j === k ? -1 : 1));
  }))],
  triu_indices: triangleAt((off, k) => off >= k), tril_indices: triangleAt((off, k) => off <= k),
    diag_indices: ['n', n => new Tuple(...[0, 1].map(() => new NDArray([whole(n)], [...Array(whole(n)).keys()], 'i')))],
  vectorize: ['pyfunc', vectorize], apply_along_axis: ['func1d, axis, arr', alongAxis], real: ['val', v => asArray(v)],
    iscomplexobj: ['x', () => false],
  finfo: ['dtype', kind => new Namespace('finfo', kindOf(kind) === 's' ? { eps: single(2 ** -23),
    max: single(3.4028234663852886e38), tiny: single(2 ** -126) }
    : { eps: 2 ** -52, max: Number.MAX_VALUE, min: -Number.MAX_VALUE, tiny: 2.2250738585072014e-308 })],
};
const RENAMED = { amax: 'max', amin: 'min', concat: 'concatenate', round: 'around', asanyarray: 'asarray',
  ascontiguousarray: 'asarray' };

const members = {
  ...folds, ...Object.fromEntries(['var', 'std', 'cumsum', 'cumprod'].map(name => [name, methods[name]])),
  ...Object.fromEntries(elementwiseNames.map(name => [name, elementwise(name)])),
  ...defined(FUNCTIONS, 'np.'), pi: Math.PI, e: Math.E, inf: Infinity, nan: NaN, newaxis: null,
    euler_gamma: 0.5772156649015329, ...types, linalg,
};
for (const [name, other] of Object.entries(RENAMED)) members[name] = members[other];
export const np = new Namespace('np', members);
