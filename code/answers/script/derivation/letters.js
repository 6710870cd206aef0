// What words mean in a derivation: the names of the part, the letters that its data add, and what lines introduce.
import { GREEK } from '../notation/signs.js';
import { readNotation } from '../notation/reader.js';
import { SyntaxFault } from '../python/faults.js';

const SHORT = { __proto__: null, lambda: 'lam', sigma: 's', eta: 'lr' }; // the names of the book's code

/** A name as it stands on paper. */
export const written = name => GREEK[Object.keys(SHORT).find(long => SHORT[long] === name) ?? name] ?? name;

export class Letters {
  constructor(part) {
    const { unknown, every, letters, formulas } = part.derivation;
    this.given = [...part.names, ...unknown ? [unknown] : [], ...Object.keys(every), ...Object.keys(letters)];
    this.introduced = new Map(); // name -> {node, spelling}
    this.named = new Set(); // the introduced ones that were spoken of since this was emptied
    for (const [name, text] of Object.entries(formulas)) {
      this.introduced.set(name, { node: readNotation(text, this).sides[0], spelling: 'notation' });
    }
  }

  /** The name that a word stands for, or null. */
  meant(word) {
    if (this.introduced.has(word) || this.given.includes(word)) return word;
    const short = SHORT[word];
    return short && this.given.includes(short) ? short : null;
  }

  has(word) { return this.meant(word) !== null; }

  node(word, at) {
    const name = this.meant(word), own = this.introduced.get(name);
    if (!own) return { kind: 'name', at, name };
    this.named.add(name);
    if (own.spelling !== 'notation') throw new SyntaxFault(`${name} was introduced in NumPy: introduce it in the `
      + 'notation, too, under another name.', at);
    return { ...own.node, bracketed: true };
  }

  introduce(name, node, spelling, at) {
    if (this.has(name)) throw new SyntaxFault(`${name} has a meaning already: take another letter.`, at);
    this.introduced.set(name, { node, spelling });
  }

  listed() {
    const all = [...this.given, ...this.introduced.keys()].map(written);
    return `${all.slice(0, -1).join(', ')}${all.length > 1 ? ' and ' : ''}${all.at(-1)}`;
  }
}
