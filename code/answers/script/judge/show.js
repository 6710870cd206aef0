// Values as short text, as hw0.checks.show writes them in Python.
import { NDArray, shapeText } from '../numpy/array.js';
import { printable } from '../python/faults.js';
import { Tuple } from '../python/values.js';
import { Fault } from './plain.js';

const DIGITS = [4, 8, 12];
const BRACKETS = /[[\]()]/g;
const NOTHING = 1e-13; // relative to the largest entry of an array
export const MOST_ENTRIES = 12; // a larger array is told by its shape, a longer tuple by its length

const inside = text => printable(text).replaceAll('\n', '\\n');

export function show(value, digits = DIGITS[0]) {
  if (typeof value === 'string') return `'${inside(value.length <= 60 ? value : `${value.slice(0, 59)}…`)}'`;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (value instanceof Tuple && value.length > MOST_ENTRIES) return `${value.length} values`;
  if (value instanceof Tuple) return `(${Array.from(value, item => show(item, digits)).join(', ')})`;
  if (value instanceof Fault) return value.says;
  if (!(value instanceof NDArray)) return general(Number(value), digits);
  if (value.size > MOST_ENTRIES || !value.size) {
    return `${value.size ? 'an array' : 'an empty array'} of shape ${shapeText(value.shape)}`;
  }
  return nested(withoutRounding(value), digits);
}

const isRowOf = (row, line) => row.ndim === 2 && row.shape[0] === 1 && line.ndim === 1; // (1, n) may come as (n,)

/** Both values as text, and the digits that it takes to tell their numbers apart; beyond eight they are rounding where
 * the shapes are others. */
export function showApart(first, second) {
  for (const digits of DIGITS.slice(0, first.ndim === second.ndim || isRowOf(first, second) ? 3 : 2)) {
    const texts = [show(first, digits), show(second, digits)];
    if (texts[0].replace(BRACKETS, '') !== texts[1].replace(BRACKETS, '')) return [...texts, digits];
  }
  return [show(first), show(second), DIGITS[0]];
}

export const showArguments = instance => [...instance].map(([name, value]) => `${name}=${show(value)}`).join(', ');

/** The array with 0 for what is rounding beside its largest entry: such digits differ between machines. */
export function withoutRounding(a) {
  const largest = a.values().reduce((m, v) => Number.isFinite(v) ? Math.max(m, Math.abs(v)) : m, 0);
  return new NDArray(a.shape, a.values().map(v => Math.abs(v) < NOTHING * largest ? 0 : v), 'f');
}

const nested = (a, digits) => a.ndim
  ? `[${Array.from({ length: a.shape[0] }, (_, k) => nested(a.row(k), digits)).join(', ')}]`
  : general(a.at(0), digits);

/** A number with so many significant digits, as Python's format "g". */
export function general(value, digits) {
  if (!Number.isFinite(value)) return value !== value ? 'nan' : value > 0 ? 'inf' : '-inf';
  if (value === 0) return '0';
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e'), power = Number(exponent);
  const bare = text => text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  if (power >= -4 && power < digits) return bare(value.toFixed(digits - 1 - power));
  return `${bare(mantissa)}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}
