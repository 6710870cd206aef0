// Derivatives as they are written: d/dx (…), d(…)/dx, ∂/∂x_k (…), \frac{d}{dx}, ∇_x (…); and how signs are taken.
import { Beyond, SyntaxFault } from '../python/faults.js';
import { constant, functionOf, operation } from './nodes.js';
import { GREEK } from './signs.js';

const INDICES = /^[h-m]$/;

export class Slopes {
  /** `letters` knows names: has(word), node(word, at), listed(). */
  constructor(tokens, letters) {
    Object.assign(this, { tokens, letters, position: 0, depth: 0, bars: 0, bound: [], free: new Set(),
      hasDerivative: false });
  }

  get next() { return this.tokens[this.position]; }
  ahead(n) { return this.tokens[Math.min(this.position + n, this.tokens.length - 1)]; }
  is(...words) { return this.next.kind === 'sign' && words.includes(this.next.text); }
  take() { return this.tokens[this.position++]; }
  expect(word) { return this.is(word) ? this.take() : this.fail(`expected '${word}'`); }
  ask(question) { throw new SyntaxFault(question, this.next.at); }
  beyond(message) { throw new Beyond(message, this.next.at); }

  fail(message) {
    const { kind, text, at } = this.next, found = kind === 'end' ? 'the end of the line' : `'${text}'`;
    throw new SyntaxFault(`${message[0].toUpperCase()}${message.slice(1)}, found ${found}.`, at);
  }

  unknown(text) {
    const shown = GREEK[text] ?? (text.length > 20 ? `${text.slice(0, 19)}…` : text);
    throw new SyntaxFault(`${shown} has no meaning here. Known are ${this.letters.listed()}; `
      + `let ${shown} = … introduces it.`, this.next.at);
  }

  /** The first letter of a word as a word of its own. */
  takeLetter() {
    if (this.next.kind === 'word' && this.next.text.length > 1) this.splitAt(1);
    return this.take();
  }

  splitAt(length) {
    const { text, at, ...rest } = this.next;
    this.tokens.splice(this.position, 1, { ...rest, text: text.slice(0, length), at, end: at + length },
      { ...rest, text: text.slice(length), at: at + length, spaced: false });
  }

  entry(base) {
    const { at } = this.next;
    return operation('entry', at, base, ...this.subscripts());
  }

  /** What stands below a letter: indices of one letter each, or numbers that count from 1. */
  subscripts() {
    this.take();
    if (!this.is('{')) return this.indexNodes();
    this.take();
    const found = [];
    while (!this.is('}')) {
      found.push(...this.indexNodes());
      if (this.is(',')) this.take();
    }
    this.take();
    return found;
  }

  indexNodes() {
    const { kind, text, at } = this.next;
    if (kind === 'number') return [this.numeral()].map(node => ({ ...node, value: Number(text) }));
    if (kind === 'word' && this.letters.has(text) && !INDICES.test(text)) { this.take(); return [this.letters.node(text,
      at)]; }
    return this.indexNames().map((name, k) => this.index(name, at + k));
  }

  indexNames() {
    const { kind, text } = this.next;
    if (kind !== 'word' || ![...text].every(letter => INDICES.test(letter))) this.fail(
      'expected an index, one of h to m');
    this.take();
    return [...text];
  }

  index(name, at) {
    if (!this.bound.includes(name)) this.free.add(name);
    return { kind: 'name', at, name };
  }

  /** ∂/∂x_k (…), ∂(…)/∂x_k, ∇_x (…). */
  slope() {
    const { text, at } = this.take();
    if (text === 'nabla') {
      const variable = this.is('_') ? this.take() && this.variable('', true) : this.ask('With respect to what? '
        + 'Write ∇_w.');
      return this.slopeFor('gradient', variable, this.slopeBody(), at);
    }
    if (this.is('/')) return this.prefixed(at);
    const body = this.power();
    if (!this.is('/')) this.fail("expected '/ ∂…' after what is derived");
    return this.slopeFor('derivative', this.below(), body, at);
  }

  /** d/dx (…), d(…)/dx, dJ/dx, or null if the word is no derivative. */
  slopeOf() {
    const start = this.position, { text, at } = this.next, tokens = [...this.tokens];
    if (text[0] !== 'd') return null;
    if (text === 'd') {
      this.take();
      if (this.is('/') && this.isBelow(1)) return this.prefixed(at);
      if (this.is('(', '||', '|')) {
        const body = this.power();
        if (this.is('/') && this.isBelow(1)) return this.slopeFor('derivative', this.below(), body, at);
      }
    } else if (this.letters.has(text.slice(1)) && this.ahead(1).text === '/' && this.isBelow(2)) {
      this.splitAt(1);
      this.take();
      return this.slopeFor('derivative', null, this.power(), at);
    }
    Object.assign(this, { position: start, tokens });
    return null;
  }

  isBelow(n) {
    const { kind, text } = this.ahead(n);
    return text === 'partial' || kind === 'word' && text[0] === 'd' && (this.letters.has(text.slice(1))
      || text === 'd');
  }

  prefixed(at) {
    const variable = this.below();
    return this.slopeFor('derivative', variable, this.slopeBody(), at);
  }

