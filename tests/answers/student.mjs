// node student.mjs given.json found.json: {parts, tries: [[part, text]]}; of each text the verdict's word, its line,
// what was meant by what raised, and the text as a cell of a notebook.
import { readFileSync, writeFileSync } from 'node:fs';
import { line, verdict } from '../../code/answers/script/judge/at_once.js';
import { meantBy } from '../../code/answers/script/judge/meant.js';
import { addFurther } from '../../code/answers/script/numpy/further.js';
import { asCell } from '../../code/answers/script/python/cell.js';
import { Beyond, SyntaxFault } from '../../code/answers/script/python/faults.js';

addFurther();
const [, , from, to] = process.argv, { parts, tries } = JSON.parse(readFileSync(from, 'utf8'));
const known = Object.fromEntries(parts.map(part => [part.id, part]));

function tried([id, text]) {
  const part = known[id], cell = asCell(text, part.names, id);
  try {
    const found = verdict(part, text);
    return { word: found.word, line: line(found), meant: found.hint || meantBy(found.raised ?? '', part), cell };
  } catch (error) {
    if (!(error instanceof Beyond || error instanceof SyntaxFault)) throw error;
    return { word: error instanceof Beyond ? 'beyond' : 'unread', line: error.message, meant: '', cell };
  }
}

writeFileSync(to, JSON.stringify(tries.map(tried)));
