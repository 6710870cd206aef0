// What the answers count and add up, and the live figure whose sliders follow. All formulas are the figure's own.

export function counts(form, fields) {
  const found = {}, add = (slider, amount) => { found[slider] = (found[slider] ?? 0) + amount; };
  for (const e of form.querySelectorAll('[data-true]')) {
    const judged = fields.get(e.dataset.true.split(' ')[0]).read(), truth = e.dataset.true.split(' ')[1];
    const confidence = fields.get(e.dataset.true.split(' ')[0] + '_confidence').read();
    for (const level of e.dataset.levels.split(' ')) {
      add(`asked_${level}`, judged && confidence === level ? 1 : 0);
      add(`right_${level}`, judged === truth && confidence === level ? 1 : 0);
    }
  }
  for (const e of form.querySelectorAll('input[type=number][data-key]')) add(e.dataset.key, +e.value);
  for (const e of form.querySelectorAll('table[data-sum]')) {
    const [amount, group, prefix] = e.dataset.sum.split(' ');
    for (const option of e.dataset.groups.split(' ')) add(prefix + option, 0);
    for (const row of fields.get(e.dataset.key).read()) if (row[group]) add(prefix + row[group], +row[amount]);
  }
  return found;
}

// forms: those that move this figure, which may stand in several places of a page. Returns what the figure says then.
const moved = new WeakSet();
export function moveFigure(id, forms) {
  const root = document.getElementById(id);
  if (!root?.matches('[data-live]')) return '';
  const wanted = Object.assign({}, ...forms.map(form => form.counts()));
  if (Object.values(wanted).some(Boolean)) {
    root.dispatchEvent(new CustomEvent('livefig-set', { detail: Object.fromEntries(forms[0].sliders.map(name => [name, wanted[name] ?? 0])) }));
    moved.add(root);
  } else if (moved.delete(root)) {
    root.querySelector('.lf-top button').click(); // back to the example that the figure comes with
  }
  return [...root.querySelectorAll('.lf-numbers > span, .lf-case > span')].map(e => e.textContent).join('; ');
}

export function mark(form, fields, scored) {
  for (const e of form.querySelectorAll('[data-true]')) {
    const [key, truth] = e.dataset.true.split(' '), judged = fields.get(key).read(), sure = fields.get(`${key}_confidence`).read();
    const right = judged === truth;
    e.disabled = scored;
    e.querySelector('.ws-mark').textContent = !scored ? '' : !judged || !sure ? '… not counted' : right ? '✓ right' : `✗ it is ${truth}`;
    e.dataset.verdict = !scored || !judged || !sure ? '' : right ? 'right' : 'wrong';
  }
  const answers = form.querySelector('.ws-answers');
  if (answers && scored) answers.open = true;
}
