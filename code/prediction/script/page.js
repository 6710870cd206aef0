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
  new MutationObserver(fresh).observe(document.body, { childList: true, subtree: true });
}
