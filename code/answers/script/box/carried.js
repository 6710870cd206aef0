// All answers, derivations and predictions as the text of one file, and back again.
import { FULL, keep, kepts } from './keeping.js';

const { PREDICTION, kept, ids } = globalThis.answerBoxes;
const FORMAT = 1;

const predictions = () => Object.fromEntries(ids(PREDICTION).map(id => [id, localStorage.getItem(PREDICTION + id)]));
const some = pairs => Object.fromEntries(Object.entries(pairs).filter(([, found]) => Object.keys(found).length));

/** All answers as the text of a file; derivations and predictions where there are some. */
export function exported() {
  const more = some({ derivations: kepts('derivation'), predictions: predictions() });
  return `${JSON.stringify({ format: FORMAT, answers: kepts('text'), ...more }, null, 1)}\n`;
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
