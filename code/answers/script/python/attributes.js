// value.name: attributes of modules and arrays, methods of lists, dicts and text.
import { NDArray } from '../numpy/array.js';
import { methods, properties } from '../numpy/methods.js';
import { Beyond, raise } from './faults.js';
import { alike, compare } from './operators.js';
import { Callable, Dict, Namespace, PySet, Tuple, iterate, repr, truth, typeName } from './values.js';

const LIST = {
  append: (list, item) => { list.push(item); return null; },
  extend: (list, items) => { list.push(...iterate(items)); return null; },
  insert: (list, at, item) => { list.splice(Number(at), 0, item); return null; },
  pop: (list, at = -1n) => list.at(Number(at)) === undefined ? raise('IndexError', list.length
    ? 'pop index out of range' : 'pop from empty list') : list.splice(Number(at), 1)[0],
  reverse: list => { list.reverse(); return null; },
  clear: list => { list.length = 0; return null; },
  sort: (list, { key, reverse }) => { list.splice(0, list.length, ...inSortedOrder(list, key, reverse)); return null; },
  copy: list => [...list],
};
const SEQUENCE = {
  count: (list, item) => BigInt([...list].filter(v => alike(v, item)).length),
  index: (list, item) => {
    const k = list.findIndex(v => alike(v, item));
    return k < 0 ? raise('ValueError', `${list instanceof Tuple ? 'tuple.index(x): x' : `${repr(item)} is`} not in ${
      typeName(list)}`) : BigInt(k);
  },
};
const DICT = {
  get: (dict, key, otherwise = null) => dict.has(key) ? dict.get(key) : otherwise,
  keys: dict => iterate(dict),
  values: dict => dict.pairs.map(([, value]) => value),
  items: dict => dict.pairs.map(pair => Tuple.from(pair)),
  copy: dict => dict.pairs.reduce((made, [key, value]) => made.put(key, value), new Dict()),
  setdefault: (dict, key, value = null) => { if (!dict.has(key)) dict.put(key, value); return dict.get(key); },
};
const SET = {
  add: (set, item) => { set.put(item, item); return null; },
  discard: (set, item) => { set.remove(item); return null; },
};
const TEXT = {
  upper: s => s.toUpperCase(), lower: s => s.toLowerCase(), strip: s => s.trim(), startswith: (s, t) => s.startsWith(t),
  capitalize: s => s.charAt(0).toUpperCase() + s.slice(1).toLowerCase(),
};
const FLOAT = { is_integer: x => Number.isInteger(x), conjugate: x => x };
const OWN = [[Tuple, SEQUENCE], [Array, { ...LIST, ...SEQUENCE }], [PySet, SET], [Dict, DICT]];

/** The items of a list in order, by a key. */
export function inSortedOrder(items, key, reverse) {
  const ranked = [...items].map(item => [key ? key.call([item], {}) : item, item]);
  const before = reverse ? '>' : '<';
  ranked.sort(([a], [b]) => truth(compare(before, a, b)) ? -1 : truth(compare(before, b, a)) ? 1 : 0);
  return ranked.map(([, item]) => item);
}

export function getAttribute(value, name) {
  if (value instanceof NDArray) return ofArray(value, name);
  if (value instanceof Namespace || (value instanceof Callable && value.members)) return member(value, name);
  if (value instanceof Tuple && value.fields?.includes(name)) return value[value.fields.indexOf(name)];
  const table = OWN.find(([type]) => value instanceof type)?.[1] ?? { string: TEXT, number: FLOAT }[typeof value] ?? {};
  if (Object.hasOwn(table, name)) {
    return new Callable(name, (given, named) => table[name](value, ...given, ...(name === 'sort' ? [named] : [])));
  }
  if (['number', 'bigint', 'boolean'].includes(typeof value) && name === 'real') return value;
  return absent(value, name);
}

function ofArray(a, name) {
  if (Object.hasOwn(properties, name)) return properties[name](a);
  return Object.hasOwn(methods, name)
    ? new Callable(name, (given, named) => methods[name].call([a, ...given], named)) : absent(a, name);
}

/** What tells of a name that a value has not; it comes with further.js. */
export const telling = { absent: null };

function absent(value, name) {
  if (telling.absent) telling.absent(value, name);
  throw new Beyond(`The page does not know .${name} of a ${typeName(value)}.`, null, true);
}

/** What a module holds under a name; what it does not know may come with further.js. */
export function member(module, name) {
  const found = Object.hasOwn(module.members, name) ? module.members[name] : undefined;
  if (found !== undefined) return found;
  throw new Beyond(`The page does not know ${module.name}.${name}.`, null, true);
}
