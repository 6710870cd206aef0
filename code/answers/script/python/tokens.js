// A Python text cut into lexemes (for the colours) and into tokens with their indentation (for the parser).
import { SyntaxFault } from './faults.js';

const KEYWORDS = new Set(('False None True and as assert async await break class continue def del elif else '
  + 'except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'
).split(' '));

const LEXEMES = [
  ['newline', /\r?\n/y],
  ['space', /[ \t\f\u00a0]+|\\\r?\n/y],
  ['comment', /#[^\n]*/y],
  ['string', /([rbfuRBFU]{0,2})("""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[‘“][^’”\n]*[’”])/y],
  ['number', /(?:0[xXoObB][\da-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)[jJ]?/y],
  ['name', /(?:(?!ᵀ)[\p{L}_])(?:(?!ᵀ)[\p{L}\p{Nd}_])*/yu],
  ['operator', /\*\*=|\/\/=|>>=|<<=|\.\.\.|\*\*|\/\/|->|:=|[<>=!]=|<<|>>|[-+*/%@&|^]=|[-+*/%@&|^~<>()[\]{},:.;=]/y],
];
const MEANT = { '−': '-', '–': '-', '×': '*', '·': '*', '²': '**2', '³': '**3', '≤': '<=', '≥': '>=', '≠': '!=',
  '`': "', and leave out ```", 'ᵀ': '.T', '⊤': '.T', '⁺': 'np.linalg.pinv(A)', '⁻': 'np.linalg.inv(A), or 1/x',
  '‖': 'np.linalg.norm(x)', '√': 'np.sqrt', '½': '1/2' };
const CLOSING = { __proto__: null, '(': ')', '[': ']', '{': '}' };

/** All of the text as [kind, text, at] in order; what is no Python is of the kind "unknown". */
export function* lexemes(text) {
  for (let at = 0; at < text.length;) {
    let found = ['unknown', String.fromCodePoint(text.codePointAt(at))];
    for (const [kind, pattern] of LEXEMES) { // ᵀ is a letter, and not meant as one
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match) { found = [kind === 'name' && KEYWORDS.has(match[0]) ? 'keyword' : kind, match[0]]; break; }
    }
    yield [...found, at];
    at += found[1].length;
  }
}

/** The tokens of a text: {kind, text, at}; newline, indent, dedent and end have no text. */
export function tokens(text) {
  const out = [], open = [], margins = [0];
  const put = (kind, at, text) => out.push({ kind, text, at });
  let fresh = true, margin = 0;
  for (const [kind, word, at] of lexemes(text)) {
    if (kind === 'unknown') throw new SyntaxFault(unknown(word), at);
    if (kind === 'newline') {
      if (!open.length && !fresh) put('newline', at);
      if (!open.length) [fresh, margin] = [true, 0];
    } else if (kind === 'space' && fresh && !open.length) {
      margin = word.startsWith('\\') ? margin : word.replaceAll('\t', '        ').length;
    } else if (kind !== 'space' && kind !== 'comment') {
      if (fresh && !open.length) indent(margin, at);
      fresh = false;
      bracket(word, at);
      put(kind, at, word.normalize('NFKC')); // as Python reads names
    }
  }
  if (open.length) throw new SyntaxFault(`'${open.at(-1).word}' was never closed.`, open.at(-1).at);
  if (!fresh) put('newline', text.length);
  while (margins.pop()) put('dedent', text.length);
  put('end', text.length);
  return out;

  function indent(width, at) {
    if (width > margins.at(-1)) {
      margins.push(width);
      put('indent', at);
    }
    while (width < margins.at(-1)) {
      margins.pop();
      if (width > margins.at(-1)) throw new SyntaxFault('This line is indented as no line above it.', at);
      put('dedent', at);
    }
  }

  function bracket(word, at) {
    if (CLOSING[word]) open.push({ word, at });
    if (word === ')' || word === ']' || word === '}') {
      const last = open.pop();
      if (!last) throw new SyntaxFault(`'${word}' closes nothing.`, at);
      if (CLOSING[last.word] !== word) throw new SyntaxFault(`'${word}' closes a '${last.word}'.`, at);
    }
  }
}

function unknown(character) {
  if (character === '"' || character === "'") return 'This text is not closed: a quotation mark is missing.';
  if (character === '$' || character === '\\') return `'${character}' belongs to LaTeX: write a NumPy expression.`;
  const plain = character.normalize('NFKC'), meant = MEANT[character] ?? (plain < '\x7f' && character > plain && plain);
  return `'${character}' is no Python${meant ? `: write ${meant}` : ''}.`;
}
