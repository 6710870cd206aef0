// value[index], and value[index] = other.
import { NDArray } from '../numpy/array.js';
import { getEntries, setEntries } from '../numpy/indexing.js';
import { beyond, raise } from './faults.js';
import { Dict, PySet, Range, Slice, Tuple, iterate, typeName } from './values.js';

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
  const k = position(index, items.length, typeName(value));
  return items[k];
}

function position(index, length, type) {
  if (!['bigint', 'boolean'].includes(typeof index) && !(index instanceof NDArray && !index.ndim
    && 'il'.includes(index.kind))) {
    const [holder, given] = [type === 'str' ? 'string' : type, typeName(index).replace('numpy.nd', 'nd')];
    raise('TypeError', `${holder} indices must be integers or slices, not ${given}`);
  }
  const k = index instanceof NDArray ? index.at(0) : Number(index), at = k < 0 ? k + length : k;
  return at >= 0 && at < length ? at : raise('IndexError', `${type === 'str' ? 'string' : type} index out of range`);
}

export function setItem(value, index, given) {
  if (value instanceof NDArray) setEntries(value, index, given);
  else if (value instanceof Dict && !(value instanceof PySet)) value.put(index, given);
  else if (!Array.isArray(value) || value instanceof Tuple) {
    raise('TypeError', `'${typeName(value)}' object does not support item assignment`);
  } else if (index instanceof Slice) {
    if ((index.step ?? 1) !== 1) beyond('A slice of a list with a step cannot be given values here.');
    const places = index.positions(value.length), { start } = index;
    const first = places[0] ?? Math.min(start === null ? 0 : start < 0 ? Math.max(0, start + value.length) : start,
      value.length);
    value.splice(first, places.length, ...iterate(given));
  } else {
    const k = Number(index instanceof NDArray ? index.at(0) : index), at = k < 0 ? k + value.length : k;
    if (!(at in value)) raise('IndexError', 'list assignment index out of range');
    value[at] = given;
  }
}
