// Brings the questions of a page to life, those that a notebook adds later too.
import { gathered } from './gathered.js';
import { question } from './question.js';

function fresh() {
  document.querySelectorAll('[data-predict]:not([data-live])').forEach(question);
  document.querySelectorAll('[data-predictions]:not([data-live])').forEach(gathered);
}
const ONCE = Symbol.for('prediction'); // once on a page, however many outputs carry this script
if (!document[ONCE]) {
  document[ONCE] = true;
  fresh();
  const ours = '[data-predict], [data-predictions]', holds = e => e.matches?.(ours) || e.querySelector?.(ours);
  new MutationObserver(records => {
    if (records.some(r => [...r.addedNodes].some(holds))) fresh();
  }).observe(document.body, { childList: true, subtree: true });
}
