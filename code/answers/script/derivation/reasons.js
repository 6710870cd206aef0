// What is said of a derivation that was judged.
import { NDArray, filled } from '../numpy/array.js';
import { Fault } from '../judge/plain.js';
import { showApart, showArguments } from '../judge/show.js';
import { Eye, ZERO, eye } from '../notation/values.js';
import { UNDEFINED, formsDiffer } from './forms.js';

const SINGULAR = 'LinAlgError';

/** What is known of a wrong step beside its values, a sentence or "". */
export function reasonOf({ there, here, alone, isTruth, isInLine, place, elsewhere, side, left }) {
  const word = truth => truth ? 'true' : 'false';
  if (isTruth) return `Here this line is ${word(here)}, and ${isTruth} is ${word(there)}.`;
  const fault = [here, there].find(form => form instanceof Fault);
  if (fault) {
    return fault.advice === SINGULAR ? `There ${fault.says}.`
      : `${fault.says[0].toUpperCase()}${fault.says.slice(1)}${/[.?]$/.test(fault.says) ? '' : '.'}`;
  }
  if (alone) return '';
  const differ = formsDiffer(there, here);
  if (differ) return differ;
  if ([side, left].some(one => one?.hasPower)) return '** is entry by entry in NumPy: the inverse is np.linalg.inv(…).';
  const [unknown] = place.own.keys();
  return elsewhere && !isInLine
    ? `They are the same where ${unknown} is what is asked for, but not for every ${unknown}.` : '';
}

/** The judgement in one line, as Python says it. */
export function derivationLine(found) {
  const { word, count, lines, line, place, there, here, alone, isInLine, isTruth } = found;
  const steps = `every step holds on ${count} instances`;
  if (word === 'right') return `right: ${steps}, and the last line is what is asked`;
  if (word === 'incomplete') {
    return found.hasSteps ? `incomplete: ${steps}, and the last line is not yet what is asked`
      : 'incomplete: there is no step yet';
  }
  const where = `line ${lines[line].number} is wrong at ${showArguments(place.shown)}`;
  const reason = reasonOf(found);
  if (alone || isTruth || [there, here].some(form => form instanceof Fault)) return `${where}. ${reason}`;
  const [a, b] = showApart(shownForm(there, here), shownForm(here, there));
  const values = isInLine ? `its sides are ${a} and ${b}` : `the line before is ${a}, this one ${b}`;
  return `${where}: ${values}${reason && `. ${reason}`}`;
}

/** A form as what can be shown beside another. */
export function shownForm(form, other) {
  if (!(form instanceof Eye)) return form === UNDEFINED ? NaN : form;
  if (!(other instanceof NDArray)) return form.scale;
  return form === ZERO ? filled(other.shape) : eye(other.shape[0], form.scale);
}
