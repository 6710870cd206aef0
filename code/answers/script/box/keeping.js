// What is written, kept in this browser: each box under a key of its own, so that boxes and tabs cannot undo each
// other.
// Whatever would be overwritten unseen (by another tab, by an import) is put aside and can be taken back.
const { KEY, kept, progress } = globalThis.answerBoxes;
const FORMAT = 1;
const FORBIDDEN = 'This browser does not let the page keep anything: copy your answer before you close it.';
const FULL = 'The browser’s storage is full, and the last changes are not kept: export them now.';

/** Changes what is kept of a box; returns what went wrong, or "". */
export function keep(id, changes) {
  try {
    localStorage.setItem(KEY + id, JSON.stringify({ ...kept(id), ...changes }));
  } catch (error) {
    return error.name === 'QuotaExceededError' ? FULL : FORBIDDEN;
  }
  progress();
  return '';
}

export function forget(id) {
  try { localStorage.removeItem(KEY + id); } catch { /* nothing is kept here */ }
  progress();
}

/** Calls back with what another tab keeps of a box, whenever it changes that. */
export function onOtherTab(id, changed) {
  addEventListener('storage', event => {
    if (event.key === KEY + id || event.key === null) changed(kept(id));
    progress();
  });
}

function ids() {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(KEY)).map(key => key.slice(KEY.length)).sort();
  } catch {
    return [];
  }
}

/** All answers as the text of a file. */
export function exported() {
  const answers = Object.fromEntries(ids().filter(id => kept(id).text).map(id => [id, kept(id).text]));
  return `${JSON.stringify({ format: FORMAT, answers }, null, 1)}\n`;
}

/** Takes the answers of such a file: what stood in a box is put aside. Returns how many came, or throws an Error that
 * says what is wrong. */
export function imported(text) {
  let file;
  try { file = JSON.parse(text); } catch { file = null; }
  const answers = file?.format === FORMAT && typeof file.answers === 'object' ? Object.entries(file.answers ?? {})
    : null;
  if (!answers || answers.some(([, answer]) => typeof answer !== 'string')) {
    throw new Error('This is no file of answers: export one with the button beside this one.');
  }
  for (const [id, answer] of answers) {
    const { text: before = '' } = kept(id);
    if (before === answer) continue;
    const trouble = keep(id, { text: answer, verdict: null, aside: before });
    if (trouble) throw new Error(trouble);
  }
  return answers.length;
}
