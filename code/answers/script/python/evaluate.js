// Expressions as JavaScript functions of a scope: evaluator(node)(scope) is the value of the node there.
import { whole } from '../numpy/convert.js';
import { getAttribute } from './attributes.js';
import { spend } from './budget.js';
import { call } from './calls.js';
import { Beyond, located, raise } from './faults.js';
import { makeFunction } from './functions.js';
import { getItem, setItem } from './items.js';
import { binary, compare, unary } from './operators.js';
import { Scope } from './scope.js';
import { Dict, ELLIPSIS, Message, PySet, Slice, Tuple, iterate, truth, typeName } from './values.js';

/** A function of a scope for an expression; what goes wrong in it tells where. */
export function evaluator(node) {
  const evaluate = EXPRESSIONS[node.kind](node);
  if (node.kind === 'constant') return evaluate;
  return scope => {
    try {
      return evaluate(scope);
    } catch (error) {
      throw located(error, node.at);
    }
  };
}

/** The values of items, with those of *items spread out. */
function several(items) {
  const parts = items.map(item => [evaluator(item.kind === 'starred' ? item.value : item), item.kind === 'starred']);
  return scope => {
    const out = [];
    for (const [of, spread] of parts) if (spread) out.push(...iterate(of(scope))); else out.push(of(scope));
    return out;
  };
}

const EXPRESSIONS = {
  constant: node => () => node.value,
  formatted: () => () => new Message(),
  name: node => scope => scope.get(node.name),
  ellipsis: () => () => ELLIPSIS,
  tuple: node => { const all = several(node.items); return scope => Tuple.from(all(scope)); },
  list: node => several(node.items),
  set: node => { const all = several(node.items); return scope => PySet.from(all(scope)); },
  dict: dictionary,
  starred: node => { throw new Beyond('A * cannot stand here.', node.at); },
  unary: node => { const of = evaluator(node.value); return scope => unary(node.operator, of(scope)); },
  binary: node => {
    const a = evaluator(node.left), b = evaluator(node.right);
    return scope => binary(node.operator, a(scope), b(scope));
  },
  not: node => { const of = evaluator(node.value); return scope => !truth(of(scope)); },
  logic,
  comparison,
  conditional: node => {
    const [test, then, otherwise] = [node.test, node.then, node.otherwise].map(evaluator);
    return scope => truth(test(scope)) ? then(scope) : otherwise(scope);
  },
  walrus: node => {
    const of = evaluator(node.value);
    return scope => { const given = of(scope); scope.home.set(node.name, given); return given; };
  },
  attribute: node => { const of = evaluator(node.object); return scope => getAttribute(of(scope), node.name); },
  index: node => {
    const of = evaluator(node.object), at = evaluator(node.index);
    return scope => getItem(of(scope), at(scope));
  },
  slice: node => {
    const ends = [node.start, node.stop, node.step].map(part => part ? evaluator(part) : () => null);
    return scope => new Slice(...ends.map(end => { const k = end(scope); return k === null ? null : whole(k); }));
  },
  call: calling,
  function: makeFunction,
  comprehension,
};

function dictionary(node) {
  const entries = node.entries.map(([key, of]) => [key && evaluator(key), evaluator(of)]);
  return scope => {
    const out = new Dict();
    for (const [key, of] of entries) {
      if (key) out.put(key(scope), of(scope));
      else for (const [k, v] of of(scope).pairs) out.put(k, v);
    }
    return out;
  };
}

function logic(node) {
  const items = node.items.map(evaluator), ends = node.word === 'or';
  return scope => {
    let found;
    for (const [k, item] of items.entries()) {
      found = item(scope);
      if (k < items.length - 1 && truth(found) === ends) return found;
    }
    return found;
  };
}

function comparison(node) {
  const first = evaluator(node.first), rest = node.rest.map(([word, right]) => [word, evaluator(right)]);
  return scope => {
    let left = first(scope), found = true;
    for (const [k, [word, of]] of rest.entries()) {
      const right = of(scope);
      found = compare(word, left, right);
      if (k < rest.length - 1 && !truth(found)) return found;
      left = right;
    }
    return found;
  };
}

function calling(node) {
  const callee = evaluator(node.callee), given = node.given.map(({ star, name, value }) => [star, name,
    evaluator(value)]);
  return scope => {
    spend();
    const all = [], named = { __proto__: null }, target = callee(scope);
    for (const [star, name, of] of given) {
      const found = of(scope);
      if (star === '*') all.push(...iterate(found));
      else if (!star && !name) all.push(found);
      else for (const [key, item] of star ? pairsOf(found) : [[name, found]]) {
        if (Object.hasOwn(named, key)) raise('TypeError', `got multiple values for keyword argument '${key}'`);
        named[key] = item;
      }
    }
    return call(target, all, named);
  };
}

function pairsOf(found) {
  if (!(found instanceof Dict) || found instanceof PySet) {
    raise('TypeError', `argument after ** must be a mapping, not ${typeName(found)}`);
  }
  return found.pairs.every(([key]) => typeof key === 'string') ? found.pairs
    : raise('TypeError', 'keywords must be strings');
}

const FORMS = {
  list: found => [...found], set: found => PySet.from(found), generator: found => found,
  dict: found => { const out = new Dict(); for (const [key, item] of found) out.put(key, item); return out; },
};

function comprehension(node) {
  const element = evaluator(node.element);
  const clauses = node.clauses.map(c => (
    { put: target(c.target), iterable: evaluator(c.iterable), conditions: c.conditions.map(evaluator) }));
  function* items(scope, depth, first) {
    if (depth === clauses.length) { yield element(scope); return; }
    const { put, iterable, conditions } = clauses[depth];
    for (const item of depth ? iterate(iterable(scope)) : first) {
      spend();
      put(scope, item);
      if (conditions.every(condition => truth(condition(scope)))) yield* items(scope, depth + 1);
    }
  }
  return scope => FORMS[node.form](items(new Scope(scope, new Set(), false), 0, iterate(clauses[0].iterable(scope))));
}

/** A function of a scope and a value that gives the value to a name, an entry, or several of them. */
export function target(node) {
  if (node.kind === 'name') return (scope, given) => scope.set(node.name, given);
  if (node.kind === 'index') {
    const of = evaluator(node.object), at = evaluator(node.index);
    return (scope, given) => setItem(of(scope), at(scope), given);
  }
  if (node.kind === 'attribute') throw new Beyond('Attributes cannot be given a value here.', node.at);
  const star = node.items.findIndex(item => item.kind === 'starred'), n = node.items.length;
  const parts = node.items.map(item => target(item.kind === 'starred' ? item.value : item));
  return (scope, given) => {
    const items = [...iterate(given, name => `cannot unpack non-iterable ${name} object`)], least = n - (star >= 0);
    if (star < 0 && items.length > n) raise('ValueError', `too many values to unpack (expected ${n})`);
    if (items.length < least) {
      const needed = `${star < 0 ? '' : 'at least '}${least}`;
      raise('ValueError', `not enough values to unpack (expected ${needed}, got ${items.length})`);
    }
    if (star >= 0) items.splice(star, items.length - least, items.slice(star, star + items.length - least));
    parts.forEach((put, k) => put(scope, items[k]));
  };
}
