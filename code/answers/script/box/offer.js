// Below a formula, once its fold is open: a button that shows another instance. What evaluates it is loaded when the
// button is pressed.
const boxes = globalThis.answerBoxes;
const SCRIPTS = ['answers_engine.js', 'answers_further.js', 'answers_instances.js'];

/** `parts` are the data by their names, once their scripts have run. */
boxes.offer = (place, parts) => {
  if (place.firstElementChild) return;
  const { instances, source } = place.dataset, make = tag => document.createElement(tag);
  const button = make('button'), said = make('output'), shown = make('div');
  let count = 0;
  Object.assign(button, { type: 'button', textContent: 'Another instance', onclick: async () => {
    button.disabled = true;
    try {
      for (const name of [...SCRIPTS, source]) await boxes.load(name);
      said.textContent = boxes.instance(parts[instances], count++, shown);
    } catch (error) {
      said.textContent = error.message;
    }
    button.disabled = false;
    button.focus();
  } });
  place.replaceChildren(button, said, shown);
};
