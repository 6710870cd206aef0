// All predictions of the book by confidence: the counts move a live figure, whose formulas are its own.
import { allThatCount, onChange } from './kept.js';

const NONE = 'You have not predicted anything yet; the figure shows a reader who does not exist.';

export function gathered(root) {
  const levels = root.dataset.predictions.split(' '), said = root.querySelector('p');

  function follow() {
    const all = allThatCount(), right = all.filter(made => made.right).length, found = {};
    for (const level of levels) {
      const group = all.filter(made => made.sure === +level);
      found[`asked_${level}`] = group.length;
      found[`right_${level}`] = group.filter(made => made.right).length;
    }
    const times = `${all.length} time${all.length > 1 ? 's' : ''}`;
    said.textContent = all.length ? `You predicted ${times} in this book; ${right} came true.` : NONE;
    const figure = document.getElementById(root.dataset.figure);
    if (all.length) figure?.dispatchEvent(new CustomEvent('livefig-set', { detail: found }));
  }

  root.dataset.live = '';
  onChange(follow);
  document.addEventListener('prediction-made', follow);
  if (document.readyState === 'complete') follow(); else addEventListener('load', follow); // after the figure
}
