// What was predicted, kept in this browser: each prediction under a key of its own, as {said, sure, right, looked}.
// Storage may be forbidden, full, or hold what an accident left there.

export const KEY = 'homework-zero/prediction/';
const UNKEPT = ' This browser does not let the page keep it.';

export function kept(id) {
  try {
    const found = JSON.parse(localStorage.getItem(KEY + id));
    const isSure = Number.isInteger(found?.sure) && Math.abs(found.sure - 50) <= 50; // percent
    return typeof found?.said === 'string' && isSure ? found : null;
  } catch {
    return null;
  }
}

// Keeps a prediction, or nothing in its place; returns what has to be said about that.
export function keep(id, prediction) {
  try {
    if (prediction) localStorage.setItem(KEY + id, JSON.stringify(prediction)); else localStorage.removeItem(KEY + id);
  } catch {
    return UNKEPT;
  }
  return '';
}

// All predictions that count: those that were made before the answer was open.
export function allThatCount() {
  let keys;
  try { keys = Object.keys(localStorage); } catch { keys = []; }
  return keys.filter(key => key.startsWith(KEY)).map(key => kept(key.slice(KEY.length)))
    .filter(found => found && !found.looked);
}

// Calls back whenever predictions may have changed outside this page's elements.
export function onChange(changed) {
  addEventListener('storage', event => { if (!event.key || event.key.startsWith(KEY)) changed(); });
  addEventListener('answers-replaced', changed);
}
