// The judge: a part as data, a text, a verdict.  It knows no formula.  How it judges is said in answers/part.py.
import { NDArray, filled } from '../numpy/array.js';
import { answerOf } from '../python/answer.js';
import { allow } from '../python/budget.js';
import { takes } from '../python/calls.js';
import { PythonError } from '../python/faults.js';
import { Callable, Namespace, Tuple } from '../python/values.js';
import { asAsked, formFault, same, single, wantsRow, wrongAmong } from './compare.js';
import { canonical, casesOf, decoded, instanceOf, mistaken } from './data.js';
import { Fault, nothing, outcome, plain } from './plain.js';
import { inSlices } from './slices.js';

const STEPS = 2_000_000; // over all instances of a verdict; harmless: some seconds, and a step
const SINGLE = 'It is right to the precision of float32: answer in float64.';

/** The verdict on a text, in slices between which the page can be used; null if it was no longer wanted then. */
export const verdictSoon = (part, text, wanted) => inSlices(judgement(part, text), wanted);

/** The verdict: {word, counterexample, expected, got, fault, diagnosis, hint, at, raised}, where word is "right",
 * "incomplete", "wrong" or "no answer".  Pauses often.  Throws SyntaxFault and Beyond. */
export function* judgement(part, text) {
  allow(STEPS);
  yield;
  const read = answerOf(text, part.names, part.id);
  yield;
  try {
    return yield* new Judge(part, read.begin ? yield* read.begin() : read()).verdict();
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    return { word: 'no answer', diagnosis: `It raised ${error.type}: ${error.message}`,
      hint: error.hint, raised: error.message, at: error.at };
  }
}

class Judge {
  constructor(part, answer) { Object.assign(this, { part, ...caller(part, answer) }); }

  /** Pauses in each trial and in the loops of the answer; the verdict is what it returns. */
  * verdict() {
    if (this.refused) return { word: 'no answer', diagnosis: this.refused, at: null };
    const trials = [];
    for (const one of casesOf(this.part)) {
      const here = [];
      for (const k of one.expected.keys()) {
        here.push(yield* this.trial(one, k));
        yield;
      }
      trials.push(...here);
      const worst = here.find(trial => !trial.right);
      if (worst) return { ...worst, word: one.edge ? 'incomplete' : 'wrong',
        diagnosis: yield* this.diagnosis(worst, trials) };
    }
    return { word: 'right' };
  }

  * trial(one, k) {
    const { part } = this, counterexample = instanceOf(part, one, k), expected = decoded(one.expected[k]);
    yield; // the first time, each of these steps is compiled
    const value = yield* this.got(counterexample);
    yield;
    const got = asAsked(expected, value, part), fault = formFault(expected, got, part);
    const right = !fault && (part.canonical ? same(canonical(part, expected), canonical(part, got), part.rtol)
      : same(expected, got, part.rtol));
    return { one, k, counterexample, expected, got, fault, right, at: got.at ?? null,
      hint: got.hint ?? '', raised: got.raised };
  }

  * got(instance) {
    const { constant, part: { origin } } = this;
    if (constant !== undefined) return constant;
    const value = yield* outcome(this.answer, this.byName, instance);
    if (!origin || typeof value !== 'number') {
      this.long ||= Boolean(origin);
      return value;
    }
    const zero = instance.get(origin), nought = zero instanceof NDArray ? filled(zero.shape) : 0;
    const there = new Map(instance).set(origin, nought);
    const offset = yield* outcome(this.answer, this.byName, there);
    this.long ||= !single(value, value) || !single(offset, offset);     // more than single precision somewhere
    return typeof offset === 'number' ? value - offset : offset;
  }

  * diagnosis(worst, trials) {
    const { mistakes, cases: [first], origin } = this.part;
    const said = [(yield* this.mistake(mistakes, trials)) ?? worst.fault];
    const short = origin && !this.long ? (e, g) => same(e, g, 1e-4) : single;
    said[0] ??= trials.every(({ expected, got }) => short(expected, got)) ? SINGLE : null;
    const wrong = said[0] ? [] : wrongAmong(worst.expected, worst.got, this.part);
    if (wrong.length) said[0] = `Wrong: ${wrong.join(', ')}; the rest is right.`;
    if (worst.one !== first) said.push(`Right where ${first.where}, but here ${named(worst.one)}.`);
    else if (first.meaning && !said[0]) said.push(origin ? `${first.meaning}.` : `Here ${named(first)}.`);
    return said.filter(Boolean).join(' ') || null;
  }

  /** What is said of the first of the mistakes that agrees with all trials, or null. */
  * mistake(mistakes, trials) {
    for (const [m, { says }] of mistakes.entries()) {
      let k = 0;
      for (; k < trials.length && this.made(m, trials[k]); k++) yield;
      if (k === trials.length) return says;
    }
  }

  made(m, { one, k, counterexample, expected, got }) {
    const { part } = this, rival = mistaken(part, m, one, k, counterexample, expected);
    return same(blurred(rival), blurred(got), same(expected, got, 1e-6) ? part.rtol : 1e-6, wantsRow(part));
  }
}

const named = ({ where, meaning }) => meaning ? `${where}: ${meaning}` : where;
const isFunction = v => v instanceof Callable || (v instanceof Namespace && v.members.__call__);

/** How an answer is called: {answer, byName}, {constant}, or {refused}. */
function caller(part, answer) {
  if (part.constant && answer !== null && !isFunction(answer)) return { constant: plain(answer) };
  const listed = part.names.join(', '), write = `Write a function of (${listed})`;
  const constant = part.constant ? ' A constant will do, too.' : '';
  const refused = advice => ({ refused: `Asked for: ${part.asks}. ${advice}${constant}` });
  if (typeof answer === 'string') return refused(`Text cannot be tried: write a function of (${listed}).`);
  if (!isFunction(answer)) return refused(`${write}.`);
  const target = answer instanceof Callable ? answer : answer.members.__call__;
  if (!target.parameters) return { answer: target, byName: false };
  if (takes(target, [], Object.fromEntries(part.names.map(name => [name, null])))) return { answer: target,
    byName: true };
  if (takes(target, part.names, {})) return { answer: target, byName: false };
  const own = target.parameters.map(p => `${p.star}${p.name}${p.optional ? '=…' : ''}`).join(', ');
  return refused(`${write}; this one takes (${own}).`);
}

/** The value with infinities and Faults as NaN: a mistake read in another way may divide by 0, or fail otherwise. */
function blurred(value) {
  if (value instanceof Fault) return nothing();
  if (typeof value === 'number') return Number.isFinite(value) ? value : NaN;
  if (value instanceof Tuple) return Tuple.from(Array.from(value, blurred));
  if (!(value instanceof NDArray)) return value;
  return new NDArray(value.shape, value.values().map(v => Number.isFinite(v) ? v : NaN));
}
