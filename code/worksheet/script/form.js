// One form: saves while one types, shows what another tab saved, hands the values out and takes them back.
import { beyond, counts, judgements, mark, moveFigure } from './counting.js';
import { ask, button, download, H } from './elements.js';
import { valuesOf } from './fields.js';
import { fromFile, toJSON, toMarkdown } from './files.js';
import { storage } from './storage.js';

const PAUSE = 400; // milliseconds without a key before what was typed is saved
const SCORE = '#score'; // kept beside the values; no field has such a name

const few = found => [...found.slice(0, 3), ...found.length > 3 ? [`and ${found.length - 3} more`] : []].join('; ');

export class Form {
  static all = [];

  constructor(root) {
    this.root = root;
    this.name = root.dataset.worksheet;
    this.title = root.querySelector('.ws-title').textContent;
    this.fields = valuesOf(root);
    this.kept = storage(this.name);
    this.changed = new Set(); // names of values that are not saved yet
    this.judges = judgements(root).length > 0;
    this.scored = false;
    this.result = ''; // what the figure said when the answers were scored
    this.state = H('p', { class: 'ws-state' });
    this.notes = H('p', { class: 'ws-notes' }); // not read out: a row that one is typing is never finished
    this.said = H('p', { class: 'ws-said', role: 'status' });
    this.faults = H('p', { class: 'ws-faults', role: 'alert' });
    this.build();
    this.listen();
    Form.all.push(this);
    root.dataset.live = '';
    this.attempt(() => this.show());
  }

  build() {
    const picker = H('input', { type: 'file', accept: '.json,.md', hidden: '' });
    picker.addEventListener('change', async () => {
      if (picker.files.length) await this.take(await picker.files[0].text());
      picker.value = '';
    });
    this.root.querySelector('.ws-tools').replaceChildren(
      ...this.judges ? [button('Score my answers', () => this.settle())] : [],
      button('Export Markdown', () => download(
        `${this.name}.md`, 'text/markdown', toMarkdown(this.name, this.title, this.held(), this.fields))),
      button('Export JSON', () => download(
        `${this.name}.json`, 'application/json', toJSON(this.name, this.title, this.held()))),
      button('Import …', () => picker.click()), picker,
      button('Delete …', () => this.clear()),
      this.state, this.faults, this.notes, this.said);
  }

