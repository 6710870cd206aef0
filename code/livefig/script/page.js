// Brings the figures of a page to life, those that a notebook adds later too, and keeps their state in the address.
import { H } from './elements.js';
import { mount } from './figure.js';

const NOTE = 'This figure cannot be moved: its data is broken. What you see is its starting state.';

// The state of figures in the address: #fig-elbow?w=1.5&b=0/fig-depth?t=3, the one moved last (where the link jumps to)
// first.
const live = [];
function fromAddress() {
  try {
    const states = decodeURIComponent(location.hash.slice(1)).split('/').filter(s => /^fig-[^?]*\?/.test(s));
    return Object.fromEntries(states.map(s => {
      const [id, query] = s.split('?');
      return [id, Object.fromEntries([...new URLSearchParams(query)].map(([k, v]) => [k, v.trim() ? +v : NaN]))];
    }));
  } catch { return {}; }
}
let writing;
function toAddress(first) {
  clearTimeout(writing);
  writing = setTimeout(() => {
    const parts = [first, ...live.filter(f => f !== first)]
      .map(f => [f.root.id, Object.entries(f.moved())]).filter(([, v]) => v.length)
      .map(([id, v]) => `${id}?${v.map(([k, x]) => `${k}=${x}`).join('&')}`);
    if (!parts.length && !Object.keys(fromAddress()).length) return;
    history.replaceState(history.state, '', parts.length ? '#' + parts.join('/') : location.pathname + location.search);
  }, 300);
}

// In a notebook the address bar belongs to the notebook.
const shareable = () => parent === self && !document.querySelector('[data-jp-theme-light], body.notebook_app');

const measured = root => [...root.querySelectorAll('.lf-plot')].map(e => e.getBoundingClientRect().width);

function bring(root, widths) {
  try {
    const spec = JSON.parse(root.querySelector('script[type="application/json"]').textContent);
    const share = shareable();
    const figure = mount(root, spec, share ? fromAddress()[root.id] : {}, () => share && toAddress(figure), widths);
    // for a form on the same page; quietly, because the address holds what the reader moved by hand
    root.addEventListener('livefig-set', event => figure.set(event.detail));
    if (share) live.push(figure);
  } catch (error) {
    console.error(error);
    root.dataset.broken = '';
    root.append(H('p', { class: 'lf-note', role: 'status' }, NOTE));
  }
}

// A figure's colours follow its page: dark if the text round it is light; texts in the picture have a rim in the page's
// colour.
export function theme() {
  for (const e of document.querySelectorAll('.livefig[data-live]')) {
    const color = getComputedStyle(e).color;
    const [r, g, b] = color.match(/[\d.]+/g).map(v => /^rgb/.test(color) ? v / 255 : +v);
    e.toggleAttribute('data-dark', 0.3 * r + 0.6 * g + 0.1 * b > 0.5);
    const behind = n => getComputedStyle(n).backgroundColor;
    let page = e.parentElement;
    while (page && /^(transparent|rgba\(.*, 0\))$/.test(behind(page))) page = page.parentElement;
    e.style.setProperty('--lf-page', page ? behind(page) : 'Canvas');
  }
}

function start() {
  const fresh = () => {
    const found = [...document.querySelectorAll('.livefig:not([data-live], [data-broken])')];
    const widths = found.map(measured);
    found.forEach((root, k) => bring(root, widths[k]));
    theme();
  };
  // Notebooks add figures later, and take those out of the page that are far from view, to put them back as they were.
  const holds = e => e.matches?.('.livefig') || e.querySelector?.('.livefig');
  const added = records => records.some(r => [...r.addedNodes].some(holds)) && fresh();
  const jump = () => {
    const id = Object.keys(fromAddress())[0];
    const root = id && document.getElementById(id);
    root?.closest('details')?.setAttribute('open', '');
    root?.scrollIntoView();
  };
  fresh();
  jump();
  new MutationObserver(added).observe(document.body, { childList: true, subtree: true });
  const themes = new MutationObserver(theme);
  for (const e of [document.documentElement, document.body]) themes.observe(e, { attributes: true });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', theme);
  addEventListener('hashchange', () => {
    const states = fromAddress();
    for (const f of live) if (states[f.root.id]) f.set(states[f.root.id]);
    jump();
  });
}

// Once on a page, however many outputs carry this script.
const KEY = Symbol.for('livefig');
if (globalThis.document && !document[KEY]) {
  document[KEY] = true;
  start();
}
