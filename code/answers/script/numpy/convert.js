// Between Python's values and arrays.
import { beyond, raise } from '../python/faults.js';
import { Dict, Message, Range, Tuple, truth, typeName } from '../python/values.js';
import { NDArray, array, sameShape, scalar } from './array.js';
import { isFloat, promoted, settled } from './dtypes.js';

/** Any value as an array; nested lists and tuples are stacked. */
export function asArray(value) {
  if (value instanceof NDArray) return value;
  if (typeof value === 'number') return scalar(value);
  if (typeof value === 'bigint') return scalar(settled(Number(value), 'i'), 'i');
  if (typeof value === 'boolean') return scalar(+value, 'b');
  if (Array.isArray(value) || value instanceof Range) return stacked(Array.from(value, asArray));
  if (typeof value === 'string' || value instanceof Message) beyond('Arrays of text cannot be used here.');
  if (value === null || value instanceof Dict) {
    return beyond('Arrays of other things than numbers cannot be used here.');
  }
  return beyond(`A ${typeName(value)} cannot become an array here.`);
}

/** A value that meets arrays in an operation: a number of Python's own is weak, it leaves a float32 a float32. */
export function operand(value) {
  const found = asArray(value);
  if (found !== value && ['number', 'bigint'].includes(typeof value)) found.weak = true;
  return found;
}

function stacked(items) {
  if (!items.length) return array([0], []);
  const [{ shape }] = items;
  if (items.some(a => !sameShape(a.shape, shape))) {
    const depth = items.some(a => a.ndim !== shape.length) || !shape.length ? 1
      : 1 + shape.findIndex((_, d) => items.some(a => a.shape[d] !== shape[d]));
    const common = [items.length, ...shape.slice(0, depth - 1)];
    const found = `${common.join(', ')}${common.length === 1 ? ',' : ''}`;
    raise('ValueError', 'setting an array element with a sequence. The requested array has an inhomogeneous shape '
      + `after ${common.length} dimensions. The detected shape was (${found}) + inhomogeneous part.`);
  }
  const kind = items.map(a => a.kind).reduce(promoted), values = [];
  for (const a of items) for (const v of a.values()) values.push(settled(v, kind));
  return new NDArray([items.length, ...shape], values, kind);
}

export const isNone = value => (value ?? null) === null;

/** Whether an option is true, or counts as it: 1 as well as True. */
export const isOn = (value, otherwise = false) => value === undefined ? otherwise : truth(value);

/** Whether a value can say how many, or which. */
export const isIndex = value => ['bigint', 'boolean'].includes(typeof value)
  || (value instanceof NDArray && !value.ndim && 'li'.includes(value.kind));

/** A whole number as a JavaScript number. */
export function whole(value) {
  if (isIndex(value)) return value instanceof NDArray ? value.at(0) : Number(value);
  if (value instanceof NDArray && value.ndim) return raise('TypeError',
    'only integer scalar arrays can be converted to a scalar index');
  return raise('TypeError', `'${typeName(value)}' object cannot be interpreted as an integer`);
}

/** A number of any kind as a JavaScript number; `otherwise` begins the message about what is none. */
export function toFloat(value, otherwise) {
  if (value instanceof NDArray) {
    return value.ndim ? raise('TypeError', 'only 0-dimensional arrays can be converted to Python scalars')
      : value.at(0);
  }
  if (['number', 'bigint', 'boolean'].includes(typeof value)) return Number(value);
  const quoted = otherwise.includes('argument') ? `'${typeName(value)}'` : typeName(value);
  return raise('TypeError', `${otherwise}, not ${quoted}`);
}

/** A shape, or several axes: from one whole number or several. */
export function wholes(value) {
  if (value instanceof NDArray && value.ndim === 1 && !isFloat(value.kind)) return value.values();
  return Array.isArray(value) ? Array.from(value, whole) : [whole(value)];
}

/** An entry of an array as Python's own number, as tolist and item give it. */
export const entry = (value, kind) => kind === 'b' ? value !== 0 : isFloat(kind) ? value : BigInt(value);

/** Nested lists of the entries; a number for an array without axes. */
export const tolist = a => a.ndim ? Array.from({ length: a.shape[0] }, (_, k) => tolist(a.row(k)))
  : entry(a.at(0), a.kind);

/** What a `for` over an array meets: its rows, or its entries. */
export function* rows(a) {
  for (let k = 0; k < a.shape[0]; k++) yield a.ndim > 1 ? a.row(k) : scalar(a.at(k), a.kind);
}

export const shapeTuple = a => Tuple.from(a.shape.map(BigInt));
