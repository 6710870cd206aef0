// The notation becomes the same tree that Python's expressions become: its signs are calls of operations.
import { Callable } from '../python/values.js';
import { REPEATING } from './calculus.js';
import { OPERATIONS } from './operations.js';

const ALL = { ...OPERATIONS, ...REPEATING };

const callables = new Map();

function callable(name) {
  if (!callables.has(name)) callables.set(name, new Callable(name, values => ALL[name](...values)));
  return callables.get(name);
}

const argument = value => ({ star: '', name: null, value });
export const constant = (value, at) => ({ kind: 'constant', at, value });

/** An operation on nodes. */
export const operation = (name, at, ...nodes) => ({ kind: 'call', at, operation: name,
  callee: constant(callable(name), at), given: nodes.map(argument) });

/** A function of one name, for sums and derivatives. */
export const functionOf = (name, value, at) => ({ kind: 'function', at, name: '<lambda>',
  parameters: [{ name, star: '', byName: false }], value });

/** All nodes of a tree. */
export function* walk(node) {
  if (Array.isArray(node)) for (const part of node) yield* walk(part);
  else if (node && typeof node === 'object' && !(node instanceof Map)) {
    if (typeof node.kind === 'string') yield node;
    if (node.kind !== 'constant') for (const part of Object.values(node)) yield* walk(part);
  }
}

/** The names that a tree takes from outside. */
export function namesIn(node, bound = []) {
  const found = new Set();
  (function visit(part, hidden) {
    if (Array.isArray(part)) { for (const inner of part) visit(inner, hidden); return; }
    if (!part || typeof part !== 'object') return;
    if (part.kind === 'constant') return;
    if (part.kind === 'name' && !hidden.includes(part.name)) found.add(part.name);
    const inside = part.kind === 'function' ? [...hidden, ...part.parameters.map(p => p.name)] : hidden;
    for (const inner of Object.values(part)) visit(inner, inside);
  }(node, bound));
  return found;
}
