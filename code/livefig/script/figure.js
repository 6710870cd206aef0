// A live figure: it takes the place of the still one, and follows the reader.
import { control, handle, picker } from './controls.js';
import { assign, button, H, KEYS, S } from './elements.js';
import { fieldCanvas } from './field.js';
import { flat, heard, learn, spoken, typeset } from './formulas.js';
import { pad } from './pad.js';
import { draw, legend, zoom } from './picture.js';
import { player } from './player.js';
import { program, STATE } from './program.js';
import { run } from './run.js';
import { onGrid, say, shown } from './words.js';

// What stands below the picture, as [element, () => bring it up to date]: the numbers; the sentences and tables.
function sayings(said, vals) {
  // an element with room for the longest text that it had, and what writes into it
  const spot = (parts, b = H('b'), room = 0) => [b, () => {
    const text = say(parts, vals), { length } = flat(text);
    typeset(b, text);
    if (length >= room) b.style.width = `${room = length + 1}ch`;
  }];
  const numbers = said.filter(s => s.text).map(s => {
    const [b, show] = spot(s.text);
    return [H('span', {}, ...typeset(H('span'), s.label).childNodes, ': ', b), show];
  });
  const blocks = said.filter(s => !s.text).map(s => {
    if (s.texts) {
      const sentence = H('span'), p = H('p', { class: 'lf-case', 'data-longest': flat(s.longest) }, sentence);
      return [p, () => { typeset(sentence, say(s.texts[vals[s.pick][0]], vals)); }];
    }
    const live = [], cell = (c, k) => {
      if (typeof c === 'string') return typeset(k ? H('td') : H('th', { scope: 'row' }), c);
      const [b, show] = spot(c);
      live.push(show);
      return H('td', {}, b);
    };
    const heads = s.headers.map(h => typeset(H('th', { scope: 'col' }), h));
    const table = H('table', {}, H('thead', {}, H('tr', {}, ...heads)),
      H('tbody', {}, ...s.rows.map(r => H('tr', {}, ...r.map(cell)))));
    return [H('div', { class: 'lf-table' }, table), () => live.forEach(f => f())];
  });
  return [numbers, blocks];
}

