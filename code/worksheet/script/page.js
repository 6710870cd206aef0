// Brings the forms of a page to life, those that a notebook adds later too.
import { Form } from './form.js';

const fresh = () => document.querySelectorAll('.worksheet:not([data-live])').forEach(root => new Form(root));
const KEY = Symbol.for('worksheet'); // once on a page, however many outputs carry this script
if (!document[KEY]) {
  document[KEY] = true;
  fresh();
  const holds = e => e.matches?.('.worksheet') || e.querySelector?.('.worksheet');
  new MutationObserver(records => {
    if (records.some(r => [...r.addedNodes].some(holds))) fresh();
  }).observe(document.body, { childList: true, subtree: true });
}
