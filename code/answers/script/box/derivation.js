// The derivation box, a script of its own: loaded when its fold is opened.
import { written } from '../derivation/letters.js';
import { reasonOf, shownForm } from '../derivation/reasons.js';
import { derivationSoon } from '../derivation/steps.js';
import { Fault } from '../judge/plain.js';
import { show, showApart } from '../judge/show.js';
import { Beyond, SyntaxFault } from '../python/faults.js';
import { button, make } from './elements.js';
import { helpOn } from './help.js';
import { keep, onOtherTab } from './keeping.js';
import { typeset } from './matrices.js';
import { saidAt } from './report.js';
import { sentence } from './sentences.js';

const { kept } = globalThis.answerBoxes;
const PATIENCE = 300; // milliseconds until it is said that the judge is at work
const HEADS = { right: ['✓', 'Right'], incomplete: ['…', 'Not there yet'], wrong: ['✗', 'A step does not hold'],
  unread: ['!', 'Not read yet'], beyond: ['↗', 'Beyond this page'] };
const MARKS = { wrong: ['✗', 'does not hold'], named: ['·', 'a name'], given: ['·', 'where it begins'],
  holds: ['✓', 'holds'], asked: ['✓', 'holds for the one that is asked for'] };

class DerivationBox {
  constructor(root, part) {
    Object.assign(this, { root, part, area: root.querySelector('textarea'), said: root.querySelector('output'),
      checking: null });
    this.trouble = make('p', { class: 'answer-said', role: 'status' });
    this.back = button('Take back the earlier derivation', () => this.takeBack());
    root.append(button('Delete this derivation', () => this.delete()), this.back, this.trouble);
    helpOn(root.querySelector('.answer-names'), part);
    this.show();
    this.area.addEventListener('input', () => this.changed());
    this.area.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || !(event.shiftKey || event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      this.check();
    });
    root.querySelector('button').addEventListener('click', () => this.check());
    const writing = () => document.hasFocus() && document.activeElement === this.area;
    onOtherTab(part.id, () => { if (!writing()) this.show(); });
    addEventListener('answers-replaced', () => this.show());
    root.dataset.ready = '';
  }

  show() {
    const { derivation = '', earlier = this.cleared } = kept(this.part.id);
    this.area.value = derivation;
    if (!earlier && document.activeElement === this.back) this.area.focus();
    this.back.hidden = !earlier;
    this.verdict(null);
    this.grow();
  }

  /** While the page is open it can be taken back. */
  delete() {
    this.cleared = this.area.value;
    this.trouble.textContent = keep(this.part.id, { derivation: '', earlier: undefined }) || 'Deleted.';
    this.show();
  }

  /** What an import has replaced changes places with what stands there now. */
  takeBack() {
    const { derivation, earlier = this.cleared } = kept(this.part.id);
    this.trouble.textContent = keep(this.part.id, { derivation: earlier, earlier: derivation });
    this.show();
  }

  grow() { this.area.rows = Math.max(5, this.area.value.split('\n').length + 1); }

  changed() {
    this.checking = null;
    this.root.removeAttribute('aria-busy');
    this.verdict(null);
    this.grow();
    this.trouble.textContent = keep(this.part.id, { derivation: this.area.value });
  }

  verdict(found) {
    if (found) this.said.dataset.verdict = found.verdict; else delete this.said.dataset.verdict;
    this.area.setAttribute('aria-invalid', String(found?.verdict === 'unread'));
    this.said.replaceChildren(...(found?.elements ?? []));
  }

  async check() {
    const { area, part, root, said } = this, text = area.value, run = this.checking = {};
    root.setAttribute('aria-busy', 'true');
    const waiting = setTimeout(() => { said.textContent = 'Trying every step …'; }, PATIENCE);
    let found;
    try { found = await derivationSoon(part, text, () => run === this.checking); } catch (error) { found = error; }
    clearTimeout(waiting);
    if (run !== this.checking) return;
    root.removeAttribute('aria-busy');
    this.verdict(reported(found, text, part));
    if (found.at !== undefined) this.point(text, found.at);
  }

  /** Puts the caret where something cannot be read. */
  point(text, at) {
    if (at === null || document.activeElement !== this.area) return;
    this.area.setSelectionRange(at, Math.min(at + 1, text.length));
  }
}

/** {verdict, elements} of what was found, or thrown. */
function reported(found, text, { derivation: { unknown } }) {
  if (found instanceof SyntaxFault) return told('unread', saidAt(text, found));
  if (found instanceof Beyond) return told('beyond', saidAt(text, found));
  if (found instanceof Error) throw found;
  const { word, count, states, lines } = found, on = `on ${count} instances`;
  if (word === 'wrong') return told('wrong', listed(lines, states, text, unknown), ...counterexample(found));
  const ends = { right: `Every step holds ${on}, and the last line is what is asked for.`,
    incomplete: found.hasSteps ? `Every step holds ${on}. The last line is not yet what is asked for.`
      : found.isAsked ? 'That is what is asked for. Write the steps that lead to it, one a line.'
        : 'There is no step yet: the next line is compared with this one.' };
  return told(word, listed(lines, states, text, unknown), make('p', {}, ends[word]));
}

function told(verdict, ...content) {
  const [sign, word] = HEADS[verdict];
  return { verdict, elements: [make('p', { class: 'answer-verdict' }, make('span', { 'aria-hidden': 'true' }, sign),
    ` ${word}`), ...content] };
}

/** The lines with a mark each; those after a wrong one have none. */
function listed(lines, states, text, unknown) {
  const all = text.split('\n'), own = unknown ? `the ${written(unknown)}` : '';
  return make('ol', { class: 'derivation-lines' }, ...lines.map((line, k) => {
    const [sign, word] = MARKS[states[k]] ?? ['', 'not tried'];
    return make('li', { value: line.number, ...states[k] ? { 'data-state': states[k] } : {} },
      make('code', {}, all[line.number - 1].trim()), ' ',
      make('span', { class: 'derivation-state' }, `${sign} ${word.replace('the one', own)}`));
  }));
}

/** The first instance at which a step fails, with both values. */
function counterexample(found) {
  const { there, here, alone, isTruth, isInLine } = found, reason = reasonOf(found);
  const said = reason ? [make('p', { class: 'answer-diagnosis' }, ...sentence(reason))] : [];
  const given = [...found.place.shown].map(([name, value]) => make('span', { class: 'answer-given' },
    make('code', {}, name), ' = ', typeset(value)));
  const rows = { At: given };
  if (!alone && !isTruth && ![there, here].some(form => form instanceof Fault)) {
    const values = [shownForm(there, here), shownForm(here, there)], [, , digits] = showApart(...values);
    const names = isInLine ? ['Left side', 'Right side'] : ['Line before', 'This line'];
    names.forEach((name, k) => { rows[name] = [typeset(values[k], digits)]; });
  } else if (there !== undefined && !isTruth && !(there instanceof Fault)) rows['Line before'] = [make('code', {},
    show(shownForm(there, here)))];
  return [make('dl', {}, ...Object.entries(rows).flatMap(([name, parts]) => [make('dt', {}, name),
    make('dd', {}, ...parts)])), ...said];
}

globalThis.answerBoxes.derive = (root, part) => new DerivationBox(root, part);
