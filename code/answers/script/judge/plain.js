// What came back from an answer, made safe to compare: number, boolean, string, NDArray, Tuple of these, or a Fault.
import { NDArray } from '../numpy/array.js';
import { asArray, entry } from '../numpy/convert.js';
import { call } from '../python/calls.js';
import { Beyond, PythonError } from '../python/faults.js';
import { Message, Range, Tuple, typeName } from '../python/values.js';

/** What stands in the place of a value that cannot be judged: how it is shown, and what to do about it. */
export class Fault {
  constructor(says, advice, at = null) { Object.assign(this, { says, advice, at }); }
}
export const nothing = () => new Fault('', '');

const DEEPEST = 8; // tuples in each other

export function plain(value, room = DEEPEST) {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof Tuple && !room) return new Fault('tuples in tuples', 'Return numbers.');
  if (value instanceof Tuple) return wholeTuple(Array.from(value, item => plain(item, room - 1)));
  if (value === null) return new Fault('None', 'It returns nothing: does every branch end with return?');
  if (typeof value?.next === 'function') return new Fault('a generator', 'It is a generator: use return, not yield.');
  if (typeof value === 'number' || (typeof value === 'bigint' && Number.isFinite(Number(value)))) return Number(value);
  if (!(value instanceof NDArray || Array.isArray(value) || value instanceof Range)) {
    return new Fault(`an object of type ${typeName(value)}`, 'Return numbers.');
  }
  try {
    return ofArray(asArray(value));
  } catch (error) {
    const entries = error instanceof Beyond ? contentOf(value) : null;
    if (entries === 'none') return plain(withoutNone(value), room);
    if (entries) return new Fault(`an array of ${entries}`, `Return numbers${OTHERS[entries] ?? ''}.`);
    if (!(error instanceof PythonError)) throw error;
    return plain(Tuple.from(value), room); // arrays that do not fit together
  }
}

const OTHERS = { text: ', or one word where that is asked for',
  bool: ', or one True or False where that is asked for' };

/** What the entries of nested lists are, where NumPy could not calculate with them; "none" if NaN stands for
 * a value that does not exist; null if it could. */
function contentOf(value) {
  const entries = [value].flat(Infinity);
  if (entries.some(v => v instanceof Message)) return null;
  if (entries.includes(null) && entries.every(v => v === null || typeof v === 'number' || typeof v === 'bigint'
    || v instanceof NDArray)) return 'none';
  if (!entries.every(v => ['number', 'bigint', 'boolean', 'string'].includes(typeof v))) return 'object';
  return entries.some(v => typeof v === 'string') ? 'text' : null;
}

const withoutNone = value => Array.isArray(value) ? value.map(withoutNone) : value === null ? NaN : value;
const wholeTuple = items => items.find(item => item instanceof Fault) ?? Tuple.from(items);

function ofArray(a) {
  if (!a.ndim) return a.kind === 'b' ? entry(a.at(0), 'b') : a.at(0);
  return a.kind === 'b' ? new Fault('an array of bool', `Return numbers${OTHERS.bool}.`) : a.copy('f');
}

/** What the answer returns for an instance, a Map of names and values, which it may not change; pauses in its loops. */
export function* outcome(answer, byName, instance) {
  const given = [...instance.values()].map(v => v instanceof NDArray ? v.copy() : v);
  const named = byName ? Object.fromEntries([...instance.keys()].map((name, k) => [name, given[k]])) : {};
  let value;
  try {
    const placed = byName ? [] : given;
    value = plain(answer.begin ? yield* answer.begin(placed, named) : call(answer, placed, named));
  } catch (error) {
    if (!(error instanceof PythonError) || error.type === 'NameError') throw error;
    const { hint, message: raised } = error;
    return Object.assign(new Fault(told(error), meant(error), error.at), { hint, raised });
  }
  let k = 0;
  for (const [name, before] of instance) {
    const after = given[k++];
    if (before instanceof NDArray && !before.values().every((v, i) => Object.is(v, after.at(i)) || v === after.at(i))) {
      return new Fault(`a changed ${name}`, `It changes its argument ${name} in place: work on a copy.`);
    }
  }
  return value;
}

const SIZES = /size (\d+) is different from (\d+)/;
const MODULES = { AxisError: 'numpy.exceptions.', UFuncTypeError: 'numpy._core._exceptions.' };

/** The last line of an error message, short. */
function told({ type, message }) {
  const sizes = SIZES.exec(message),
    lines = `${MODULES[type] ?? ''}${type}${message && ': '}${message}`.trim().split('\n');
  if (sizes) return `${type}: a size ${sizes[2]} meets a size ${sizes[1]}`;
  const line = lines.at(-1);
  return line.length <= 100 ? line : `${line.slice(0, 99)}…`;
}

function meant({ type, message }) {
  if (type === 'LinAlgError' && message.includes('Singular')) return 'A matrix there has no inverse.';
  if (type === 'ValueError' && (SIZES.test(message) || message.includes('not aligned'))) {
    return 'The shapes of a product there do not fit.';
  }
  return `It raised ${type} there.`;
}
