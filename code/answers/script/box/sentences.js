// Mathematics in a sentence as on paper: X^T X + lambda I with a raised T and the Greek letter.
// As hw0.checks.show.typeset in Python.
import { make } from './elements.js';

const GREEK = { lambda: 'λ', lam: 'λ', sigma: 'σ', Sigma: 'Σ', eta: 'η', alpha: 'α', delta: 'δ', phi: 'φ', mu: 'μ',
  tau: 'τ', infinity: '∞' };
const UP = '\u0001', DOWN = '\u0002', END = '\u0003'; // around what is raised or lowered
const AS_TYPED = /((?:function of \(|called |Given: )[\w, ]*|'[\p{L}\w]+')/u; // names, as they have to be typed
const SIGNS = [
  [/sqrt\((\w+)\)/g, '√$1'], [/\|\|/g, '‖'], [/<=/g, '≤'], [/>=/g, '≥'], [/!=/g, '≠'], [/->/g, '→'],
  [/<-/g, '←'], [/\b([A-Za-z])_hat\b/g, '$1\u0302'], [/\*\*(?=\d)/g, '^'], [/\^\{(-?\w+)\}/g, '^$1'],
  [/\^(T|\+|-?\d|-T)(?!\w)/g, `${UP}$1${END}`], [new RegExp(`${UP}-`, 'g'), `${UP}−`],
  [/\b([A-Za-z])(\d)_([a-z])\b/g, `$1${UP}$2${END}${DOWN}$3${END}`], [/_\{([^{}]+)\}/g, `${DOWN}$1${END}`],
  [/(\)|\bd?[A-Za-z])_([a-z0-9]{1,2})\b/g, `$1${DOWN}$2${END}`],
  [/\b([A-Za-z](?=0)|d?[Wbd](?=[12]))(\d)\b/g, `$1${DOWN}$2${END}`],
  ...Object.entries(GREEK).map(([name, letter]) => [new RegExp(`\\b(d?)${name}\\b`, 'g'), `$1${letter}`]),
  [/\b([A-Za-z]|ReLU)'(?![A-Za-z])/g, '$1′'], [/([\w\u0370-\u03ff′])( ?)\*(?= ?[\w\u0370-\u03ff])/g, '$1$2·'],
  [/(^|[\s(,=[])-(?!-)/g, '$1−'],
];
const PIECES = new RegExp(`(${UP}[^${END}]*${END}|${DOWN}[^${END}]*${END})`);

/** The nodes of a sentence. */
export function sentence(text) {
  const marked = text.split(AS_TYPED).map((piece, k) => k % 2 ? piece
    : SIGNS.reduce((found, [pattern, sign]) => found.replace(pattern, sign), piece));
  return marked.join('').split(PIECES).filter(Boolean).map(piece => piece.endsWith(END)
    ? make(piece[0] === UP ? 'sup' : 'sub', {}, piece.slice(1, -1)) : piece);
}
