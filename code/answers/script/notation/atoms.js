// The smallest parts of the notation: letters, numbers, brackets, norms, functions, sums; derivatives stand in
// slopes.js.
import { Beyond } from '../python/faults.js';
import { constant, functionOf, operation } from './nodes.js';
import { Slopes } from './slopes.js';
import { Eye, ZERO } from './values.js';

const FUNCTIONS = ['exp', 'log', 'ln', 'max', 'min', 'tr', 'det', 'diag', 'relu', 'norm', 'trace', 'Tr', 'ReLU', 'inv',
  'pinv'];
const SAME_AS = { trace: 'tr', Tr: 'tr', ReLU: 'relu', inv: 'inverse', pinv: 'pseudoinverse' };
const UNEQUAL = ['<', '>', '<=', '>=', '!='];
const DEEPEST = 60;

export class NotationAtoms extends Slopes {
  atom() {
    if (++this.depth > DEEPEST) throw new Beyond('Brackets go too deep for this page.', this.next.at);
    const found = this.next.kind === 'number' ? this.numeral() : this.next.kind === 'word' ? this.word()
      : this.bracketed();
    this.depth--;
    return found;
  }

  constant(value) { return constant(value, this.next.at); }

  numeral() {
    const { text, at } = this.take();
    if (text === '1' && this.is('_') && this.ahead(1).text === '{') this.take(); // 1_{z > 0}
    if (text !== '0') return constant(Number(text), at);
    return this.is('_') ? operation('zeros', at, ...this.size()) : constant(ZERO, at);
  }

  /** What stands below I or 0: a size, or two as in 0_{n×d}. */
  size() {
    this.take();
    const braces = this.is('{') && this.take(), found = [this.atom()];
    if (braces && this.is('*', ',') && this.take()) found.push(this.atom());
    if (braces) this.expect('}');
    return found;
  }

  bracketed() {
    const { text, at } = this.next, { bars } = this;
    if (this.is('||', '|')) return this.between(this.take());
    if (!this.is('(', '{', '[', 'sqrt', 'frac', 'sum', 'lim', 'partial', 'nabla')) {
      return this.fail('expected a letter, a number or a bracket');
    }
    this.bars = 0;
    const found = text === 'sum' ? this.summed(at) : text === 'lim' ? this.limit(at)
      : text === 'sqrt' ? this.root(at) : text === 'frac'
      ? this.fraction() : text === '[' ? this.square() : text === 'partial' || text === 'nabla' ? this.slope()
        : this.group();
    this.bars = bars;
    return found;
  }

  group() {
    const closing = this.take().text === '(' ? ')' : '}', inside = this.sum();
    const found = this.is(...UNEQUAL) ? this.relation(inside) : inside;
    this.expect(closing);
    return { ...found, bracketed: true };
  }

  /** a > b in brackets is 1 or 0. */
  relation(left) {
    const { text, at } = this.take();
    return operation('iverson', at, left, constant(text, at), this.sum());
  }

  between({ text, at }) {
    const outer = this.bars;
    this.bars = 1;
    const inside = this.sum();
    this.bars = outer;
    if (!this.is(text)) this.fail(`expected ${text}: it was opened and not closed`);
    this.take();
    if (text === '|') return operation('abs', at, inside);
    if (!this.is('_')) return operation('norm', at, inside);
    this.take();
    const braces = this.is('{') && this.take(), which = this.take().text;
    if (braces) this.expect('}');
    if (which !== '2' && which !== 'F') throw new Beyond('Of the norms, || ||_2 and || ||_F are known here.', at);
    return operation(which === 'F' ? 'frobenius' : 'norm', at, inside);
  }

  /** [a, b; c, d] are blocks, [a > b] is 1 or 0. */
  square() {
    const { at } = this.take(), rows = [[this.sum()]];
    if (this.is(...UNEQUAL, '=')) {
      const found = this.relation(rows[0][0]);
      this.expect(']');
      return found;
    }
    while (this.is(',', ';')) {
      if (this.take().text === ';') rows.push([]);
      rows.at(-1).push(this.sum());
    }
    this.expect(']');
    if (rows.length === 1 && rows[0].length === 1) return { ...rows[0][0], bracketed: true };
    const list = items => ({ kind: 'list', at, items });
    return operation('blocks', at, list(rows.map(list)), constant(at, at));
  }

