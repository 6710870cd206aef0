// What a reader can change: sliders, choices, toggles, points that can be dragged. Nothing moves unless asked to.
import { assign, H, hold, KEYS, percent, S } from './elements.js';
import { flat, spoken, typeset } from './formulas.js';
import { shown } from './words.js';

// The row of an input, and show(value); change(value) is called when the reader moves it.
export function control(i, change) {
  const number = H('span'), value = H('span', { class: 'lf-value', 'aria-hidden': 'true' }, number);
  const options = () => i.names.map((name, v) => H('option', { value: v }, flat(name)));
  const e = i.kind === 'choice' ? H('select', KEYS, ...options()) :
    i.kind === 'toggle' ? H('input', { type: 'checkbox', ...KEYS }) :
      H('input', { type: 'range', min: i.min, max: i.max, step: i.step, autocomplete: 'off', ...KEYS });
  const player = i.play && play(i, () => e.valueAsNumber, change);
  e.oninput = () => {
    if (i.kind === 'slider' && finger.holds(e)) return;
    player?.stop();
    change(i.kind === 'toggle' ? +e.checked : +e.value);
  };
  const finger = touched(e);
  // the wheel moves the page: some browsers let it change what has the focus
  e.addEventListener('wheel', () => e.blur(), { passive: true });
  const row = H('div', { class: `lf-control lf-${i.kind}` }, H('label', {}, typeset(H('span'), i.label),
    i.kind === 'slider' ? H('span', { class: 'lf-track' }, e) : e, value));
  if (i.color) row.style.setProperty('--lf-accent', i.color);
  if (player) {
    row.append(player.button);
    row.classList.add('lf-plays');
  }
  let last;
  return { row, stop: () => player?.stop(), show(v) {
    // the reader may have left the grid
    if (i.kind === 'toggle') e.checked = !!v; else e.value = v;
    if (v === last) return;
    last = v;
    typeset(number, shown(i, v));
    if (i.kind !== 'slider') return;
    assign(e, 'aria-valuetext', spoken(shown(i, v)));
    e.style.setProperty('--lf-at', percent((v - i.min) / (i.max - i.min)));
  } };
}

// A finger that lands on a slider may want to scroll the page: until it has moved sideways, or left where it came down,
// the slider stays where it was. holds(e) tells whether a change is to be undone, and undoes it.
function touched(e) {
  let down = null;
  const on = (type, f) => e.addEventListener(type, f);
  on('pointerdown', ev => {
    down = ev.pointerType === 'touch' ? { x: ev.clientX, y: ev.clientY, value: e.value } : null;
  });
  on('pointermove', ev => {
    if (!down) return;
    const x = Math.abs(ev.clientX - down.x), y = Math.abs(ev.clientY - down.y);
    if (Math.max(x, y) > 6) down.way ??= x > y ? 'slides' : 'scrolls';
  });
  on('pointercancel', () => { if (down) down = { value: e.value, way: 'scrolls' }; }); // the browser took it
  on('pointerup', () => { if (down?.way !== 'scrolls') down = null; }); // what follows a tap counts
  for (const end of ['touchend', 'touchcancel']) on(end, () => setTimeout(() => { down = null; }));
  return { holds() {
    if (!down || down.way === 'slides') return false;
    e.value = down.value;
    return true;
  } };
}

// A play button: from where the slider stands (from the start, if it is at its end) to its end, in i.play seconds for
// all of it. For readers who asked their system for less motion: at most ten steps, one a second.
function play(i, now, change) {
  const icon = S('path'), button = H('button', { type: 'button', class: 'lf-play', ...KEYS },
    S('svg', { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' }, icon));
  let run = 0;
  const face = () => {
    assign(button, 'aria-label', `${run ? 'Pause' : 'Play'}: ${spoken(i.label)}`);
    assign(icon, 'd', run ? 'M4 2h3v12H4zM9 2h3v12H9z' : 'M4 1.5v13L14 8z');
  };
  const stop = () => { run = 0; face(); };
  button.onclick = () => {
    if (run) return stop();
    const me = run = performance.now(), all = i.max - i.min, from = now() < i.max ? now() : i.min;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const later = calm ? f => setTimeout(f, 1000) : requestAnimationFrame;
    const step = () => {
      if (run !== me || !button.isConnected) return;
      const v = calm ? now() + Math.max(i.step, all / 10) : from + all * (performance.now() - me) / 1000 / i.play;
      change(Math.min(v, i.max));
      if (v < i.max) later(step); else stop();
    };
    change(from);
    later(step);
    face();
  };
  face();
  return { button, stop };
}

// What lies over a point that can be dragged: for a pointer, a finger, or the arrow keys.
export function handle(m, inputs, svg, vals, move) {
  const name = `${spoken(m.name)} (arrow keys move it)`;
  const e = H('div', { class: 'lf-handle', role: 'slider', tabindex: 0, 'aria-label': name,
    'aria-valuemin': inputs[m.xin ?? m.yin].min, 'aria-valuemax': inputs[m.xin ?? m.yin].max, ...KEYS });
  let grab;
  const pointer = ev => {
    const r = svg.getBoundingClientRect(), k = e.at.W / r.width;
    return [(ev.clientX - r.left) * k - e.at.L, (ev.clientY - r.top) * k - e.at.T];
  };
  e.onpointerdown = ev => {
    if (ev.button) return;
    const [x, y] = pointer(ev);
    grab = [e.at.sx(vals[m.x][0]) - x, e.at.sy(vals[m.y][0]) - y];
    e.setPointerCapture(ev.pointerId);
  };
  e.onpointermove = ev => {
    if (!grab) return;
    const [x, y] = pointer(ev);
    move({ [m.xin]: e.at.sx.back(x + grab[0]), [m.yin]: e.at.sy.back(y + grab[1]) });
  };
  e.onpointerup = e.onpointercancel = () => { grab = null; };
  hold(e);
  e.onkeydown = ev => {
    const keys = { ArrowLeft: [m.xin, -1], ArrowRight: [m.xin, 1], ArrowDown: [m.yin, -1], ArrowUp: [m.yin, 1] };
    const [k, sign] = keys[ev.key] ?? [];
    if (!sign) return;
    ev.preventDefault();
    if (k !== undefined) move({ [k]: now => now + sign * (ev.shiftKey ? 10 : 1) * inputs[k].step });
  };
  return e;
}

// What lies over a box that sets a control: a button.
export function picker([k, option, width, height], inputs, move) {
  const { label, names } = inputs[k];
  const name = spoken(`${label}: ${names[option]}`);
  const e = H('button', { type: 'button', class: 'lf-pick', 'aria-label': name, ...KEYS });
  Object.assign(e.style, { width: `${width}px`, height: `${height}px`, margin: `${-height / 2}px ${-width / 2}px` });
  e.onclick = () => move({ [k]: option });
  return e;
}
