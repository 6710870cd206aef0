// Sums, derivatives and blocks: what evaluates a part of a formula more than once, or puts parts beside each other.
import { NDArray, transpose } from '../numpy/array.js';
import { spend } from '../python/budget.js';
import { call } from '../python/calls.js';
import { SyntaxFault, raise } from '../python/faults.js';
import { OPERATIONS, extents } from './operations.js';
import { Eye, Index, Undefined, ZERO, eye, matrix, number, said, settledValue } from './values.js';

const STEP = 2 ** -8; // of the difference quotients, which are exact up to the fourth power of the variable
const SMALLER = 2 ** -14; // where a kink is near
const BEND = 0.25; // the slopes to both sides differ in proportion to the step, at a kink they do not
const FAR = [12, 24, 36, 48, 60].map(k => 2 ** k); // where a limit is looked for: data are of different sizes
const SETTLED = 1e-10; // then it is looked for no further
const UNSETTLED = 1e-8; // of all
const ROUND = 20; // steps: so much longer than a call does a round of a sum take
const SMALL = 1e-6; // values below are compared with this
const { add, times } = OPERATIONS;

/** The sum of body(i) for i = low, ..., high; without bounds as far as the entries in it go. */
function sum(name, body, low, high) {
  const outer = extents.get(name), first = low === null ? 1 : number(low, 'a bound of a sum');
  extents.delete(name);
  let total = call(body, [new Index(name, first)]);
  const last = high !== null ? number(high, 'a bound of a sum') : extents.get(name);
  if (last === undefined) raise('ValueError', `nothing tells how far ${name} runs: write sum_{${name}=1}^n`);
  for (let k = first + 1; k <= last; k++) {
    spend(ROUND);
    total = add(total, call(body, [new Index(name, k)]));
  }
  if (outer === undefined) extents.delete(name); else extents.set(name, outer);
  return last < first ? ZERO : total;
}

/** The slope of f, a function of a number with values of any shape, at 0. */
function slope(f) {
  const minus = (a, b) => add(a, times(-1, b)), middle = f(0), points = new Map();
  const at = h => { if (!points.has(h)) points.set(h, f(h)); return points.get(h); };
  const across = h => minus(at(h), at(-h)), bend = h => largest(add(minus(at(h), middle), minus(at(-h), middle))) / h;
  const wide = h => times(1 / (12 * h), minus(times(8, across(h)), across(2 * h)));
  const near = times(1 / (2 * SMALLER), across(SMALLER));
  const rounding = 1e-8 * Math.max(1, largest(near)) + 1e-10 * largest(middle);
  const close = value => largest(minus(value, near)) <= rounding ? value : undefined;
  const isKink = bend(SMALLER) > BEND * bend(STEP) && bend(SMALLER) > rounding;
  const found = close(wide(STEP)) ?? close(wide(SMALLER));
  if (isKink || found === undefined) throw new Undefined('there is no derivative at a kink');
  return found;
}

const largest = v => v instanceof NDArray ? Math.max(...v.values().map(Math.abs)) : Math.abs(number(v, ''));

function moved(variable, k, h) {
  return variable instanceof NDArray ? new NDArray(variable.shape, variable.values().map((v, j) => j === k ? v + h : v))
    : number(variable, '') + h;
}

/** d body / d variable: a row for a number and a column, a matrix for two columns. */
function derivative(body, variable) {
  if (!(variable instanceof NDArray)) return slope(h => call(body, [moved(variable, 0, h)]));
  if (variable.shape[1] !== 1) raise('ValueError', `a derivative is taken with respect to a number or a column, not to `
    + `${said(variable)}`);
  const slopes = Array.from({ length: variable.size }, (_, k) => slope(h => call(body, [moved(variable, k, h)])));
  if (slopes.some(v => v instanceof NDArray && v.shape[1] !== 1)) {
    raise('ValueError', 'a derivative is taken of a number or a column: transpose the row');
  }
  const n = slopes[0] instanceof NDArray ? slopes[0].shape[0] : 1;
  return settledValue(matrix(n, slopes.length, (i, k) => slopes[k] instanceof NDArray ? slopes[k].at(i)
    : number(slopes[k], '')));
}

/** The partial derivative with respect to entry k of a column. */
function partial(body, variable, index) {
  const k = number(index, 'an index');
  OPERATIONS.entry(variable, index);
  return slope(h => call(body, [moved(variable, k - 1, h)]));
}

function gradient(body, variable) {
  const found = derivative(body, variable);
  return found instanceof NDArray ? transpose(found).copy() : found;
}

