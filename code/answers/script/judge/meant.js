// What a reader probably meant where Python knows no such name, or where what it raises is a slip of the pen.
import { np } from '../numpy/namespace.js';

const LETTERS = { 'λ': 'lam', 'σ': 's', 'φ': 'phi', 'μ': 'mu', 'τ': 'tau', 'α': 'alpha', 'δ': 'delta', sigma: 's' };
const KNOWN = { __proto__: null, I: 'np.eye(n)', V: 'Vt.T', true: 'True', false: 'False', relu: 'np.maximum(0, …)' };
const ALGEBRA = /^(inv|pinv|solve|norm|svd|qr|eigh|lstsq|det|cholesky|matrix_rank)$/;
const RAISED = [
  [/object is not callable/, 'Is * or @ missing before a bracket?'],
  [/bitwise_xor|for \^:/, 'A power is written **.'],
];

/** A sentence on what was meant by what raised this message in an answer to a part, or "". */
export function meantBy(message, { names, words }) {
  const name = /^name '(.+)' is not defined/.exec(message)?.[1], low = name?.toLowerCase();
  if (!name) return RAISED.find(([told]) => told.test(message))?.[1] ?? '';
  const own = names.find(one => one.toLowerCase() === low || one === LETTERS[name]);
  if (own) return `Here it is called ${own}.`;
  if (words.includes(low)) return `A word stands in quotation marks: '${low}'.`;
  if (/^[ndmkhp]$/.test(name)) return `A size comes out of a shape: ${name} = ….shape[0].`;
  const known = ALGEBRA.test(name) ? `np.linalg.${name}` : Object.hasOwn(np.members, name) ? `np.${name}`
    : KNOWN[name] ?? KNOWN[low] ?? productOf(name, names);
  return known ? `Did you mean ${known}?` : `Given: ${names.join(', ')}.`;
}

/** The product that a name is on paper, of the given ones, xT being x.T; else "". */
function productOf(name, names) {
  const factor = `(?:${names.join('|')})T?`, factors = name.match(RegExp(factor, 'g')) ?? [];
  return factors.join('') === name ? factors.join(/[A-Z]/.test(name) ? ' @ ' : ' * ').replace(/T\b/g, '.T') : '';
}
