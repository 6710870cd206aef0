// Functions that a text defines: lambda and def.
import { enter, leave } from './budget.js';
import { bind } from './calls.js';
import { evaluator } from './evaluate.js';
import { assigned, block, finished } from './execute.js';
import { Scope } from './scope.js';
import { Callable } from './values.js';

/** A function of a scope that makes the function of a node. */
export function makeFunction(node) {
  const defaults = node.parameters.map(p => p.value ? evaluator(p.value) : null);
  const parameters = node.parameters.map(p => ({ ...p, optional: Boolean(p.value) }));
  const own = new Set(node.value ? [] : assigned(node.body));
  const body = node.value ? expressionBody(evaluator(node.value)) : block(node.body), whole = finished(body);
  return scope => {
    const fallbacks = defaults.map(of => of && of(scope));
    const inside = (given, named) => {
      const made = new Scope(scope, own), found = bind(node.name, parameters, given, named);
      parameters.forEach((p, k) => made.set(p.name, Object.hasOwn(found, p.name) ? found[p.name] : fallbacks[k]));
      return made;
    };
    const call = (given, named) => {
      enter();
      try { return whole(inside(given, named))?.returned ?? null; } finally { leave(); }
    };
    const begin = body.pauses && function* (given, named) {
      enter();
      try { return (yield* body(inside(given, named)))?.returned ?? null; } finally { leave(); }
    };
    return new Callable(node.name, call, parameters, begin || null);
  };
}

const expressionBody = of => scope => ({ returned: of(scope) });
