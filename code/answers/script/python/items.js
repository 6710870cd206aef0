// value[index], and value[index] = other.
import { NDArray } from '../numpy/array.js';
import { isIndex, whole } from '../numpy/convert.js';
import { getEntries, setEntries } from '../numpy/indexing.js';
import { beyond, raise } from './faults.js';
import { Dict, ELLIPSIS, PySet, Range, Slice, Tuple, iterate, typeName } from './values.js';

export function getItem(value, index) {
  if (value instanceof NDArray) return getEntries(value, index);
  if (value instanceof Dict && !(value instanceof PySet)) return value.get(index);
  if (Array.isArray(value) || value instanceof Range || typeof value === 'string') return ofSequence(value, index);
  if (value?.members?.__getitem__) return value.members.__getitem__(index);
  return raise('TypeError', `'${typeName(value)}' object is not subscriptable`);
}

function ofSequence(value, index) {
  const items = Array.isArray(value) ? value : [...value];
  if (index instanceof Slice) {
    const found = index.positions(items.length).map(k => items[k]);
    return typeof value === 'string' ? found.join('') : value instanceof Tuple ? Tuple.from(found) : found;
  }
  const type = typeName(value).replace('str', 'string');
  return items[position(index, items.length, type, type.replace('range', 'range object'))];
}

function position(index, length, type, place) {
  if (!isIndex(index)) {
    raise('TypeError', `${type} indices must be integers or slices, not ${typeName(index).replace('numpy.nd', 'nd')}`);
  }
  const k = whole(index), at = k < 0 ? k + length : k;
  return at >= 0 && at < length ? at : raise('IndexError', `${place} index out of range`);
}

export function setItem(value, index, given) {
  const isSeveral = value instanceof NDArray && (value.ndim || index === ELLIPSIS || index?.length === 0);
  if (isSeveral) setEntries(value, index, given);
  else if (value instanceof Dict && !(value instanceof PySet)) value.put(index, given);
  else if (!Array.isArray(value) || value instanceof Tuple) {
    raise('TypeError', `'${typeName(value)}' object does not support item assignment`);
  } else if (index instanceof Slice) {
    if ((index.step ?? 1) !== 1) beyond('A slice of a list with a step cannot be given values here.');
    const places = index.positions(value.length), { start } = index;
    const first = places[0] ?? Math.min(start === null ? 0 : start < 0 ? Math.max(0, start + value.length) : start,
      value.length);
    value.splice(first, places.length, ...iterate(given));
  } else value[position(index, value.length, 'list', 'list assignment')] = given;
}