/** The limit of f, a function of t > 0, for t -> 0: the polynomial through its values at h, h/2, h/4, h/8, taken at 0;
 * of several h the first, or best, at which one point less would give nearly the same. */
function limitAtZero(f) {
  const minus = (a, b) => add(a, times(-1, b)), size = v => v === ZERO ? 0 : largest(v);
  const from = far => {
    const values = [1, 2, 4, 8].map(k => f(1 / (k * far))), rows = [values];
    for (let k = 1; k < 4; k++) {
      const row = rows.at(-1);
      rows.push(row.slice(1).map((v, j) => add(v, times(1 / (2 ** k - 1), minus(v, row[j])))));
    }
    const found = withoutRounding(rows[3][0], SMALL * SMALL * size(values[0]));
    const grows = size(values[3]) > 1.5 * size(values[0]);
    return { found, grows, rest: size(minus(found, rows[2][1])) / (SMALL + size(values[0])) };
  };
  const tried = [];
  for (const far of FAR) {
    let one;
    try { one = from(far); } catch (error) { one = { error, rest: Infinity }; } // (X^T X + λI)^{-1} for a tiny λ
    if (one.rest < SETTLED) return one.found;
    tried.push(one);
  }
  const best = tried.reduce((a, b) => b.rest < a.rest ? b : a);
  if (best.rest < UNSETTLED) return best.found;
  if (tried.every(one => one.error)) throw tried[0].error;
  if (tried.every(one => one.grows || one.error)) raise('ValueError', 'there is no limit: this grows without bound');
  throw new Undefined('no limit can be told from values');
}

/** The value with 0 for what is smaller than the given size. */
const withoutRounding = (v, least) => v instanceof NDArray
  ? new NDArray(v.shape, v.values().map(x => Math.abs(x) < least ? 0 : x)) : v === ZERO || largest(v) < least ? 0 : v;

/** The limit of body for a variable that tends to infinity, or to 0 from above. */
function limit(body, toInfinity) {
  return limitAtZero(t => call(body, [toInfinity ? 1 / t : t]));
}

/** Blocks side by side and below each other; I and 0 take the size that their neighbours leave. */
function blocks(rows, at) {
  const sizes = d => (i, j) => { const v = rows[i][j]; return v instanceof NDArray ? v.shape[d] : v instanceof Eye
    ? null : 1; };
  const heights = rows.map((row, i) => known(row.map((_, j) => sizes(0)(i, j))));
  const widths = rows[0].map((_, j) => known(rows.map((row, i) => j < row.length ? sizes(1)(i, j) : null)));
  if (rows.some(row => row.length !== rows[0].length)) raise('ValueError', 'rows of blocks need as many blocks each');
  rows.forEach((row, i) => row.forEach((v, j) => { // the identity is square: one size tells the other
    if (v instanceof Eye && v !== ZERO) { heights[i] ??= widths[j]; widths[j] ??= heights[i]; }
  }));
  if (heights.includes(null) || widths.includes(null)) {
    if (widths.every(w => w === null)) widths.fill(1);
    if ([...heights, ...widths].includes(null)) {
      throw new SyntaxFault('Of which size is the 0 or the I in these blocks? Write it below: 0_d, I_n.', at);
    }
  }
  const filled = rows.map((row, i) => row.map((v, j) => block(v, heights[i], widths[j])));
  const n = heights.reduce((a, b) => a + b, 0), m = widths.reduce((a, b) => a + b, 0);
  return settledValue(matrix(n, m, (i, j) => {
    const [r, inRow] = placeIn(heights, i), [c, inColumn] = placeIn(widths, j);
    return filled[r][c].at(inRow * widths[c] + inColumn);
  }));
}

const known = sizes => sizes.find(m => m !== null) ?? null;

function block(v, n, m) {
  if (v instanceof NDArray) return v.shape[0] === n && v.shape[1] === m ? v
    : raise('ValueError', `${said(v)} does not fit beside its neighbours, which need (${n}, ${m})`);
  if (v === ZERO) return matrix(n, m, () => 0);
  if (v instanceof Eye) return n === m ? eye(n, v.scale) : raise('ValueError', `I does not fit into (${n}, ${m})`);
  return n === 1 && m === 1 ? matrix(1, 1, () => number(v, '')) : raise('ValueError',
    `a number does not fit into (${n}, ${m})`);
}

function placeIn(sizes, k) {
  let at = 0;
  while (k >= sizes[at]) k -= sizes[at++];
  return [at, k];
}

export const REPEATING = { sum, derivative, partial, gradient, limit, blocks };
