// node derive.mjs given.json found.json: what the page says of derivations, {parts: [part], tries: [[part, text]]}.
import { readFileSync, writeFileSync } from 'node:fs';
import { derivationLine } from '../../code/answers/script/derivation/reasons.js';
import { judgement } from '../../code/answers/script/derivation/steps.js';
import { addFurther } from '../../code/answers/script/numpy/further.js';
import { atOnce } from '../../code/answers/script/python/execute.js';
import { Beyond, SyntaxFault, place } from '../../code/answers/script/python/faults.js';

addFurther();
const [, , from, to] = process.argv, { parts, tries } = JSON.parse(readFileSync(from, 'utf8'));
const known = Object.fromEntries(parts.map(part => [part.id, part]));

function tried([id, text]) {
  const start = performance.now();
  try {
    const found = atOnce(judgement(known[id], text)), { word, states, lines, line } = found;
    return { word, states, number: lines[line]?.number ?? null, line: derivationLine(found),
      ms: performance.now() - start };
  } catch (error) {
    const word = error instanceof Beyond ? 'beyond' : error instanceof SyntaxFault ? 'unread' : 'broken';
    const at = error.at ?? null;
    return { word, states: [], number: at === null ? null : place(text, at).line, line: error.message,
      column: at === null ? null : place(text, at).column, stack: word === 'broken' ? error.stack : undefined };
  }
}

writeFileSync(to, JSON.stringify(tries.map(tried)));
