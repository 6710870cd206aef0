// Whether two plain values are the same answer, and if not in form, how the forms differ.  As hw0.checks.compare.
import { NDArray, filled, sameShape, shapeText } from '../numpy/array.js';
import { rows } from '../numpy/convert.js';
import { Tuple } from '../python/values.js';
import { Fault, plain } from './plain.js';

const isText = v => typeof v === 'string';
const isBool = v => typeof v === 'boolean';
const shapeOf = v => v instanceof NDArray ? v.shape : [];

/** Whether a part asks for a row (1, n), which may come as (n,); a batch of one example is none. */
export const wantsRow = ({ asks }) => asks.includes('(1, n)');

/** Whether the shape is the expected one, or that of a row (1, n) that may come as (n,). */
function fits(expected, got, row) {
  const wanted = shapeOf(expected), found = shapeOf(got);
  return sameShape(wanted, found)
    || (row && wanted.length === 2 && wanted[0] === 1 && sameShape(wanted.slice(1), found));
}

const STAYS = ['stay', 'no change', 'unchanged', 'does not move', 'unmoved', 'no movement', 'nothing'];
const LSTSQ = 'np.linalg.lstsq gives four values, the solution first: take [0].';
const NO_PART = { words: [], names: [], asks: '', constant: false };

/** `got` in the form that is asked for where both mean the same: a list of values as a tuple, a tuple of numbers
 * as an array, a number for an array of it where an answer may be a constant, None for nan, "Left." for 'left'. */
export function asAsked(expected, got, part = NO_PART) {
  if (part.constant && expected instanceof NDArray && typeof got === 'number') return filled(expected.shape, got);
  if (Object.is(expected, NaN) && got instanceof Fault && got.says === 'None') return NaN;
  if (isText(expected) && isText(got)) return wordMeant(got, part.words);
  if (expected instanceof Tuple && got instanceof NDArray && got.shape[0] === expected.length) {
    const values = Tuple.from([...rows(got)].map(plain));
    return formFault(expected, values) ? got : values;
  }
  if (expected instanceof Tuple && got instanceof Tuple && got.length === expected.length) {
    const values = Array.from(expected, (e, k) => asAsked(e, got[k]));
    return values.find(v => v instanceof Fault) ?? Tuple.from(values);
  }
  if (expected instanceof NDArray && got instanceof Tuple) {
    const shapes = new Set(Array.from(got, item => shapeOf(item).join()));
    if (got.length === 4 && shapes.size > 1) return new Fault('four values', LSTSQ);
    const found = plain([...got]);
    return found instanceof Tuple ? new Fault('rows of different lengths', 'Return an array of numbers.') : found;
  }
  return got;
}

function wordMeant(got, words) {
  const word = got.replace(/^[ .!'"\n\t]+|[ .!'"\n\t]+$/g, '').toLowerCase();
  return STAYS.includes(word) ? 'stays' : words.includes(word) ? word : got;
}

const TUPLE = /^\(([\p{L}\p{N}_, ]+)\)/u; // what a part asks for begins with the names of its values

function wordFault(got, { words, names }) {
  if (isText(got) && words.includes(got)) return null;
  const depends = isText(got) && words.some(word => got.toLowerCase().split(/\s+/).includes(word));
  return `Answer with one of ${words.map(w => `'${w}'`).join(', ')}.`
    + (depends ? ` If it depends on the arguments, write a function of (${names.join(', ')}).` : '');
}

const namesOf = part => TUPLE.exec(part.asks)?.[1].split(', ') ?? [];

/** The names of the values that are wrong where several are asked for and some are right; else none. */
export function wrongAmong(expected, got, part) {
  if (part.canonical || !(got instanceof Tuple)) return [];
  const names = namesOf(part), wrong = names.filter((_, k) => !same(expected[k], got[k], part.rtol));
  return wrong.length < names.length ? wrong : [];
}

/** A sentence on how the form of `got` differs from what is expected, or null. */
export function formFault(expected, got, part = NO_PART) {
  if (got instanceof Fault) return got.advice;
  if (isText(expected)) return wordFault(got, part);
  if (isBool(expected)) return isBool(got) ? null : 'Answer with True or False.';
  if (expected instanceof Tuple) {
    if (!(got instanceof Tuple) || got.length !== expected.length)
      return `Return ${expected.length} values, as a tuple.`;
    const names = namesOf(part).map(name => `${name}: `);
    const faults = Array.from(expected, (one, k) => formFault(one, got[k])), first = faults.findIndex(Boolean);
    return first < 0 ? null : `${names[first] ?? ''}${faults[first]}`;
  }
  if (isText(got) || isBool(got)) return 'Return numbers.';
  if (got instanceof Tuple) return `Return one number, not ${got.length} values.`;
  if (!shapeOf(expected).length) {
    return shapeOf(got).length ? `Return one number; this is an array of shape ${shapeText(got.shape)}.` : null;
  }
  return fits(expected, got, wantsRow(part)) ? null
    : `The shape must be ${shapeText(expected.shape)}; it is ${shapeText(shapeOf(got))}.`;
}

/** Whether both have one form and the same values up to rtol times the largest expected one, at least rtol. */
export function same(expected, got, rtol, row = true) {
  if (expected instanceof Fault) return got instanceof Fault;
  if ([expected, got].some(v => isText(v) || isBool(v))) return expected === got;
  if (expected instanceof Tuple || got instanceof Tuple) {
    return expected instanceof Tuple && got instanceof Tuple && expected.length === got.length
      && expected.every((e, k) => same(e, got[k], rtol, row));
  }
  return fits(expected, got, row) && differing(expected, got, rtol).length === 0;
}

/** Whether `got` holds numbers of single precision that agree with what is expected to that precision. */
export function single(expected, got) {
  if (expected instanceof Tuple && got instanceof Tuple && expected.length === got.length) {
    return expected.every((e, k) => single(e, got[k]));
  }
  const entries = got instanceof NDArray ? got.values() : [got];
  return entries.every(v => Object.is(Math.fround(v), v)) && same(expected, got, 1e-4);
}

/** The positions at which two arrays of one size, or two numbers, differ. */
export function differing(expected, got, rtol) {
  const [e, g] = [expected, got].map(v => v instanceof NDArray ? v.values() : [v]);
  const scale = rtol * e.reduce((m, v) => Number.isFinite(v) ? Math.max(m, Math.abs(v)) : m, 1);
  return [...e.keys()].filter(k => !(Number.isFinite(e[k]) ? Math.abs(g[k] - e[k]) <= scale : Object.is(e[k], g[k])));
}
