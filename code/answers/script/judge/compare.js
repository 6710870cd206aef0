// Whether two plain values are the same answer, and if not in form, how the forms differ.  As hw0.checks.compare.
import { NDArray, sameShape, shapeText } from '../numpy/array.js';
import { asArray, rows } from '../numpy/convert.js';
import { Tuple } from '../python/values.js';
import { Fault, plain } from './plain.js';

const isText = v => typeof v === 'string';
const isBool = v => typeof v === 'boolean';
const shapeOf = v => v instanceof NDArray ? v.shape : [];

/** Whether the shape is the expected one; a row (1, n) may come as (n,). */
function fits(expected, got) {
  const wanted = shapeOf(expected), found = shapeOf(got);
  return sameShape(wanted, found) || (wanted.length === 2 && wanted[0] === 1 && sameShape(wanted.slice(1), found));
}

/** `got` in the container that is asked for: a list of several values as a tuple, a tuple of numbers as an array. */
export function asAsked(expected, got) {
  if (expected instanceof Tuple && got instanceof NDArray && got.shape[0] === expected.length) {
    const values = Tuple.from([...rows(got)].map(plain));
    return formFault(expected, values) ? got : values;
  }
  if (expected instanceof Tuple && got instanceof Tuple && got.length === expected.length) {
    const values = Array.from(expected, (e, k) => asAsked(e, got[k]));
    return values.find(v => v instanceof Fault) ?? Tuple.from(values);
  }
  if (expected instanceof NDArray && got instanceof Tuple) {
    try { return plain(asArray([...got])); } catch { return new Fault('rows of different lengths',
      'Return an array of numbers.'); }
  }
  return got;
}

/** A sentence on how the form of `got` differs from what is expected, or null. */
export function formFault(expected, got, words = []) {
  if (got instanceof Fault) return got.advice;
  if (isText(expected)) {
    return isText(got) && words.includes(got) ? null : `Answer with one of ${words.map(w => `'${w}'`).join(', ')}.`;
  }
  if (isBool(expected)) return isBool(got) ? null : 'Answer with True or False.';
  if (expected instanceof Tuple) {
    if (!(got instanceof Tuple) || got.length !== expected.length)
      return `Return ${expected.length} values, as a tuple.`;
    return expected.map((one, k) => formFault(one, got[k])).find(Boolean) ?? null;
  }
  if (isText(got) || isBool(got)) return 'Return numbers.';
  if (got instanceof Tuple) return `Return one number, not ${got.length} values.`;
  if (!shapeOf(expected).length) {
    return shapeOf(got).length ? `Return one number; this is an array of shape ${shapeText(got.shape)}.` : null;
  }
  return fits(expected, got) ? null
    : `The shape must be ${shapeText(expected.shape)}; it is ${shapeText(shapeOf(got))}.`;
}

/** Whether both have one form and the same values up to rtol times the largest expected one, at least rtol. */
export function same(expected, got, rtol) {
  if (expected instanceof Fault || got instanceof Fault) return expected instanceof Fault && got instanceof Fault
    && expected.says === got.says;
  if ([expected, got].some(v => isText(v) || isBool(v))) return expected === got;
  if (expected instanceof Tuple || got instanceof Tuple) {
    return expected instanceof Tuple && got instanceof Tuple && expected.length === got.length
      && expected.every((e, k) => same(e, got[k], rtol));
  }
  return fits(expected, got) && differing(expected, got, rtol).length === 0;
}

/** The positions at which two arrays of one size, or two numbers, differ. */
export function differing(expected, got, rtol) {
  const [e, g] = [expected, got].map(v => v instanceof NDArray ? v.values() : [v]);
  const scale = rtol * e.reduce((m, v) => Number.isFinite(v) ? Math.max(m, Math.abs(v)) : m, 1);
  return [...e.keys()].filter(k => !(Number.isFinite(e[k]) ? Math.abs(g[k] - e[k]) <= scale : Object.is(e[k], g[k])));
}
