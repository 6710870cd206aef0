// What a reader probably meant where Python knows no such name, or where what it raises is a slip of the pen.
import { np } from '../numpy/namespace.js';

const LETTERS = { 'λ': 'lam', 'σ': 's', 'φ': 'phi', 'μ': 'mu', 'τ': 'tau', 'α': 'alpha', 'δ': 'delta', 'η': 'lr',
  sigma: 's', eta: 'lr' };
const RAISED = [
  [/object is not callable/, "Is '*' or '@' missing before a bracket?"],
  [/bitwise_xor|for \^:/, 'A power is written **.'],
  [/only integer scalar arrays/, 'The larger of two, entry by entry, is np.maximum(0, z).'],
];

/** A sentence on what was meant by what raised this message in an answer to a part, or "". */
export function meantBy(message, { names, words }) {
  const name = /^name '(.+)' is not defined/.exec(message)?.[1], low = name?.toLowerCase();
  if (!name) return RAISED.find(([told]) => told.test(message))?.[1] ?? '';
  const own = names.find(one => one.toLowerCase() === low || one === LETTERS[name]);
  if (own) return `Here it is called ${own}.`;
  if (words.includes(low)) return `A word stands in quotation marks: '${low}'.`;
  if (low === 'relu') return 'ReLU is np.maximum(0, z).';
  if (/^I(_?[nd])?$/.test(name)) return 'I is np.eye(n).';
  if (/^(true|false|none|null)$/.test(low)) return `Python says ${{ t: 'True', f: 'False', n: 'None' }[low[0]]}.`;
  const columns = /[dhk]/.test(name) && /[A-Z]|scores/.test(names); // of a matrix; a vector has none
  if (/^[ndmkhpN]$/.test(name)) return `A size is in a shape: ${name} = ….shape[${+columns}].`;
  const factors = name.match(RegExp(names.join('|'), 'g')); // what is a product on paper
  if (factors?.join('') === name) return `Is '*' or '@' missing in ${factors.join(' ')}?`;
  const known = ['np', 'np.linalg'].find((_, k) => Object.hasOwn((k ? np.members.linalg : np).members, name));
  return known ? `Did you mean ${known}.${name}?` : `Given: ${names.join(', ')}.`;
}
