// Brings the forms of a page to life: saves while one types, hands the values out and takes them back.
import { counts, mark, moveFigure } from './counting.js';
import { valuesOf } from './fields.js';
import { fromFile, toJSON, toMarkdown } from './files.js';
import { storage } from './storage.js';

const PAUSE = 400; // milliseconds without a key before what was typed is saved
const forms = [];

function H(tag, attributes, ...children) {
  const e = document.createElement(tag);
  for (const [k, v] of Object.entries(attributes)) typeof v === 'function' ? e.addEventListener(k, v) : e.setAttribute(k, v);
  e.append(...children);
  return e;
}

// Resolves to whether the reader agrees; Escape is no.
function ask(form, question, yes, no) {
  return new Promise(done => {
    const say = answer => () => dialog.close(answer);
    const dialog = H('dialog', { class: 'ws-ask', 'aria-label': question, close: () => { dialog.remove(); done(dialog.returnValue === 'yes'); } },
      H('p', {}, question), H('button', { type: 'button', autofocus: '', click: say('no') }, no), H('button', { type: 'button', click: say('yes') }, yes));
    form.append(dialog);
    dialog.showModal();
  });
}

function download(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  H('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

function bring(form) {
  const name = form.dataset.worksheet, title = form.querySelector('.ws-title').textContent;
  const fields = valuesOf(form), kept = storage(name), changed = new Set();
  const judging = form.querySelector('[data-true]') !== null;
  let scored = false, result = '', timer;

  const state = H('p', { class: 'ws-state' }), said = H('p', { class: 'ws-said', role: 'status' });
  const say = (text, trouble = false) => { said.textContent = text; said.toggleAttribute('data-trouble', trouble); };
  const attempt = f => {
    try { return f(); } catch (error) { say(error.message, true); state.textContent = 'Not saved.'; return undefined; }
  };
  const values = () => Object.fromEntries([...fields].map(([key, field]) => [key, field.read()]));
  const held = () => ({ values: values(), ...scored && { scored, result } });
  const isEmpty = () => Object.values(values()).every(v => v.length === 0);

  function save() {
    clearTimeout(timer);
    if (!changed.size) return;
    attempt(() => {
      const now = kept.read(); // another tab may have changed other fields
      for (const key of changed) now.values[key] = fields.get(key).read();
      kept.write({ ...now, scored, result });
      changed.clear();
      state.textContent = 'Saved in this browser.';
      if (said.matches('[data-trouble]')) say('');
    });
  }
  function show(now) {
    for (const [key, field] of fields) if (!changed.has(key)) field.fill(field.fault(now.values[key]) === false ? now.values[key] : field.rows ? [] : '');
    scored = now.scored === true;
    result = now.result ?? '';
    mark(form, fields, scored);
    follow();
  }
  function follow() {
    if (!form.dataset.figure) return '';
    return moveFigure(form.dataset.figure, forms.filter(f => f.figure === form.dataset.figure));
  }
  function typed(key) {
    changed.add(key);
    state.textContent = 'Saving …';
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  }
  function score() {
    const asked = [...form.querySelectorAll('[data-true]')].filter(e => fields.get(e.dataset.true.split(' ')[0]).read());
    const sure = asked.filter(e => fields.get(e.dataset.true.split(' ')[0] + '_confidence').read());
    if (!sure.length) return say('Judge at least one statement, and say how sure you are.', true);
    scored = true;
    mark(form, fields, true);
    const right = form.querySelectorAll('[data-verdict=right]').length;
    result = [`${right} of ${sure.length} right`, follow()].filter(Boolean).join('; ');
    fields.forEach((_, key) => changed.add(key));
    save();
    compare();
    return say(`${result}.`);
  }
  function compare() {
    const place = form.querySelector('.ws-earlier');
    if (!place) return;
    const earlier = attempt(() => storage(place.dataset.earlier).read().result);
    place.textContent = earlier ? `The first time: ${earlier}.` : 'The first time: nothing is kept in this browser.';
  }
  async function clear() {
    if (!await ask(form, `Delete everything that is typed into “${title}”? It cannot be brought back.`, 'Delete', 'Keep')) return;
    clearTimeout(timer);
    changed.clear();
    attempt(() => {
      kept.remove();
      show({ values: {} });
      state.textContent = '';
      say('Deleted.');
    });
  }
  async function take(file) {
    let found;
    try { found = fromFile(await file.text(), name, fields); } catch (error) { return say(`${error.message} Nothing was changed.`, true); }
    if (!isEmpty() && !await ask(form, 'Replace what is typed here by the content of the file?', 'Replace', 'Keep')) return undefined;
    changed.clear();
    show({ values: found.values });
    fields.forEach((_, key) => changed.add(key));
    if (found.scored) score();
    save();
    return said.matches('[data-trouble]') || say('Imported.');
  }

  const picker = H('input', { type: 'file', accept: '.json,.md', hidden: '', change: () => { take(picker.files[0]); picker.value = ''; } });
  const button = (text, click) => H('button', { type: 'button', click }, text);
  form.querySelector('.ws-tools').replaceChildren(
    ...judging ? [button('Score my answers', score)] : [],
    button('Export Markdown', () => download(`${name}.md`, 'text/markdown', toMarkdown(name, title, held(), fields))),
    button('Export JSON', () => download(`${name}.json`, 'application/json', toJSON(name, held()))),
    button('Import …', () => picker.click()), picker, button('Delete …', clear), state, said);
  form.addEventListener('input', event => {
    const key = event.target.closest('[data-key]')?.dataset.key;
    if (!key) return;
    typed(key);
    if (!judging) follow();
  });
  addEventListener('storage', event => kept.is(event) && attempt(() => { show(kept.read()); state.textContent = 'Changed in another tab.'; }));
  addEventListener('pagehide', save);
  document.addEventListener('visibilitychange', () => document.hidden && save());

  forms.push({ figure: form.dataset.figure, sliders: (form.dataset.sliders ?? '').split(' '), counts: () => judging && !scored ? {} : counts(form, fields) });
  form.dataset.live = '';
  attempt(() => show(kept.read()));
  if (document.readyState !== 'complete') addEventListener('load', follow); // the figure may come to life after this form
  compare();
}

const fresh = () => document.querySelectorAll('.worksheet:not([data-live])').forEach(bring);
const KEY = Symbol.for('worksheet'); // once on a page, however many outputs carry this script
if (!document[KEY]) {
  document[KEY] = true;
  fresh();
  new MutationObserver(fresh).observe(document.body, { childList: true, subtree: true });
}
