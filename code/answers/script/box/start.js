// On every page with boxes: shows what the reader wrote, and loads the engine when a box comes near.
const HERE = document.currentScript.src.replace(/[^/]*$/, '');
const ENGINE = 'answers_engine.js';
const FURTHER = 'answers_further.js';
const KEY = 'homework-zero/answer/';
const PREDICTION = 'homework-zero/prediction/'; // kept by another script; exported and deleted with the answers
const TEXTS = ['text', 'aside', 'derivation', 'earlier'];
const parts = {}, loading = {};
const unkept = new Map(); // what storage did not take: it is there until the page is closed

const load = name => loading[name] ??= new Promise((resolve, reject) => {
  const onerror = () => {
    delete loading[name];
    reject(new Error(`${name} cannot be loaded: are you without a network? Try again.`));
  };
  document.head.append(Object.assign(document.createElement('script'),
    { src: HERE + name, async: false, onload: resolve, onerror })); // in this order: a script relies on those before
});

/** What is kept under a name: {text, verdict, right, aside, derivation, earlier}.
 * Storage may be forbidden, or hold what an accident left there: then there are the texts that can be read. */
function kept(id) {
  let found = unkept.get(id);
  if (!found) try { found = JSON.parse(localStorage.getItem(KEY + id)); } catch { /* nothing can be read */ }
  return Object.fromEntries(Object.entries(Object(found) === found ? found : {}).filter(([name, value]) =>
    !TEXTS.includes(name) || typeof value === 'string'));
}

/** The ids under which something is kept; of predictions, if their key is given. */
function ids(start = KEY) {
  const found = new Set(start === KEY ? unkept.keys() : []);
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(start)) found.add(key.slice(start.length));
  } catch { /* nothing can be read */ }
  return [...found].sort();
}

function progress() {
  for (const place of document.querySelectorAll('[data-answers-right]')) {
    const all = place.dataset.answersRight.split(' '), right = all.filter(id => kept(id).right).length;
    place.textContent = `${right} of ${all.length} ${place.dataset.answersWord} right`;
  }
  for (const acts of document.querySelectorAll('[data-answers-acts]')) {
    acts.hidden = !ids().length && !ids(PREDICTION).length && !acts.querySelector('output').textContent;
  }
  for (const mark of document.querySelectorAll('[data-answer-mark]')) {
    mark.hidden = !kept(mark.dataset.answerMark).right;
  }
}

/** Opens a box once its scripts and the data of its part are there; what does not come, or comes broken, can be asked
 * for again. */
function begin(box, id, scripts, open, again) {
  const said = box.querySelector('output'), names = [...scripts, box.dataset.source];
  Promise.all(names.map(load)).then(() => {
    open(box, parts[id]);
    if (!again) return;
    said.replaceChildren();
    box.querySelector('textarea').focus(); // the button that had the focus is gone
  }).catch(() => {
    for (const name of names) delete loading[name];
    const button = Object.assign(document.createElement('button'),
      { type: 'button', textContent: 'Try again', onclick: () => begin(box, id, scripts, open, button) });
    if (!again) said.replaceChildren('A file did not come: are you without a network? ', button);
  });
}

const near = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(({ target }) => {
  near.unobserve(target);
  begin(target, target.dataset.answer, [ENGINE], (...box) => boxes.open(...box));
}), { rootMargin: '600px' });

const boxes = globalThis.answerBoxes = {
  KEY, PREDICTION, kept, unkept, ids, progress, load, part: data => { parts[data.id] = data; },
};
for (const acts of document.querySelectorAll('[data-answers-acts]')) {
  const said = acts.querySelector('output');
  const say = text => { said.textContent = text; progress(); };
  ['takeAway', 'reset'].forEach((act, k) => {
    acts.querySelectorAll('button')[k].onclick = () => Promise.all([ENGINE, FURTHER].map(load)).then(() => boxes[act]())
      .then(say, error => say(error.message));
  });
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
  fold.addEventListener('toggle', () => begin(box, derivation, [ENGINE, FURTHER, 'answers_derivation.js'],
    (...box) => boxes.derive(...box)), { once: true });
}
document.addEventListener('toggle', ({ target }) => {
  const place = target.querySelector('[data-instances]');
  if (place) load('answers_offer.js').then(() => boxes.offer(place, parts)).catch(error => {
    place.textContent = error.message;
  });
}, true);
progress();
