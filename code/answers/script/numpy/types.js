// Types of numbers as they are named in a text: np.float64, np.int32 ...; they turn a value into an array of the kind.
import { Callable, Namespace } from '../python/values.js';
import { NDArray } from './array.js';
import { asArray } from './convert.js';
import { TYPE_NAMES } from './dtypes.js';

const make = kind => new Callable(TYPE_NAMES[kind], ([value = 0n]) => asArray(value).copy(kind));
const has = kinds => value => value instanceof NDArray && !value.ndim && kinds.includes(value.kind);
const type = kind => Object.assign(
  new Namespace(`numpy.${TYPE_NAMES[kind]}`, { __call__: make(kind), name: TYPE_NAMES[kind] }),
    { kind, has: has(kind) });
const abstract = (name, test) => Object.assign(new Namespace(`numpy.${name}`, {}), { has: test });

/** The type of each kind. */
export const numpyTypes = Object.fromEntries(Object.keys(TYPE_NAMES).map(kind => [kind, type(kind)]));

const { b, l, i, s, f } = numpyTypes;
export const types = {
  float64: f, double: f, float32: s, single: s, int64: i, int_: i, intp: i, int32: l, intc: l, bool_: b, bool: b,
  ndarray: abstract('ndarray', value => value instanceof NDArray && value.ndim > 0),
    number: abstract('number', has('lisf')),
  integer: abstract('integer', has('li')), floating: abstract('floating', has('sf')), generic: abstract('generic',
    has('blisf')),
};
