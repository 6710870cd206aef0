// The front end of anywidget: model.value follows the controls, and the controls model.value.
import { H } from './elements.js';
import { mounting } from './figure.js';
import { theme } from './page.js';

export default {
  render({ model, el }) {
    const root = H('figure', { class: 'livefig' });
    el.append(root);
    const making = mounting(root, JSON.parse(model.get('spec')), model.get('value'), v => {
      model.set('value', v);
      model.save_changes();
    });
    let made;
    do made = making.next(); while (!made.done);
    const figure = made.value;
    const follow = () => figure.set(model.get('value'));
    model.on('change:value', follow);
    theme();
    return () => { model.off('change:value', follow); figure.stop(); };
  },
};
