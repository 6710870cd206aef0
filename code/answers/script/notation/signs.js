// The signs of the homework's notation, from Unicode, plain letters or LaTeX: a text cut into tokens {kind, text, at,
// end, spaced}, of the kinds number, word, sign and end.
import { SyntaxFault } from '../python/faults.js';

export const GREEK = {
  __proto__: null, alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', zeta: 'ζ', eta: 'η', theta: 'θ',
  kappa: 'κ', lambda: 'λ', mu: 'μ', nu: 'ν', xi: 'ξ', pi: 'π', rho: 'ρ', sigma: 'σ', tau: 'τ', phi: 'φ', chi: 'χ',
  psi: 'ψ', omega: 'ω', Gamma: 'Γ', Delta: 'Δ', Lambda: 'Λ', Sigma: 'Σ', Phi: 'Φ', Omega: 'Ω' };
const NAME_OF = Object.fromEntries(Object.entries(GREEK).map(([name, letter]) => [letter, name]));
const MEANT = {
  '−': '-', '–': '-', '·': '*', '⋅': '*', '∙': '*', '×': '*', '÷': '/', '‖': '||', '⊤': 'ᵀ', '†': '⁺', '≔': ':=',
  '∑': 'sum', '√': 'sqrt', '∂': 'partial', '∇': 'nabla', '⇒': '=>', '⟹': '=>', '⇔': '<=>', '⟺': '<=>', '→': '->',
  '∞': 'infinity', '≤': '<=', '≥': '>=', '≠': '!=', '≈': '~', 'ϕ': 'φ', 'ϵ': 'ε', '∘': '⊙', '′': "'",
};
const COMMANDS = {
  top: 'ᵀ', intercal: 'ᵀ', dagger: '⁺', lVert: '||', rVert: '||', Vert: '||', '|': '||', lvert: '|', rvert: '|',
  vert: '|', cdot: '*', times: '*', odot: '⊙', circ: '⊙', frac: 'frac', dfrac: 'frac', tfrac: 'frac', sqrt: 'sqrt',
  sum: 'sum', partial: 'partial', nabla: 'nabla', iff: '<=>', implies: '=>', Rightarrow: '=>', Leftrightarrow: '<=>',
  le: '<=', leq: '<=', ge: '>=', geq: '>=', ne: '!=', neq: '!=', approx: '~', to: '->', infty: 'infinity',
  varphi: 'phi', varepsilon: 'epsilon', lim: 'lim', '{': '{', '}': '}',
};
const LOOKS = /^(?:math(?:bf|rm|sf|bb)|boldsymbol|left|right|[bB]ig[lr]?|displaystyle|q?quad|[,;!: \\[\]()])$/;
const WORDS = new Set(['sum', 'sqrt', 'partial', 'nabla', 'frac', 'lim', 'infinity']);
const OPEN = /\.\.\.|…|⋯|\\[lcd]?dots\b/y; // what a reader is to think of
const ACCENTS = { tilde: '\u0303', bar: '\u0304' }; // a hat is written out, as in the names that a part asks for
const PIECES = [
  ['space', /[ \t\u00a0\u2009\u202f&$]+/y],
  ['number', /\d+(?:\.\d+)?(?:e[+-]?\d+)?|\.\d+/y],
  ['accent', /\\(hat|tilde|bar)\s*\{?\s*([A-Za-z])\s*\}?/y],
  ['upright', /\\(?:operatorname|mathrm|mathsf|text|mathbf|mathbb)\{(\w+)\}/y],
  ['command', /\\([A-Za-z]+|.)/y],
  ['raised', /⁻¹|⁻ᵀ|[ᵀ²³⁺]/y],
  ['lowered', /[₀-₉]+|[ₕ-ₘᵢⱼ]+/y],
  ['hatted', /[A-Za-z](?:\u0302|_hat\b)|[ŷŵ]/yu],
  ['word', /[A-Za-z][A-Za-z0-9]*\p{M}*[0-9]*/yu],
  ['greek', /\p{Script=Greek}\p{M}*/yu],
  ['sign', /<=>|:=|=>|->|<=|>=|==|!=|\|\||[-+*/@⊙^_=<>~()[\]{},;:.|'!]/y],
];

/** The tokens of a line; `from` is where it stands in the text that places are told of. */
export function signs(text, from = 0) {
  const out = [];
  let spaced = true;
  const put = (kind, word, at, end) => {
    if (word) out.push({ kind, text: word, at: at + from, end: end + from, spaced });
    spaced = !word && spaced;
  };
  for (let at = 0; at < text.length;) {
    const [kind, found] = piece(text, at, from), end = at + found[0].length;
    if (kind === 'space') spaced = true;
    else if (kind === 'accent') put('word', found[1] === 'hat' ? `${found[2]}_hat` : (found[2] + ACCENTS[found[1]])
      .normalize('NFC'), at, end);
    else if (kind === 'hatted') put('word', `${found[0].normalize('NFD')[0]}_hat`, at, end);
    else if (kind === 'upright') put(/^\d/.test(found[1]) ? 'number' : 'word', found[1], at, end);
    else if (kind === 'lowered') lowered(found[0].normalize('NFKC'), at, end);
    else if (kind === 'command') command(found[1], at, end);
    else if (kind === 'greek') put('word', greek(found[0].normalize('NFD')), at, end);
    else if (kind === 'meant') meant(found[0], at, end);
    else put(kind === 'raised' ? 'sign' : kind, found[0].normalize(kind === 'word' ? 'NFC' : 'NFD'), at, end);
    at = end;
  }
  out.push({ kind: 'end', text: '', at: text.trimEnd().length + from, end: text.length + from, spaced: true });
  return out.map(token => token.kind === 'word' && WORDS.has(token.text) ? { ...token, kind: 'sign' }
    : token.text === '==' ? { ...token, text: '=' } : token);

  function command(name, at, end) {
    if (LOOKS.test(name)) spaced = true;
    else if (Object.hasOwn(COMMANDS, name)) put('sign', COMMANDS[name], at, end);
    else if (Object.hasOwn(GREEK, name) || /^(?:log|ln|exp|max|min|det)$/.test(name)) put('word', name, at, end);
    else throw new SyntaxFault(`\\${name} is not read here: write it in plain letters.`, at + from);
  }

  function lowered(word, at, end) {
    put('sign', '_', at, at);
    put(/\d/.test(word) ? 'number' : 'word', word, at, end);
  }

  function meant(sign, at, end) {
    const word = MEANT[sign];
    put(/^[A-Za-zφε]/.test(word) && !WORDS.has(word) ? 'word' : 'sign', NAME_OF[word] ?? word, at, end);
  }
}

const greek = letter => (NAME_OF[letter[0]] ?? letter[0]) + letter.slice(1);

function piece(text, at, from) {
  const sign = String.fromCodePoint(text.codePointAt(at));
  if (Object.hasOwn(MEANT, sign)) return ['meant', [sign]];
  OPEN.lastIndex = at;
  if (OPEN.test(text)) throw new SyntaxFault('Dots leave open what stands there: write the sum as ∑_{i=1}^n x_i.', at
    + from);
  for (const [kind, pattern] of PIECES) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return [kind, found];
  }
  throw new SyntaxFault(`'${sign}' is no sign of the notation: take it away, or write it in plain letters.`, at + from);
}
