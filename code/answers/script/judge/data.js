// A part as the data say it (answers/part.py): values decoded, expressions read.
import { NDArray, filled } from '../numpy/array.js';
import { answerOf } from '../python/answer.js';
import { call } from '../python/calls.js';
import { PythonError } from '../python/faults.js';
import { Tuple } from '../python/values.js';
import { Fault, nothing, plain } from './plain.js';

const number = value => value === null ? NaN : typeof value === 'object' ? value.inf * Infinity : value;

/** A value from the data; `kind` is that of an argument. */
export function decoded(value, kind) {
  if (Array.isArray(value)) return arrayOf(value, kind === 'ints' ? 'i' : 'f');
  if (value === null || typeof value === 'number') return kind === 'int' ? BigInt(value) : number(value);
  if (typeof value !== 'object') return value;
  if ('tuple' in value) return Tuple.from(value.tuple.map(item => decoded(item)));
  if ('shape' in value) return filled(value.shape, 0, kind === 'ints' ? 'i' : 'f');
  return 'inf' in value ? number(value) : nothing();
}

function arrayOf(value, kind) {
  const shape = [];
  for (let inner = value; Array.isArray(inner); [inner] = inner) shape.push(inner.length);
  return new NDArray(shape, value.flat(Infinity).map(number), kind);
}

const read = new Map();

/** The cases of a part, those with an edge last. */
export const casesOf = ({ cases }) => [...cases.filter(c => !c.edge), ...cases.filter(c => c.edge)];

/** An instance of a case, a Map of names and values. */
export const instanceOf = ({ names, kinds }, { given }, k) => new Map(
  names.map((name, j) => [name, decoded(given[name][k], kinds[j])]));

/** The value of an expression of the data in these names. */
export function valueOf(text, names, values) {
  const key = `${names}: ${text}`;
  if (!read.has(key)) read.set(key, answerOf(text, names)());
  return call(read.get(key), values);
}

function expression(...given) {
  try {
    return plain(valueOf(...given));
  } catch (error) {
    if (error instanceof PythonError) return nothing();
    throw error;
  }
}

/** The form in which values are compared, for a part where an order or a sign is free. */
export const canonical = (part, value) => value instanceof Fault ? value : expression(part.canonical, ['value'],
  [value]);

/** A mistaken value from the data, which may be a multiple of the expected one. */
function besideExpected(value, expected) {
  if (value?.tuple) return Tuple.from(value.tuple.map((item, k) => besideExpected(item, expected[k])));
  const times = value?.times;
  if (times === undefined) return decoded(value);
  return expected instanceof NDArray ? new NDArray(expected.shape, expected.values().map(v => v * times))
    : expected * times;
}

/** What a mistake leads to at an instance of a case, a Map of names and values. */
export function mistaken(part, number, one, k, instance, expected) {
  const { text } = part.mistakes[number];
  if (!text) return besideExpected(one.mistakes[number][k], expected);
  const names = [...part.names, 'expected'], of = item => expression(text, names, [...instance.values(), item]);
  return expected instanceof Tuple ? Tuple.from(Array.from(expected, of)) : of(expected);
}
