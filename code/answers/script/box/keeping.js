// What is written, kept in this browser: each box under a key of its own, so that boxes and tabs cannot undo each
// other.
// Whatever would be overwritten unseen (by another tab, by an import) is put aside and can be taken back.
const { KEY, kept, unkept, ids, load, progress } = globalThis.answerBoxes;
export const DAMAGED = 'homework-zero/damaged/'; // what an accident left, beside what is read
const FORBIDDEN = 'This browser does not let the page keep anything: export your answers before you close it.';
export const FULL = 'The browser’s storage is full, and the last changes are not kept: export them now.';

/** Copies what an accident left under a name beside the answers, where nobody reads it, but nothing is lost. */
function setAside(id) {
  const there = localStorage.getItem(KEY + id), now = kept(id);
  if (there === null || JSON.stringify(now) === there) return;
  let place = DAMAGED + id;
  while (![null, there].includes(localStorage.getItem(place))) place += '/damaged';
  localStorage.setItem(place, there);
}

/** Changes what is kept of a box, until the page is closed if storage does not take it; returns what went wrong, or
 * "". */
export function keep(id, changes) {
  const now = { ...kept(id), ...changes };
  let trouble = '';
  unkept.delete(id);
  try {
    setAside(id);
    localStorage.setItem(KEY + id, JSON.stringify(now));
  } catch (error) {
    unkept.set(id, now);
    trouble = error.name === 'QuotaExceededError' ? FULL : FORBIDDEN;
  }
  progress();
  return trouble;
}

export function remove(key) {
  try { localStorage.removeItem(key); } catch { /* nothing is kept here */ }
}

/** Forgets the answer; a derivation beside it stays. */
export function forget(id) {
  const { derivation, earlier } = kept(id);
  remove(KEY + id);
  unkept.delete(id);
  if (derivation || earlier) keep(id, { derivation, earlier }); else progress();
}

/** Calls back with what another tab keeps of a box, whenever it changes that. */
export function onOtherTab(id, changed) {
  addEventListener('storage', event => {
    if (event.key === KEY + id || event.key === null) changed(kept(id));
    progress();
  });
}

/** What is kept under one name, by the ids of the boxes. */
export const kepts = name => Object.fromEntries(ids().filter(id => kept(id)[name]).map(id => [id, kept(id)[name]]));

/** Loads what is needed less often. */
export const further = () => load('answers_further.js');
