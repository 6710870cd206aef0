// Arithmetic of single numbers as in Python and NumPy, where JavaScript's differs.
import { beyond, raise } from './faults.js';

const LONG = 4096; // no whole number with more digits than this in binary

/** a % b with the sign of b. */
export function remainder(a, b) {
  const m = a % b;
  return m && (m < 0) !== (b < 0) ? m + b : m || (b < 0 ? -0 : 0) * (m === m ? 1 : NaN);
}

/** a // b for floats: the whole number below a / b, found without its rounding. */
export function floorDivide(a, b) {
  if (!b || !Number.isFinite(a)) return a / b * (b && a === a ? NaN : 1);
  const m = a % b, quotient = (a - m) / b - (m && (m < 0) !== (b < 0) ? 1 : 0);
  return quotient ? Math.floor(quotient + 0.5) : a / b < 0 ? -0 : 0;
}

/** Half to even. */
export function even(x) {
  const r = Math.round(x);
  return Math.abs(x % 1) === 0.5 && r % 2 ? r - 1 : r;
}

/** a ** b for floats of an array. */
export const realPower = (a, b) => a === 1 || (a === -1 && Math.abs(b) === Infinity) ? 1 : a ** b;

/** a ** b for Python's floats. */
export function power(a, b) {
  if (a === 0 && b < 0) raise('ZeroDivisionError', '0.0 cannot be raised to a negative power');
  if (a < 0 && !Number.isInteger(b)
    && Number.isFinite(b)) beyond('A root of a negative number is complex, and cannot be used here.');
  const value = realPower(a, b);
  const overflows = Number.isFinite(a) && Number.isFinite(b) && Math.abs(value) === Infinity;
  return overflows ? raise('OverflowError', "(34, 'Numerical result out of range')") : value;
}

/** a ** b for whole numbers, b >= 0. */
export function wholePower(a, b) {
  const digits = Number(b) * (a === 0n || a === 1n || a === -1n ? 1 / LONG : a.toString(16).length * 4);
  return digits > LONG ? beyond('This whole number is too long for this page.') : a ** b;
}

const SHORTENED = [[/e([+-])(\d)$/, 'e$10$2'], [/^(-?\d+)$/, '$1.0']];

/** repr of a float. */
export function floatText(x) {
  if (!Number.isFinite(x)) return x !== x ? 'nan' : x > 0 ? 'inf' : '-inf';
  if (Object.is(x, -0)) return '-0.0';
  const size = Math.abs(x), plain = String(x);
  const text = size && (size < 1e-4 || size >= 1e16) && !plain.includes('e') ? x.toExponential() : plain;
  return SHORTENED.reduce((found, [from, to]) => found.replace(from, to), text);
}
