// Below a box: take the answer into a notebook, take all answers away or bring them back, delete, take back what was
// put aside.
import { button, copied, download, make } from './elements.js';
import { forget, further, takeAway } from './keeping.js';

const boxes = globalThis.answerBoxes;

const JUDGE = 'Saved. Judge it where the package is installed: python -m hw0.checks answers.py';

/** Fills the place for more with its buttons; `box` reads and shows the text of the box. */
export function more(place, part, box) {
  const said = make('p', { class: 'answer-said', role: 'status' });
  const say = text => { said.textContent = text; };
  const file = make('input', { type: 'file', accept: '.json,application/json', hidden: '', change: () => {
    const [chosen] = file.files;
    chosen?.text().then(async text => {
      await further();
      const count = boxes.imported(text);
      dispatchEvent(new Event('answers-replaced'));
      say(`${count} answer${count === 1 ? '' : 's'} imported. What stood in a box can be taken back there.`);
    }).catch(error => say(error.message));
    file.value = '';
  } });
  const back = button('Take back the earlier text', () => { box.takeBack(); say('The two texts have changed places.');
    });
  place.append(
    button('Copy as a cell', () => further().then(() => copied(
      boxes.asCell(box.text(), part.names, part.id))).then(done => say(done
      ? 'Copied: paste it into a cell of the notebook.'
      : 'The browser does not let the page copy: select the text and copy it yourself.'), error => say(error.message))),
    button('Delete this answer', () => { forget(part.id); box.show(''); say('Deleted.'); }),
    button('All answers as answers.py', () => takeAway().then(() => say(JUDGE), error => say(error.message))),
    button('Export all answers', () => further().then(
      () => download('answers.json', 'application/json', boxes.exported()), error => say(error.message))),
    button('Import answers', () => file.click()), back, file, said,
  );
  return { say, aside: text => { back.hidden = !text; } };
}
