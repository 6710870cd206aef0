// The values of the notation: numbers, arrays of two axes (a column is (n, 1), a row (1, n)), multiples of an identity
// and a zero whose size the neighbours tell.
import { NDArray, reshape, shapeText } from '../numpy/array.js';
import { asArray } from '../numpy/convert.js';
import { raise } from '../python/faults.js';

/** scale times the identity of whatever size fits. */
export class Eye { constructor(scale) { this.scale = scale; } }

/** 0 as it is written: a number, or zeros of any shape. */
export const ZERO = new Eye(0);

/** The value of an index, which knows its name: entries tell how far it runs. */
export class Index { constructor(name, value) { Object.assign(this, { name, value }); } }

/** A value does not exist there: a derivative at a kink, a logarithm of 0. */
export class Undefined extends Error {}

export const matrix = (n, m, of) => new NDArray([n, m],
  Array.from({ length: n * m }, (_, k) => of(Math.floor(k / m), k % m)));
export const eye = (n, scale = 1) => matrix(n, n, (i, j) => i === j ? scale : 0);

/** A value of NumPy as one of the notation: an array of one axis is a column, an array of one entry a number. */
export function columned(value) {
  if (value instanceof Eye || value instanceof Index) return value;
  const a = asArray(value);
  return a.size === 1 ? Number(a.at(0)) : a.ndim < 2 ? reshape(a, [a.size, 1]).copy('f') : a.copy('f');
}

/** An array of one entry as a number. */
export const settledValue = a => a instanceof NDArray && a.size === 1 ? a.at(0) : a;

export function said(v) {
  if (v instanceof Eye) return v === ZERO ? '0' : 'a multiple of I';
  if (!(v instanceof NDArray)) return 'a number';
  if (v.ndim < 2) return `an array ${shapeText(v.shape)}`;
  const [n, m] = v.shape, kind = m === 1 ? 'column' : n === 1 ? 'row' : 'matrix';
  return `a ${kind} ${shapeText(v.shape)}`;
}

/** The value as a JavaScript number. */
export function number(v, what) {
  if (v instanceof Index) return v.value;
  if (v === ZERO) return 0;
  if (v instanceof Eye) return v.scale;
  return v instanceof NDArray ? raise('ValueError', `${what} must be a number; this is ${said(v)}`) : Number(v);
}
