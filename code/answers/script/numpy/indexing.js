// a[index] and a[index] = value: slices, None, ..., whole numbers, and arrays of whole numbers or of truth values.
import { raise } from '../python/faults.js';
import { ELLIPSIS, Range, Slice, Tuple, truth } from '../python/values.js';
import { NDArray, array, broadcast, broadcastShape, entriesIn, strides, tight } from './array.js';
import { asArray } from './convert.js';
import { isFloat } from './dtypes.js';

const NO_INDEX = 'only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays '
  + 'are valid indices';

/** The array or number at an index: a view for slices, a copy for arrays. */
export function getEntries(a, index) {
  if (typeof index === 'bigint' && a.ndim) return oneEntry(a, Number(index));
  const { shape, places, copied } = selection(a, index), found = a.view(shape, places);
  return copied || !shape.length ? found.copy() : found;
}

function oneEntry(a, k) {
  const found = a.row(positionIn(k, a.shape[0], 0));
  return found.ndim ? found : found.copy();
}

/** A position on an axis of this length, counted from its start. */
function positionIn(k, length, axis) {
  if (k < -length || k >= length) raise('IndexError',
    `index ${k} is out of bounds for axis ${axis} with size ${length}`);
  return k < 0 ? k + length : k;
}

const itemsOf = index => index instanceof Tuple ? [...index] : [index];

/** Puts a value at an index, stretched to the shape there. */
export function setEntries(a, index, value) {
  if (a.fixed) raise('ValueError', 'assignment destination is read-only');
  const { shape, places } = selection(a, index), given = asArray(value === null && isFloat(a.kind) ? NaN : value);
  if (!shape.length && given.ndim) raise('ValueError', 'setting an array element with a sequence.');
  const lean = given.ndim > shape.length ? given.view(given.shape.slice(given.ndim - shape.length), given.places)
    : given;
  const fits = lean.shape.every((m, d) => m === 1 || m === shape[d + shape.length - lean.ndim])
    && entriesIn(lean.shape) === given.size;
  if (!fits) {
    const items = itemsOf(index);
    const masked = items.some(item => item instanceof NDArray && item.kind === 'b' && item.ndim);
    if (masked && shape.length === 1) {
      raise('ValueError', `NumPy boolean array indexing assignment cannot assign ${given.size} input values to the `
        + `${shape[0]} output values where the mask is true`);
    }
    const broadcasts = items.some(item => item instanceof NDArray || Array.isArray(item));
    const [from, to] = [tight(given.shape), tight(shape)];
    raise('ValueError', broadcasts
      ? `shape mismatch: value array of shape ${from} could not be broadcast to indexing result of shape ${to}`
      : `could not broadcast input array from shape ${from} into shape ${to}`);
  }
  const from = broadcast(lean, shape).copy(a.kind).values();
  places.forEach((p, k) => { a.buffer[p] = from[k]; });
}

/** Adds to entries one by one, so that an entry named twice is changed twice: np.add.at. */
export function changeEntries(a, index, value, change) {
  const { shape, places } = selection(a, index), from = broadcast(asArray(value), shape).values();
  places.forEach((p, k) => { a.buffer[p] = change(a.buffer[p], from[k]); });
}

/** The places that an index selects, and their shape. */
function selection(a, index) {
  if (index === ELLIPSIS) return { shape: a.shape, places: a.places, copied: false };
  const steps = axisSteps(a, index), arrays = steps.filter(s => s.array), by = strides(a.shape);
  const copied = steps.some(s => s.copied || s.array?.ndim);
  const parts = steps.flatMap((s, at) => s.array ? [] : [
    { at, shape: [s.positions.length], offsets: s.positions.map(k => k * (by[s.axis] ?? 0)) }]);
  if (arrays.length) {
    const where = steps.flatMap((s, k) => s.array ? [k] : []), together = where.at(-1) - where[0] === where.length - 1;
    parts.splice(together || !copied ? parts.filter(p => p.at < where[0]).length : 0, 0, gathered(arrays, by));
  }
  let places = [0];
  for (const { offsets } of parts) places = places.flatMap(p => offsets.map(k => p + k));
  const shape = parts.flatMap(p => p.shape);
  entriesIn(shape);
  return { shape, places: places.map(k => a.places[k]), copied };
}

