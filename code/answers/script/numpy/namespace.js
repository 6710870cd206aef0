// np: what an answer may call, by NumPy's names and parameters.  What is asked for less often comes with further.js.
import { defined } from '../python/calls.js';
import { CONTEXT } from '../python/execute.js';
import { beyond, raise } from '../python/faults.js';
import { Callable, ELLIPSIS, Namespace, iterate } from '../python/values.js';
import { NDArray, axesOf, axisOf, reshape, sameShape, transpose } from './array.js';
import { asArray, isNone, isOn, operand, shapeTuple, whole, wholes } from './convert.js';
import { CREATING } from './creating.js';
import { kindOf } from './dtypes.js';
import { apply, argumentsOf, elementwiseNames } from './elementwise.js';
import { nonzero, nonzeroTuple, setEntries } from './indexing.js';
import { atLeast, columnsOf, concatenate, expand, isClose, rowsOf, sideBySide, stack, where } from './joining.js';
import { axesIn, axisIn, clipped, flattened, folds, methods } from './methods.js';
import { dot, matmul, outer } from './products.js';
import { ascending, lines } from './reductions.js';
import { types } from './types.js';

const list = value => [...iterate(value)];
const allTrue = v => v.values().every(x => x !== 0);

/** One of the functions that work entry by entry. */
function elementwise(name) {
  const n = argumentsOf(name);
  const f = new Callable(name, (given, { out = given[n], where: chosen, dtype, ...named }) => {
    if (Object.keys(named).length) beyond(`np.${name} has no argument ${Object.keys(named)[0]} on this page.`);
    if (given.length < n || given.length > n + 1) {
      raise('TypeError', `${name}() takes from ${n} to ${n + 1} positional arguments but ${given.length} `
        + `${given.length === 1 ? 'was' : 'were'} given`);
    }
    const result = apply(name, ...given.slice(0, n).map(operand)), found = dtype ? result.copy(kindOf(dtype)) : result;
    if (isNone(out)) return chosen === undefined ? found
      : beyond('where without out leaves entries open.');
    if (!(out instanceof NDArray)) return beyond('out has to be an array here.');
    setEntries(out, ELLIPSIS, chosen === undefined ? found : where(asArray(chosen), found, out));
    return out;
  });
  f.members = {}; // see folding.js
  return f;
}

const near = f => ['a, b, rtol=, atol=, equal_nan=', (a, b, r, t, nan) => isOn(nan)
  ? beyond('equal_nan cannot be used here.')
  : f(isClose(asArray(a), asArray(b), asArray(r ?? 1e-5), asArray(t ?? 1e-8)))];
const sequence = f => ['tup', v => f(list(v))];

const FUNCTIONS = {
  ...CREATING,
  concatenate: ['arrays, axis=', (v, d) => concatenate(list(v), axisIn(d, 0))],
    stack: ['arrays, axis=', (v, d) => stack(list(v), axisIn(d, 0))],
  vstack: sequence(v => concatenate(rowsOf(v))), hstack: sequence(sideBySide),
  column_stack: sequence(v => concatenate(columnsOf(v), 1)),
  append: ['arr, values, axis=', (a, b, d) => axisIn(d, null) === null ? concatenate([a, b], null)
    : concatenate([a, b], whole(d))],
  reshape: ['a, shape, order=', (a, shape, order) => flattened(asArray(a), order, wholes(shape))],
  transpose: ['a, axes=', (a, axes) => transpose(asArray(a), axesIn(axes) ?? undefined)],
  atleast_1d: ['a', a => atLeast(asArray(a), 1)], atleast_2d: ['a', a => atLeast(asArray(a), 2)],
  expand_dims: ['a, axis', (a, d) => axesOf(wholes(d), asArray(a).ndim + wholes(d).length, 'repeated axis')
    .sort((x, y) => x - y).reduce(expand, asArray(a))],
  matmul: ['x1, x2', matmul], dot: ['a, b', dot], outer: ['a, b', outer],
  where: ['condition, x=, y=', (c, x, y) => x === undefined ? nonzeroTuple(asArray(c)) : where(asArray(c),
    operand(x), operand(y))],
  clip: ['a, a_min=, a_max=, *, min=, max=', (a, low, high, least, most) => (low === undefined) === (high === undefined)
    ? clipped(asArray(a), low ?? least, high ?? most)
    : raise('TypeError', `clip() missing 1 required positional argument: 'a_${low === undefined ? 'min' : 'max'}'`)],
  flatnonzero: ['a', a => nonzero(reshape(asArray(a), [-1]))[0]],
  array_equal: ['a1, a2', (a, b) => sameShape(asArray(a).shape, asArray(b).shape)
    && allTrue(apply('equal', asArray(a), asArray(b)))],
  isclose: near(v => v), allclose: near(allTrue), isscalar: ['element', v => ['number', 'bigint', 'boolean',
    'string'].includes(typeof v) || (v instanceof NDArray && !v.ndim)],
  sort: ['a, axis=, kind=', (a, d) => lines(asArray(a), axisIn(d, -1), ascending)],
  shape: ['a', a => shapeTuple(asArray(a))], ndim: ['a', a => BigInt(asArray(a).ndim)],
    size: ['a, axis=', (a, d) => BigInt(d === undefined ? asArray(a).size
      : asArray(a).shape[axisOf(whole(d), asArray(a).ndim)])],
  errstate: ['all=, divide=, over=, under=, invalid=', () => CONTEXT],
    seterr: ['all=, divide=, over=, under=, invalid=', () => null],
  real: ['val', v => asArray(v)], iscomplexobj: ['x', () => false],
};
const ALSO_METHODS = ['var', 'std', 'cumsum', 'cumprod', 'diagonal', 'trace', 'ravel', 'squeeze', 'nonzero', 'argsort',
  'round', 'copy', 'take', 'repeat', 'swapaxes'];
const RENAMED = { amax: 'max', amin: 'min', concat: 'concatenate', around: 'round', asanyarray: 'asarray',
  ascontiguousarray: 'asarray' };

const members = {
  ...folds, ...Object.fromEntries(ALSO_METHODS.map(name => [name, methods[name]])),
  ...Object.fromEntries(elementwiseNames.map(name => [name, elementwise(name)])),
  ...defined(FUNCTIONS, 'np.'), pi: Math.PI, e: Math.E, inf: Infinity, nan: NaN, newaxis: null,
    euler_gamma: 0.5772156649015329, ...types,
};
for (const [name, other] of Object.entries(RENAMED)) members[name] = members[other];
export const np = new Namespace('np', members);
