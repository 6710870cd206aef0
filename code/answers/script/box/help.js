// What is said above the field for a derivation, once its fold is opened.
import { written } from '../derivation/letters.js';
import { make } from './elements.js';

const TEXT = 'One step a line, as on paper or in NumPy. `a = b` is an equation; `= b`, or `b` alone, goes on from the '
  + 'line before; `let G = X^T X` gives a name. On paper a vector is a column and the derivative of a number a row: '
  + '`x^T (A + A^T)`, `(X^T X + λI)^{-1} X^T y`, `||y - X w||^2`, `d/dw (…)`, `∑_i x_i c_i`, `[X; √λ I]`, `[z > 0]`, '
  + 'or the same in LaTeX. Each line is tried at all instances of the part, and the first step that fails is marked. '
  + '`Shift` + `Enter` checks.';

/** Fills the place for the help on a part. */
export function helpOn(place, { names, derivation: { unknown, every, letters, formulas, ends } }) {
  const all = [...names, ...unknown ? [unknown] : [], ...[every, letters, formulas].flatMap(Object.keys)];
  const pieces = TEXT.split('`').map((piece, k) => k % 2 ? make('code', {}, piece) : piece);
  const chips = [...new Set(all)].flatMap(name => [make('code', {}, written(name)), ' ']);
  place.append(make('p', {}, ...pieces), ...ends ? [make('p', {}, ends)] : [], make('p', {}, 'Letters: ', ...chips));
}
