// The judge of a derivation: each line is tried at every instance of the part and compared with the line before; the
// last one with what is asked.  What a line is, and when it is right, is said in answers/derivation.py.
import { NDArray, filled } from '../numpy/array.js';
import { canonical } from '../judge/data.js';
import { Fault } from '../judge/plain.js';
import { inSlices } from '../judge/slices.js';
import { allow } from '../python/budget.js';
import { evaluator } from '../python/evaluate.js';
import { SyntaxFault, beyond, located } from '../python/faults.js';
import { UNDEFINED, agree, distance, formOf, formsDiffer, withoutGaps } from './forms.js';
import { aimed, introduces } from './introduced.js';
import { Letters } from './letters.js';
import { readLines } from './lines.js';
import { placesOf } from './places.js';
import { Eye, columned } from '../notation/values.js';

const STEPS = 30_000_000;
const RTOL_OF_QUOTIENTS = 1e-7; // a derivative is a difference quotient here

/** Judges in slices, between which the page can be used; null if it was no longer wanted then. */
export const derivationSoon = (part, text, wanted) => inSlices(judgement(part, text), wanted);

export function* judgement(part, text) {
  allow(STEPS);
  const letters = new Letters(part);
  let lines;
  try { lines = readLines(text, letters); } catch (error) { throw located(error, 0); }
  for (const line of lines) for (const side of line.sides) if (side) side.of = evaluator(side.node);
  const used = new Set(lines.flatMap(line => line.sides.flatMap(side => side ? [...side.uses] : [])));
  return yield* new Derivation(part, lines, yield* placesOf(part, used)).verdict();
}

class Derivation {
  constructor(part, lines, instances) {
    Object.assign(this, { part, lines, instances, compiled: [] });
    this.hides = part.derivation.unknown;
    const sizeOf = ({ places: [place] }) => [...place.shown.values()].reduce((n, v) => n + (v.size ?? 1), 0);
    [this.largest] = instances.reduce((a, c) => sizeOf(c) > sizeOf(a) ? c : a).places;
  }

  * verdict() {
    let before = null;
    const states = [];
    for (const [k, line] of this.lines.entries()) {
      for (const side of line.sides) if (side) this.asks(side);
      const last = this.lines[k - 1], from = !line.sides[0] && last.kind === 'name' ? last : before;
      const found = line.kind === 'name' ? yield* this.tried(line.sides[0])
        : this.part.derivation.truth ? yield* this.truths(line, before) : yield* this.step(line, from);
      states.push(found.wrong ? 'wrong' : line.kind === 'name' ? 'named' : found.onlyAsked ? 'asked'
        : from || line.sides.length > 1 ? 'holds' : 'given');
      if (found.wrong) return this.told('wrong', states, { ...found.wrong, line: k });
      if (line.kind === 'name') {
        if (line.sides[0].spelling === 'numpy') this.compiled.push([line.name, line.sides[0].of]);
      } else before = line;
    }
    const asked = this.part.derivation.truth ? this.truthAsked(before) : yield* this.asked(before);
    const hasSteps = states.some(state => state === 'holds' || state === 'asked');
    return this.told(asked && hasSteps ? 'right' : 'incomplete', states, { hasSteps, isAsked: asked });
  }

  /** Asks about a side, where its values have to be known for it. */
  asks(side) {
    const form = this.largest.form(side, this.compiled);
    if (typeof form === 'boolean' && !this.part.derivation.truth) {
      throw new SyntaxFault('This line is true or false, and no value: write a = b.', side.at);
    }
  }

  told(word, states, more) {
    return { word, states, lines: this.lines, count: this.instances.length, ...more };
  }

  /** Whether a side has a value everywhere. */
  * tried(side) {
    for (const { places } of this.instances) {
      const form = places[0].form(side, this.compiled);
      yield;
      if (form instanceof Fault) return { wrong: { place: places[0], here: form, side, alone: true } };
    }
    return {};
  }

  /** A line against the line before: {wrong} or {onlyAsked}. */
  * step(line, before) {
    const [first] = line.sides, pairs = [];
    if (before && (!first || line.sides.length === 1)) {
      const side = first ?? line.sides[1];
      pairs.push([before.sides.at(-1), side, first ? 'every' : 'chain']);
    }
    const own = line.sides.filter(Boolean);
    for (let k = 1; k < own.length; k++) pairs.push([own[k - 1], own[k], 'equation']);
    if (!pairs.length) return yield* this.tried(own[0]);
    let onlyAsked = false;
    for (const [left, right, mode] of pairs) {
      const [speaks, goesOn] = [left, right].map(side => side.uses.has(this.hides));
      const mayFix = mode === 'equation' || (mode === 'chain' && speaks && !goesOn);
      const found = yield* this.compared(left, right);
      if (found && !(mayFix && found.elsewhere)) {
        return { wrong: { ...found, left, side: right, isInLine: line.sides.includes(left) } };
      }
      onlyAsked ||= Boolean(found);
    }
    return { onlyAsked };
  }

