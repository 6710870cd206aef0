// Where the lines of a derivation are tried: at every instance of the part, with the asked value in the place of the
// unknown, and with others.
import { NDArray } from '../numpy/array.js';
import { casesOf, decoded, instanceOf, valueOf } from '../judge/data.js';
import { Fault, plain } from '../judge/plain.js';
import { GREEK } from '../notation/signs.js';
import { extents } from '../notation/operations.js';
import { Index, Undefined, columned } from '../notation/values.js';
import { builtins } from '../python/builtins.js';
import { PythonError } from '../python/faults.js';
import { Scope } from '../python/scope.js';
import { UNDEFINED, formOf } from './forms.js';

const OTHERS = [k => [1, -2, 3][k % 3] + k, k => [2, 1, -1][k % 3]]; // harmless: any that the unknown does not have
const NUDGE = 1e-9;

const filled = (like, of) => like instanceof NDArray ? new NDArray(like.shape, like.values().map((_, k) => of(k)))
  : of(0);

/** A value with each number changed by a billionth of itself, up or down. */
const nudged = value => value instanceof NDArray ? new NDArray(value.shape, value.values().map((v, k) => v * (1 + NUDGE
  * [1, -0.7, 0.4, -0.9, 0.6][k % 5])), value.kind) : typeof value === 'number' ? value * (1 + NUDGE * 0.8) : value;

/** One instance, and one value of the unknown. */
class Place {
  constructor(part, used, instance, own, isAsked) {
    Object.assign(this, { part, used, instance, own, isAsked, scopes: {} });
  }

  /** What a reader is shown of it. */
  get shown() { return new Map([...this.instance, ...this.own]); }

  with(changes) {
    return new Place(this.part, this.used, new Map([...this.instance, ...changes]), this.own, this.isAsked);
  }

  nudged() {
    const of = values => new Map([...values].map(([name, value]) => [name, nudged(value)]));
    return this.close ??= new Place(this.part, this.used, of(this.instance), of(this.own), this.isAsked);
  }

  scope(spelling, compiled) {
    const found = this.scopes[spelling] ??= this.made(spelling);
    for (const [name, of] of compiled) if (!found.values.has(name)) found.set(name, of(found));
    return found;
  }

  made(spelling) {
    const { letters } = this.part.derivation, { names } = this.part, scope = new Scope();
    const shape = spelling === 'notation' ? columned : value => value;
    if (spelling === 'numpy') for (const [name, known] of Object.entries(builtins)) scope.set(name, known);
    const put = (name, value) => {
      scope.set(name, value);
      if (spelling === 'numpy' && name === 'lam') scope.set(GREEK.lambda, value);
    };
    for (const [name, value] of this.shown) put(name, shape(value));
    const given = names.map(name => this.instance.get(name));
    for (const [name, text] of Object.entries(letters)) {
      if (this.used.has(name)) put(name, shape(valueOf(text, names, given)));
    }
    return scope;
  }

  /** The form of a side here. */
  form(side, compiled) {
    try {
      const scope = this.scope(side.spelling, compiled);
      if (side.spelling === 'numpy') return formOf(plain(side.of(scope)));
      return side.free.length ? stacked(side, scope) : formOf(side.of(scope));
    } catch (error) {
      if (error instanceof Undefined) return UNDEFINED;
      if (!(error instanceof PythonError)) throw error;
      return new Fault(error.message, error.type, error.at);
    }
  }
}

/** The values of a side for all values of its free indices. */
function stacked(side, scope) {
  const { free } = side, at = values => {
    const inner = new Scope(scope);
    free.forEach((name, d) => inner.set(name, new Index(name, values[d])));
    return formOf(side.of(inner));
  };
  for (const name of free) extents.delete(name);
  const first = at(free.map(() => 1)), sizes = free.map(name => extents.get(name) ?? 1);
  if (typeof first !== 'number') return first;
  const found = Array.from({ length: sizes.reduce((n, m) => n * m, 1) }, (_, k) => {
    const values = [];
    for (let d = free.length - 1, rest = k; d >= 0; d--) {
      values[d] = rest % sizes[d] + 1;
      rest = Math.floor(rest / sizes[d]);
    }
    return at(values);
  });
  return formOf(new NDArray(sizes, found));
}

/** For each instance of a part, the ordinary cases first: {instance, expected, places}; `used` are the names that the
 * lines speak of.  Pauses now and then. */
export function* placesOf(part, used) {
  const found = [];
  for (const one of casesOf(part)) {
    for (const k of one.expected.keys()) {
      found.push(placesAt(part, used, one, k));
      yield;
    }
  }
  return found;
}

function placesAt(part, used, one, k) {
  const { unknown, every } = part.derivation, expected = decoded(one.expected[k]), instance = instanceOf(part, one, k);
  const place = (own, isAsked) => new Place(part, used, instance, new Map(own), isAsked);
  if (unknown) {
    const other = filled(expected, OTHERS[k % OTHERS.length]);
    return { instance, expected, places: [place([[unknown, expected]], true), place([[unknown, other]], false)] };
  }
  const [[name, text] = []] = Object.entries(every);
  if (!name) return { instance, expected, places: [place([], true)] };
  const n = Number(formOf(columned(valueOf(text, part.names, [...instance.values()]))));
  const units = part.derivation.truth ? Array.from({ length: n }, (_, j) => i => +(i === j)) : [];
  const vectors = [...units, ...OTHERS];
  return { instance, expected, places: vectors.map(of => place([[name, new NDArray([n], Array.from({ length: n },
    (_, i) => of(i)))]], true)) };
}
