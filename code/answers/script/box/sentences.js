// Mathematics in a sentence as on paper: X^T X + lambda I with a raised T and the Greek letter.
// As hw0.checks.show.typeset in Python.
import { make } from './elements.js';

const GREEK = { lambda: 'λ', sigma: 'σ', Sigma: 'Σ', eta: 'η', alpha: 'α', delta: 'δ', phi: 'φ', mu: 'μ',
  tau: 'τ' };
const UP = '\u0001', DOWN = '\u0002', END = '\u0003'; // around what is raised or lowered
const SIGNS = [
  [/sqrt\((\w+)\)/g, '√$1'], [/\|\|/g, '‖'], [/<=/g, '≤'], [/>=/g, '≥'], [/!=/g, '≠'], [/->/g, '→'],
  [/<-/g, '←'],
  [/\^(T|\+|-?\d|-T)(?!\w)/g, `${UP}$1${END}`], [new RegExp(`${UP}-`, 'g'), `${UP}−`],
  [/\b([A-Za-z]\d?)_([a-z0-9]{1,2})\b/g, `$1${DOWN}$2${END}`],
  ...Object.entries(GREEK).map(([name, letter]) => [new RegExp(`\\b${name}\\b(?!\\()`, 'g'), letter]),
  [/(\w)\*(?=\w)/g, '$1·'], [/([\s(])-(?=[\s\d])/g, '$1−'],
];
const PIECES = new RegExp(`(${UP}[^${END}]*${END}|${DOWN}[^${END}]*${END})`);

/** The nodes of a sentence. */
export function sentence(text) {
  const marked = SIGNS.reduce((found, [pattern, sign]) => found.replace(pattern, sign), text);
  return marked.split(PIECES).filter(Boolean).map(piece => piece.endsWith(END)
    ? make(piece[0] === UP ? 'sup' : 'sub', {}, piece.slice(1, -1)) : piece);
}
