// The grammar of the notation, from signs to nodes: sums, products by juxtaposition, powers.  What may be read in two
// ways is asked about.  What stands between the signs is read in atoms.js.
import { SyntaxFault } from '../python/faults.js';
import { NotationAtoms } from './atoms.js';
import { constant, operation } from './nodes.js';
import { signs } from './signs.js';

const COMPARING = ['<', '>', '<=', '>=', '!=', '~'];
const RAISED = { 'ᵀ': 'transpose', '⁻¹': 'inverse', '⁺': 'pseudoinverse' };

class NotationReader extends NotationAtoms {
  /** The sides of a line of the form a = b = c; null in the place of a side that is left out at its beginning. */
  sides() {
    const found = [this.is('=') ? null : this.sum()];
    while (this.is('=')) {
      this.take();
      found.push(this.sum());
    }
    if (this.is(...COMPARING)) this.beyond(`Only = is tried here, and '${this.next.text}' is not.`);
    if (this.is('->')) this.ask('What does the limit reach over? Write lim_{λ→∞} (…) = ….');
    if (this.is(',', ';', '=>', '<=>') && this.ahead(1).kind !== 'end') {
      this.ask('A line is one step: what follows goes on a line of its own.');
    }
    if (this.is('.', ',', ';', '!')) this.take();
    if (this.next.kind !== 'end') this.fail('expected the end of the line');
    return found;
  }

  sum() {
    const { at } = this.next, sign = this.is('+', '-') ? this.take().text : '+';
    let left = this.product();
    if (sign === '-') left = operation('negative', at, left);
    while (this.is('+', '-')) {
      const { text, at: where } = this.take(), right = this.product();
      left = operation('add', where, left, text === '-' ? operation('negative', where, right) : right);
    }
    return left;
  }

  product() {
    let left = this.power();
    for (;;) {
      const { at } = this.next;
      if (this.is('*', '@', '⊙')) left = this.starred(left);
      else if (this.is('/')) left = this.quotient(left);
      else if (this.startsFactor()) left = operation('times', at, left, this.power());
      else return left;
    }
  }

  /** a * b, a @ b, and a ⊙ b. */
  starred(left) {
    const { text, at } = this.take(), right = this.power();
    return text === '*' ? operation('star', at, left, right, constant(at, at))
      : operation(text === '@' ? 'times' : 'entrywise', at, left, right);
  }

  /** a / b; what follows without a sign between could belong below the line or beside it. */
  quotient(left) {
    const plainAbove = this.ahead(-1).kind === 'number', { at } = this.take(), under = this.power();
    const plain = under.bracketed || (plainAbove && under.kind === 'constant');
    if (this.startsFactor() && !(plain && this.next.spaced)) {
      this.ask('Does what stands here belong below the line? Put brackets: a/(b c), or (a/b) c.');
    }
    return operation('over', at, left, under);
  }

  startsFactor() {
    const { kind, text } = this.next;
    if (kind === 'number' || kind === 'word') return true;
    if (text === '||' || text === '|') return !this.bars;
    return ['(', '[', '{', 'sqrt', 'frac', 'sum', 'lim', 'partial', 'nabla'].includes(text) && kind === 'sign';
  }

  power() {
    let base = this.atom();
    for (;;) {
      const { text, at } = this.next;
      if (this.is('^')) base = this.raised(base);
      else if (this.is('ᵀ', '⁻¹', '⁺')) base = operation(RAISED[this.take().text], at, base);
      else if (this.is('⁻ᵀ')) { this.take(); base = operation('transpose', at, operation('inverse', at, base)); }
      else if (this.is('²', '³')) base = operation('power', at, base, this.constant(this.take().text === '²' ? 2 : 3));
      else if (this.is('_')) base = this.entry(base);
      else if (this.is("'")) this.ask("Is x' the transpose, or another letter? Write x^T, or take another name.");
      else if (this.is('**')) this.fail(`${text} belongs to NumPy`);
      else return base;
    }
  }

  raised(base) {
    const { at } = this.take();
    const closing = { '{': '}', '(': ')' }[this.next.kind === 'sign' ? this.next.text : ''];
    if (closing) this.take();
    const minus = this.is('-') && this.take(), found = this.exponent(base, at, Boolean(minus), Boolean(closing));
    if (closing) this.expect(closing);
    return found;
  }

  exponent(base, at, minus, bracketed) {
    if (this.next.kind === 'word' && this.next.text[0] === 'T' || this.is('ᵀ')) {
      this.takeLetter();
      const inner = minus ? operation('inverse', at, base) : base;
      return operation('transpose', at, inner);
    }
    if (this.is('+', '⁺') && !minus) { this.take(); return operation('pseudoinverse', at, base); }
    if (minus && this.next.text === '1' && (!bracketed || '})'.includes(this.ahead(1).text))) {
      this.take();
      return operation('inverse', at, base);
    }
    const exponent = bracketed ? this.sum() : this.next.kind === 'number' ? this.constant(Number(this.take().text))
      : this.next.kind === 'word' ? this.atom() : this.fail('expected T, -1, + or a number after ^');
    if (exponent.value === 1 && this.is('/') && !bracketed) {
      this.ask('Does the fraction belong to the power? Write ^{1/2}, or leave a space before the /.');
    }
    return operation('power', at, base, minus ? operation('negative', at, exponent) : exponent);
  }
}

/** What a line says: {sides: [node or null]}, its free indices, and whether it takes a derivative; `letters` says what
 * the words mean. */
export function readNotation(text, letters, from = 0) {
  const reader = new NotationReader(signs(text, from), letters);
  if (reader.next.kind === 'end') throw new SyntaxFault('Nothing is written here.', from);
  return { sides: reader.sides(), free: [...reader.free], hasDerivative: reader.hasDerivative };
}