  listen() {
    this.root.addEventListener('input', event => {
      const key = event.target.closest('[data-key]')?.dataset.key;
      if (!key) return;
      this.changed.add(key);
      this.state.textContent = 'Saving …';
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), PAUSE);
      if (!this.judges) this.follow();
    });
    this.root.addEventListener('focusout', () => this.check());
    // else the wheel that moves the page would change the number that has the focus
    const leave = ({ target }) => target.matches('input[type=number]') && target.blur();
    this.root.addEventListener('wheel', leave, { passive: true });
    addEventListener('storage', event => {
      if (!this.kept.concerns(event)) return;
      this.attempt(() => this.show());
      this.state.textContent = 'Changed in another tab.';
    });
    addEventListener('pagehide', () => this.save());
    document.addEventListener('visibilitychange', () => document.hidden && this.save());
    // the figure may come to life after this form
    if (document.readyState !== 'complete') addEventListener('load', () => this.follow());
  }

  say(text, trouble = false) {
    this.said.textContent = text;
    this.said.toggleAttribute('data-trouble', trouble);
  }

  attempt(f) {
    try {
      f();
    } catch (error) {
      this.say(error.message, true);
      this.refused = error.message; // said until something is saved again
      if (this.changed.size) this.state.textContent = 'Not saved.';
    }
  }

  held() {
    const values = Object.fromEntries([...this.fields].map(([key, field]) => [key, field.read()]));
    return { values, scored: this.scored, result: this.result };
  }

  save() {
    if (!this.changed.size) return;
    this.check();
    this.attempt(() => {
      for (const key of this.changed) {
        this.kept.write(key, this.fields.get(key).read());
        this.changed.delete(key);
      }
      this.state.textContent = 'Saved in this browser.';
      if (this.said.textContent === this.refused) this.say('');
    });
  }

  // Says what is to be corrected. It is kept all the same, so that nothing else depends on it.
  check() {
    const found = [...this.fields.values()]
      .flatMap(field => field.check().map(f => field.rows ? f : `${field.label}: ${f}`));
    const text = found.length ? `Please correct: ${few(found)}.` : '';
    if (this.faults.textContent !== text) this.faults.textContent = text; // else it would be read out again
    const notes = [...this.fields.values()]
      .flatMap(field => field.unfinished()).concat(beyond(this.root, this.counts()));
    this.notes.textContent = notes.length ? `Note: ${few(notes)}.` : '';
  }

  // Fills in what is kept, except where one is typing. What no control can show is set aside; the rest of it is shown.
  show() {
    for (const [key, field] of this.fields) if (!this.changed.has(key)) this.attempt(() => {
      if (this.fill(field, this.kept.read(key))) return;
      this.kept.setAside(key);
      const says = `${field.label}: not all that was kept can be shown.`;
      this.say(`${says} It stays in this browser under “${key}/damaged”.`, true);
    });
    this.check();
    this.result = this.kept.read(SCORE)?.result ?? '';
    this.scored = this.result !== '';
    mark(this.root, this.fields, this.scored);
    this.follow();
    this.compare();
  }

  fill(field, value) {
    const wanted = value === null ? field.empty : field.fit(value);
    if (JSON.stringify(field.read()) !== JSON.stringify(wanted)) field.fill(wanted); // else a cursor would jump
    return value === null || JSON.stringify(wanted) === JSON.stringify(value);
  }

  counts() {
    return this.judges && !this.scored ? {} : counts(this.root, this.fields);
  }

  follow() {
    const id = this.root.dataset.figure;
    return id ? moveFigure(id, Form.all.filter(form => form.root.dataset.figure === id)) : '';
  }

  async settle() {
    const all = judgements(this.root, this.fields), open = all.filter(j => !j.judged || !j.sure).length;
    if (open === all.length) return this.say('Judge at least one statement, and say how sure you are.', true);
    const question = `${open} of ${all.length} are open, and once they are scored no answer can be changed.`
      + ' Score them now?';
    return open && !await ask(this.root, question, 'Score', 'Go on judging') ? undefined : this.score();
  }

  score() {
    const found = judgements(this.root, this.fields).filter(j => j.judged && j.sure);
    this.scored = true;
    mark(this.root, this.fields, true);
    const score = `${found.filter(j => j.right).length} of ${found.length} right`;
    this.result = [score, this.follow()].filter(Boolean).join('; ');
    this.say(`${this.result}.`);
    this.fields.forEach((_, key) => this.changed.add(key));
    this.save();
    this.attempt(() => this.kept.write(SCORE, { result: this.result }));
    return this.compare();
  }

  // Shows the score of another form where there is a place for it; not before this one has its own, which it could
  // sway.
  compare() {
    const place = this.root.querySelector('.ws-earlier');
    if (!place) return;
    place.textContent = '';
    if (this.scored) this.attempt(() => {
      const result = storage(place.dataset.earlier).read(SCORE)?.result;
      place.textContent = result ? `The first time: ${result}.` : 'The first time: no score is kept in this browser.';
    });
  }

  async clear() {
    const question = `Delete everything that is typed into “${this.title}”? It cannot be brought back.`;
    if (!await ask(this.root, question, 'Delete', 'Keep')) return;
    this.changed.clear();
    this.attempt(() => {
      this.kept.remove();
      this.fields.forEach(field => field.fill(field.empty));
      this.show();
      this.state.textContent = '';
      this.say('Deleted.');
    });
  }

  async take(text) {
    let found;
    try {
      found = fromFile(text, this.name, this.fields);
    } catch (error) {
      return this.say(`${error.message} Nothing was changed.`, true);
    }
    const typed = Object.values(this.held().values).some(value => value.length);
    const question = 'Replace what is typed here by what is in the file?';
    if (typed && !await ask(this.root, question, 'Replace', 'Keep')) return undefined;
    for (const [key, field] of this.fields) {
      this.fill(field, found.values[key]);
      this.changed.add(key);
    }
    this.result = '';
    this.scored = false;
    mark(this.root, this.fields, false);
    this.say('Imported.');
    this.attempt(() => this.kept.write(SCORE, null));
    this.save();
    return found.scored ? this.score() : this.follow();
  }
}
