// What the answers count and add up, and the live figure whose sliders follow. All formulas are the figure's own.

// One for each statement; with fields, also what the reader said of it.
export function judgements(form, fields) {
  return [...form.querySelectorAll('[data-true]')].map(e => {
    const [key, truth] = e.dataset.true.split(' ');
    const judged = fields?.get(key).read(), sure = fields?.get(`${key}_confidence`).read();
    return { e, truth, judged, sure, right: judged === truth, levels: e.dataset.levels.split(' ') };
  });
}

export function counts(form, fields) {
  const found = {}, add = (slider, amount) => { found[slider] = (found[slider] ?? 0) + amount; };
  for (const { judged, sure, right, levels } of judgements(form, fields)) {
    for (const level of levels) {
      add(`asked_${level}`, +(judged !== '' && sure === level));
      add(`right_${level}`, +(right && sure === level));
    }
  }
  for (const { dataset: { key } } of form.querySelectorAll('input[type=number][data-key]'))
    add(key, fields.get(key).amount());
  for (const e of form.querySelectorAll('table[data-sum]')) {
    const [summed, group, prefix] = e.dataset.sum.split(' '), table = fields.get(e.dataset.key);
    for (const option of e.dataset.groups.split(' ')) add(prefix + option, 0);
    for (const row of table.read()) if (row[group]) add(prefix + row[group], table.amount(row, summed));
  }
  return found;
}

// What the counts of a form are too much for: its figure's sliders, {name: [most, label]}.
const slidersOf = root => JSON.parse(root.dataset.sliders ?? '{}');
export function beyond(root, found) {
  return Object.entries(slidersOf(root)).filter(([name, [most]]) => found[name] > most)
    .map(([name, [most, label]]) => `the figure shows ${most} for “${label}”, and not ${+found[name].toPrecision(12)}`);
}

const moved = new WeakMap(); // a figure, and to what
const set = (root, values) => root.dispatchEvent(new CustomEvent('livefig-set', { detail: values }));

// Reset leads back to what the reader typed. The figure's own Reset would show its example, and write to the address.
function reset(event) {
  if (!event.target.closest('.lf-top button')) return;
  event.stopPropagation();
  set(event.currentTarget, moved.get(event.currentTarget));
}

// forms: those that move this figure, which may stand in several places of a page. Returns what the figure says then.
export function moveFigure(id, forms) {
  const root = document.getElementById(id);
  if (!root?.matches('.livefig')) return '';
  set(root); // it may be too far from view to have come to life
  if (!root.matches('[data-live]')) return '';
  const wanted = Object.assign({}, ...forms.map(form => form.counts()));
  if (Object.values(wanted).some(Boolean)) {
    moved.set(root, Object.fromEntries(Object.keys(slidersOf(forms[0].root)).map(name => [name, wanted[name] ?? 0])));
    set(root, moved.get(root));
    root.addEventListener('click', reset, true);
  } else if (moved.delete(root)) {
    root.removeEventListener('click', reset, true);
    root.querySelector('.lf-top button').click(); // back to the example that the figure comes with
  }
  return [...root.querySelectorAll('.lf-numbers > span, .lf-case > span')]
    .map(e => e.textContent.replace(/\.$/, '')).join('; ');
}

export function mark(form, fields, scored) {
  for (const { e, truth, judged, sure, right } of judgements(form, fields)) {
    const counted = scored && judged && sure;
    e.disabled = scored;
    e.dataset.verdict = !counted ? '' : right ? 'right' : 'wrong';
    const verdict = right ? '✓ right' : `✗ it is ${truth}`;
    e.querySelector('.ws-mark').textContent = counted ? verdict : scored ? 'not counted' : '';
  }
  const answers = form.querySelector('.ws-answers');
  if (answers && scored) answers.open = true;
}
