// The colours of a text: an element for each lexeme that has one, and a mark where something is wrong.
import { builtins } from '../python/builtins.js';
import { lexemes } from '../python/tokens.js';

const PAIRS = { '(': ')', '[': ']', '{': '}' };
const COLOURED = ['keyword', 'number', 'string', 'comment'];
const LONGEST_COLOURED = 20_000;

/** Fills an element with the coloured text; `names` are the arguments of the part, `wrong` the offset of an error. */
export function colour(element, text, names, wrong = null, caret = null) {
  if (text.length > LONGEST_COLOURED) { element.textContent = `${text}\n`; return; }
  const found = [...lexemes(text)], partners = caret === null ? [] : pairAt(found, caret), end = text.trimEnd().length,
    parts = [];
  for (const [kind, word, at] of found) {
    const classes = [classOfLexeme(kind, word, names)];
    if (wrong !== null && at <= wrong && wrong < at + word.length && wrong < end) classes.push('here');
    if (partners.includes(at)) classes.push('pair');
    const className = classes.filter(Boolean).join(' ');
    parts.push(className ? piece(word, className) : word);
  }
  if (wrong !== null && wrong >= end) parts.splice(end === text.length ? parts.length : -1, 0, piece(' ', 'here'));
  element.replaceChildren(...parts, '\n');
}

const piece = (textContent, className) => Object.assign(document.createElement('span'), { textContent, className });

function classOfLexeme(kind, word, names) {
  if (kind === 'name') return names.includes(word) ? 'given' : Object.hasOwn(builtins, word) ? 'known' : '';
  return COLOURED.includes(kind) ? kind : '';
}

/** The offsets of the bracket beside the caret and of its partner. */
function pairAt(found, caret) {
  const open = [], beside = at => at === caret || at + 1 === caret;
  for (const [kind, word, at] of found) {
    if (kind !== 'operator' || !'()[]{}'.includes(word)) continue;
    if (PAIRS[word]) { open.push([word, at]); continue; }
    const last = open.pop();
    if (last && PAIRS[last[0]] === word && (beside(at) || beside(last[1]))) return [last[1], at];
  }
  return [];
}
