// Values of both spellings as forms that can be compared; NumPy does not say whether an array of one axis is a row or a
// column.
import { NDArray, filled, reshape, sameShape } from '../numpy/array.js';
import { differing } from '../judge/compare.js';
import { Fault } from '../judge/plain.js';
import { Eye, Index, ZERO, eye, said } from '../notation/values.js';

export const UNDEFINED = Symbol('no value there');

/** A value as number, NDArray, Eye, boolean, Fault or UNDEFINED. */
export function formOf(value) {
  if (value instanceof Index) return value.value;
  if (value instanceof NDArray && value.size === 1) return value.at(0);
  return typeof value === 'bigint' ? Number(value) : value;
}

const isArray = v => v instanceof NDArray;
const isVector = a => a.ndim < 2 || a.shape.includes(1);

/** The two as arrays of one shape, or null if no reading gives them one. */
function aligned(a, b) {
  if (a instanceof Eye && b instanceof Eye) return [a.scale, b.scale];
  if (a instanceof Eye || b instanceof Eye) {
    const turn = a instanceof Eye ? pair => pair : ([x, y]) => [y, x], [one, other] = turn([a, b]);
    if (!isArray(other)) return turn([one.scale, other]);
    if (one === ZERO) return turn([filled(other.shape), other]);
    return other.ndim === 2 && other.shape[0] === other.shape[1] ? turn([eye(other.shape[0], one.scale), other]) : null;
  }
  if (!isArray(a) && !isArray(b)) return [a, b];
  if (!isArray(a) || !isArray(b)) return null;
  if (sameShape(a.shape, b.shape)) return [a, b];
  const loose = a.ndim < 2 || b.ndim < 2;
  return loose && a.size === b.size && isVector(a) && isVector(b) ? [reshape(a, [a.size]), reshape(b, [b.size])] : null;
}

/** Whether two forms are the same up to rtol times the largest entry of either. */
export function agree(a, b, rtol) {
  if (a === UNDEFINED || b === UNDEFINED) return true;
  if (a instanceof Fault || b instanceof Fault) return false;
  if (typeof a === 'boolean' || typeof b === 'boolean') return a === b;
  const pair = aligned(a, b);
  return pair !== null && (differing(...pair, rtol).length === 0 || differing(pair[1], pair[0], rtol).length === 0);
}

/** How far apart the entries of two forms are at most; infinite if they cannot be compared. */
export function distance(a, b) {
  const pair = [a, b].some(v => v === UNDEFINED || v instanceof Fault || typeof v === 'boolean') ? null : aligned(a, b);
  if (!pair) return Infinity;
  const [x, y] = pair.map(v => isArray(v) ? v.values() : [v]);
  return Math.max(...x.map((v, k) => Math.abs(v - y[k])));
}

/** A sentence on how the forms of two values differ, or "". */
export function formsDiffer(a, b) {
  if ([a, b].some(v => v === UNDEFINED || v instanceof Fault || typeof v === 'boolean') || aligned(a, b)) return '';
  const [one, other] = [a, b].map(said), turned = isArray(a) && isArray(b) && isVector(a) && isVector(b)
    && a.size === b.size
    ? ' Transpose one of them: here the derivative of a number is a row, and its gradient ∇ a column.' : '';
  return `${one[0].toUpperCase()}${one.slice(1)} is set equal to ${other}.${turned}`;
}

/** Two forms with NaN in all places where one of them has it. */
export function withoutGaps(...forms) {
  if (!forms.some(form => form instanceof NDArray)) return forms.some(Number.isNaN) ? [NaN, NaN] : forms;
  const gaps = forms.map(form => form instanceof NDArray ? form.values().map(Number.isNaN) : []);
  return forms.map((form, k) => form instanceof NDArray ? new NDArray(form.shape, form.values().map((v, j) =>
    gaps[0][j] || gaps[1][j] ? NaN : v)) : form === ZERO && gaps[1 - k].some(Boolean) ? new NDArray(forms[1 - k].shape,
    gaps[1 - k].map(gap => gap ? NaN : 0)) : form);
}
