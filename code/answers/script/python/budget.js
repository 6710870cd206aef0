// How much work is left, in steps: one for each call and each round of a loop, more for large arrays.
// Without an end to it an endless loop would hold the page.
import { beyond, raise } from './faults.js';

const DEEPEST = 1000; // as in Python
const TOO_LONG = 'This takes more steps than the page allows: does every loop end?';

export const budget = { left: Infinity, depth: 0 };

/** Gives a new verdict, or a new trial, its steps. */
export function allow(left, depth = 0) { Object.assign(budget, { left, depth }); }

export function spend(steps = 1) {
  if ((budget.left -= steps) < 0) beyond(TOO_LONG);
}

/** One call deeper; who calls this has to call `leave` in any case. */
export function enter() {
  spend();
  if (++budget.depth > DEEPEST) raise('RecursionError', 'maximum recursion depth exceeded');
}
export const leave = () => { budget.depth--; };
