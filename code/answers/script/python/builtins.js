// The names that every text knows: len, range, max, zip ...
import { NDArray } from '../numpy/array.js';
import { isNone, isOn, toFloat, whole } from '../numpy/convert.js';
import { apply } from '../numpy/elementwise.js';
import { rounded } from '../numpy/methods.js';
import { np } from '../numpy/namespace.js';
import { inSortedOrder, member } from './attributes.js';
import { spend } from './budget.js';
import { call, define, defined } from './calls.js';
import { messageText } from './execute.js';
import { beyond, raise } from './faults.js';
import { even } from './numbers.js';
import { binary, compare, isNumber } from './operators.js';
import { Callable, Dict, Message, Namespace, PySet, Range, Tuple, iterate, repr, truth, typeName } from './values.js';

function best(name, word) {
  return new Callable(name, (given, { key, default: otherwise, ...more }) => {
    if (Object.keys(more).length) beyond(`${name} has no argument ${Object.keys(more)[0]} on this page.`);
    if (!given.length) raise('TypeError', `${name} expected at least 1 argument, got 0`);
    const items = given.length === 1 ? [...iterate(given[0])] : given, rank = key ? v => call(key, [v]) : v => v;
    if (!items.length) return otherwise === undefined ? raise('ValueError', `${name}() arg is an empty sequence`)
      : otherwise;
    return items.map(v => [v, rank(v)]).reduce((a, b) => truth(compare(word, b[1], a[1])) ? b : a)[0];
  });
}

function length(value) {
  if (value instanceof NDArray && value.ndim) return BigInt(value.shape[0]);
  if (value instanceof Dict) return BigInt(value.size);
  if (Array.isArray(value) || typeof value === 'string' || value instanceof Range) return BigInt(value.length);
  return raise('TypeError', `object of type '${typeName(value)}' has no len()`);
}

function range(...given) {
  const [start, stop, step = 1] = given.length === 1 ? [0, whole(given[0])] : given.map(whole);
  if (!given.length || given.length > 3) raise('TypeError',
    `range expected at ${given.length ? 'most 3 arguments' : 'least 1 argument'}, got ${given.length}`);
  return step === 0 ? raise('ValueError', 'range() arg 3 must not be zero') : new Range(start, stop, step);
}

function* zipped(given) {
  const all = given.map(v => iterate(v)[Symbol.iterator]());
  while (all.length) {
    const found = [];
    for (const one of all) {
      const { done, value } = one.next();
      if (done) return;
      found.push(value);
    }
    spend();
    yield Tuple.from(found);
  }
}

function* numbered(items, start = 0n) { let k = start; for (const item of items) { spend(); yield new Tuple(k++, item);
  } }
function* mapped(f, given) { for (const one of zipped(given)) yield call(f, [...one]); }
function* kept(f, items) { for (const item of items) { spend();
  if (truth(f === null ? item : call(f, [item]))) yield item; } }

function absolute(v) {
  if (v instanceof NDArray) return apply('absolute', v);
  if (!isNumber(v)) raise('TypeError', `bad operand type for abs(): '${typeName(v)}'`);
  return typeof v === 'number' ? Math.abs(v) : BigInt(v) < 0n ? -BigInt(v) : BigInt(v);
}

function int(v = 0n) {
  if (typeof v === 'string') {
    return /^\s*[-+]?\d+(_\d+)*\s*$/.test(v) ? BigInt(v.trim().replaceAll('_', '')) : raise('ValueError',
      `invalid literal for int() with base 10: '${v}'`);
  }
  const x = typeof v === 'bigint' ? v
    : toFloat(v, 'int() argument must be a string, a bytes-like object or a real number');
  if (typeof x === 'bigint' || Number.isFinite(x)) return BigInt(typeof x === 'bigint' ? x : Math.trunc(x));
  return raise(x === x ? 'OverflowError' : 'ValueError',
    `cannot convert float ${x === x ? 'infinity' : 'NaN'} to integer`);
}

function float(v = 0) {
  if (typeof v !== 'string') return toFloat(v, 'float() argument must be a string or a real number');
  const word = v.trim().toLowerCase(), [, sign, named] = /^([-+]?)(inf|infinity|nan)$/.exec(word) ?? [];
  if (named) return (sign === '-' ? -1 : 1) * (named === 'nan' ? NaN : Infinity);
  const found = /^[-+\d.e_]+$/.test(word) ? Number(word.replaceAll('_', '')) : NaN;
  return found === found ? found : raise('ValueError', `could not convert string to float: '${v}'`);
}

/** Rounding of the exact value of x, so that 2.675 becomes 2.67, which lies nearer to it. */
function round(v, digits) {
  if (v instanceof NDArray && (v.ndim || digits)) return rounded(v, digits ? whole(digits) : 0);
  if (isNone(digits)) return typeof v === 'bigint' ? v
    : int(even(toFloat(v, 'round() argument must be a real number')));
  if (typeof v === 'boolean') beyond('round() of a truth value cannot be used here.');
  const n = whole(digits);
  if (typeof v === 'bigint') return n < 0 ? beyond('Rounding of whole numbers cannot be used here.') : v;
  if (!Number.isFinite(v) || n > 100) return v;
  return n < 0 ? even(v * 10 ** n) / 10 ** n : Number(exactlyHalf(v, n) ? (even(v * 10 ** n) / 10 ** n).toFixed(n)
    : v.toFixed(n));
}

