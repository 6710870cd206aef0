// Calls: which argument is which parameter, with Python's words where they do not fit.
import { beyond, raise } from './faults.js';
import { Callable, Dict, Namespace, Tuple, typeName } from './values.js';

/** Parameters from a text such as "a, axis=, *, keepdims="; what is left out has the value undefined. */
export function parameters(text) {
  let byName = false;
  return text.split(',').map(word => word.trim()).filter(Boolean).flatMap(word => {
    if (word === '*') { byName = true; return []; }
    const [, star, name, optional] = /^(\*{0,2})(\w+)(=?)$/.exec(word), found = { name, star, byName,
      optional: Boolean(optional) };
    byName ||= star === '*';
    return [found];
  });
}

/** Values by the names of parameters {name, star, byName, optional}; missing optional ones are undefined.
 * What is too much for a `native` function may be known to Python's own, which has more parameters. */
export function bind(name, all, given, named, native = false) {
  const said = native ? name.slice(name.lastIndexOf('.') + 1) : name;
  const found = { __proto__: null }, plain = all.filter(p => !p.star && !p.byName);
  const rest = all.find(p => p.star === '*'), others = all.find(p => p.star === '**');
  if (given.length > plain.length && !rest) {
    const most = plain.length;
    if (native) beyond(`${name} takes at most ${most} argument${most === 1 ? '' : 's'} without a name on this page.`);
    raise('TypeError', `${said}() takes ${most} positional argument${most === 1 ? '' : 's'} but ${given.length} `
      + `${given.length === 1 ? 'was' : 'were'} given`);
  }
  plain.forEach((p, k) => { if (k < given.length) found[p.name] = given[k]; });
  if (rest) found[rest.name] = Tuple.from(given.slice(plain.length));
  if (others) found[others.name] = new Dict();
  for (const [key, value] of Object.entries(named)) {
    if (all.some(p => !p.star && p.name === key)) {
      if (Object.hasOwn(found, key)) raise('TypeError', `${said}() got multiple values for argument '${key}'`);
      found[key] = value;
    } else if (others) found[others.name].put(key, value);
    else if (native) beyond(`${name} has no argument ${key} on this page.`);
    else raise('TypeError', `${said}() got an unexpected keyword argument '${key}'`);
  }
  const missing = all.filter(p => !p.star && !p.optional && !Object.hasOwn(found, p.name));
  if (missing.length) raise('TypeError', lacking(said, missing));
  return found;
}

function lacking(name, missing) {
  const kind = missing.some(p => !p.byName) ? 'positional' : 'keyword-only';
  const words = missing.filter(p => p.byName === (kind !== 'positional')).map(p => `'${p.name}'`), n = words.length;
  const listed = n > 1 ? `${words.slice(0, -1).join(', ')}${n > 2 ? ',' : ''} and ${words.at(-1)}` : words[0];
  return `${name}() missing ${n} required ${kind} argument${n > 1 ? 's' : ''}: ${listed}`;
}

/** A function of our own with the parameters of a text: body takes their values in order. */
export function define(name, text, body) {
  const all = parameters(text);
  return new Callable(name, (given, named) => {
    const found = bind(name, all, given, named, true);
    return body(...all.map(p => found[p.name]));
  }, all);
}

/** A table name -> [parameters, body] as name -> Callable; `where` is written before the names in messages. */
export const defined = (table, where = '') => Object.fromEntries(Object.entries(table).map(
  ([name, [text, body]]) => [name, define(where + name, text, body)]));

export function call(callee, given, named = {}) {
  if (callee instanceof Callable) return callee.call(given, named);
  if (callee instanceof Namespace && callee.members.__call__) return callee.members.__call__.call(given, named);
  return raise('TypeError', `'${typeName(callee)}' object is not callable`);
}

/** Whether a function takes these arguments: by position (a number of them) or by name. */
export function takes(callee, given, named) {
  if (!callee.parameters) return !Object.keys(named).length;
  try { bind('', callee.parameters, given, named); } catch { return false; }
  return true;
}
