// The functions of the module math.
import { toFloat, whole } from '../numpy/convert.js';
import { NDArray } from '../numpy/array.js';
import { isFloat } from '../numpy/dtypes.js';
import { defined } from './calls.js';
import { beyond, raise } from './faults.js';
import { binary } from './operators.js';
import { iterate } from './values.js';

const domain = () => raise('ValueError', 'math domain error');
const bounded = f => x => { const y = f(x); return Math.abs(y) === Infinity && Math.abs(x) !== Infinity
  ? raise('OverflowError', 'math range error') : y; };
const within = (allowed, f) => x => allowed(x) || x !== x ? f(x) : domain();
const positive = x => x > 0, unit = x => Math.abs(x) <= 1, finite = x => Number.isFinite(x);

function natural(n) {
  const x = whole(n);
  if (x < 0) raise('ValueError', 'factorial() not defined for negative values');
  return x <= 500 ? BigInt(x) : beyond('This factorial is too long for this page.');
}
const factorial = n => { let p = 1n; for (let k = 2n; k <= n; k++) p *= k; return p; };

const OF_ONE = {
  sqrt: within(x => x >= 0, Math.sqrt), exp: bounded(Math.exp), expm1: bounded(Math.expm1),
    log2: within(positive, Math.log2),
  log10: within(positive, Math.log10), log1p: within(x => x > -1, Math.log1p), sin: within(finite, Math.sin),
    cos: within(finite, Math.cos),
  tan: within(finite, Math.tan), asin: within(unit, Math.asin), acos: within(unit, Math.acos), atan: Math.atan,
    sinh: bounded(Math.sinh),
  cosh: bounded(Math.cosh), tanh: Math.tanh, asinh: Math.asinh, acosh: within(x => x >= 1, Math.acosh), cbrt: Math.cbrt,
  atanh: within(x => Math.abs(x) < 1, Math.atanh), fabs: Math.abs, isnan: x => x !== x, isfinite: finite,
  isinf: x => Math.abs(x) === Infinity, floor: x => BigInt(Math.floor(x)), ceil: x => BigInt(Math.ceil(x)),
  degrees: x => x * (180 / Math.PI), radians: x => x * (Math.PI / 180),
};
const OF_TWO = {
  atan2: Math.atan2, pow: (a, b) => (a < 0 && !Number.isInteger(b)) || (a === 0 && b < 0) ? domain()
    : bounded(x => x ** b)(a), fmod: (a, b) => b ? a % b : domain(),
  copysign: (a, b) => Math.abs(a) * (b < 0 || Object.is(b, -0) ? -1 : 1),
};
const real = x => toFloat(x, 'must be real number');
const MEMBERS = {
  ...Object.fromEntries(Object.entries(OF_ONE).map(([name, f]) => [name, ['x', x => f(real(x))]])),
  ...Object.fromEntries(Object.entries(OF_TWO).map(([name, f]) => [name, ['x, y', (x, y) => f(real(x), real(y))]])),
  log: ['x, base=', (x, base) => {
    const value = within(positive, Math.log)(real(x));
    if (base === undefined) return value;
    return binary('/', value, within(positive, Math.log)(real(base)));
  }],
  hypot: ['*coordinates', all => Math.hypot(...Array.from(all, real))],
  dist: ['p, q', (p, q) => Math.hypot(...[...iterate(p)].map((x, k) => real(x) - real([...iterate(q)][k])))],
  prod: ['iterable, *, start=', (items, start = 1n) => [...iterate(items)].reduce((a, b) => binary('*', a, b), start)],
  fsum: ['seq', items => [...iterate(items)].reduce((s, x) => s + real(x), 0)],
  trunc: ['x', x => x instanceof NDArray && !isFloat(x.kind) ? beyond('math.trunc cannot be used for this here.')
    : BigInt(Math.trunc(real(x)))],
  factorial: ['n', n => factorial(natural(n))],
  comb: ['n, k', (n, k) => { const [a, b] = [natural(n), natural(k)]; return b > a ? 0n
    : factorial(a) / factorial(b) / factorial(a - b); }],
  isclose: ['a, b, *, rel_tol=, abs_tol=', (a, b, rel = 1e-9, abs = 0) => {
    const [x, y] = [real(a), real(b)];
    return x === y || (finite(x) && finite(y) && Math.abs(x - y) <= Math.max(rel * Math.max(Math.abs(x), Math.abs(y)),
      abs));
  }],
};

export const MATHEMATICS = { ...defined(MEMBERS, 'math.'), tau: 2 * Math.PI };
