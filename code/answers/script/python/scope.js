// Where names have values.
import { raise } from './faults.js';

export class Scope {
  /** `own` are the names that get a value somewhere in a function; a comprehension has only its own targets. */
  constructor(parent = null, own = new Set(), isFunction = true) {
    Object.assign(this, { parent, own, values: new Map(), home: isFunction ? this : parent.home });
  }

  get(name) {
    for (let scope = this; scope; scope = scope.parent) {
      const found = scope.values.get(name);
      if (found !== undefined) return found;
      if (scope.parent && scope.own.has(name)) {
        raise('UnboundLocalError', `cannot access local variable '${name}' where it is not associated with a value`);
      }
    }
    return raise('NameError', `name '${name}' is not defined`);
  }

  set(name, value) { this.values.set(name, value); }
}
