// From what a reader typed to an answer: a function, or a bare value.
import { builtins } from './builtins.js';
import { evaluator } from './evaluate.js';
import { assigned, block, finished } from './execute.js';
import { SyntaxFault, located } from './faults.js';
import { makeFunction } from './functions.js';
import { Scope } from './scope.js';
import { parse } from './statements.js';

/**
 * The answer in a text to the part with this id and these names of arguments, as a function without arguments that
 * gives it.
 * The text may be a function (lambda or def, the last one counts), an expression in the names, lines that end with
 * one or with a
 * value that gets a name, a bare value, or a cell check("4a", answer).  If that loops, `begin` is the same as a
 * generator.
 */
export function answerOf(text, names, id = null) {
  try { return read(text, names, id); } catch (error) { throw located(error, 0); } // a text that is nested too deep
}

function read(text, names, id) {
  const { body, isLines, value } = reading(text, names, id), scope = new Scope();
  for (const [name, known] of Object.entries(builtins)) scope.set(name, known);
  return isLines ? ofLines(body, value, names, scope) : ofProgram(body, value, scope);
}

/** The statements of an answer, whether they are lines in the names, whether they were a cell with a check, the
 * expression for what is meant, or null, and its name if it is not the last line. */
export function reading(text, names, id) {
  const all = parse(text), body = withoutCheck(all, id);
  if (!body.length) throw new SyntaxFault('Nothing is written here yet.', 0);
  const last = body.at(-1), isLines = speaksOf(body, new Set(names)), ending = callOf('print', last) ? null
    : lastValue(last);
  const made = isLines || ending ? null : body.filter(node => node.kind === 'function').at(-1); // tests may follow it
  const value = made ? { kind: 'name', at: made.at, name: made.name } : lastValue(last);
  const result = (made || last.kind !== 'expression') && value ? value.name : null;
  return { body, isLines, hasCheck: body !== all, value, result };
}

const callOf = (name, { kind, value }) => kind === 'expression' && value.kind === 'call' && value.callee.name === name
  ? value : null;

/** The statements with check("4a", answer) in the place of the last line that it stands in; other checks are left
 * out. */
function withoutCheck(body, id) {
  const calls = body.map(node => callOf('check', node)).filter(call => call?.given.length === 2);
  const said = call => call.given[0].value.value;
  if (!calls.length) return body;
  const own = calls.filter(call => said(call) === id).at(-1) ?? (id === null ? calls.at(-1) : null);
  if (!own) throw new SyntaxFault(`This cell answers ${said(calls.at(-1))}, and the box asks for ${id}.`,
    calls.at(-1).at);
  const answer = { kind: 'expression', at: own.given[1].value.at, value: own.given[1].value };
  return [...body.filter(node => !callOf('check', node)), answer];
}

/** The last of the lines as an expression: what gets a name last is meant, too. */
function lastValue({ kind, at, target, targets, value }) {
  if (kind === 'expression') return value;
  const named = kind === 'update' ? target : kind === 'assign' ? targets[0] : null;
  return named?.kind === 'name' ? { kind: 'name', at, name: named.name } : null;
}

const withoutLast = (body, value) => body.at(-1).value === value ? body.slice(0, -1) : body;

function ofLines(body, value, names, scope) {
  const lines = value ? [...withoutLast(body, value), { kind: 'return', at: body.at(-1).at, value }] : body;
  const parameters = names.map(name => ({ name, star: '', byName: false }));
  const make = makeFunction({ kind: 'function', name: 'answer', parameters, body: lines });
  return () => make(scope);
}

function ofProgram(body, value, scope) {
  const lines = block(withoutLast(body, value)), of = value && evaluator(value);
  const result = () => of ? of(scope) : null, run = () => { finished(lines)(scope); return result(); };
  return Object.assign(run, lines.pauses && { begin: function* () { yield* lines(scope); return result(); } });
}

/** Whether lines outside of any function use one of the names before they give it a value, or return. */
function speaksOf(body, names) {
  const open = new Set(names);
  for (const node of body) {
    if (uses(node, open)) return true;
    for (const name of assigned([node])) open.delete(name);
  }
  return false;
}

const without = (open, targets) => {
  const hidden = assigned(targets.map(target => ({ target })));
  return new Set([...open].filter(name => !hidden.includes(name)));
};

function uses(node, open) {
  if (node === null || typeof node !== 'object') return false;
  if (Array.isArray(node)) return node.some(part => uses(part, open));
  if (node.kind === 'function') return node.parameters.some(p => uses(p.value ?? null, open));
  if (node.kind === 'for') {
    return uses(node.iterable, open) || uses([node.body, node.otherwise], without(open, [node.target]));
  }
  if (node.kind === 'comprehension') {
    return uses(node.clauses[0].iterable, open)
      || uses([node.element, node.clauses], without(open, node.clauses.map(clause => clause.target)));
  }
  if (node.kind === 'return') return true;
  if (node.kind === 'name') return open.has(node.name);
  if (node.kind === 'assign') return uses(node.value, open) || uses(node.targets, without(open, node.targets));
  return Object.entries(node).some(([key, part]) => key !== 'kind' && uses(part, open));
}
