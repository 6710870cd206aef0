// Values as they are written on paper: matrices in brackets, the entries that differ marked.
import { NDArray } from '../numpy/array.js';
import { Tuple } from '../python/values.js';
import { MOST_ENTRIES, general, show, withoutRounding } from '../judge/show.js';
import { make } from './elements.js';

/** An element for a value; `marked` holds the positions of entries to mark, in each item of a tuple. */
export function typeset(value, digits = 4, marked = []) {
  if (value instanceof Tuple) {
    const items = Array.from(value, (item, k) => [k ? ', ' : '', typeset(item, digits, marked[k] ?? [])]);
    return make('span', { class: 'answer-tuple' }, '(', ...items.flat(), ')');
  }
  const isMatrix = value instanceof NDArray && value.ndim && value.ndim < 3 && value.size && value.size <= MOST_ENTRIES;
  if (!isMatrix) return make('code', {}, show(value, digits));
  const columns = value.shape.at(-1), entries = withoutRounding(value).values().map((v, k) => marked.includes(k)
    ? make('mark', {}, general(v, digits)) : make('span', {}, general(v, digits)));
  return make('span', { class: 'answer-matrix', style: `--columns:${columns}`, role: 'img',
    'aria-label': show(value, digits) }, ...entries);
}

/** Where entries stand, as an index: "[0, 1] and [1, 1]". */
export function positions(found, shape) {
  const at = k => `[${shape.length > 1 ? `${Math.floor(k / shape[1])}, ${k % shape[1]}` : k}]`, words = found.map(at);
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words[0];
}
