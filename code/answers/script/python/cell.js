// An answer as a cell of a notebook: a call of check with a function of the part's names.
import { reading } from './answer.js';
import { SyntaxFault, Beyond } from './faults.js';
import { lexemes } from './tokens.js';

export const indented = text => text.split('\n').map(line => line.trim() ? `    ${line}` : line).join('\n');

/** A text with Python's marks round the words that a phone's keyboard put between marks of its own. */
export const straight = text => [...lexemes(text)].map(([kind, word]) => kind === 'string'
  ? word.replace(/^[‘“](.*).$/, (_, inside) => inside.includes("'") ? `"${inside}"` : `'${inside}'`) : word).join('');

/** An expression without what follows it: a semicolon, a comment. */
export function bare(text) {
  const words = [...lexemes(text)].filter(([kind]) => !['space', 'newline', 'comment'].includes(kind));
  const [last, ...rest] = words.reverse();
  const [, word, at] = last[1] === ';' ? rest[0] : last;
  return text.slice(0, at + word.length);
}

/** The text of a cell; what cannot be read is copied as it is. */
export function asCell(written, names, id) {
  const text = straight(written);
  const check = answer => `check(${JSON.stringify(id)}, ${answer})\n`, whole = text.trimEnd();
  let found;
  try {
    found = reading(text, names, id);
  } catch (error) {
    if (error instanceof SyntaxFault || error instanceof Beyond) return text;
    throw error;
  }
  const { body, isLines, hasCheck, result } = found, last = body.at(-1), before = text.slice(0, last.at);
  if (hasCheck) return text;
  const isExpression = last.kind === 'expression' && !result, ending = isExpression && bare(text.slice(last.at));
  const value = isExpression && last.value.kind === 'tuple' ? `(${ending})` : ending;
  if (!isLines) return isExpression ? before + check(value) : `${whole}\n\n${check(result ?? 'None')}`;
  if (isExpression && body.length === 1 && !/[\n#]/.test(whole)) return check(`lambda ${names.join(', ')}: ${value}`);
  const lines = last.kind === 'expression' ? `${before}return ${text.slice(last.at).trimEnd()}` : result
    ? `${whole}\nreturn ${result}` : whole;
  return `def answer(${names.join(', ')}):\n${indented(lines)}\n\n${check('answer')}`;
}
