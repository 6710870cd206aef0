// Elements of HTML and SVG.

const make = ns => (tag, attrs = {}, ...kids) => {
  const e = ns ? document.createElementNS(ns, tag) : document.createElement(tag);
  for (const k in attrs) if (attrs[k] != null && attrs[k] !== '') e.setAttribute(k, attrs[k]);
  e.append(...kids);
  return e;
};
export const H = make(), S = make('http://www.w3.org/2000/svg');
// On whatever takes keys: else JupyterLab takes the arrow keys.
export const KEYS = { 'data-lm-suppress-shortcuts': 'true' };
export const percent = x => `${100 * x}%`;
