// What a part asks for that a derivation introduces by name, as X_hat and y_hat, so that a relation holds.
import { NDArray } from '../numpy/array.js';
import { canonical, valueOf } from '../judge/data.js';
import { Tuple } from '../python/values.js';
import { agree, formOf } from './forms.js';

/** What the last line has to be at an instance: [{place, expected}]. */
export function aimed({ names, derivation: { aim } }, { instance, places, expected }) {
  if (!aim) return [{ place: places[0], expected }];
  return places.map(place => ({ place, expected: formOf(valueOf(aim, [...names, ...place.own.keys()],
    [...instance.values(), ...place.own.values()])) }));
}

/** Whether the lines introduce what is asked for under the names asked for, and a step speaks of all of them. */
export function* introduces({ part, lines, instances, compiled }) {
  const names = part.derivation.introduced;
  const given = names.map(name => lines.find(line => line.name === name)?.sides[0]);
  if (!names.length) return true;
  const areNamed = ({ named }) => named && names.every(name => named.has(name));
  if (given.includes(undefined) || !lines.some(areNamed)) return false;
  for (const { places: [place], expected } of instances) {
    const found = given.map(side => place.form(side, compiled));
    yield;
    if (!found.every(form => form instanceof NDArray)
      || !agree(canonical(part, expected), canonical(part, Tuple.from(found)), part.rtol)) return false;
  }
  return true;
}