  root(at) {
    this.take();
    return operation('sqrt', at, this.atom());
  }

  word() {
    const { text, at } = this.next, slope = this.slopeOf();
    if (slope) return slope;
    if (this.letters.has(text)) return this.letter();
    if (FUNCTIONS.includes(text)) return this.applied(this.take());
    if (text === 'const') { this.take(); return constant(ZERO, at); }
    if (text === 'I') {
      this.take();
      return this.is('_') ? operation('identity', at, ...this.size()) : constant(new Eye(1), at);
    }
    if (text === 'delta' && this.ahead(1).text === '_') {
      this.take();
      const indices = this.subscripts();
      return indices.length === 2 ? operation('same', at, ...indices) : this.fail('δ has two indices, as in δ_ij');
    }
    if (text === 'Sigma' && this.ahead(1).text === '_') return this.summed(at);
    if (text === 'e' && this.ahead(1).text === '^') { this.take(); return constant(Math.E, at); }
    const [sign, number] = [this.ahead(1), this.ahead(2)];
    if (sign.text === '_' && this.letters.has(text + number.text)) { // W_1 is W1
      this.tokens.splice(this.position, 3, { ...number, kind: 'word', text: text + number.text, at });
    }
    return this.letter();
  }

  /** A name, or the first of several that stand side by side. */
  letter() {
    const { text, at } = this.next, known = this.letters.has(text), parts = this.parted(text);
    if (known && parts) this.ask(`${text} is a name here, and ${parts.join(' ')} a product: put spaces in the product, `
      + 'or brackets round the name.');
    if (!known && !parts && this.bound.includes(text)) { this.take(); return this.index(text, at); }
    if (!known && !parts) this.unknown(text);
    if (known) { this.take(); return this.letters.node(text, at); }
    this.splitAt(parts[0].length);
    return this.atom();
  }

  /** The names that a word is made of, if it is made of names. */
  parted(text) {
    for (let end = text.length - 1; end > 0; end--) {
      const [first, rest] = [text.slice(0, end), text.slice(end)];
      if (!this.isName(first)) continue;
      if (this.isName(rest)) return [first, rest];
      const more = this.parted(rest);
      if (more) return [first, ...more];
    }
    return null;
  }

  isName(text) { return this.letters.has(text) || text === 'I' || this.bound.includes(text); }

  applied({ text, at }) {
    if (!this.is('(', '{')) this.ask(`What does ${text} reach over? Put brackets: ${text}(…).`);
    const { bars } = this, closing = this.take().text === '(' ? ')' : '}';
    this.bars = 0;
    const given = [this.sum()];
    while (this.is(',')) { this.take(); given.push(this.sum()); }
    this.expect(closing);
    this.bars = bars;
    const most = ['max', 'min'].includes(text) ? Infinity : 1;
    if (given.length > most) this.fail(`${text} has one argument`);
    return operation(SAME_AS[text] ?? text, at, ...given);
  }

  summed(at) {
    this.take();
    if (!this.is('_')) this.ask('Which index does the sum run over? Write sum_i, or sum_{i=1}^n.');
    this.take();
    const names = [], braces = this.is('{') && this.take();
    let low = null, high = null;
    do names.push(...this.indexNames()); while (braces && this.is(',') && this.take());
    if (braces && this.is('=')) { this.take(); low = this.sum(); }
    if (braces) {
      if (!this.is('}')) this.beyond('Below a sum, only i and i=1 are read here.');
      this.take();
    }
    if (this.is('^')) {
      this.take();
      high = this.atom();
    }
    this.bound.push(...names);
    const body = this.product();
    this.bound.length -= names.length;
    const none = constant(null, at), own = names.length === 1;
    return names.reduceRight((inner, name) => operation('sum', at, constant(name, at), functionOf(name, inner, at),
      own && low ? low : none, high ?? none), body);
  }
}
