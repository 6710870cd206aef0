// An answer as a cell, all answers as answers.py; all answers, derivations and predictions as one file, and back again;
// or nothing left of them.  What returns a text says what came of it.
import { asCell } from '../python/cell.js';
import { JUDGED, asFile } from '../python/definition.js';
import { make } from './elements.js';
import { DAMAGED, FULL, keep, kepts, remove } from './keeping.js';

const boxes = globalThis.answerBoxes, { KEY, PREDICTION, kept, unkept, ids } = boxes;
const FORMAT = 1;
const ABOUT = 'What you wrote in the book. To bring it back, open “More” below any box to answer in, and choose this '
  + 'file with “Import answers”.';

const predictions = () => Object.fromEntries(ids(PREDICTION).map(id => [id, localStorage.getItem(PREDICTION + id)]));
const some = pairs => Object.fromEntries(Object.entries(pairs).filter(([, found]) => Object.keys(found).length));

function download(name, type, text) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  make('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}

/** Hands out all answers as a file; derivations and predictions where there are some. */
export function exported() {
  const more = some({ derivations: kepts('derivation'), predictions: predictions() });
  download('answers.json', 'application/json',
    `${JSON.stringify({ format: FORMAT, about: ABOUT, answers: kepts('text'), ...more }, null, 1)}\n`);
  return 'Saved as answers.json.';
}

const texts = given => given && typeof given === 'object' ? Object.entries(given) : null;
const areTexts = pairs => pairs?.every(([, text]) => typeof text === 'string');

/** Takes the answers of such a file: what stood in a box is put aside; a prediction is taken where none was made.
 * Throws an Error that says what is wrong. */
export async function imported(chosen) {
  let file = null;
  try { file = JSON.parse(await chosen.text()); } catch { /* said below */ }
  const given = [file?.answers, file?.derivations, file?.predictions].map(pairs => texts(pairs ?? {}));
  const [answers, steps, predictions] = given, known = new Set(ids(PREDICTION));
  if (file?.format !== FORMAT || !given.every(areTexts)) {
    throw new Error('This is no file of answers: export one with the button beside this one.');
  }
  let trouble = '';
  for (const [id, answer] of answers) {
    const { text: before = '' } = kept(id);
    if (before !== answer) trouble = keep(id, { text: answer, verdict: null, aside: before }) || trouble;
  }
  for (const [id, derivation] of steps) {
    const before = kept(id).derivation;
    if (before !== derivation) trouble = keep(id, { derivation, ...before && { earlier: before } }) || trouble;
  }
  const made = predictions.filter(([id]) => !known.has(id));
  try {
    for (const [id, text] of made) localStorage.setItem(PREDICTION + id, text);
  } catch { trouble ||= FULL; }
  dispatchEvent(new Event('answers-replaced'));
  const counted = Object.entries({ answer: answers, derivation: steps, prediction: made })
    .filter(([, { length }]) => length).map(([word, { length }]) => `${length} ${word}${length === 1 ? '' : 's'}`);
  const said = `${counted.join(', ') || 'Nothing'} imported. What stood in a box can be taken back there.`;
  return [said, trouble].filter(Boolean).join(' ');
}

/** Hands out all answers as answers.py. */
export function takeAway() {
  download('answers.py', 'text/x-python', asFile(kepts('text'), boxes.names));
  return `Saved. ${JUDGED}`;
}

/** Deletes all that is kept, if the reader means it. */
export function reset() {
  if (!confirm('Delete all your answers and predictions on this site? This cannot be undone.')) return '';
  for (const key of [KEY, PREDICTION, DAMAGED]) for (const id of ids(key)) remove(key + id);
  unkept.clear();
  dispatchEvent(new Event('answers-replaced'));
  return 'Deleted.';
}

/** Puts an answer into the clipboard, as a cell of a notebook. */
export async function copied(answer, { id, names }) {
  const text = asCell(answer, names, id), isCopied = await inClipboard(text);
  return isCopied ? 'Copied: paste it into a cell of the notebook.'
    : 'The browser does not let the page copy: select the text and copy it yourself.';
}

async function inClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch { // a page from a folder may have no clipboard of that kind
    const area = make('textarea', { style: 'position:fixed;opacity:0' });
    document.body.append(area);
    area.value = text;
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}
