// What is written, kept in this browser: each box under a key of its own, so that boxes and tabs cannot undo each
// other.
// Whatever would be overwritten unseen (by another tab, by an import) is put aside and can be taken back.
import { download } from './elements.js';

const boxes = globalThis.answerBoxes, { KEY, PREDICTION, DAMAGED, kept, ids, progress } = boxes;
const FURTHER = 'answers_further.js';
const FORMAT = 1;
const FORBIDDEN = 'This browser does not let the page keep anything: copy your answer before you close it.';
const FULL = 'The browser’s storage is full, and the last changes are not kept: export them now.';

/** Copies what an accident left under a name beside the answers, where nobody reads it, but nothing is lost. */
function setAside(id) {
  const there = localStorage.getItem(KEY + id), now = kept(id);
  if (there === null || JSON.stringify(now) === there) return;
  let place = DAMAGED + id;
  while (![null, there].includes(localStorage.getItem(place))) place += '/damaged';
  localStorage.setItem(place, there);
}

/** Changes what is kept of a box; returns what went wrong, or "". */
export function keep(id, changes) {
  try {
    setAside(id);
    localStorage.setItem(KEY + id, JSON.stringify({ ...kept(id), ...changes }));
  } catch (error) {
    return error.name === 'QuotaExceededError' ? FULL : FORBIDDEN;
  }
  progress();
  return '';
}

/** Forgets the answer; a derivation beside it stays. */
export function forget(id) {
  const { derivation, earlier } = kept(id);
  try { localStorage.removeItem(KEY + id); } catch { /* nothing is kept here */ }
  if (derivation || earlier) keep(id, { derivation, earlier }); else progress();
}

/** Calls back with what another tab keeps of a box, whenever it changes that. */
export function onOtherTab(id, changed) {
  addEventListener('storage', event => {
    if (event.key === KEY + id || event.key === null) changed(kept(id));
    progress();
  });
}

const all = name => Object.fromEntries(ids().filter(id => kept(id)[name]).map(id => [id, kept(id)[name]]));
const answers = () => all('text');

const predictions = () => Object.fromEntries(ids(PREDICTION).map(id => [id, localStorage.getItem(PREDICTION + id)]));
const some = pairs => Object.fromEntries(Object.entries(pairs).filter(([, found]) => Object.keys(found).length));

/** All answers as the text of a file; derivations and predictions where there are some. */
export function exported() {
  const more = some({ derivations: all('derivation'), predictions: predictions() });
  return `${JSON.stringify({ format: FORMAT, answers: answers(), ...more }, null, 1)}\n`;
}

/** Loads what is needed less often; rejects with an Error that says what to do. */
export const further = () => boxes.load(FURTHER).catch(error => { throw new Error(
  `${error.message}: are you without a network? Try again.`); });

/** Hands out all answers as answers.py. */
export async function takeAway() {
  await further();
  download('answers.py', 'text/x-python', boxes.asFile(answers(), boxes.names));
}

const texts = given => given && typeof given === 'object' ? Object.entries(given) : null;
const areTexts = pairs => pairs?.every(([, text]) => typeof text === 'string');

/** Takes the answers of such a file: what stood in a box is put aside; a prediction is taken where none was made.
 * Returns how many answers came, or throws an Error that says what is wrong. */
export function imported(text) {
  let file;
  try { file = JSON.parse(text); } catch { file = null; }
  const given = [file?.answers, file?.derivations, file?.predictions].map(pairs => texts(pairs ?? {}));
  const [answers, steps, predictions] = given;
  if (file?.format !== FORMAT || !given.every(areTexts)) {
    throw new Error('This is no file of answers: export one with the button beside this one.');
  }
  for (const [id, answer] of answers) {
    const { text: before = '' } = kept(id);
    if (before === answer) continue;
    const trouble = keep(id, { text: answer, verdict: null, aside: before });
    if (trouble) throw new Error(trouble);
  }
  for (const [id, derivation] of steps) {
    const before = kept(id).derivation;
    if (before === derivation) continue;
    const trouble = keep(id, { derivation, ...before && { earlier: before } });
    if (trouble) throw new Error(trouble);
  }
  try {
    for (const [id, made] of predictions) localStorage[PREDICTION + id] ??= made;
  } catch { throw new Error(FULL); }
  return answers.length;
}
