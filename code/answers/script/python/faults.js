// What can go wrong with a text: it cannot be read, it raises as in Python, or it asks for more than this page knows.

const code = sign => `\\u${sign.codePointAt(0).toString(16).padStart(4, '0')}`;

/** What is not seen, or turns the text beside it, as its code. */
export const printable = text => text.replace(/[^\P{C}\n]|[\u2028\u2029]/gu, code);

// A message may hold a name of the reader's.
const short = message => printable(message.length > 300 ? `${message.slice(0, 299)}…` : message);

/** The text is not Python. `at` is an offset in the text. */
export class SyntaxFault extends Error {
  constructor(message, at) { super(short(message)); this.at = at; }
}

/** What the same text would raise in Python; `hint` says what may have been meant. */
export class PythonError extends Error {
  constructor(type, message, hint = '') { super(short(message)); Object.assign(this, { type, hint, at: null }); }
}

/** Python can do this and the page cannot: no verdict is given.  `further` is true where it may yet do it, once
 * further.js has been loaded. */
export class Beyond extends Error {
  constructor(message, at = null, further = false) { super(short(message)); Object.assign(this, { at, further }); }
}

export const raise = (type, message, hint) => { throw new PythonError(type, message, hint); };
export const beyond = (message, at) => { throw new Beyond(message, at); };

/** The error with the offset of the node in which it came up, unless it has one already. */
export function located(error, at) {
  if (error instanceof RangeError || error?.name === 'InternalError') { // the browser's own stack has an end
    return new Beyond('The calls go too deep for this page: does every recursion end?', at);
  }
  if ((error instanceof PythonError || error instanceof Beyond) && error.at === null) error.at = at;
  return error;
}

/** Line and column, both from 1, of an offset in a text. */
export function place(text, at) {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: before.at(-1).length + 1 };
}
