// Below a box: take the answer into a notebook, take all answers away or bring them back, delete, take back what was
// put aside.
import { button, make } from './elements.js';
import { further } from './keeping.js';

const boxes = globalThis.answerBoxes;

/** Fills the place for more with its buttons; `box` reads and shows the text of the box. */
export function more(place, part, box) {
  const said = make('p', { class: 'answer-said', role: 'status' });
  const say = text => { said.textContent = text; };
  const once = act => () => further().then(act).then(say, error => say(error.message));
  const file = make('input', { type: 'file', accept: '.json,application/json', hidden: '', change: () => {
    const [chosen] = file.files;
    if (chosen) once(() => boxes.imported(chosen))();
    file.value = '';
  } });
  const back = button('Take back the earlier text', () => { box.takeBack(); say('The two texts have changed places.');
    });
  place.append(
    button('Copy as a cell', once(() => boxes.copied(box.text(), part))),
    button('Delete this answer', () => { box.delete(); say('Deleted.'); }),
    button('All answers as answers.py', once(() => boxes.takeAway())),
    button('Export all answers', once(() => boxes.exported())),
    button('Import answers', () => file.click()), back, file, said,
  );
  return { say, aside: text => {
    if (!text && document.activeElement === back) box.area.focus(); // who pressed it does not lose their place
    back.hidden = !text;
  } };
}
