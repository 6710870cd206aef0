// Answers as a file of Python: a def for each part, which `python -m hw0.checks answers.py` judges.
import { reading } from './answer.js';
import { bare, indented, straight } from './cell.js';
import { assigned } from './execute.js';
import { lexemes } from './tokens.js';
import { parse } from './statements.js';
import { place } from './faults.js';

export const JUDGED = 'Judge it where the package is installed: python -m hw0.checks answers.py';
const HEAD = `"""What you answered in the book.\n\n${JUDGED}\n"""\n`
  + 'import math\n\nimport numpy\nimport numpy as np\n';
const commented = text => text.split('\n').map(line => `# ${line}`.trimEnd()).join('\n');

/** The text of the file for answers {id: text} to the parts {id: names of the arguments}, in the order of the latter;
 * answers to parts that are not among them come last, as comments. */
export function asFile(answers, parts) {
  const known = Object.keys(parts).filter(id => answers[id]?.trim());
  const others = Object.keys(answers).filter(id => !Object.hasOwn(parts, id) && answers[id].trim());
  return [HEAD, ...known.map(id => asDefinition(id, parts[id], answers[id])),
    ...others.map(id => leftOut(id, answers[id], 'no part of this site has that name'))].join('\n\n');
}

const nameOf = id => `part_${id.replace(/[^\p{L}\p{N}_]/gu, '_')}`;

/** One answer; what the page cannot read stays in the file as a comment, where it spoils no other answer. */
function asDefinition(id, names, text) {
  try {
    const found = definition(nameOf(id), names, straight(text).replaceAll('\r\n', '\n').replaceAll('\u00a0', ' '), id);
    parse(found);
    return found;
  } catch (error) {
    const { line, column } = place(text, error.at ?? 0);
    return leftOut(id, text, `line ${line}, column ${column}: ${error.message}`);
  }
}

const leftOut = (id, text, why) => `# The answer to ${id} is left out (${why})\n#\n${commented(text.trimEnd())}\n`;

function definition(name, names, text, id) {
  const { body, isLines, value, result, hasCheck } = reading(text, names, id);
  const head = `def ${name}(${names.join(', ')}):\n`;
  if (hasCheck) return definition(name, names, withoutChecks(text, id), id);
  const last = body.at(-1), isExpression = last.kind === 'expression' && !result;
  const before = text.slice(0, last.at), ending = text.slice(last.at).trimEnd();
  const until = said => isExpression ? `${before}return ${said}` : `${text.trimEnd()}\nreturn ${said}`;
  if (isLines) return `${head}${indented(isExpression ? until(ending) : result ? until(result) : text.trimEnd())}\n`;
  const made = functionOf(body, value), taken = assigned(body).some(one => names.includes(one));
  const how = made && !taken && calledWith(made.parameters, names);
  if (how) return `${head}${indented(until(`${isExpression ? `(${bare(ending)})` : result}(${how})`))}\n`;
  // A value, or a function that only Python can look into: what it is, is for Python to judge.
  return `def ${name}():\n${indented(until(isExpression ? ending : result))}\n\n\n${name} = ${name}()\n`;
}

/** The lambda or def that is meant, or the name of which is. */
function functionOf(body, value) {
  if (value?.kind === 'function') return value;
  const name = value?.kind === 'name' ? value.name : null;
  const given = body.filter(node => node.kind === 'function' ? node.name === name
    : node.targets?.some(target => target.name === name)).at(-1);
  return given?.kind === 'function' ? given : given?.value?.kind === 'function' ? given.value : null;
}

/** The arguments of a call by our names if it has parameters of these names, else by position; null if neither fits. */
function calledWith(parameters, names) {
  const plain = parameters.filter(p => !p.star), rest = parameters.some(p => p.star === '*');
  const takesAll = names.every(name => plain.some(p => p.name === name)) || parameters.some(p => p.star === '**');
  if (takesAll && plain.every(p => p.value || names.includes(p.name))) {
    return names.map(name => `${name}=${name}`).join(', ');
  }
  const placed = plain.filter(p => !p.byName), needed = plain.filter(p => !p.value);
  const fits = needed.every(p => placed.indexOf(p) >= 0 && placed.indexOf(p) < names.length)
    && (rest || placed.length >= names.length);
  return fits ? names.join(', ') : null;
}

/** A text with the answer of check("4a", answer) in the place of its checks. */
function withoutChecks(text, id) {
  const body = parse(text), kept = [];
  let answer = '';
  body.forEach((node, k) => {
    const piece = text.slice(node.at, body[k + 1]?.at), callee = node.kind === 'expression' && node.value.callee?.name;
    if (callee !== 'check') kept.push(k ? piece : text.slice(0, node.at) + piece);
    else if (node.value.given[0]?.value.value === id) answer = secondArgument(piece);
  });
  return `${kept.join('')}\n${answer}\n`;
}

function secondArgument(call) {
  let depth = 0, from = null;
  for (const [kind, word, at] of lexemes(call)) {
    if (kind !== 'operator') continue;
    if (')]}'.includes(word)) depth--;
    if (from !== null && depth === 0) return call.slice(from, at).trim().replace(/,$/, '');
    if (depth === 1 && word === ',') from ??= at + 1;
    if ('([{'.includes(word)) depth++;
  }
  return '';
}
