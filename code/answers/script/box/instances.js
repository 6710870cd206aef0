// One more instance of a formula, evaluated in the page: its letters, both sides of its relations, whether they hold.
import { MOST_ENTRIES, show } from '../judge/show.js';
import { NDArray, shapeText } from '../numpy/array.js';
import { answerOf } from '../python/answer.js';
import { allow } from '../python/budget.js';
import { make } from './elements.js';
import { typeset } from './matrices.js';

const STEPS = 400_000; // for one text; the longest takes some thousands
const DIGITS = 4;

/** The value of a Python expression where an instance has given the letters their values. */
function valueAt(data, k, text) {
  allow(STEPS);
  return answerOf(`${data.prelude}${data.drawn[k][1]}${text}`, [])();
}

/** Whether each relation holds, as the page computes it. */
export const holds = (data, k) => data.tests.map(tests => tests.every(text => show(valueAt(data, k, text)) === 'True'));

/** What is said of a relation; the tests compare to eight digits where there is nothing but =. */
function verdictOn(sides, isTrue) {
  const equal = sides.every(([sign]) => !sign || sign === '=');
  return isTrue ? `✓ ${equal ? 'equal, to eight digits' : 'true'}` : '✗ not so here: please tell us';
}

const isArray = value => value instanceof NDArray && value.ndim;

function letter(name, value) {
  const shape = isArray(value) ? `, ${value.ndim > 1 ? 'matrix' : 'vector'} ${shapeText(value.shape)}` : '';
  const told = isArray(value) && value.size > MOST_ENTRIES ? [] : [' = ', typeset(value, DIGITS)];
  return make('div', {}, make('code', {}, name), shape, ...told);
}

function side([sign, text], value) {
  return make('div', {}, sign && `${sign} `, make('code', {}, text), ': ', typeset(value, DIGITS));
}

/** Shows instance number `count` (from 1 again after the last one) in a place; returns what is said of it. */
function instance(data, count, place) {
  const k = count % data.drawn.length, [sizes] = data.drawn[k], verdicts = holds(data, k);
  place.replaceChildren(
    ...data.letters.map(name => letter(name, valueAt(data, k, name))),
    ...data.relations.map((sides, row) => make('div', { class: 'instance-sides' },
      ...sides.map(one => side(one, valueAt(data, k, one[1]))),
      make('div', {}, verdictOn(sides, verdicts[row])))));
  for (const line of place.querySelectorAll('div')) if (line.scrollWidth > line.clientWidth) line.tabIndex = 0;
  const which = `Instance ${k + 1} of ${data.drawn.length}${sizes && `, ${sizes}`}`;
  return `${which}, evaluated in this page: ${verdicts.every(Boolean) ? 'true' : 'not true'}.`;
}

globalThis.answerBoxes.instance = instance;
