// On every page with boxes: shows what the reader wrote, and loads the engine when a box comes near.
import { offerInstances } from './offer.js';

const HERE = document.currentScript.src.replace(/[^/]*$/, '');
const ENGINE = 'answers_engine.js';
const STEPS = ['answers_further.js', 'answers_derivation.js'];
const KEY = 'homework-zero/answer/';
const PREDICTION = 'homework-zero/prediction/'; // kept by another script; exported and deleted with the answers
const TEXTS = ['text', 'aside', 'derivation', 'earlier'];
const DAMAGED = 'homework-zero/damaged/'; // what an accident left, beside what is read
const parts = {}, loading = {};

const load = name => loading[name] ??= new Promise((resolve, reject) => {
  const onerror = () => { delete loading[name]; reject(new Error(`${name} cannot be loaded`)); };
  document.head.append(Object.assign(document.createElement('script'),
    { src: HERE + name, async: false, onload: resolve, onerror })); // in this order: a script relies on those before
});

/** What is kept under a name: {text, verdict, right, aside, derivation, earlier}.
 * Storage may be forbidden, or hold what an
 * accident left there: then there are the texts that can be read. */
function kept(id) {
  let found;
  try { found = JSON.parse(localStorage.getItem(KEY + id)); } catch { return {}; }
  if (!found || typeof found !== 'object') return {};
  return Object.fromEntries(Object.entries(found).filter(([name, value]) => !TEXTS.includes(name)
    || typeof value === 'string'));
}

/** The ids under which something is kept; of predictions, if their key is given. */
function ids(start = KEY) {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(start)).map(key => key.slice(start.length)).sort();
  } catch {
    return [];
  }
}

/** Deletes all that is kept, if the reader means it. */
function reset() {
  if (!confirm('Delete all your answers and predictions on this site? This cannot be undone.')) return;
  for (const key of [KEY, PREDICTION, DAMAGED]) for (const id of ids(key)) localStorage.removeItem(key + id);
  dispatchEvent(new Event('answers-replaced'));
  progress();
}

function progress() {
  for (const place of document.querySelectorAll('[data-answers-right]')) {
    const all = place.dataset.answersRight.split(' '), right = all.filter(id => kept(id).right).length;
    place.textContent = `${right} of ${all.length} ${place.dataset.answersWord ?? 'parts'} right`;
  }
  for (const acts of document.querySelectorAll('[data-answers-acts]')) {
    acts.hidden = !ids().length && !ids(PREDICTION).length;
  }
  for (const mark of document.querySelectorAll('[data-answer-mark]')) {
    mark.hidden = !kept(mark.dataset.answerMark).right;
  }
}

/** Opens a box once its scripts and the data of its part are there; what does not come, or comes broken, can be asked
 * for again. */
function begin(box, id, scripts, open) {
  const said = box.querySelector('output'), source = box.dataset.source;
  Promise.all([...scripts, source].map(load)).then(() => open(box, parts[id])).catch(() => {
    for (const name of [...scripts, source]) delete loading[name];
    const again = document.createElement('button');
    const onclick = () => { said.replaceChildren(); begin(box, id, scripts, open); };
    said.replaceChildren('A file did not come: are you without a network? ',
      Object.assign(again, { type: 'button', textContent: 'Try again', onclick }));
  });
}

const near = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(({ target }) => {
  near.unobserve(target);
  begin(target, target.dataset.answer, [ENGINE], (...box) => boxes.open(...box));
}), { rootMargin: '600px' });

const boxes = globalThis.answerBoxes = {
  KEY, PREDICTION, DAMAGED, kept, ids, progress, load, part: data => { parts[data.id] = data; },
};
for (const acts of document.querySelectorAll('[data-answers-acts]')) {
  const [file, all] = acts.querySelectorAll('button'), said = acts.querySelector('output');
  file.onclick = () => load(ENGINE).then(() => boxes.takeAway()).catch(error => { said.textContent = error.message; });
  all.onclick = reset;
}
for (const box of document.querySelectorAll('[data-answer]')) {
  const { text = '', verdict } = kept(box.dataset.answer), frame = box.closest('.answer');
  box.querySelector('textarea').value = text;
  box.querySelector('pre').textContent = `${text}\n`;
  if (verdict === 'right') Object.assign(box.querySelector('output'),
    { textContent: 'Right, when you last checked.' }).dataset.verdict = verdict;
  frame.dataset.live = '';
  near.observe(box);
}
for (const box of document.querySelectorAll('[data-derivation]')) {
  const { derivation } = box.dataset, fold = box.parentElement;
  fold.toggleAttribute('data-begun', Boolean(kept(derivation).derivation));
  fold.addEventListener('toggle', () => begin(box, derivation, [ENGINE, ...STEPS], (...box) => boxes.derive(...box)),
    { once: true });
}
offerInstances(name => parts[name], [ENGINE, STEPS[0], 'answers_instances.js']);
progress();
