// An array is a shape, a list of places in a buffer, and the kind of its numbers (dtypes.js).
// A view is another list of places in the same buffer; so every question about axes is one about places.
import { spend } from '../python/budget.js';
import { beyond, raise } from '../python/faults.js';
import { converted } from './dtypes.js';

const LARGEST = 2 ** 20; // entries of an array
const KEPT_ORDERS = 1024;
const ORDERS = [];

/** How many entries an array of this shape has. */
export function entriesIn(shape) {
  let n = 1;
  for (const m of shape) n *= m < 0 ? raise('ValueError', 'negative dimensions are not allowed') : m;
  if (n > LARGEST) beyond(`An array of shape ${shapeText(shape)} is too large for this page.`);
  spend(n / 16);
  return n;
}
export const shapeText = shape => `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;
export const tight = shape => shapeText(shape).replaceAll(' ', '');
export const sameShape = (a, b) => a.length === b.length && a.every((m, d) => m === b[d]);

/** 0, 1, ..., n - 1, shared by all small arrays whose places are in order. */
function inPlaceOrder(n) {
  if (n >= KEPT_ORDERS) return Array.from({ length: n }, (_, k) => k);
  return ORDERS[n] ??= Array.from({ length: n }, (_, k) => k);
}

export class NDArray {
  /** `weak` marks a number of Python's own, `fixed` a view that must not be written to. */
  constructor(shape, buffer, kind = 'f', places = null) {
    this.shape = shape;
    this.buffer = buffer;
    this.kind = kind;
    this.places = places ?? inPlaceOrder(buffer.length);
    this.weak = false;
    this.fixed = false;
  }

  get size() { return this.places.length; }
  get ndim() { return this.shape.length; }
  at(k) { return this.buffer[this.places[k]]; }

  /** The numbers in order, as a new Array: for a dozen of them that is quicker than a Float64Array. */
  values() {
    if (this.places === ORDERS[this.buffer.length]) return this.buffer.slice();
    const { buffer, places } = this, out = new Array(places.length);
    for (let k = 0; k < out.length; k++) out[k] = buffer[places[k]];
    return out;
  }

  /** A new array with the same numbers, turned into another kind. */
  copy(kind = this.kind) {
    const values = this.values();
    if (kind !== this.kind) for (let k = 0; k < values.length; k++) values[k] = converted(values[k], kind);
    return new NDArray(this.shape, values, kind);
  }

  /** The same buffer seen in another shape, through other places. */
  view(shape, places) {
    const seen = new NDArray(shape, this.buffer, this.kind, places);
    seen.fixed = this.fixed;
    return seen;
  }

  /** The array with one axis less, at position k of the first one: a number if there is no other. */
  row(k) {
    const shape = this.shape.slice(1), n = shape.reduce((p, m) => p * m, 1);
    return this.view(shape, this.places.slice(k * n, (k + 1) * n));
  }
}

export const array = (shape, values, kind = 'f') => new NDArray(shape, Array.from(values), kind);
export const scalar = (value, kind = 'f') => new NDArray([], [value], kind);
export const filled = (shape, value = 0, kind = 'f') => new NDArray(shape, Array(entriesIn(shape)).fill(value), kind);

/** The shape that shapes are stretched to. */
export function broadcastShape(...shapes) {
  const n = Math.max(0, ...shapes.map(s => s.length));
  return Array.from({ length: n }, (_, d) => {
    const sizes = shapes.map(s => s[d - n + s.length] ?? 1), size = sizes.find(m => m !== 1) ?? 1;
    if (sizes.some(m => m !== 1 && m !== size)) {
      raise('ValueError', `operands could not be broadcast together with shapes ${shapes.map(tight).join(' ')}`);
    }
    return size;
  });
}

/** The array stretched to a shape that it fits: a view. */
export function broadcast(a, shape) {
  if (sameShape(a.shape, shape)) return a;
  const lead = shape.length - a.shape.length, own = strides(a.shape), n = entriesIn(shape);
  if (a.size === 1) return a.view(shape, Array(n).fill(a.places[0]));
  const by = shape.map((m, d) => d < lead || a.shape[d - lead] === 1 ? 0 : own[d - lead]);
  return a.view(shape, walk(shape, by).map(k => a.places[k]));
}

/** How far apart neighbours along each axis lie in row-major order. */
export function strides(shape) {
  const out = Array(shape.length).fill(1);
  for (let d = shape.length - 2; d >= 0; d--) out[d] = out[d + 1] * shape[d + 1];
  return out;
}

/** The offsets that a row-major walk over a shape meets with these strides. */
export function walk(shape, by) {
  let out = [0];
  shape.forEach((m, d) => {
    const next = [];
    for (const k of out) for (let j = 0; j < m; j++) next.push(k + j * by[d]);
    out = next;
  });
  return out;
}

export function axisOf(axis, ndim) {
  const d = axis < 0 ? axis + ndim : axis;
  if (d < 0 || d >= ndim) raise('AxisError', `axis ${axis} is out of bounds for array of dimension ${ndim}`);
  return d;
}

/** Several axes, each named once. */
export function axesOf(axes, ndim, fault = "duplicate value in 'axis'") {
  const found = axes.map(axis => axisOf(axis, ndim));
  return new Set(found).size === found.length ? found : raise('ValueError', fault);
}

export function transpose(a, order = a.shape.map((_, d) => a.ndim - 1 - d)) {
  if (a.ndim < 2 && order.length === a.ndim) return a.view(a.shape, a.places);
  if (order.length !== a.ndim) raise('ValueError', "axes don't match array");
  const axes = axesOf(order, a.ndim, 'repeated axis in transpose'), by = strides(a.shape);
  const shape = axes.map(d => a.shape[d]);
  return a.view(shape, walk(shape, axes.map(d => by[d])).map(k => a.places[k]));
}

/** The array in another shape, at most one of its sizes -1: a view where NumPy gives one, else a copy. */
export function reshape(a, shape) {
  const open = shape.indexOf(-1), rest = shape.reduce((n, m) => m === -1 ? n : n * m, 1);
  if (shape.filter(m => m === -1).length > 1) raise('ValueError', 'can only specify one unknown dimension');
  const full = open < 0 ? shape : shape.map((m, d) => d === open ? a.size / rest : m);
  if (full.reduce((n, m) => n * m, 1) !== a.size || full.some(m => !Number.isInteger(m))) {
    raise('ValueError', `cannot reshape array of size ${a.size} into shape ${tight(shape).replace('-1', 'newaxis')}`);
  }
  return canBeSeen(a, full) ? a.view(full, a.places) : new NDArray(full, a.values(), a.kind);
}

/** Whether the entries of an array can be seen in another shape without moving them: where one axis is cut into
 * several, or several into one, their strides have to follow from each other. */
function canBeSeen(a, shape) {
  const old = a.shape.map((m, d) => [m, d]).filter(([m]) => m !== 1), sizes = shape.filter(m => m !== 1),
    by = strides(a.shape);
  const step = d => a.places[by[d]] - a.places[0];
  for (let i = 0, j = 0; a.size && i < old.length && j < sizes.length;) {
    let [from, to] = [old[i][0], sizes[j]];
    const first = i;
    while (from !== to) if (from < to) from *= old[++i][0]; else to *= sizes[++j];
    for (let k = first; k < i; k++) if (step(old[k][1]) !== old[k + 1][0] * step(old[k + 1][1])) return false;
    i++;
    j++;
  }
  return true;
}