  /** The first place at which two sides differ: {place, there, here, elsewhere}, null if there is none; `elsewhere` is
   * true if they are the same wherever the unknown is what is asked for. */
  * compared(left, right) {
    let other = null, tried = 0;
    for (const { places } of this.instances) {
      for (const place of places) {
        if (other && !place.isAsked) continue;
        const [there, here] = this.pair(left, right, place);
        yield;
        tried += ![there, here].includes(UNDEFINED);
        if (this.same(there, here, left, right, place)) continue;
        const found = { place, there, here, elsewhere: !place.isAsked };
        if (place.isAsked) return found;
        other = found;
      }
    }
    if (!tried) beyond('This line has no value at any instance here: it cannot be tried.', right.at);
    return other;
  }

  pair(left, right, place) { return [left, right].map(side => this.form(side, place)); }

  /** The form of a side; in a part with an origin a number is how far it lies above the one there. */
  form(side, place) {
    const found = place.form(side, this.compiled), { origin } = this.part;
    if (!origin || typeof found !== 'number') return found;
    const at = place.instance.get(origin);
    const zero = at instanceof NDArray ? filled(at.shape) : 0;
    place.nought ??= place.with([[origin, zero]]);
    const nought = place.nought.form(side, this.compiled);
    return typeof nought === 'number' ? found - nought : found;
  }

  same(there, here, left, right, place) {
    const rtol = Math.max(this.part.rtol, left.hasDerivative || right.hasDerivative ? RTOL_OF_QUOTIENTS : 0);
    if (agree(there, here, rtol)) return true;
    if (this.lacks(left, right, place) && agree(...withoutGaps(there, here), rtol)) return true;
    const apart = distance(there, here);
    if (!(apart < Infinity)) return false;
    // A difference that a change of the data by a billionth makes as well is rounding.
    const close = place.nudged(), [a, b] = this.pair(left, right, close);
    return apart <= 2 * (distance(there, a) + distance(here, b));
  }

  /** Whether the unknown has no value in some places, and one of the sides speaks of it. */
  lacks(left, right, place) {
    const own = place.own.get(this.hides);
    return place.isAsked && [left, right].some(side => side.uses.has(this.hides))
      && (own instanceof NDArray ? own.values() : [own]).some(Number.isNaN);
  }

  /** Whether the last line ends with what is asked for, in a form without the unknown. */
  * asked(last) {
    const sides = last.sides.filter(side => side && !side.uses.has(this.hides) && !side.hasDerivative);
    if (!(yield* introduces(this))) return false;
    for (const side of sides.reverse()) {
      let isAsked = true;
      for (const { place, expected } of this.instances.flatMap(one => aimed(this.part, one))) {
        yield;
        if (!this.isAsked(side, place, expected)) { isAsked = false; break; }
      }
      if (isAsked) return true;
    }
    return false;
  }

  isAsked(side, place, expected) {
    const { part } = this, found = this.form(side, place);
    if (found === UNDEFINED) return true;
    if (part.canonical && !part.derivation.aim) {
      const flat = found instanceof NDArray ? new NDArray([found.size], found.values()) : new NDArray([1], [found]);
      return !(found instanceof Fault) && !(found instanceof Eye) && typeof found !== 'boolean'
        && agree(formOf(canonical(part, expected)), formOf(canonical(part, flat)), part.rtol);
    }
    const wanted = side.spelling === 'notation' && !side.free.length ? columned(expected) : formOf(expected);
    if (agree(wanted, found, part.rtol)) return true;
    const close = place.nudged(), apart = distance(wanted, found);
    return apart < Infinity && apart <= 2 * distance(found, this.form(side, close));
  }

  /** Whether a relation is true at an instance: it has to hold for all values of the letters that are not given. */
  truth(line, { places }) {
    const sides = line.sides.filter(Boolean);
    for (const place of places) {
      const forms = sides.map(side => this.form(side, place)), fault = forms.find(form => form instanceof Fault);
      if (fault) return { fault, side: sides[forms.indexOf(fault)], place };
      if (forms.length === 1) return typeof forms[0] === 'boolean' ? forms[0] : { fault: new Fault('This line is no '
        + 'relation: write a = b.', 'ValueError', sides[0].at), side: sides[0], place };
      const k = sides.findIndex((_, j) => j && !this.same(forms[j - 1], forms[j], sides[j - 1], sides[j], place));
      const differ = k > 0 && formsDiffer(forms[k - 1], forms[k]);
      if (differ) return { fault: new Fault(differ, 'ValueError', sides[k].at), side: sides[k], place };
      if (k > 0) return false;
    }
    return true;
  }

  * truths(line, before) {
    this.found = [];
    for (const [j, one] of this.instances.entries()) {
      const here = this.truth(line, one), there = before ? before.truths[j] : one.expected, place = one.places[0];
      yield;
      if (here.fault) return { wrong: { place: here.place, here: here.fault, side: here.side, alone: true } };
      const isTruth = before ? 'the line before' : 'what is asked about';
      if (here !== there) return { wrong: { place, there, here, side: line.sides.at(-1), isTruth } };
      this.found.push(here);
    }
    line.truths = this.found;
    return {};
  }

  truthAsked(last) { return this.instances.every(({ expected }, j) => expected === last.truths[j]); }
}
