// A form's values as a file, JSON or Markdown, and back. What does not fit is refused as a whole, with the reason.

import { quoted } from './fields.js';

const FORMAT = 1; // as sheet.py
const LARGEST = 5e6; // characters of a file: a browser keeps no more

const about = title => `what was typed into “${title}”; “Import …” below that form brings it back`;

export function toJSON(name, title, held) {
  return JSON.stringify({ format: FORMAT, worksheet: name, about: about(title), ...held }, null, 1) + '\n';
}

const NOTHING = '(nothing yet)';

// Text stands in quotations and names in comments, so nothing that is typed can look like the next field.
export function toMarkdown(name, title, held, fields) {
  const parts = [`<!-- worksheet ${name} -->\n<!-- about: ${about(title)} -->\n# ${title}`];
  for (const [key, field] of fields) {
    const value = held.values[key];
    const body = field.rows
      ? [row(field.columns), row(field.columns.map(() => '---'), true), ...value.map(r => row(r))].join('\n')
      : value.split('\n').map(line => line ? `> ${line}` : '>').join('\n');
    parts.push(`<!-- ${key} -->\n**${field.label}**\n\n${value.length ? body : NOTHING}`);
  }
  if (held.result) parts.push(`<!-- result -->\n${held.result}`);
  return parts.join('\n\n') + '\n';
}

// Spaces around a cell are layout; one that was typed there has a backslash before it.
const escaped = cell => cell.replace(/[\\|<]|^[ \t]|[ \t]$/g, '\\$&').replace(/\n/g, '<br>');
const row = (cells, plain) => `| ${cells.map(c => plain ? c : escaped(c)).join(' | ')} |`;

// The cells of a line of a table, with or without a bar at its ends.
function cells(line) {
  const found = [[]], spaces = token => token === ' ' || token === '\t';
  for (const token of line.trim().replace(/^\|/, '').match(/\\[^]|<br>|[^]/gu) ?? []) {
    if (token === '|') found.push([]); else found.at(-1).push(token);
  }
  if (!found.at(-1).length && found.length > 1) found.pop();
  return found.map(tokens => {
    let first = 0, end = tokens.length;
    while (first < end && spaces(tokens[first])) first++;
    while (first < end && spaces(tokens[end - 1])) end--;
    return tokens.slice(first, end).map(t => t === '<br>' ? '\n' : t.replace(/^\\(?=[^])/u, '')).join('');
  });
}

// An export may have been edited since, by its reader or by a program: what has no place in a field is refused, never
// dropped.
class Stray extends Error {
  constructor([number, line], why) {
    super(`Line ${number}, “${line.trim().slice(0, 40)}”, ${why}.`);
  }
}

const filled = lines => lines.filter(([, line]) => line.trim());

function quotation(lines) {
  const found = [];
  let open = false, empty = [];
  for (const [number, line] of lines) {
    const quote = /^ {0,3}> ?([^]*)$/.exec(line);
    if (!line.trim()) {
      open = false;
      empty.push('');
      continue;
    }
    if (!quote && !open) throw new Stray([number, line], 'belongs to no quotation; begin it with “> ”');
    if (found.length) for (const line of empty) found.push(line);
    found.push(quote ? quote[1] : line); // a line right below a quotation goes on with it
    [open, empty] = [true, []];
  }
  return found.join('\n');
}

function tableRows(lines) {
  const [head, dashes, ...rows] = filled(lines);
  if (!head) return [];
  if (!/^[\s|:-]*$/.test(dashes?.[1] ?? '') || !dashes?.[1].includes('-'))
    throw new Stray(head, 'is not the head of a table, with a line of dashes below it');
  return rows.map(([, line]) => cells(line));
}

const LABEL = /^\*\*[^]*\*\*$/; // perhaps an older one than the field has now

function bodyOf(field, lines) {
  const [first, second] = filled(lines);
  const label = first && LABEL.test(first[1].trim()) && (second || first[1].trim() === `**${field.label}**`);
  const rest = label ? lines.slice(lines.indexOf(first) + 1) : lines;
  const said = filled(rest);
  return said.length === 1 && said[0][1].trim() === NOTHING ? [] : rest;
}

function fromMarkdown(text, name, fields) {
  const parts = [];
  for (const [k, line] of text.split('\n').entries()) {
    const key = /^ {0,3}<!-- ([^]*?) -->\s*$/.exec(line)?.[1];
    if (key?.startsWith('about: ')) continue;
    if (key !== undefined) parts.push({ key, number: k + 1, lines: [] });
    else parts.at(-1)?.lines.push([k + 1, line]);
  }
  if (!parts[0]?.key.startsWith('worksheet ')) throw new Error(FOREIGN);
  const held = { format: FORMAT, worksheet: parts[0].key.slice(10), scored: false, values: {} };
  wanted(held, name);
  for (const [k, { key, number, lines }] of parts.entries()) {
    const field = fields.get(key), second = filled(lines)[1];
    if (k === 0 || key === 'result' && !held.scored) { // the title, and the score, which is counted anew
      held.scored ||= k > 0;
      if (second) throw new Stray(second, 'belongs to no field');
    } else if (Object.keys(held.values).includes(key) || key === 'result') {
      throw new Stray([number, key], 'is there twice');
    } else {
      if (!field) throw new Error(`There is no field ${quoted(key)} here.`);
      held.values[key] = (field.rows ? tableRows : quotation)(bodyOf(field, lines));
    }
  }
  return held;
}

function fromJSON(text, name) {
  let held;
  try {
    held = JSON.parse(text);
  } catch { /* said below */ }
  wanted(held, name);
  return held;
}

const FOREIGN = 'This is not a file of a worksheet.';

function wanted(held, name) {
  const isOurs = held?.format === FORMAT && typeof held.worksheet === 'string' && typeof held.values === 'object';
  if (!isOurs || !held.values) throw new Error(FOREIGN);
  if (held.worksheet !== name)
    throw new Error(`This is a file of the worksheet ${quoted(held.worksheet)}; here “${name}” is wanted.`);
}

export function fromFile(text, name, fields) {
  if (text.length > LARGEST) throw new Error(`The file is longer than ${LARGEST} characters.`);
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const held = plain.trimStart().startsWith('<!--') ? fromMarkdown(plain, name, fields) : fromJSON(plain, name);
  const values = {};
  for (const [key, field] of fields) values[key] = field.empty;
  for (const [key, value] of Object.entries(held.values)) {
    if (!fields.has(key)) throw new Error(`There is no field ${quoted(key)} here.`);
    const refusal = fields.get(key).refusal(value);
    if (refusal) throw new Error(`${fields.get(key).label}: ${refusal}.`);
    values[key] = value;
  }
  return { values, scored: held.scored === true };
}
