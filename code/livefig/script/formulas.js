// Texts with formulas: what stands between two $ was read in Python, and comes with the figure as [what is said for it,
// run, ...], a run as [kind, text, em that an exponent goes back]. typeset.py makes the same elements.
import { H, S, write } from './elements.js';

const SVG = 'http://www.w3.org/2000/svg', READ = {}, SHIFT = { sup: -5, sub: 3 }, EM = 10.2;
export const learn = formulas => { Object.assign(READ, formulas); };

const isText = piece => typeof piece === 'string';
const pieces = text => text.split('$').map((part, k) => k % 2 ? READ[part] : part).filter(part => part !== '');
const styled = runs => ({ class: runs.some(([kind]) => kind.endsWith('i')) ? 'lf-math' : 'lf-number' });

// The text in words, and the characters of it.
export const spoken = text => pieces(text).map(p => isText(p) ? p : p[0]).join('');
export const flat = text => pieces(text).map(p => isText(p) ? p : p.slice(1).map(run => run[1]).join('')).join('');

const inHtml = parts => parts.map(piece => {
  if (isText(piece)) return piece;
  const [aloud, ...runs] = piece;
  return H('span', { ...styled(runs), role: 'math', 'aria-label': aloud }, ...runs.map(([kind, text, back]) =>
    kind.split(' ').reduceRight((kid, tag) => {
      if (!tag) return kid;
      const e = H(tag, {}, kid);
      if (back && tag === 'sup') e.style.marginLeft = `${-back}em`;
      return e;
    }, text)));
});

const inSvg = parts => {
  let low = 0;
  const tspan = (text, kind, down, back = 0) => {
    const e = S('tspan', { class: kind, dx: Math.round(-back * EM * 10) / 10 || '', dy: down - low || '' }, text);
    low = down;
    return e;
  };
  return parts.map(piece => {
    if (isText(piece)) return tspan(piece, '', 0);
    const runs = piece.slice(1);
    return S('tspan', styled(runs), ...runs.map(([kind, text, back]) =>
      tspan(text, kind.replace(/\w+/g, 'lf-$&'), SHIFT[kind.slice(0, 3)] ?? 0, back)));
  });
};

// What is heard of an element.
export const heard = e => e.getAttribute?.('aria-label') ??
  (e.childNodes.length ? [...e.childNodes].map(heard).join('') : e.data ?? '');

// Writes a text into an element. What stands there and is the same stays; of the rest only the words are written anew,
// if its formulas are the same.
const held = new WeakMap();
export function typeset(e, text) {
  const kept = held.get(e);
  if (!kept && !text.includes('$')) {
    write(e, text);
    return e;
  }
  const parts = pieces(text);
  held.set(e, parts);
  if (kept?.length === parts.length && parts.every((p, k) => p === kept[k] || isText(p) && isText(kept[k])))
    parts.forEach((p, k) => { if (p !== kept[k]) writeInto(e.childNodes[k], p); });
  else e.replaceChildren(...(e.namespaceURI === SVG ? inSvg : inHtml)(parts));
  return e;
}
const writeInto = (node, text) => { (node.firstChild ?? node).data = text; };
