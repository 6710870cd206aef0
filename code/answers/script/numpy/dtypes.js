// The kinds of numbers in an array: b bool, l int32, i int64, s float32, f float64; what two kinds make together,
// and what each can hold.  Numbers are doubles throughout, so whole numbers end at 2 ** 53 here.
import { beyond, raise } from '../python/faults.js';

export const TYPE_NAMES = { b: 'bool', l: 'int32', i: 'int64', s: 'float32', f: 'float64' };
const ORDER = 'blisf';
const LIMITS = { i: 2 ** 53, l: 2 ** 31 - 1 };
const CLASS = { b: 0, l: 1, i: 1, s: 2, f: 2 };

/** 0 for truth values, 1 for whole numbers, 2 for others: no change in place leads to a lower one. */
export const classOf = kind => CLASS[kind];
export const isFloat = kind => CLASS[kind] === 2;

/** The kind of the numbers that two kinds make together. */
export function promoted(a, b) {
  if (a === b) return a;
  const [low, high] = ORDER.indexOf(a) < ORDER.indexOf(b) ? [a, b] : [b, a];
  return high === 's' && low !== 'b' ? 'f' : high; // float32 does not hold all whole numbers
}

/** The same for several arrays; a number that is Python's own (weak) takes the kind of the others, where it can. */
export function commonKind(arrays) {
  const strong = arrays.filter(a => !a.weak).map(a => a.kind), weak = arrays.filter(a => a.weak).map(a => a.kind);
  if (!strong.length) return weak.reduce(promoted);
  return weak.reduce((kind, other) => CLASS[other] > CLASS[kind] ? other : kind, strong.reduce(promoted));
}

/** What an array of this kind holds of a number: of 0.1, a float32 holds less. */
export function settled(value, kind) {
  if (kind === 's') return Math.fround(value);
  if (kind === 'f' || kind === 'b' || Math.abs(value) <= LIMITS[kind]) return value;
  return beyond(value !== value || Math.abs(value) === Infinity ? 'NaN and infinity cannot become whole numbers here.'
    : `Whole numbers beyond ${kind === 'l' ? '2**31' : '2**53'} cannot be used here.`);
}

/** A number turned into one of a kind: a whole number is cut off, not rounded. */
export const converted = (value, kind) => kind === 'b' ? +(value !== 0) : settled(isFloat(kind) ? value
  : Math.trunc(value), kind);

const NAMED = { float: 'f', float64: 'f', double: 'f', d: 'f', f8: 'f', float32: 's', single: 's', f4: 's', f: 's',
  int: 'i', int64: 'i', i8: 'i',
  int32: 'l', i4: 'l', i: 'l', bool: 'b', '?': 'b' };
const NUMPY_TYPES = /^(u?int(8|16|32|64)|float(16|128)|longdouble|complex\d*|[ui]\d|f2|str|object|O|U\d*|S\d*)$/;

/** The kind that a type, or its name, stands for. */
export function kindOf(value) {
  const kind = value?.kind ?? (typeof value === 'string' && Object.hasOwn(NAMED, value) ? NAMED[value] : null);
  if (!kind && typeof value === 'string' && !NUMPY_TYPES.test(value)) raise('TypeError',
    `data type '${value}' not understood`);
  if (['number', 'bigint'].includes(typeof value)) raise('TypeError', `Cannot interpret '${value}' as a data type`);
  return kind ?? beyond('Numbers are of the type float64, float32, int64, int32 or bool here.');
}
