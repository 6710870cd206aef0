// Python's values as JavaScript's: float is number, int bigint, bool boolean, str string, None null, list Array.
// The others stand here.
import { NDArray } from '../numpy/array.js';
import { entry, rows } from '../numpy/convert.js';
import { TYPE_NAMES } from '../numpy/dtypes.js';
import { spend } from './budget.js';
import { beyond, raise } from './faults.js';
import { floatText } from './numbers.js';

export const ELLIPSIS = Symbol('Ellipsis');

/** A tuple; `fields` are the names of its items, if it is a named one. */
export class Tuple extends Array {
  static get [Symbol.species]() { return Array; }
  static from(items, fields = null) {
    const made = new Tuple();
    for (const item of items) made.push(item);
    return fields ? Object.assign(made, { fields }) : made;
  }
  constructor(...items) { super(); this.push(...items); }
}

export class Range {
  constructor(start, stop, step) { Object.assign(this, { start, stop, step }); }
  get length() { return Math.max(0, Math.ceil((this.stop - this.start) / this.step)); }
  * [Symbol.iterator]() {
    for (let k = 0, n = this.length; k < n; k++) {
      spend();
      yield BigInt(this.start + k * this.step);
    }
  }
}

export class Slice {
  constructor(start, stop, step) { Object.assign(this, { start, stop, step }); }

  /** The positions in something of this length. */
  positions(length) {
    const step = this.step ?? 1, [low, high] = step > 0 ? [0, length] : [-1, length - 1], out = [];
    if (step === 0) raise('ValueError', 'slice step cannot be zero');
    const clip = (k, otherwise) => k === null ? otherwise : Math.min(Math.max(k < 0 ? k + length : k, low), high);
    const start = clip(this.start, step > 0 ? 0 : length - 1), stop = clip(this.stop, step > 0 ? length : -1);
    for (let k = start; step > 0 ? k < stop : k > stop; k += step) out.push(k);
    return out;
  }
}

/** A dict; keys are compared as Python does for numbers, text and tuples of them. */
export class Dict extends Map {
  static key(value) {
    if (value instanceof NDArray && !value.ndim) return value.at(0);
    if (value instanceof Tuple) return `(${Array.from(value, item => `${typeof item} ${String(Dict.key(item))}`)})`;
    if (value instanceof NDArray || Array.isArray(value) || value instanceof Dict) {
      raise('TypeError', `unhashable type: '${typeName(value)}'`);
    }
    return typeof value === 'bigint' || typeof value === 'boolean' ? Number(value) : value;
  }
  get(key) { return this.has(key) ? super.get(Dict.key(key))[1] : raise('KeyError', repr(key)); }
  has(key) { return super.has(Dict.key(key)); }
  put(key, value) { super.set(Dict.key(key), [super.get(Dict.key(key))?.[0] ?? key, value]); return this; }
  remove(key) { return super.delete(Dict.key(key)); }
  get pairs() { return [...super.values()]; }
}

const WORDS = { true: 'True', false: 'False', null: 'None' };

/** repr of numbers and texts, None, True, False, and of tuples and lists of these; undefined for others. */
export function repr(v) {
  if (v instanceof NDArray && !v.ndim) return repr(entry(v.at(0), v.kind));
  if (typeof v === 'string') return `'${v}'`;
  if (typeof v === 'number') return floatText(v);
  if (typeof v === 'bigint') return String(v);
  if (!Array.isArray(v)) return WORDS[v];
  const items = Array.from(v, repr), listed = items.join(', ');
  if (items.includes(undefined)) return undefined;
  return v instanceof Tuple ? `(${listed}${v.length === 1 ? ',' : ''})` : `[${listed}]`;
}

export class PySet extends Dict {
  static from(items) { const made = new PySet(); for (const item of items) made.put(item, item); return made; }
}

/** What a formatted string gives: nobody sees what is printed, and nothing else is known of it. */
export class Message {}

/** What can be called: call(given, named) with an Array and an object. `parameters` is null if they are not told.
 * `begin`, if there is one, is the same call as a generator that pauses in each round of a loop. */
export class Callable {
  constructor(name, call, parameters = null, begin = null) { Object.assign(this, { name, call, parameters, begin }); }
}

/** A module or a type: attributes by name, and perhaps a call. */
export class Namespace {
  constructor(name, members) { Object.assign(this, { name, members }); }
}

const TYPES = [[Tuple, 'tuple'], [Array, 'list'], [Range, 'range'], [Slice, 'slice'], [PySet, 'set'], [Dict, 'dict'],
  [Callable, 'function'], [Namespace, 'module']];

export function typeName(value) {
  if (value === null) return 'NoneType';
  if (value instanceof NDArray) return value.ndim ? 'numpy.ndarray' : `numpy.${TYPE_NAMES[value.kind]}`;
  if (value instanceof Message) beyond('A text made with f"…" cannot be used here.');
  const named = TYPES.find(([type]) => value instanceof type)?.[1];
  return named ?? { number: 'float', bigint: 'int', boolean: 'bool', string: 'str' }[typeof value]
    ?? (value === ELLIPSIS ? 'ellipsis' : 'generator');
}

export function truth(value) {
  if (value instanceof NDArray) {
    if (value.size > 1) {
      raise('ValueError', 'The truth value of an array with more than one element is ambiguous. '
        + 'Use a.any() or a.all()');
    }
    if (!value.size) raise('ValueError',
      'The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.');
    return value.at(0) !== 0;
  }
  if (Array.isArray(value) || value instanceof Range) return value.length > 0;
  if (value instanceof Dict) return value.size > 0;
  if (value instanceof Message) typeName(value);
  return value === 0n || value === 0 || value === '' ? false : value !== null && value !== false;
}

/** The items of a value, in order. */
export function iterate(value, fault = name => `'${name}' object is not iterable`) {
  if (value instanceof NDArray && value.ndim) return rows(value);
  if (value instanceof Dict) return value.pairs.map(([key]) => key);
  if (Array.isArray(value) || value instanceof Range || typeof value === 'string') return value;
  if (typeof value?.next === 'function') return value;
  return raise('TypeError', fault(typeName(value)));
}
