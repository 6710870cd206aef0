// What a reader probably meant where Python knows no such name, or where what it raises is a slip of the pen.
import { np } from '../numpy/namespace.js';

const LETTERS = { 'λ': 'lam', 'σ': 's', 'φ': 'phi', 'μ': 'mu', 'τ': 'tau', 'α': 'alpha', 'δ': 'delta', sigma: 's' };
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
  if (ALGEBRA.test(name)) return `Did you mean np.linalg.${name}?`;
  if (Object.hasOwn(np.members, name)) return `Did you mean np.${name}?`;
  if (name === 'I') return 'The identity of size n is np.eye(n).';
  if (name === 'V' && names.includes('Vt')) return 'V is Vt.T.';
  return /^[ndmkhp]$/.test(name) ? `A size comes out of a shape: ${name} = ….shape[0].` : '';
}
