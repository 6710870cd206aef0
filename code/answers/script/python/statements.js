// The grammar of statements: parse(text) gives the nodes of a program.
import { assignable } from './atoms.js';
import { Expressions } from './expressions.js';
import { Beyond, SyntaxFault } from './faults.js';
import { tokens } from './tokens.js';

const UNKNOWN_HERE = new Set(['async', 'await', 'class', 'del', 'global', 'nonlocal', 'try', 'yield']);
const SIMPLE = ['pass', 'break', 'continue'];
const COMPOUND = { if: 'if', while: 'while', for: 'for', def: 'function', with: 'with' };
const AUGMENTED = /^([-+*/%@&|^]|\*\*|\/\/|<<|>>)=$/;
const LONGEST = 100_000;

class Statements extends Expressions {
  program() {
    const body = [];
    while (this.next.kind !== 'end') body.push(...this.line());
    return body;
  }

  /** One compound statement, or several simple ones with semicolons between them. */
  line() {
    const { text, at, kind } = this.next;
    if (kind === 'indent') {
      throw new SyntaxFault('This line is indented more than the one above, which does not end with a colon.', at);
    }
    if (kind === 'keyword' && UNKNOWN_HERE.has(text)) throw new Beyond(`'${text}' cannot be used here.`, at);
    if (kind === 'keyword' && Object.hasOwn(COMPOUND, text)) return [this[COMPOUND[text]](this.take())];
    if (this.is('@')) throw new Beyond('Decorators cannot be used here.', at);
    const found = [this.simple()];
    while (this.taken(';') && this.next.kind !== 'newline') found.push(this.simple());
    if (this.next.kind !== 'newline') this.unfinished();
    this.take();
    return found;
  }

  unfinished() {
    if (this.next.text === ':') throw new SyntaxFault("':' cannot stand here.", this.next.at);
    this.missingOperator();
    this.fail('expected the end of the line');
  }

  simple() {
    const { text, at, kind } = this.next;
    if (kind === 'keyword' && SIMPLE.includes(text)) { this.take(); return { kind: text, at }; }
    if (this.taken('return')) {
      return { kind: 'return', at, value: this.next.kind === 'newline' || this.is(';') ? null : this.list() };
    }
    if (this.taken('assert')) {
      return { kind: 'assert', at, test: this.expression(), message: this.taken(',') ? this.expression() : null };
    }
    if (this.taken('raise')) return { kind: 'raise', at, value: this.expression() };
    if (this.is('import', 'from')) return this.import(this.take());
    return this.assignment(this.list(), at);
  }

  assignment(value, at) {
    if (this.next.kind === 'operator' && AUGMENTED.test(this.next.text)) {
      const { text: operator, at: where } = this.take();
      if (['tuple', 'list'].includes(value.kind)) throw new SyntaxFault(`${operator} changes one value, not several.`,
        where);
      return { kind: 'update', at: where, operator: operator.slice(0, -1), target: assignable(value),
        value: this.list() };
    }
    if (this.taken(':')) {
      if (value.kind !== 'name') throw new SyntaxFault("':' cannot stand here.", at);
      this.expression();
      if (!this.is('=')) return { kind: 'pass', at };
    }
    if (!this.is('=')) return { kind: 'expression', at, value };
    const parts = [value];
    while (this.taken('=')) parts.push(this.list());
    const assigned = parts.pop();
    return { kind: 'assign', at, targets: parts.map(assignable), value: assigned };
  }

  /** import a.b as c; from a.b import c as d, e: {module, names: [[name or "", as], ...]}. */
  import({ text, at }) {
    const dotted = () => { let path = this.name(); while (this.taken('.')) path += `.${this.name()}`; return path; };
    const renamed = name => [name, this.taken('as') ? this.name() : null];
    if (text === 'import') {
      const modules = [];
      do { const [module, as] = renamed(dotted()); modules.push({ module, as }); } while (this.taken(','));
      return { kind: 'import', at, modules };
    }
    const module = dotted(), names = [];
    this.expect('import');
    if (this.is('*')) throw new Beyond('import * cannot be used here.', at);
    const closed = this.taken('(');
    do { if (!this.is(')')) names.push(renamed(this.name())); } while (this.taken(','));
    if (closed) this.expect(')');
    return { kind: 'from', at, module, names };
  }

  block() {
    this.expect(':');
    if (this.next.kind !== 'newline') return this.line();
    this.take();
    if (this.next.kind !== 'indent') this.fail('expected an indented line');
    if (++this.depth > 40) throw new Beyond('Blocks go too deep for this page.', this.next.at);
    this.take();
    const body = [];
    while (this.next.kind !== 'dedent') body.push(...this.line());
    this.take();
    this.depth--;
    return body;
  }

  if({ at }) {
    const test = this.named(), body = this.block(), { at: where } = this.next;
    const otherwise = this.taken('elif') ? [this.if({ at: where })] : this.taken('else') ? this.block() : [];
    return { kind: 'if', at, test, body, otherwise };
  }

  while({ at }) {
    return { kind: 'while', at, test: this.named(), body: this.block(), otherwise: this.taken('else') ? this.block()
      : [] };
  }

  for({ at }) {
    const target = assignable(this.list(() => this.target()));
    this.expect('in');
    return { kind: 'for', at, target, iterable: this.list(), body: this.block(), otherwise: this.taken('else')
      ? this.block() : [] };
  }

  function({ at }) {
    const name = this.name('the name of the function');
    this.expect('(');
    const parameters = this.parameters(')');
    this.expect(')');
    if (this.taken('->')) this.expression();
    return { kind: 'function', at, name, parameters, body: this.block() };
  }

  with({ at }) {
    const items = [];
    do {
      items.push(this.expression());
      if (this.is('as')) throw new Beyond("'with … as' cannot be used here.", this.next.at);
    } while (this.taken(','));
    return { kind: 'with', at, items, body: this.block() };
  }
}

/** The statements of a text, as nodes. */
export function parse(text) {
  if (text.length > LONGEST) throw new Beyond(`A text of more than ${LONGEST / 1000} kB is too long for this page.`, 0);
  return new Statements(tokens(text)).program();
}