const exactlyHalf = (v, n) => Number.isInteger(v * 2 ** (n + 1)) && Math.abs((v * 10 ** n) % 1) === 0.5;

const isArray = (kinds, dimension) => v => v instanceof NDArray && (!dimension || !v.ndim) && kinds.includes(v.kind);
export const KINDS = {
  float: v => typeof v === 'number' || isArray('f', true)(v), int: v => typeof v === 'bigint' || typeof v === 'boolean',
  bool: v => typeof v === 'boolean', str: v => typeof v === 'string', list: v => Array.isArray(v)
    && !(v instanceof Tuple),
  tuple: v => v instanceof Tuple, dict: v => v instanceof Dict && !(v instanceof PySet), set: v => v instanceof PySet,
};
const type = (name, make, kind) => Object.assign(
  new Namespace(name, { __call__: define(name, 'x=', make) }), { kind, has: KINDS[name] });

function isInstance(v, types) {
  if (types === undefined) raise('TypeError', 'isinstance expected 2 arguments, got 1');
  return (types instanceof Tuple ? [...types] : [types]).some(t => t?.has ? t.has(v)
    : beyond('isinstance cannot ask for this type here.'));
}

const str = (v = '') => typeof v === 'string' ? v : repr(v) ?? new Message();

// An exception: raise X and raise X("message").
const EXCEPTIONS = ['ArithmeticError', 'AssertionError', 'Exception', 'IndexError', 'KeyError', 'NotImplementedError',
  'OverflowError',
  'RuntimeError', 'TypeError', 'ValueError', 'ZeroDivisionError'];
const exception = name => Object.assign(
  new Callable(name, ([message = '']) => ({ raises: name, message: messageText(message) })), { raises: name });

const NOT_HERE = ('aiter anext ascii bin breakpoint bytearray bytes chr classmethod compile complex delattr dir eval '
  + 'exec format frozenset getattr globals hasattr hash help hex id input iter locals memoryview next object oct open '
  + 'ord property repr setattr slice staticmethod super type vars __import__').split(' ');
const notHere = name => new Callable(name, () => beyond(`${name}() cannot be used here.`));

const dict = (given, named) => {
  const made = new Dict(), [first = []] = given;
  for (const [key, value] of first instanceof Dict ? first.pairs
    : [...iterate(first)].map(pair => [...iterate(pair)])) made.put(key, value);
  for (const [key, value] of Object.entries(named)) made.put(key, value);
  return made;
};

/** Its functions come with further.js. */
export const math = new Namespace('math', { pi: Math.PI, e: Math.E, inf: Infinity, nan: NaN });

export const builtins = {
  np, numpy: np, math, __name__: '__main__', ...Object.fromEntries(NOT_HERE.map(name => [name, notHere(name)])),
  ...Object.fromEntries(EXCEPTIONS.map(name => [name, exception(name)])),
  float: type('float', float, 'f'), int: type('int', int, 'i'), bool: type('bool', (v = false) => truth(v), 'b'),
  str: type('str', str), list: type('list', (v = []) => [...iterate(v)]),
  tuple: type('tuple', (v = []) => Tuple.from(iterate(v))), set: type('set', (v = []) => PySet.from(iterate(v))),
  dict: Object.assign(new Namespace('dict', { __call__: new Callable('dict', dict) }), { has: KINDS.dict }),
  min: best('min', '<'), max: best('max', '>'), print: new Callable('print', () => null),
  ...defined({
    zip: ['*given', given => { given.forEach(v => iterate(v)); return zipped(given); }],
    len: ['obj', length], range: ['*given', given => range(...given)], abs: ['x', absolute],
    sum: ['iterable, start=', (items, start = 0n) => [...iterate(items)].reduce((a, b) => binary('+', a, b), start)],
    any: ['iterable', items => { for (const v of iterate(items)) if (truth(v)) return true; return false; }],
    all: ['iterable', items => { for (const v of iterate(items)) if (!truth(v)) return false; return true; }],
    enumerate: ['iterable, start=', (items, start) => numbered(iterate(items), start)],
    map: ['f, *given', (f, given) => { given.forEach(v => iterate(v)); return mapped(f, given); }],
    filter: ['f, iterable', (f, items) => kept(f, iterate(items))],
    reversed: ['sequence', v => [...iterate(v)].reverse()[Symbol.iterator]()],
    sorted: ['iterable, *, key=, reverse=', (items, key, reverse) => inSortedOrder(iterate(items), key, isOn(reverse))],
    round: ['number, ndigits=', round], pow: ['base, exp', (a, b) => binary('**', a, b)],
    divmod: ['x, y', (a, b) => new Tuple(binary('//', a, b), binary('%', a, b))],
    isinstance: ['v, types=', isInstance], callable: ['obj', v => v instanceof Callable],
  }),
};

/** A module by the name under which it is imported. */
export function moduleNamed(name) {
  if (name === 'numpy.linalg') return member(np, 'linalg');
  return { __proto__: null, numpy: np, math }[name]
    ?? beyond(`Only numpy and math can be imported on this page, not ${name}.`);
}
