// One answer box, once its reader is near: colours, keys, the check and what is kept of it.
import { verdictSoon } from '../judge/judge.js';
import { turn } from '../judge/slices.js';
import { beyond } from '../python/faults.js';
import { colour } from './colours.js';
import { make } from './elements.js';
import { forget, further, keep, onOtherTab } from './keeping.js';
import { typed } from './keys.js';
import { more } from './more.js';
import { report } from './report.js';

const PATIENCE = 300; // milliseconds until it is said that the judge is at work
const boxes = globalThis.answerBoxes, { kept } = boxes;

class Box {
  constructor(root, part) {
    const of = selector => root.querySelector(selector);
    Object.assign(this, { root, part, area: of('textarea'), colours: of('pre'), said: of('output'), wrong: null,
      checking: null });
    this.area.addEventListener('keydown',
      event => { if (typed(event, this.area, () => this.check())) event.preventDefault(); });
    this.area.addEventListener('input', () => this.changed());
    for (const name of ['keyup', 'click', 'blur']) this.area.addEventListener(name, () => this.paint());
    of('button').addEventListener('click', () => this.check());
    this.more = more(root.closest('.answer').querySelector('.answer-more'), part, this);
    onOtherTab(part.id, () => this.another());
    addEventListener('answers-replaced', () => this.another(true));
    this.more.aside(kept(part.id).aside);
    this.paint();
    root.dataset.ready = '';
  }

  text() { return this.area.value; }

  paint() {
    const caret = document.activeElement === this.area ? this.area.selectionStart : null;
    const shown = JSON.stringify([this.area.value, this.wrong, caret]);
    if (shown === this.shown) return; // a verdict changes nothing here, mostly, and colours cost a phone some time
    this.shown = shown;
    colour(this.colours, this.area.value, this.part.names, this.wrong, caret);
  }

  show(text) {
    this.area.value = text;
    this.verdict(null);
  }

  /** A verdict on what stands there now; null for none. */
  verdict(found) {
    this.wrong = found?.at ?? null;
    if (found) this.said.dataset.verdict = found.verdict; else delete this.said.dataset.verdict;
    this.said.replaceChildren(...(found?.elements ?? []));
    this.area.setAttribute('aria-invalid', String(found?.verdict === 'unread'));
    this.paint();
  }

  changed() {
    this.checking = null;
    this.root.removeAttribute('aria-busy');
    this.verdict(null);
    this.more.say(keep(this.part.id, { text: this.area.value, verdict: null }));
  }

  /** Another tab, or an import, has another text: take it, unless somebody is writing here; then it is put aside, and
   * what another tab has put aside stays there: two tabs would go on exchanging their texts. */
  another(imported = false) {
    const { text = '', aside } = kept(this.part.id), own = this.area.value;
    this.more.aside(aside);
    if (text === own || aside === own && !imported) return;
    if (document.hasFocus() && document.activeElement === this.area && own && !imported) {
      keep(this.part.id, { text: own, verdict: null, aside: text });
      this.more.aside(text);
      if (text) this.more.say('Yours stays; the answer of another tab was put aside.');
    } else this.show(text);
  }

  /** While the page is open it can be taken back. */
  delete() {
    this.cleared = this.text();
    forget(this.part.id);
    this.show('');
    this.more.aside(this.cleared);
  }

  takeBack() {
    const { aside = this.cleared } = kept(this.part.id), own = this.area.value;
    keep(this.part.id, { text: aside, verdict: null, aside: own });
    this.show(aside);
    this.more.aside(own);
  }

  async check() {
    const { area, part, root, said } = this, text = area.value, run = this.checking = {};
    root.setAttribute('aria-busy', 'true');
    const waiting = setTimeout(() => { said.textContent = 'Checking …'; }, PATIENCE);
    let found;
    try { found = await judged(part, text, () => run === this.checking); } catch (error) { found = error; }
    clearTimeout(waiting);
    await turn();
    if (run !== this.checking) return; // what was judged is not what stands there now, or is judged again
    root.removeAttribute('aria-busy');
    this.verdict(report(found, text, part));
    const { verdict } = said.dataset;
    this.more.say(keep(part.id, { text, verdict, right: verdict === 'right' || Boolean(kept(part.id).right) }));
    const hint = (verdict === 'wrong' || verdict === 'incomplete') && openNextHint(part.id);
    if (hint) said.append(make('p', {}, `Opened below: ${hint}.`));
  }
}

/** The verdict; what it asks for beyond the engine is loaded first. */
async function judged(part, text, wanted) {
  try {
    return await explained(await verdictSoon(part, text, wanted), part);
  } catch (error) {
    if (!error.further || boxes.asFile || !wanted()) throw error;
    await further().catch(({ message }) => beyond(message));
    return explained(await verdictSoon(part, text, wanted), part);
  }
}

/** What was found, with a hint at what was meant where Python raised; the verdict stands without it, too. */
async function explained(found, part) {
  if (found?.raised && !found.hint) {
    await further().then(() => { found.hint = boxes.meantBy(found.raised, part); }, () => {});
  }
  return found;
}

/** Hints climb: after each wrong try the next one opens, the solution last. Returns what it is called. */
function openNextHint(id) {
  const hints = document.querySelectorAll('details[data-hint-for]:not([open])');
  const closed = [...hints].find(hint => hint.dataset.hintFor === id);
  if (closed) closed.open = true;
  return closed?.firstElementChild.textContent;
}

export const open = (root, part) => new Box(root, part);
