// node judge.mjs given.json found.json: the verdicts on texts, {parts: [part], tries: [[part, text]]};
// or what is said of values, {values: [[expected, text of what was got, words, rtol]]}, expected as in a part's data.
import { readFileSync, writeFileSync } from 'node:fs';
import { line, verdict } from '../../code/answers/script/judge/at_once.js';
import { asAsked, formFault, same, single } from '../../code/answers/script/judge/compare.js';
import { decoded } from '../../code/answers/script/judge/data.js';
import { outcome } from '../../code/answers/script/judge/plain.js';
import { show, showApart } from '../../code/answers/script/judge/show.js';
import { addFurther } from '../../code/answers/script/numpy/further.js';
import { answerOf } from '../../code/answers/script/python/answer.js';
import { allow } from '../../code/answers/script/python/budget.js';
import { Beyond, SyntaxFault } from '../../code/answers/script/python/faults.js';
import { Callable } from '../../code/answers/script/python/values.js';

addFurther();
const before = Object.getOwnPropertyNames(globalThis);
const [, , from, to] = process.argv, { parts = [], tries = [], values = [] } = JSON.parse(readFileSync(from, 'utf8'));
const known = Object.fromEntries(parts.map(part => [part.id, part]));

function tried([id, text]) {
  const start = performance.now();
  try {
    const found = verdict(known[id], text);
    const { word, diagnosis = null, at = null, hint = '' } = found;
    return { word, line: line(found), diagnosis, at, hint, ms: performance.now() - start };
  } catch (error) {
    const word = error instanceof Beyond ? 'beyond' : error instanceof SyntaxFault ? 'unread' : 'broken';
    return { word, line: error.message, at: error.at ?? null, ms: performance.now() - start,
      stack: word === 'broken' ? error.stack : undefined };
  }
}

function compared([wanted, text, part, rtol]) {
  allow(100_000);
  const expected = decoded(wanted), answer = new Callable('', () => answerOf(text, [])());
  const steps = outcome(answer, false, new Map());
  let step = steps.next();
  while (!step.done) step = steps.next();
  const got = asAsked(expected, step.value, part), fault = formFault(expected, got, part);
  const apart = showApart(expected, got).slice(0, 2);
  return { shown: show(got), fault, same: !fault && same(expected, got, rtol), single: single(expected, got),
    apart };
}

const found = { tries: tries.map(tried), values: values.map(compared) };
const left = { // what the texts have left behind in the process
  planted: globalThis.planted ?? null, ofEveryObject: Object.keys(Object.prototype),
  newGlobals: Object.getOwnPropertyNames(globalThis).filter(name => !before.includes(name)),
};
writeFileSync(to, JSON.stringify({ ...found, left }));
