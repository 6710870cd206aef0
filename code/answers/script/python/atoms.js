// The smallest expressions: names, numbers, text, and what stands in brackets; and how tokens are taken.
import { Beyond, SyntaxFault } from './faults.js';

const CONSTANTS = { True: true, False: false, None: null };
const ESCAPES = { n: '\n', t: '\t', '\n': '', r: '\r', 0: '\0' };
const FOUND = { newline: 'the end of the line', end: 'the end', indent: 'an indented line',
  dedent: 'the end of the indented lines' };
const DEEPEST_BRACKETS = 100;

/** A node that can be given a value. */
export function assignable(node) {
  if (['tuple', 'list'].includes(node.kind)) node.items.forEach(assignable);
  else if (node.kind === 'starred') assignable(node.value);
  else if (!['name', 'attribute', 'index'].includes(node.kind)) {
    throw new SyntaxFault('Only a name, an entry or a slice can be given a value. == compares.', node.at);
  }
  return node;
}

export class Atoms {
  constructor(tokens) { Object.assign(this, { tokens, position: 0, depth: 0 }); }

  get next() { return this.tokens[this.position]; }
  is(...words) { return ['operator', 'keyword'].includes(this.next.kind) && words.includes(this.next.text); }
  take() { return this.tokens[this.position++]; }
  taken(word) { return this.is(word) ? this.take() : null; }
  expect(word, after = '') { return this.taken(word) ?? this.fail(`expected '${word}'${after}`); }
  name(what = 'a name') { return this.next.kind === 'name' ? this.take().text : this.fail(`expected ${what}`); }

  fail(message) {
    const { kind, text, at } = this.next;
    if (/[)\]}]'$/.test(message)) this.missingOperator();
    if (kind === 'keyword' && text === 'lambda') {
      throw new SyntaxFault("'lambda' makes a function: no number has that name.", at);
    }
    if ('>>%'.includes(text) && this.startsLine()) {
      throw new SyntaxFault(`Leave out '${text === '%' ? '%' : '>>>'}': it belongs to a notebook or a prompt.`, at);
    }
    if (text === '|') throw new SyntaxFault("'|' makes no length: that is np.linalg.norm(x), of a number abs(x).", at);
    if (text === '=') throw new SyntaxFault("'=' cannot stand here: == compares, and = gives a name.", at);
    throw new SyntaxFault(`${message[0].toUpperCase()}${message.slice(1)}, found ${FOUND[kind] ?? `'${text}'`}.`, at);
  }

  startsLine() { return ['newline', undefined].includes(this.tokens[this.position - 1]?.kind); }

  /** What stands beside another value without anything between them is a product on paper. */
  missingOperator() {
    const before = this.tokens[this.position - 1], { kind, text, at } = this.next;
    if (!['name', 'number', 'string'].includes(kind) && text !== '(' && text !== '[') return;
    const product = ['name', 'number'].includes(before.kind) || before.text === ')' ? ' A product needs * or @.' : '';
    throw new SyntaxFault(`Is there an operator missing before '${text}'?${product}`, at);
  }

  atom() {
    const { kind, text, at } = this.next;
    if (kind === 'name') { this.take(); return { kind: 'name', at, name: text }; }
    if (kind === 'number') {
      this.take();
      if (/[jJ]$/.test(text)) throw new Beyond('Complex numbers cannot be used here.', at);
      return { kind: 'constant', at, value: numeral(text, at) };
    }
    if (kind === 'string') return this.strings();
    if (kind === 'keyword' && text in CONSTANTS) { this.take(); return { kind: 'constant', at, value: CONSTANTS[text] };
      }
    if (this.taken('...')) return { kind: 'ellipsis', at };
    if (this.is('(', '[', '{')) return this.bracketed(this.take());
    if (kind === 'keyword' && ['yield', 'await'].includes(text)) throw new Beyond(`${text} cannot be used here.`, at);
    return this.fail('expected an expression');
  }

  bracketed({ text, at }) {
    if (++this.depth > DEEPEST_BRACKETS) throw new Beyond('Brackets go too deep for this page.', at);
    const found = text === '(' ? this.parenthesis(at) : text === '[' ? this.items('list', ']', at) : this.braces(at);
    this.depth--;
    return found;
  }

  strings() {
    const { at } = this.next;
    let value = '', formatted = false;
    while (this.next.kind === 'string') {
      const [, prefix, quoted] = /^([a-zA-Z]*)([^]*)$/.exec(this.take().text), marks = /^("""|''')/.test(quoted) ? 3
        : 1;
      if (/b/i.test(prefix)) throw new Beyond('Bytes cannot be used here.', at);
      if (/f/i.test(prefix)) formatted = true;
      const inside = quoted.slice(marks, -marks);
      value += /r/i.test(prefix) ? inside : inside.replace(/\\([ntr0\\'"\n])/g, (_, c) => ESCAPES[c] ?? c);
    }
    return formatted ? { kind: 'formatted', at } : { kind: 'constant', at, value };
  }

  parenthesis(at) {
    if (this.taken(')')) return { kind: 'tuple', at, items: [] };
    let value = this.list();
    if (this.is('for')) value = this.comprehension('generator', value);
    this.expect(')');
    return value.kind === 'tuple' ? value : { ...value, bracketed: true };
  }

  items(kind, closing, at) {
    const items = [];
    while (!this.is(closing)) {
      items.push(this.starred());
      if (this.is('for') && items.length === 1) {
        const value = this.comprehension(kind, items[0]);
        this.expect(closing);
        return value;
      }
      if (!this.taken(',') && !this.is(closing)) this.fail(`expected ',' or '${closing}'`);
    }
    this.take();
    return { kind, at, items };
  }

  braces(at) {
    const first = this.position;
    if (!this.is('}', '**')) {
      this.starred();
      const pairs = this.is(':');
      this.position = first;
      if (!pairs) return this.items('set', '}', at);
    }
    const entries = [];
    while (!this.is('}')) {
      if (this.taken('**')) entries.push([null, this.binary(5)]);
      else {
        const key = this.expression();
        this.expect(':');
        entries.push([key, this.expression()]);
      }
      if (this.is('for') && entries.length === 1) {
        const pair = { kind: 'tuple', at, items: entries[0] }, value = this.comprehension('dict', pair);
        this.expect('}');
        return value;
      }
      if (!this.taken(',') && !this.is('}')) this.fail("expected ',' or '}'");
    }
    this.take();
    return { kind: 'dict', at, entries };
  }

  comprehension(form, element) {
    const { at } = this.next, clauses = [];
    while (this.taken('for')) {
      const target = assignable(this.list(() => this.target()));
      this.expect('in');
      const clause = { target, iterable: this.either(), conditions: [] };
      while (this.taken('if')) clause.conditions.push(this.either());
      clauses.push(clause);
    }
    return { kind: 'comprehension', at, form, element, clauses };
  }

  /** What a for gives a value to: no comparison, since `in` follows. */
  target() {
    const star = this.taken('*');
    return star ? { kind: 'starred', at: star.at, value: this.postfix() } : this.postfix();
  }
}

function numeral(text, at) {
  const digits = text.replaceAll('_', '');
  if (/^0[xXoObB]/.test(digits) || /^\d+$/.test(digits)) {
    if (/^0\d*[1-9]/.test(digits)) throw new SyntaxFault('A whole number does not start with 0.', at);
    if (digits.length > 4000) throw new Beyond('This number is too long for this page.', at);
    return BigInt(digits);
  }
  return Number(digits);
}
