// Elements of HTML and SVG.

// On whatever takes keys: else JupyterLab takes the arrow keys.
export const KEYS = { 'data-lm-suppress-shortcuts': 'true' };
const make = ns => (tag, attrs = {}, ...kids) => {
  const e = ns ? document.createElementNS(ns, tag) : document.createElement(tag);
  for (const k in attrs) if (attrs[k] != null && attrs[k] !== '') e.setAttribute(k, attrs[k]);
  e.append(...kids);
  return e;
};
export const H = make(), S = make('http://www.w3.org/2000/svg');
export const button = (text, act) => {
  const e = H('button', { type: 'button', ...KEYS }, text);
  e.onclick = act;
  return e;
};
export const assign = (e, name, value) => { if (e.getAttribute(name) !== `${value}`) e.setAttribute(name, value); };
// Text goes into the text node that is there: who watches the page for new elements has nothing to look at then.
export const write = (e, text) => {
  const node = e.firstChild;
  if (!node) e.append(text); else if (node.data !== text) node.data = text;
};
// A finger moves this and not the page: touch-action alone lets some browsers scroll it.
export const hold = e => e.addEventListener('touchstart', ev => ev.preventDefault(), { passive: false });
export const percent = x => `${100 * x}%`;