function gathered(arrays, by) {
  let shape;
  try {
    shape = broadcastShape(...arrays.map(s => s.array.shape));
  } catch {
    raise('IndexError', 'shape mismatch: indexing arrays could not be broadcast together with shapes '
      + arrays.map(s => tight(s.array.shape)).join(' '));
  }
  const offsets = arrays.map(s => broadcast(s.array, shape).values().map(k => k * by[s.axis]));
  return { shape, offsets: Array.from({ length: entriesIn(shape) }, (_, k) => offsets.reduce((sum, o) => sum + o[k],
    0)) };
}

/** One step for each axis of the result or of the array: {axis, positions} or {axis, array}. */
function axisSteps(a, index) {
  const given = itemsOf(index);
  const used = given.reduce((n, item) => n + (item === null || item === ELLIPSIS || isTruth(item) ? 0
    : dimensionsOf(item)), 0);
  if (used > a.ndim) raise('IndexError', a.ndim
    ? `too many indices for array: array is ${a.ndim}-dimensional, but ${used} were indexed`
    : 'invalid index to scalar variable.');
  if (given.filter(item => item === ELLIPSIS).length > 1) raise('IndexError',
    "an index can only have a single ellipsis ('...')");
  if (!given.includes(ELLIPSIS)) given.push(ELLIPSIS);
  let axis = 0;
  return given.flatMap(item => {
    if (item === null) return [{ positions: [0] }];
    if (isTruth(item)) return [{ positions: truth(item) ? [0] : [], copied: true }];
      // one more axis, with or without the array
    if (item === ELLIPSIS) {
      return Array.from({ length: a.ndim - used },
        () => ({ positions: [...Array(a.shape[axis]).keys()], axis: axis++ }));
    }
    if (item instanceof Slice) return [{ positions: item.positions(a.shape[axis]), axis: axis++ }];
    return indicesOf(item, a.shape, axis).map(one => ({ array: inside(one, a.shape[axis], axis), axis: axis++ }));
  });
}

const isTruth = item => typeof item === 'boolean' || (item instanceof NDArray && item.kind === 'b' && !item.ndim);
const dimensionsOf = item => item instanceof NDArray && item.kind === 'b' && item.ndim ? item.ndim
  : Array.isArray(item) && !(item instanceof Tuple) && asArray(item).kind === 'b' ? asArray(item).ndim : 1;

/** An item of an index as arrays of whole numbers; a mask as those where it is true. */
function indicesOf(item, shape, axis) {
  const isIndex = item instanceof NDArray || Array.isArray(item) || item instanceof Range || typeof item === 'bigint';
  const a = isIndex ? asArray(item) : raise('IndexError', NO_INDEX);
  if (!a.size && isFloat(a.kind) && !(item instanceof NDArray)) return [array(a.shape, [], 'i')];
  if (isFloat(a.kind)) raise('IndexError', a.ndim ? 'arrays used as indices must be of integer (or boolean) type'
    : NO_INDEX);
  if (a.kind !== 'b') return [a];
  const off = a.shape.findIndex((m, d) => m !== shape[axis + d]);
  if (off >= 0) {
    raise('IndexError', `boolean index did not match indexed array along axis ${axis + off}; `
      + `size of axis is ${shape[axis + off]} `
      + `but size of corresponding boolean axis is ${a.shape[off]}`);
  }
  return nonzero(a);
}

function inside(a, length, axis) {
  return array(a.shape, a.values().map(k => positionIn(k, length, axis)), 'i');
}

/** For each axis, the whole numbers at which the array is not 0. */
export function nonzero(a) {
  const found = a.values().flatMap((v, k) => v !== 0 ? [k] : []), by = strides(a.shape);
  return a.shape.map((m, d) => array([found.length], found.map(k => Math.floor(k / by[d]) % m), 'i'));
}

export function nonzeroTuple(a) {
  const hint = 'Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead. '
    + 'If the context of this error is of the form `arr[nonzero(cond)]`, just use `arr[cond]`.';
  return a.ndim ? Tuple.from(nonzero(a)) : raise('ValueError', hint);
}
