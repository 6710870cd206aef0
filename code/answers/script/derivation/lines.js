// A derivation cut into lines {at, text, kind, sides}: kind is "name" for a line that introduces one, else
// "step", which has `named`, the names that it speaks of.
// A side is {node, spelling, at, text, uses, free, hasDerivative, hasPower}, null in the place of one that is left out
// before a leading =.
import { namesIn, walk } from '../notation/nodes.js';
import { readNotation } from '../notation/reader.js';
import { signs } from '../notation/signs.js';
import { Beyond, SyntaxFault } from '../python/faults.js';
import { parse } from '../python/statements.js';
import { lexemes } from '../python/tokens.js';

const MOST = 60;
const LONGEST = 2_000;
const NUMPY = new RegExp(['\\bnp\\.', '\\*\\*', '==', '\\.T\\b', '[\\p{L}\\p{N})\\]]\\.[a-z_]+\\b', '\\p{L}\\[',
  '\\b(?:if|for)\\b', 'lambda\\s+\\w+\\s*:', '\\b(?:len|sum|abs|float|int|range)\\('].join('|'), 'u');
const NOTATION = /[\^\\‖ᵀ⊤²³⁻⁺†∑√∂∇·→∞\u0302ŷŵ]|\blim_|\|\||\p{L}_\{|\b\w_[h-m]+\b|\bd[\w(]*\/d\w/u;
const READ_OVER = /#.*$|\\(?:begin|end)\{(?:align|equation|gather)\w*\*?\}/g;
const INVERSE = /\*\*\s*\(?\s*-\s*1/;
const LEADING = /^(?:(?:[⇒⟹⇔⟺∴]|=>|<=>|\\iff|\\implies|\\Rightarrow)|(?:so|hence|therefore|thus|then|and)\b)[\s:,]*/iu;
const NAME = '\\\\(?:hat|tilde|bar)\\s*\\{?\\w\\}?|\\p{L}_hat\\b|\\p{L}\\p{M}*[\\p{L}\\p{N}]*';
const NAMING = new RegExp(`^(?:(?:let|where|put|set|define|with)\\s+)?(${NAME})\\s*(:=|≔|=)(?!=)`, 'iu');
const SAYS_LET = /^(?:let|where|put|set|define|with)\s/i;

/** The lines of a derivation; what they introduce is added to `letters`. */
export function readLines(text, letters) {
  const found = [];
  let at = 0;
  for (const [k, raw] of text.split('\n').entries()) {
    const number = k + 1, bare = raw.replace(READ_OVER, found => ' '.repeat(found.length));
    const start = at + (bare.length - bare.trimStart().length);
    at += raw.length + 1;
    if (!bare.trim()) continue;
    if (bare.length > LONGEST) throw new Beyond(`A line of more than ${LONGEST} letters is too long here.`, start);
    const lead = LEADING.exec(bare.trim())?.[0].length ?? 0;
    const line = readLine(bare.trim().slice(lead), start + lead, letters, !found.length);
    found.push({ ...line, number });
    if (found.length > MOST) throw new Beyond(`More than ${MOST} lines are too many for this page.`, start);
  }
  if (!found.length) throw new SyntaxFault('Nothing is written here yet.', 0);
  if (found.every(line => line.kind === 'name')) {
    throw new SyntaxFault('These lines introduce names, and say nothing of them yet.', 0);
  }
  return found;
}

function readLine(text, at, letters, isFirst) {
  const name = introducedBy(text, letters);
  if (name) {
    const from = text.indexOf('=') + 1, sides = readSides(text.slice(from), at + from, letters);
    if (sides.length > 1 || !sides[0]) throw new SyntaxFault('A line that introduces a name has one =.', at + from);
    if (sides[0].free.length) throw new SyntaxFault('A name is introduced without an index.', at);
    letters.introduce(name, sides[0].node, sides[0].spelling, at);
    return { at, text, kind: 'name', name, sides };
  }
  letters.named.clear();
  const sides = readSides(text, at, letters);
  const named = new Set([...letters.named, ...sides.flatMap(side => side ? [...side.uses] : [])]);
  if (!sides[0] && isFirst) throw new SyntaxFault('The first line has nothing before its =.', at);
  return { at, text, kind: 'step', sides, named };
}

/** The name that a line introduces, or null. */
function introducedBy(text, letters) {
  const found = NAMING.exec(text);
  if (!found) return null;
  const [{ text: name }] = signs(found[1].replace(/[{}]/g, ' ')), said = SAYS_LET.test(text) || found[2] !== '=';
  const isProduct = () => [...name].every(letter => letters.has(letter) || letter === 'I');
  return said || (!letters.has(name) && name !== 'I' && !isProduct()) ? name : null;
}

function readSides(text, at, letters) {
  return spellingOf(text, at) === 'numpy' ? numpySides(text, at, letters) : notationSides(text, at, letters);
}

function spellingOf(text, at) {
  const numpy = NUMPY.exec(text), notation = NOTATION.exec(text);
  if (numpy && notation) {
    throw new SyntaxFault(`This line mixes NumPy (${numpy[0]}) and the notation (${notation[0]}): write it in one of `
      + `the two.${INVERSE.test(text) ? ' An inverse is (…)^{-1} on paper, np.linalg.inv(…) in NumPy.' : ''}`,
    at + Math.max(numpy.index, notation.index));
  }
  return numpy || (!notation && text.includes('@')) ? 'numpy' : 'notation';
}

function notationSides(text, at, letters) {
  const read = readNotation(text, letters, at);
  return read.sides.map(node => node && { node, spelling: 'notation', at, text, uses: namesIn(node),
    free: [...namesIn(node)].filter(name => read.free.includes(name)).sort(), hasDerivative: hasDerivative(node) });
}

const SLOPES = ['derivative', 'partial', 'gradient', 'limit'];
const hasDerivative = node => [...walk(node)].some(part => SLOPES.includes(part.operation));

function numpySides(text, at, letters) {
  const cuts = [];
  let depth = 0;
  for (const [kind, word, from] of lexemes(text)) {
    if (kind !== 'operator') continue;
    depth += '([{'.includes(word) - ')]}'.includes(word);
    if (!depth && (word === '=' || word === '==')) cuts.push([from, word.length]);
  }
  const starts = [0, ...cuts.map(([from, length]) => from + length)];
  const ends = [...cuts.map(([from]) => from), text.length];
  return starts.map((from, k) => k === 0 && !text.slice(0, ends[0]).trim() ? null
    : numpySide(text.slice(from, ends[k]), at + from, letters));
}

/** Whether a product of matrices is raised to a negative power, entry by entry. */
const isPowerOfEntries = ({ operator, left, right }) => operator === '**' && right.operator === '-'
  && [...walk(left)].some(part => part.operator === '@');

function numpySide(text, at, letters) {
  const lead = text.length - text.trimStart().length, from = at + lead;
  let body;
  try { body = parse(text.trim()); } catch (error) {
    if (error.at !== undefined && error.at !== null) error.at += from;
    throw error;
  }
  if (body.length !== 1 || body[0].kind !== 'expression') {
    throw new SyntaxFault('A line is an expression, or several with = between them.', from);
  }
  const node = body[0].value;
  for (const part of walk(node)) part.at += from;
  const uses = namesIn(node);
  for (const name of [...uses]) {
    const own = letters.introduced.get(name);
    if (own?.spelling === 'notation') throw new SyntaxFault(`${name} was introduced in the notation: introduce it in `
      + 'NumPy, too, under another name.', from);
    if (own) for (const inner of namesIn(own.node)) uses.add(inner);
  }
  return { node, spelling: 'numpy', at: from, text: text.trim(), uses, free: [], hasDerivative: false,
    hasPower: [...walk(node)].some(isPowerOfEntries) };
}
