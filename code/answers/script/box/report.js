// A verdict, or what stands in its place, as elements of the page.
import { NDArray } from '../numpy/array.js';
import { differing, same } from '../judge/compare.js';
import { Fault } from '../judge/plain.js';
import { show, showApart } from '../judge/show.js';
import { Beyond, SyntaxFault, place } from '../python/faults.js';
import { Tuple } from '../python/values.js';
import { make } from './elements.js';
import { positions, typeset } from './matrices.js';
import { sentence } from './sentences.js';

const KINDS = {
  right: ['✓', 'Right'], incomplete: ['◐', 'Right, but incomplete'], wrong: ['✗', 'Wrong'],
    'no answer': ['…', 'No answer yet'],
  unread: ['!', 'Not read yet'], beyond: ['↗', 'Beyond this page'],
};
const MANY = 4; // positions are told of fewer entries than this

/** {verdict, at, elements} of what the judge found, or threw; `part` says how far values may lie apart. */
export function report(found, text, part) {
  if (found instanceof SyntaxFault) return told('unread', found.at, saidAt(text, found));
  if (found instanceof Beyond) {
    return told('beyond', found.at, saidAt(text, found),
      make('p', {}, 'Copy the answer as a cell into the notebook: there all of Python is at hand.'));
  }
  if (found instanceof Error) throw found;
  const { word, at, diagnosis, hint } = found;
  if (word === 'right') return told(word, null, make('p', {}, 'No counterexample found.'));
  const shown = word === 'no answer' ? [] : values(found, text, part);
  for (const said of [diagnosis, hint].filter(Boolean)) {
    shown.push(saidAt(text, { at: shown.length ? null : at, message: sentence(said) }));
  }
  return told(word, at, ...shown);
}

function told(kind, at, ...content) {
  const [sign, word] = KINDS[kind], head = make('p', { class: 'answer-verdict' },
    make('span', { 'aria-hidden': 'true' }, sign), ` ${word}`);
  return { verdict: kind === 'no answer' ? 'unread' : kind, at: at ?? null, elements: [head, ...content] };
}

function placeText(text, at) {
  const { line, column } = place(text, at);
  return text.trim().includes('\n') ? `line ${line}, column ${column}` : `column ${column}`;
}

/** A sentence, text or nodes, with the place in the text that it is about, if there is one. */
export function saidAt(text, { at, message }) {
  return make('p', { class: 'answer-diagnosis' }, at === null ? ''
    : make('b', {}, `${placeText(text, at).replace(/./, first => first.toUpperCase())}: `), ...[message].flat());
}

/** The counterexample with both values below each other. */
function values({ counterexample, expected, got, at }, text, part) {
  const [, , digits] = showApart(expected, got), marked = marks(expected, got, part.rtol), given = [];
  for (const [name, value] of counterexample) {
    given.push(make('span', { class: 'answer-given' }, make('code', {}, name), ' = ', typeset(value)));
  }
  const raised = got instanceof Fault && at !== null ? make('span', {}, show(got), ` (${placeText(text, at)})`) : null;
  const rows = { At: given, Expected: [typeset(expected, digits)], Got: [raised ?? typeset(got, digits, marked)] };
  const list = make('dl', {}, ...Object.entries(rows).flatMap(([name, parts]) => [make('dt', {}, name),
    make('dd', {}, ...parts)]));
  const one = expected instanceof NDArray && marked.length && marked.length < Math.min(MANY, expected.size);
  const told = one ? [make('p', {}, `They differ at ${positions(marked, expected.shape)}.`)]
    : [];
  return [list, ...told];
}

/** The positions of the entries that differ, where the form is right. */
function marks(expected, got, rtol) {
  if (expected instanceof Tuple) {
    return got instanceof Tuple && got.length === expected.length ? expected.map((item, k) => marks(item, got[k], rtol))
      : [];
  }
  const alike = expected instanceof NDArray && got instanceof NDArray && expected.size === got.size;
  return alike && !same(expected, got, rtol) ? differing(expected, got, rtol) : [];
}
