// One question: the reader chooses, says how sure that is, and the answer opens beside what was predicted.
import { keep, kept, onChange } from './kept.js';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const WANTED = { radio: 'Choose an answer first.', text: 'Write a number first, such as 0.5 or -2.' };
const written = text => text.trim().replace(/^[−–]/, '-').replace(',', '.');

function make(tag, attributes, ...children) {
  const made = Object.assign(document.createElement(tag), attributes);
  made.append(...children);
  return made;
}

export function question(root) {
  const of = selector => root.querySelector(selector), id = root.dataset.predict;
  const fields = of('fieldset'), inputs = [...fields.querySelectorAll('input')], fold = of('details');
  const choices = [...fields.querySelectorAll('label > span')], { right, within } = fold.dataset;
  const texts = choices.map(e => e.dataset.said ?? e.textContent); // what is kept; a choice may have formulas
  const isRight = said => within ? Math.abs(said - right) <= +within * (1 + 1e-9) : said === texts[right];
  const levels = root.dataset.sure.split(',').map(level => [parseInt(level, 10), level.replace(/^\d+ /, '')]);
  // shown: what is shown now, as JSON
  let looked = false, shown;

  const said = make('output', {});
  said.setAttribute('role', 'status');
  const again = make('button', { type: 'button', className: 'pr-forget', onclick: forget }, 'Delete this prediction');
  const sure = make('div', { className: 'pr-sure' }, make('span', { textContent: 'How sure are you?' }),
    ...levels.map(([percent, words]) => make('button', { type: 'button', onclick: () => commit(percent) },
      `${words}, ${percent} %`)));
  sure.setAttribute('role', 'group');
  sure.setAttribute('aria-label', 'How sure are you?');
  sure.firstChild.setAttribute('aria-hidden', 'true'); // the name of the group says it
  fields.after(sure, said);
  root.append(again);

  function answer() {
    if (!within) return texts[inputs.findIndex(input => input.checked)];
    const text = written(inputs[0].value);
    return NUMBER.test(text) ? text : undefined;
  }

  function commit(percent) {
    const text = answer();
    inputs[0].setAttribute('aria-invalid', String(text === undefined));
    if (text === undefined) {
      said.textContent = WANTED[inputs[0].type];
      inputs[0].focus();
      return;
    }
    const made = { said: text, sure: percent, right: isRight(text), ...looked && { looked } };
    const trouble = keep(id, made);
    show(made);
    said.append(trouble);
    fold.firstElementChild.focus(); // the button is gone, and what it opened comes next
    document.dispatchEvent(new Event('prediction-made'));
  }

  function forget() {
    keep(id, null);
    show(null);
    looked = true;
    inputs[0].focus();
    document.dispatchEvent(new Event('prediction-made'));
  }

  // Shows a prediction beside the outcome; without one, the question.
  function show(made) {
    shown = JSON.stringify(made);
    const known = made && (within ? NUMBER.test(made.said) : texts.includes(made.said));
    sure.hidden = fields.disabled = Boolean(known);
    again.hidden = !known;
    root.toggleAttribute('data-made', sure.hidden);
    inputs.forEach((input, k) => {
      if (within) input.value = known ? made.said : '';
      else input.checked = known && texts[k] === made.said;
      input.parentElement.classList.toggle('pr-right', sure.hidden && !within && k === +right);
    });
    delete said.dataset.verdict;
    said.replaceChildren();
    looked = false;
    fold.open = sure.hidden;
    if (!known) return;
    const agrees = isRight(made.said), exact = !within || +made.said === +right;
    const quoted = k => ['“', ...choices[k].cloneNode(true).childNodes, '”'];
    said.dataset.verdict = agrees ? 'right' : 'wrong';
    said.append(`${agrees ? '✓' : '✗'} You said `, ...within ? [made.said] : quoted(texts.indexOf(made.said)),
      `, ${made.sure} % sure: `,
      ...agrees && exact ? ['and so it is.'] : ['it is ', ...within ? [right] : quoted(right),
        agrees ? ', near enough.' : '.'],
      made.looked ? ' You had looked, so it does not count.' : '');
  }

  fold.querySelector('summary').addEventListener('click', () => { looked ||= !fields.disabled && !fold.open; });
  inputs[0].addEventListener('keydown', event => { if (within && event.key === 'Enter') sure.children[1].focus(); });
  // Only where something else is kept now: what the reader has begun here would be lost.
  onChange(() => {
    const made = kept(id);
    if (root.isConnected && JSON.stringify(made) !== shown) show(made);
  });
  root.dataset.live = '';
  show(kept(id));
}