  /** / dx or / ∂x_k: the variable. */
  below() {
    this.expect('/');
    return this.variable(this.is('partial') ? this.take() && '' : 'd');
  }

  variable(prefix, isWhole = false) {
    if (prefix && this.next.text === prefix) return this.take() && this.variable('', isWhole); // as in dφ
    const { kind, text, at } = this.next, name = text.slice(prefix.length);
    if (kind !== 'word' || !text.startsWith(prefix) || !this.letters.has(name)) this.fail(
      'expected the letter with respect to which is derived');
    this.take();
    const node = this.letters.node(name, at);
    if (node.kind !== 'name') throw new Beyond(`${name} was introduced by a formula: a derivative is taken with `
      + 'respect to a letter that is given.', at);
    return { node, index: !isWhole && this.is('_') ? this.subscripts() : [] };
  }

  slopeBody() {
    if (!this.startsFactor()) this.ask('What is derived here? It stands behind, in brackets: d/dw (…), ∇_w (…).');
    let body = this.power();
    if (body.kind === 'constant' && this.is('/')) body = this.quotient(body); // 1/2 x^T x
    if (!this.startsFactor()) return body.bracketed ? body : this.whole(body);
    const isNumber = body.given?.every(({ value }) => value.kind === 'constant'); // 1/2 (x - y)^2
    if (body.bracketed && !isNumber) this.ask('Is what follows derived, too? Put brackets round all that is.');
    let whole = body;
    while (this.startsFactor()) whole = operation('times', this.next.at, whole, this.power());
    return this.whole(whole);
  }

  /** What is derived, unless more of it could be; a number below it changes nothing. */
  whole(body) {
    if (this.is('+', '-')) this.ask('Is the whole sum derived? Put brackets round what is.');
    if (this.is('/') && this.ahead(1).kind !== 'number') this.ask('Is the whole quotient derived? Put brackets round '
      + 'what is.');
    return body;
  }

  slopeFor(kind, given, body, at) {
    const { node, index } = given ?? this.below();
    this.hasDerivative = true;
    const of = functionOf(node.name, body, at);
    if (index.length > 1) throw new Beyond('A derivative with respect to an entry of a matrix is not read here.', at);
    return index.length ? operation('partial', at, of, node, index[0]) : operation(kind, at, of, node);
  }

  /** lim_{λ→∞} (…), lim_{λ→0} (…). */
  limit(at) {
    this.take();
    if (!this.is('_')) this.ask('Where does what tend to? Write lim_{λ→∞} (…).');
    this.take();
    this.expect('{');
    const { node } = this.variable('', true);
    this.expect('->');
    const toInfinity = this.is('infinity');
    if (!toInfinity && this.next.text !== '0') this.beyond('Limits are taken for λ → ∞ and for λ → 0 here.');
    this.take();
    if (this.is('+', '^')) this.beyond('λ is positive, so λ → 0 is from above: write lim_{λ→0}.');
    this.expect('}');
    const isOpen = this.is('(', '[', '{', 'frac', '||');
    let body = this.power();
    while (this.startsFactor() && !this.is('lim')) {
      if (isOpen) this.ask('Does the limit reach over what follows, too? Put brackets round all that it does.');
      body = operation('times', this.next.at, body, this.power());
    }
    if (!isOpen && this.is('+', '-', '/')) this.ask('Does the limit reach over all of this? Put brackets.');
    this.hasDerivative = true;
    return operation('limit', at, functionOf(node.name, body, at), constant(toInfinity, at));
  }

  /** \frac{a}{b}, and \frac{d}{dx} (…). */
  fraction() {
    const { at } = this.take();
    if (!this.is('{')) return { ...operation('over', at, this.argument(), this.argument()), bracketed: true };
    this.take();
    const isOperator = (this.is('partial') || this.next.text === 'd') && this.ahead(1).text === '}';
    if (isOperator || this.is('partial') || (this.next.kind === 'word' && this.next.text[0] === 'd'
      && this.isUnderD())) return this.slopeInFraction(at, isOperator);
    const over = this.sum();
    this.expect('}');
    return { ...operation('over', at, over, this.argument()), bracketed: true };
  }

  /** What stands in braces, or one letter or digit without them, as in \\frac12. */
  argument() {
    if (!this.is('{')) {
      const { kind, text } = this.next;
      if (text.length > 1 && (kind === 'number' || !this.letters.has(text))) this.splitAt(1);
      return this.atom();
    }
    this.take();
    const found = this.sum();
    this.expect('}');
    return found;
  }

  /** Whether the lower part of a fraction begins with d or ∂. */
  isUnderD() {
    let depth = 1, n = 0;
    while (depth && this.ahead(n).kind !== 'end') {
      depth += this.ahead(n).text === '{' ? 1 : this.ahead(n).text === '}' ? -1 : 0;
      n++;
    }
    return this.ahead(n).text === '{' && this.isBelow(n + 1);
  }

  slopeInFraction(at, isOperator) {
    this.takeLetter();
    const body = isOperator ? null : this.sum();
    this.expect('}');
    this.expect('{');
    const variable = this.variable(this.is('partial') ? this.take() && '' : 'd');
    this.expect('}');
    return this.slopeFor('derivative', variable, body ?? this.slopeBody(), at);
  }
}
