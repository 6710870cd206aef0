// Statements as JavaScript functions of a scope.  They end with undefined, or with how they were left:
// {returned: value}, "break", "continue".  What loops is a generator that pauses in each round (it has `pauses`),
// so that the page can be used while the function that is judged is running.
import { NDArray } from '../numpy/array.js';
import { spend } from './budget.js';
import { evaluator, target } from './evaluate.js';
import { beyond, located, raise } from './faults.js';
import { makeFunction } from './functions.js';
import { moduleNamed } from './builtins.js';
import { getAttribute } from './attributes.js';
import { getItem, setItem } from './items.js';
import { binary, inPlace } from './operators.js';
import { Dict, iterate, truth } from './values.js';

const pausing = generator => Object.assign(generator, { pauses: true });

/** The statements of a body, one after the other. */
export function block(body) {
  const steps = body.map(node => STATEMENTS[node.kind](node));
  if (steps.some(step => step.pauses)) {
    return pausing(function* (scope) {
      for (const step of steps) {
        const left = step.pauses ? yield* step(scope) : step(scope);
        if (left) return left;
      }
      return undefined;
    });
  }
  return scope => {
    for (const step of steps) {
      const left = step(scope);
      if (left) return left;
    }
    return undefined;
  };
}

/** What a generator returns that pauses often. */
export function atOnce(working) {
  for (;;) {
    const { done, value } = working.next();
    if (done) return value;
  }
}

/** The same statements without pauses. */
export const finished = body => body.pauses ? scope => atOnce(body(scope)) : body;

/** The names that statements give a value to. */
export function assigned(body) {
  return body.flatMap(node => {
    if (node.kind === 'function') return [node.name];
    if (node.kind === 'import') return node.modules.map(({ module, as }) => as ?? module.split('.')[0]);
    if (node.kind === 'from') return node.names.map(([name, as]) => as ?? name);
    const targets = (node.targets ?? (node.target ? [node.target] : [])).flatMap(namesIn);
    return [...targets, ...walruses(node), ...assigned(node.body ?? []), ...assigned(node.otherwise ?? [])];
  });
}

function namesIn(node) {
  if (node.kind === 'name') return [node.name];
  return node.kind === 'starred' ? namesIn(node.value) : ['tuple', 'list'].includes(node.kind)
    ? node.items.flatMap(namesIn) : [];
}

/** Names in (name := value), outside of the functions in a node. */
function walruses(node) {
  if (node === null || typeof node !== 'object' || node.kind === 'function') return [];
  return [...(node.kind === 'walrus' ? [node.name] : []), ...Object.values(node).flatMap(walruses)];
}

const STATEMENTS = {
  pass: () => () => undefined,
  break: () => () => 'break',
  continue: () => () => 'continue',
  expression: node => { const of = evaluator(node.value); return scope => { of(scope); }; },
  return: node => {
    const of = node.value ? evaluator(node.value) : () => null;
    return scope => ({ returned: of(scope) });
  },
  assign: node => {
    const of = evaluator(node.value), puts = node.targets.map(target);
    return scope => { const given = of(scope); puts.forEach(put => at(node, () => put(scope, given))); };
  },
  update,
  function: node => { const make = makeFunction(node); return scope => scope.set(node.name, make(scope)); },
  if: node => {
    const test = evaluator(node.test), body = block(node.body), otherwise = block(node.otherwise);
    if (!body.pauses && !otherwise.pauses) return scope => truth(test(scope)) ? body(scope) : otherwise(scope);
    return pausing(function* (scope) {
      const chosen = truth(test(scope)) ? body : otherwise;
      return chosen.pauses ? yield* chosen(scope) : chosen(scope);
    });
  },
  while: node => {
    const test = evaluator(node.test);
    return loop(node, function* (scope) { while (truth(test(scope))) yield; });
  },
  for: node => {
    const of = evaluator(node.iterable), put = target(node.target);
    return loop(node, function* (scope) {
      for (const item of at(node, () => iterate(of(scope)))) { at(node, () => put(scope, item)); yield; }
    });
  },
  with: node => {
    const items = node.items.map(evaluator), body = block(node.body);
    const first = scope => items.forEach(item => item(scope) === CONTEXT
      || beyond('Only np.errstate can follow with here.', node.at));
    if (!body.pauses) return scope => { first(scope); return body(scope); };
    return pausing(function* (scope) { first(scope); return yield* body(scope); });
  },
  raise: node => {
    const of = evaluator(node.value);
    return scope => {
      const error = of(scope);
      at(node, () => error?.raises ? raise(error.raises, error.message ?? '')
        : beyond('Only exceptions can be raised.'));
    };
  },
  assert: node => {
    const test = evaluator(node.test), message = node.message ? evaluator(node.message) : () => '';
    return scope => { if (!truth(test(scope))) at(node, () => raise('AssertionError', messageText(message(scope)))); };
  },
  import: node => scope => node.modules.forEach(({ module, as }) => {
    const found = at(node, () => moduleNamed(module));
    scope.set(as ?? module.split('.')[0], as ? found : moduleNamed(module.split('.')[0]));
  }),
  from: node => scope => node.names.forEach(([name, as]) => {
    if (name !== 'check') scope.set(as ?? name, at(node, () => getAttribute(moduleNamed(node.module), name)));
  }),
};

/** What np.errstate() gives: there are no warnings here. */
export const CONTEXT = Symbol('context');

/** What an exception says: only a text is known here. */
export const messageText = value => typeof value === 'string' ? value : '…';

function at(node, action) {
  try { return action(); } catch (error) { throw located(error, node.at); }
}

function loop(node, roundsOf) {
  const body = block(node.body), otherwise = block(node.otherwise);
  return pausing(function* (scope) {
    for (const _ of roundsOf(scope)) {
      at(node, spend);
      yield;
      const left = body.pauses ? yield* body(scope) : body(scope);
      if (left === 'break') return undefined;
      if (left && left !== 'continue') return left;
    }
    return otherwise.pauses ? yield* otherwise(scope) : otherwise(scope);
  });
}

/** old op= given: arrays, lists, sets and dicts are changed in place. */
function combined(operator, old, given) {
  if (old instanceof NDArray && old.ndim) return inPlace(operator, old, given);
  const isList = old?.constructor === Array;
  const made = isList && operator === '+' && !(given instanceof NDArray) ? [...old, ...iterate(given)]
    : binary(operator, old, given);
  if (isList && Array.isArray(made)) old.splice(0, old.length, ...made);
  else if (old instanceof Dict) {
    old.clear();
    for (const pair of made.pairs) old.put(...pair);
  } else return made;
  return old;
}

/** target op= value */
function update(node) {
  const of = evaluator(node.value), { target: where, operator } = node;
  if (where.kind === 'index') {
    const object = evaluator(where.object), index = evaluator(where.index);
    return scope => {
      const owner = object(scope), k = index(scope), old = at(node, () => getItem(owner, k)), given = of(scope);
      at(node, () => setItem(owner, k, combined(operator, old, given)));
    };
  }
  const read = evaluator(where), put = target(where);
  return scope => {
    const old = read(scope), given = of(scope);
    at(node, () => put(scope, combined(operator, old, given)));
  };
}
