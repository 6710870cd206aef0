// A form's values as a file, JSON or Markdown, and back. What does not fit is refused as a whole, with the reason.

const FORMAT = 1; // as sheet.py

export function toJSON(name, held) {
  return JSON.stringify({ format: FORMAT, worksheet: name, ...held }, null, 1) + '\n';
}

// Text stands in quotations and names in comments, so nothing that is typed can look like the next field.
export function toMarkdown(name, title, held, fields) {
  const parts = [`<!-- worksheet ${name} -->\n# ${title}`];
  for (const [key, field] of fields) {
    const value = held.values[key];
    const body = field.rows
      ? [row(field.columns), row(field.columns.map(() => '---'), true), ...value.map(r => row(r))].join('\n')
      : value.split('\n').map(line => line ? `> ${line}` : '>').join('\n');
    parts.push(`<!-- ${key} -->\n**${field.label}**\n\n${value.length ? body : '(nothing yet)'}`);
  }
  if (held.result) parts.push(`<!-- result -->\n${held.result}`);
  return parts.join('\n\n') + '\n';
}

const row = (cells, plain) => `| ${cells.map(c => plain ? c : c.replace(/[\\|<]/g, '\\$&').replace(/\n/g, '<br>')).join(' | ')} |`;

function cells(line) {
  const found = line.slice(1).match(/(?:\\.|[^|\\])*\|/g) ?? [];
  return found.map(c => c.slice(0, -1).replace(/^ | $/g, '').replace(/\\(.)|<br>/g, (_, escaped) => escaped ?? '\n'));
}

function fromMarkdown(text, fields) {
  const held = { format: FORMAT, values: {} };
  const parts = text.split(/^<!-- (.*) -->$/m);
  for (let k = 1; k < parts.length; k += 2) {
    const lines = parts[k + 1].split('\n'), key = parts[k];
    if (key.startsWith('worksheet ')) held.worksheet = key.slice(10);
    else if (key === 'result') held.scored = true;
    else if (fields.get(key)?.rows) held.values[key] = lines.filter(l => l.startsWith('|')).slice(2).map(cells);
    else held.values[key] = lines.filter(l => l.startsWith('>')).map(l => l.replace(/^> ?/, '')).join('\n');
  }
  return held;
}

export function fromFile(text, name, fields) {
  let held;
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  try {
    held = plain.trimStart().startsWith('<!--') ? fromMarkdown(plain, fields) : JSON.parse(plain);
  } catch { /* said below */ }
  if (held?.format !== FORMAT || typeof held.worksheet !== 'string' || typeof held.values !== 'object' || !held.values) throw new Error('This is not a file of a worksheet.');
  if (held.worksheet !== name) throw new Error(`This is a file of the worksheet “${held.worksheet}”; here “${name}” is wanted.`);
  const values = {};
  for (const [key, field] of fields) values[key] = field.empty;
  for (const [key, value] of Object.entries(held.values)) {
    if (!fields.has(key)) throw new Error(`There is no field “${key}” here.`);
    const refusal = fields.get(key).refusal(value);
    if (refusal) throw new Error(`${fields.get(key).label}: ${refusal}.`);
    values[key] = value;
  }
  return { values, scored: held.scored === true };
}