// Puts the live figure in the place of what root holds, and returns it. start: {name: value}; changed({name: value}) is
// called after the reader moved something; widths: those of the panels, if they are known. Nothing in root is touched
// unless all of the figure could be made, and nothing is measured, because that would lay out the page once for each
// figure on it. Pauses now and then: on a slow device a page is let in between.
export function* mounting(root, spec, start = {}, changed = () => {}, widths = []) {
  if (spec.v !== 1) throw Error('this figure was made for another livefig.js');
  learn(spec.formulas);
  const { inputs, panels, said } = spec, several = panels.length > 1;
  yield;
  const { vals, deps, set, renew } = program(spec);
  yield;
  const now = inputs.map(i => onGrid(i, start[i.name] ?? i.value));
  const named = values => Object.fromEntries(inputs.map((i, k) => [i.name, values[k]]));
  set(now);
  const training = spec.run && run(spec.run, vals, deps);
  // Brings what depends on the run up to date; a link leads to a step only while no control was moved on the way there.
  function* looking() { yield* training.look(); renew(); }
  const look = () => [...looking()];
  let straight = true;
  if (training) yield* looking();
  yield;

  const controls = inputs.map((i, k) => control(i, v => move({ [k]: v })));
  const drag = to => {
    for (const k in to) controls[k]?.stop();
    move(to);
  };
  yield;
  const views = panels.map((p, k) => {
    const svg = S('svg', k ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': spec.alt });
    const handles = p.marks.map(m =>
      m.pick ? picker(m.pick, inputs, drag) : m.pad ? pad(m, now, vals, drag) :
        m.name && handle(m, inputs, svg, vals, drag));
    const canvases = p.marks.map(m => m.type === 'field' && fieldCanvas(m));
    const plot = H('div', { class: 'lf-plot' }, ...canvases.filter(Boolean), svg, ...handles.filter(Boolean));
    const el = H('div', { class: 'lf-panel' }, ...legend(p), plot, ...handles.flatMap(e => e?.buttons ?? []));
    return { p, svg, handles, canvases, plot, el, W: 0, redraws: [] };
  });
  const bits = m => [...['x', 'y', 'x0', 'y0', 'x1', 'y1', 'values'].map(k => m[k]), ...(m.text ?? []).map(p => p[0])]
    .reduce((mask, n) => mask | (deps[n] ?? 0), 0);
  const render = (v, W) => {
    Object.assign(v, { W, zoom: zoom(W) });
    v.redraws = draw(v.svg, v.p, W / v.zoom, v.zoom, several, vals, v.handles, v.canvases)
      .map((f, i) => [f, bits(v.p.marks[i])]);
  };
  const layout = () => views.forEach(v => {
    const W = v.plot.getBoundingClientRect().width;
    if (W && (Math.abs(W - v.W) > 0.1 || zoom(W) !== v.zoom)) render(v, W);
  });

  const [numbers, blocks] = sayings(said, vals);
  const announced = [...numbers, ...blocks].filter(([e]) => e.className !== 'lf-table').map(([e]) => e);
  const voice = H('p', { class: 'lf-said', 'aria-live': 'polite' });
  const say = () => [...numbers, ...blocks].forEach(([, f]) => f());
  const redraw = mask => views.forEach(v => v.redraws.forEach(([f, needs]) => needs & mask && f()));
  let pause, told = 0, spoke = [];
  // What is not as it was when it was read out, and not for long: else who reads on meets all of it twice.
  const speak = () => {
    const now = announced.map(heard);
    voice.textContent = now.filter((text, k) => text !== spoke[k]).join('. ');
    spoke = now;
    clearTimeout(pause);
    pause = setTimeout(() => voice.replaceChildren(), 5000);
  };

  function show() {
    controls.forEach((c, k) => c.show(now[k]));
    say();
    views.forEach(v => v.handles.forEach((e, i) => {
      if (!e) return;
      const m = v.p.marks[i];
      if (m.pad) return e.show();
      if (m.pick) return assign(e, 'aria-pressed', now[m.pick[0]] === m.pick[1]);
      const ks = [m.xin, m.yin].filter(k => k !== undefined);
      assign(e, 'aria-valuenow', now[ks[0]]);
      assign(e, 'aria-valuetext', ks.map(k => spoken(`${inputs[k].label} ${shown(inputs[k], now[k])}`)).join(', '));
    }));
  }

  // to: {number of an input: value, or a function of the present one}
  function move(to, quietly) {
    for (const k in to) if (inputs[k]) now[k] = onGrid(inputs[k], typeof to[k] === 'function' ? to[k](now[k]) : to[k]);
    const mask = set(now);
    if (!mask) return;
    if (training) {
      straight = training.anew(mask) || straight && !(training.count() && training.bent(mask));
      if (training.anew(mask)) training.begin(); else training.follow();
      look();
      buttons.face();
    }
    redraw(training ? mask | STATE : mask);
    show();
    clearTimeout(pause);
    // when the reader pauses, not at every step
    pause = setTimeout(speak, 600);
    if (!quietly) changed(named(now));
  }

  // What the run has come to; read out now and then while it goes on, and when it halts.
  const buttons = training && player(training, () => {
    look();
    redraw(STATE);
    say();
    if (performance.now() - told < 8000) return;
    told = performance.now();
    speak();
  }, () => { straight ||= !training.count(); speak(); changed(named(now)); });

  const reset = button('Reset', () => {
    controls.forEach(c => c.stop());
    buttons?.stop(true);
    move(Object.assign({}, inputs.map(i => i.value)));
    if (training) goTo(0);
  });
  const goTo = step => {
    if (step < training.count() || !straight) training.begin();
    straight = true;
    buttons.goTo(step);
  };
  const heading = { class: 'lf-title', role: 'heading', 'aria-level': 3, id: `fig-${spec.name}-title` };
  const title = typeset(H('div', heading), spec.title);
  const rows = folded => {
    const mine = controls.filter((_, k) => !inputs[k].folded === !folded && inputs[k].kind !== 'row').map(c => c.row);
    const grid = H('div', { class: `lf-rows${mine.length > 4 ? ' lf-many' : ''}` }, ...mine);
    grid.style.setProperty('--lf-values', spec.room);
    if (!mine.length || !folded) return mine.length ? [grid] : [];
    return [H('details', { class: 'lf-folded' }, H('summary', KEYS, 'More sliders'), grid)];
  };
  const grid = H('div', { class: 'lf-panels' }, ...views.map(v => v.el));
  yield;
  show();
  for (const [k, v] of views.entries()) {
    yield;
    render(v, widths[k] || (several ? 340 : 680));
  }
  yield;

  root.replaceChildren(H('div', { class: 'lf-top' }, title, ...inputs.length ? [reset] : []),
    ...training ? [buttons.row] : [], grid,
    ...inputs.length ? [H('div', { class: 'lf-controls' }, ...rows(false), ...rows(true))] : [],
    ...numbers.length ? [H('div', { class: 'lf-numbers' }, ...numbers.map(([e]) => e))] : [], ...blocks.map(([e]) => e),
    ...spec.caption ? [typeset(H('figcaption'), spec.caption)] : [], voice);
  root.dataset.live = '';
  // what stays in view on a phone, if not all of it can: the sliders of two pictures, the picture above many sliders,
  // the buttons of a run
  const open = inputs.filter(i => !i.folded).length;
  if (training) root.dataset.stays = 'player';
  else if (open && (several || open > 4)) root.dataset.stays = several ? 'controls' : 'panels';
  // called once before the first paint, and then when the width changes
  const watch = new ResizeObserver(layout);
  watch.observe(grid);
  // a canvas asks the page for its colours
  const paint = () => views.forEach(v => v.canvases.forEach((e, i) => e && v.redraws[i][0]()));
  const themes = new MutationObserver(paint);
  paint();
  themes.observe(root, { attributeFilter: ['data-dark'] });
  buttons?.watch(root);
  // who is told of it has no figure yet
  if (training && start.step > 0) setTimeout(goTo, 0, start.step);
  return {
    root, fit: layout, stop: () => { watch.disconnect(); themes.disconnect(); buttons?.end(); },
    moved: () => Object.fromEntries([...inputs.flatMap((i, k) => now[k] === i.value ? [] : [[i.name, now[k]]]),
      ...training?.count() && straight ? [['step', training.count()]] : []]),
    set: values => {
      move(Object.assign({}, inputs.map(i => +(values[i.name] ?? i.value))), true);
      if (!training) return;
      buttons.stop(true);
      goTo(+values.step || 0);
    },
  };
}
