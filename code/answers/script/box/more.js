// Below a box: take the answer into a notebook, take all answers away or bring them back, delete, take back what was
// put aside.
import { button, make } from './elements.js';
import { forget, further } from './keeping.js';

const boxes = globalThis.answerBoxes;

const JUDGE = 'Saved. Judge it where the package is installed: python -m hw0.checks answers.py';

/** Fills the place for more with its buttons; `box` reads and shows the text of the box. */
export function more(place, part, box) {
  const said = make('p', { class: 'answer-said', role: 'status' });
  const say = text => { said.textContent = text; };
  const once = act => () => further().then(act).catch(error => say(error.message));
  const file = make('input', { type: 'file', accept: '.json,application/json', hidden: '', change: () => {
    const [chosen] = file.files;
    if (chosen) once(async () => {
      const count = boxes.imported(await chosen.text());
      dispatchEvent(new Event('answers-replaced'));
      say(`${count} answer${count === 1 ? '' : 's'} imported. What stood in a box can be taken back there.`);
    })();
    file.value = '';
  } });
  const back = button('Take back the earlier text', () => { box.takeBack(); say('The two texts have changed places.');
    });
  place.append(
    button('Copy as a cell', once(async () => say(await boxes.copied(boxes.asCell(box.text(), part.names, part.id))
      ? 'Copied: paste it into a cell of the notebook.'
      : 'The browser does not let the page copy: select the text and copy it yourself.'))),
    button('Delete this answer', () => { forget(part.id); box.show(''); say('Deleted.'); }),
    button('All answers as answers.py', once(() => { boxes.takeAway(); say(JUDGE); })),
    button('Export all answers', once(() => boxes.exported())),
    button('Import answers', () => file.click()), back, file, said,
  );
  return { say, aside: text => { back.hidden = !text; } };
}
