// For scripts and tests: a verdict at once, and as Python says it.
import { atOnce } from '../python/execute.js';
import { judgement } from './judge.js';
import { showApart, showArguments } from './show.js';

export const verdict = (part, text) => atOnce(judgement(part, text));

/** The verdict as one line, as Python's repr. */
export function line({ word, counterexample, expected, got, diagnosis }) {
  if (word === 'right') return 'right: no counterexample found';
  if (word === 'no answer') return `no answer yet: ${diagnosis}`;
  const [wanted, given] = showApart(expected, got), start = word === 'wrong' ? 'wrong' : 'right, but not';
  const said = `${start} at ${showArguments(counterexample)}: expected ${wanted}, got ${given}`;
  return diagnosis ? `${said}. ${diagnosis}` : said;
}
