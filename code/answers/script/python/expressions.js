// The grammar of expressions: from tokens to nodes {kind, at, ...}.  Atoms stand in atoms.js, statements in
// statements.js.
import { Atoms } from './atoms.js';
import { Beyond, SyntaxFault } from './faults.js';

const LEVEL = { '|': 5, '^': 6, '&': 7, '<<': 8, '>>': 8, '+': 9, '-': 9, '*': 10, '/': 10, '//': 10, '%': 10,
  '@': 10 };
const COMPARISONS = new Set(['<', '>', '<=', '>=', '==', '!=', 'in', 'is', 'not']);
const UNARY_LEVEL = 11;
const BEGINS = { keyword: ['lambda', 'not', 'True', 'False', 'None'], operator: '( [ { - + ~ * ** ...'.split(' ') };

export class Expressions extends Atoms {
  /** One expression or several with commas between them, which make a tuple. */
  list(one = () => this.starred(), more = () => this.starts()) {
    const { at } = this.next, first = one();
    if (!this.is(',')) return first;
    const items = [first];
    while (this.taken(',') && more()) items.push(one());
    return { kind: 'tuple', at, items };
  }

  starts() {
    const { kind, text } = this.next;
    return ['name', 'number', 'string'].includes(kind) || Boolean(BEGINS[kind]?.includes(text));
  }

  starred() {
    const star = this.taken('*');
    return star ? { kind: 'starred', at: star.at, value: this.binary(5) } : this.named();
  }

  named() {
    const value = this.expression(), walrus = this.taken(':=');
    if (!walrus) return value;
    if (value.kind !== 'name') throw new SyntaxFault("':=' needs a name on its left.", walrus.at);
    return { kind: 'walrus', at: walrus.at, name: value.name, value: this.expression() };
  }

  expression() {
    if (this.is('lambda')) return this.lambda();
    const then = this.either(), condition = this.taken('if');
    if (!condition) return then;
    const test = this.either();
    this.expect('else', ': a conditional expression needs both values');
    return { kind: 'conditional', at: condition.at, test, then, otherwise: this.expression() };
  }

  lambda() {
    const { at } = this.take(), parameters = this.parameters(':');
    this.expect(':');
    return { kind: 'function', at, name: '<lambda>', parameters, value: this.expression() };
  }

  /** Parameters up to a closing word: {name, star: "" | "*" | "**", byName, value}. */
  parameters(closing) {
    const found = [];
    let byName = false;
    while (!this.is(closing)) {
      if (this.is('/')) throw new Beyond('Arguments that go by position only (/) cannot be used here.', this.next.at);
      const { at } = this.next, star = (this.taken('*') ?? this.taken('**'))?.text ?? '';
      if (star === '*' && this.is(',')) byName = true;
      else {
        const name = this.name('the name of an argument');
        if (found.some(p => p.name === name)) throw new SyntaxFault(`There are two arguments ${name}.`, at);
        found.push({ name, star, byName });
        byName ||= star === '*';
        if (closing === ')' && this.taken(':')) this.expression();
        if (this.taken('=')) found.at(-1).value = this.expression();
        else if (!star && !byName && found.at(-2)?.value) {
          throw new SyntaxFault(`${name} needs a value of its own (${name}=…), as the argument before it has one.`, at);
        }
      }
      if (!this.taken(',') && !this.is(closing)) this.fail(`expected ',' or '${closing}'`);
    }
    return found;
  }

  /** a or b and not c: all but a conditional expression and lambda. */
  either() { return this.logic('or', () => this.logic('and', () => this.not())); }

  logic(word, one) {
    const { at } = this.next, items = [one()];
    while (this.taken(word)) items.push(one());
    return items.length > 1 ? { kind: 'logic', at, word, items } : items[0];
  }

  not() {
    const not = this.taken('not');
    return not ? { kind: 'not', at: not.at, value: this.not() } : this.comparison();
  }

  comparison() {
    const { at } = this.next, first = this.binary(5), rest = [];
    while (COMPARISONS.has(this.next.text) && ['operator', 'keyword'].includes(this.next.kind)) {
      let word = this.take().text;
      if (word === 'not') { this.expect('in'); word = 'not in'; }
      if (word === 'is' && this.taken('not')) word = 'is not';
      rest.push([word, this.binary(5)]);
    }
    return rest.length ? { kind: 'comparison', at, first, rest } : first;
  }

  binary(level) {
    if (level >= UNARY_LEVEL) return this.unary();
    let left = this.binary(level + 1);
    while (this.next.kind === 'operator' && LEVEL[this.next.text] === level) {
      const { text, at } = this.take();
      if (text === '^' && this.next.kind === 'name' && this.next.text === 'T') {
        throw new SyntaxFault("'^T' is no Python: the transpose of x is x.T.", at);
      }
      if (text === '^' && this.is('-')) {
        throw new SyntaxFault(
          "'^-' is no power in Python: the inverse of a matrix is np.linalg.inv(A), 1/x is x**-1.", at);
      }
      if (text === '^' && this.is('+')) {
        throw new SyntaxFault("'^+' is no pseudoinverse in Python: that is np.linalg.pinv(A).", at);
      }
      if (text === '^' && this.is('{') && '-+T'.includes(this.tokens[this.position + 1].text ?? '{')) {
        throw new SyntaxFault("'^{' belongs to LaTeX: write a NumPy expression.", at);
      }
      left = { kind: 'binary', at, operator: text, left, right: this.binary(level + 1) };
    }
    return left;
  }

  unary() {
    if (this.is('-', '+', '~')) {
      const { text, at } = this.take();
      return { kind: 'unary', at, operator: text, value: this.unary() };
    }
    const base = this.postfix(), power = this.taken('**');
    return power ? { kind: 'binary', at: power.at, operator: '**', left: base, right: this.unary() } : base;
  }

  postfix() {
    let value = this.atom();
    for (;;) {
      const { at } = this.next;
      if (this.taken('.')) value = { kind: 'attribute', at: this.next.at, object: value,
        name: this.name('a name after the point') };
      else if (this.taken('(')) value = { kind: 'call', at: value.at, callee: value, given: this.given() };
      else if (this.taken('[')) {
        value = { kind: 'index', at, object: value, index: this.list(() => this.slice(), () => !this.is(']')) };
        this.expect(']');
      } else return value;
    }
  }

  /** The arguments of a call: {star, name, value}. */
  given() {
    const found = [];
    while (!this.is(')')) {
      const { at } = this.next, star = (this.taken('*') ?? this.taken('**'))?.text ?? '';
      let value = this.named(), name = null;
      if (!star && value.kind === 'name' && this.taken('=')) [name, value] = [value.name, this.expression()];
      if (this.is('for')) value = this.comprehension('generator', value);
      if (name && found.some(one => one.name === name)) throw new SyntaxFault(`There are two arguments ${name}.`, at);
      if (!name && !star && found.some(one => one.name)) {
        throw new SyntaxFault('An argument without a name cannot follow one with a name.', at);
      }
      found.push({ star, name, value });
      if (!this.taken(',') && !this.is(')')) this.fail("expected ',' or ')'");
    }
    this.take();
    return found;
  }

  slice() {
    const { at } = this.next, part = () => this.is(':', ',', ']') ? null : this.expression();
    const start = this.is(':') ? null : this.starred();
    if (!this.taken(':')) return start;
    const stop = part();
    return { kind: 'slice', at, start, stop, step: this.taken(':') ? part() : null };
  }
}
