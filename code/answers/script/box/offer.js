// Below a formula, once its fold is open: a button that shows another instance. What evaluates it is loaded when the
// button is pressed.
/** `partOf` gives the data under a name; `scripts` are loaded in this order, before the data. */
export function offerInstances(partOf, scripts) {
  document.addEventListener('toggle', ({ target }) => {
    const place = target.querySelector('[data-instances]:empty');
    if (!place) return;
    const { instances, source } = place.dataset, make = tag => place.appendChild(document.createElement(tag));
    const button = make('button'), said = make('output'), shown = make('div'), boxes = globalThis.answerBoxes;
    let count = 0;
    Object.assign(button, { type: 'button', textContent: 'Another instance', onclick: async () => {
      button.disabled = true;
      try {
        for (const name of [...scripts, source]) await boxes.load(name);
        said.textContent = boxes.instance(partOf(instances), count++, shown);
      } catch (error) {
        said.textContent = `${error.message}: are you without a network? Try again.`;
      }
      button.disabled = false;
      button.focus();
    } });
  }, true);
}
