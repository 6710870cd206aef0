// Brings the figures of a page to life, those that a notebook adds later too, and keeps their state in the address.
import { H } from './elements.js';
import { mounting } from './figure.js';

// Next, before more of the page is parsed, or in the background, where a browser knows what that is.
const soon = (f, priority = 'user-blocking') => globalThis.scheduler?.postTask?.(f, { priority }) ?? setTimeout(f);
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

// What a figure takes from its page: the widths of its panels, whether the text round it is light, the colour behind it
// (the rim of texts in the picture). All is read before anything changes, so that nothing is laid out twice.
function look(root) {
  const { color } = getComputedStyle(root);
  const [r, g, b] = color.match(/[\d.]+/g).map(v => /^rgb/.test(color) ? v / 255 : +v);
  const behind = n => getComputedStyle(n).backgroundColor;
  let page = root.parentElement;
  while (page && /^(transparent|rgba\(.*, 0\))$/.test(behind(page))) page = page.parentElement;
  return { widths: [...root.querySelectorAll('.lf-plot')].map(e => e.getBoundingClientRect().width),
    dark: 0.3 * r + 0.6 * g + 0.1 * b > 0.5, page: page ? behind(page) : 'Canvas' };
}
function colour(root, { dark, page }) {
  root.toggleAttribute('data-dark', dark);
  root.style.setProperty('--lf-page', page);
}
export function theme() {
  const roots = [...document.querySelectorAll('.livefig[data-live]')], seen = roots.map(look);
  roots.forEach((root, k) => colour(root, seen[k]));
}

// Of an element: what brings it to life, piece by piece; in the end the live figure, unless it is broken.
const births = new WeakMap(), figures = new WeakMap();
function* birth(root) {
  const seen = look(root);
  try {
    const spec = JSON.parse(root.querySelector('script[type="application/json"]').textContent), share = shareable();
    const at = share ? fromAddress()[root.id] : {};
    const figure = yield* mounting(root, spec, at, () => share && toAddress(figure), seen.widths);
    colour(root, seen);
    if (share) live.push(figure);
    figures.set(root, figure);
  } catch (error) {
    console.error(error);
    root.append(H('p', { class: 'lf-note', role: 'status' }, NOTE));
  }
}
// Brings an element to life, once, and returns its figure; of what takes longer than a slice the rest comes soon.
function bring(root, slice = Infinity) {
  const until = performance.now() + slice;
  if (!births.has(root)) births.set(root, root.matches('[data-live]') ? [].values() : birth(root));
  while (!births.get(root).next().done) if (performance.now() > until) return soon(() => bring(root, slice));
  return figures.get(root);
}

function start() {
  // A figure comes to life when it comes near: what is in view right after the frame that shows it first; the others
  // one after the other, when there is time. In a frame, which cannot know what is near, all at once.
  const bringSoon = (root, priority) => {
    forget(root);
    // in slices of so many milliseconds
    soon(() => bring(root, 8), priority);
  };
  const inView = ({ top, bottom }) => bottom > 0 && top < innerHeight;
  const laidOut = new ResizeObserver(entries => {
    for (const { target } of entries) {
      const box = target.getBoundingClientRect();
      if (box.height) laidOut.unobserve(target);
      if (box.height && inView(box)) bringSoon(target);
    }
  });
  const near = new IntersectionObserver(entries => {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      if (isIntersecting) bringSoon(target, inView(boundingClientRect) ? undefined : 'background');
    }
  }, { rootMargin: '800px 0px' });
  const forget = root => { near.unobserve(root); laidOut.unobserve(root); };
  const all = document.getElementsByClassName('livefig'), known = new WeakSet();
  // what the parser has not closed is not looked at yet
  const loading = () => document.readyState === 'loading', whole = root => !loading() || root.nextSibling;
  // What is seen of a page that is painted has no frame to wait for. (What stands below the screen is not measured.)
  let below;
  const inSight = root => {
    if (below || !performance.getEntriesByType('paint').length) return;
    const box = root.checkVisibility?.({ contentVisibilityAuto: true }) && root.getBoundingClientRect();
    below = box.top >= innerHeight;
    return box && inView(box);
  };
  const meet = root => {
    if (known.has(root) || !whole(root)) return;
    known.add(root);
    if (parent !== self) bring(root);
    else if (inSight(root)) bringSoon(root);
    else for (const watch of [near, laidOut]) watch.observe(root);
  };
  const fresh = () => { for (const root of all) meet(root); };
  // The book's pages say so while they are on their way (assets/came.js); what came stands between two such scripts.
  const came = ({ detail }) => {
    for (let e = detail.previousElementSibling; e && e.localName !== 'script'; e = e.previousElementSibling) {
      e.querySelectorAll('.livefig').forEach(meet);
    }
  };
  // Notebooks add figures later, and take those out of the page that are far from view, to put them back as they were.
  const holds = e => e.matches?.('.livefig') || e.querySelector?.('.livefig');
  const added = records => {
    if (records.some(r => [...r.addedNodes].some(holds))) { fresh(); theme(); }
  };
  // Those that the address names are as it says, however far they are. (A browser does not find their anchors.)
  const follow = () => {
    const states = fromAddress();
    for (const id in states) {
      const root = document.getElementById(id);
      if (root?.matches('.livefig')) bring(root)?.set(states[id]);
    }
    const root = document.getElementById(Object.keys(states)[0] ?? '');
    root?.closest('details')?.setAttribute('open', '');
    root?.scrollIntoView();
  };
  fresh();
  addEventListener('page-came', came);
  const parsed = () => {
    removeEventListener('page-came', came);
    fresh();
    new MutationObserver(added).observe(document, { childList: true, subtree: true });
    if (shareable()) follow();
    const themes = new MutationObserver(theme);
    for (const e of [document.documentElement, document.body]) themes.observe(e, { attributes: true });
  };
  if (loading()) addEventListener('DOMContentLoaded', parsed); else parsed();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', theme);
  addEventListener('hashchange', () => shareable() && follow());
  // For a form on the same page, which may be the first to want the figure; quietly, because the address holds what the
  // reader moved by hand. Without values for who has changed its width.
  addEventListener('livefig-set', ({ target, detail }) => {
    const figure = bring(target);
    if (detail) figure?.set(detail); else figure?.fit();
  }, true);
}

// Once on a page, however many outputs carry this script.
const KEY = Symbol.for('livefig');
if (globalThis.document && !document[KEY]) {
  document[KEY] = true;
  start();
}
