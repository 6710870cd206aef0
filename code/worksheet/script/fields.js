// What a form holds: for each value its label, how to read it, how to fill it, and two judgements, by the same rules as
// fields.py. refusal(value): why no control could show it, or ''; fit(value): as much of it as the controls can show.
// check(): what is wrong with what they show now, which is kept all the same; marks the controls. unfinished(): which
// rows of a table are begun and lack what is needed. They count for nothing, as do rows with a fault.

const LONGEST = 200000;
const NUMBER = /^(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/; // a browser takes the year 20311, too
const ROWS = 2000; // of a table: more are no log, and would hold up the page
const LINES = 2000; // of a text that is taken from a file: a browser lays out 20,000 in twenty seconds
// The beginning of a text in quotation marks; of anything else, what it is.
export const quoted = value => typeof value === 'object' ? 'a list or an object' : `“${String(value).slice(0, 40)}”`;

export function valuesOf(form) {
  const found = new Map();
  for (const e of form.querySelectorAll('[data-key]')) {
    const key = e.dataset.key;
    if (found.has(key)) continue; // the other options of the same choice
    const options = () => choice([...form.querySelectorAll(`[data-key="${key}"]`)]);
    const kind = e.matches('table') ? table(e) : e.type === 'radio' ? options() : box(e);
    found.set(key, { label: e.dataset.label, rows: e.matches('table'), empty: e.matches('table') ? [] : '', ...kind });
  }
  return found;
}

function fault(e, text) {
  if (text.length > LONGEST) return `is longer than ${LONGEST} characters`;
  if (e.type === 'number' && text) {
    const { min, max, step } = e, whole = step === '1';
    const written = whole ? /^[0-9]+$/.test(text) && text.length <= max.length : NUMBER.test(text);
    if (!(written && +min <= +text && +text <= +max))
      return `${quoted(text)} is not a ${whole ? 'whole ' : ''}number from ${min} to ${max}`;
  }
  if (e.type === 'date' && text && !DATE.test(text)) return `${quoted(text)} is not a date such as 2031-10-07`;
  return '';
}

const amount = (e, text) => fault(e, text) ? 0 : +text;

function check(e) {
  const unread = e.validity.badInput && e !== document.activeElement; // half a date, or “1-2”, which no script can read
  const found = unread ? 'cannot be read and is not kept' : fault(e, e.value);
  if (found) e.setAttribute('aria-invalid', 'true'); else e.removeAttribute('aria-invalid');
  return found;
}

function box(e) {
  function refusal(value) {
    if (typeof value !== 'string') return 'must be text';
    const lines = () => value.split('\n', LINES + 1).length;
    if (e.tagName === 'TEXTAREA') return lines() > LINES ? `has more than ${LINES} lines` : '';
    const probe = e.cloneNode(true); // a browser drops what a date, a number or a choice cannot be
    probe.value = value;
    return probe.value === value ? '' : `cannot be ${quoted(value)}`;
  }
  const ownText = value => e.tagName === 'TEXTAREA' && typeof value === 'string'; // however many lines were typed
  return {
    refusal,
    read: () => e.value,
    fill: value => { e.value = value; },
    fit: value => ownText(value) || !refusal(value) ? value : '',
    check: () => [check(e)].filter(Boolean),
    unfinished: () => [],
    amount: () => amount(e, e.value),
  };
}

function choice(options) {
  const known = value => ['', ...options.map(e => e.value)].includes(value);
  return {
    read: () => options.find(e => e.checked)?.value ?? '',
    fill: value => options.forEach(e => { e.checked = e.value === value; }),
    refusal: value => known(value) ? '' : `cannot be ${quoted(value)}`,
    fit: value => known(value) ? value : '',
    check: () => [],
    unfinished: () => [],
  };
}

// A table ends with an empty row to write in; empty rows are no values.
function table(e) {
  const body = e.tBodies[0], blank = body.rows[0].cloneNode(true), least = body.rows.length;
  const cells = row => [...row.querySelectorAll('[data-cell]')];
  const texts = row => cells(row).map(cell => cell.value);
  const columns = cells(blank), boxes = columns.map(box);
  const labels = columns.map(cell => cell.getAttribute('aria-label'));
  const lacking = row => row.some(Boolean) ? labels.filter((_, j) => 'needed' in columns[j].dataset && !row[j]) : [];
  const filled = () => [...body.rows].filter(row => texts(row).some(Boolean));

  function number() {
    [...body.rows].forEach((row, k) => {
      cells(row).forEach((cell, j) => cell.setAttribute('aria-label', `${labels[j]}, row ${k + 1}`));
      for (const said of ['aria-label', 'title']) row.querySelector('button').setAttribute(said, `Delete row ${k + 1}`);
    });
  }
  function add() {
    const row = body.appendChild(blank.cloneNode(true));
    addButton(row);
    return row;
  }
  function addButton(row) {
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', textContent: '×' });
    button.addEventListener('click', () => {
      const next = row.nextElementSibling ?? row.previousElementSibling;
      row.remove();
      room();
      (next?.isConnected ? next : body.rows[0]).querySelector('[data-cell]').focus();
      e.dispatchEvent(new Event('input', { bubbles: true }));
    });
    row.lastElementChild.append(button);
  }
  function room() {
    while (body.rows.length < least || texts(body.rows[body.rows.length - 1]).some(Boolean)) add();
    number();
  }
  [...body.rows].forEach(addButton);
  number();
  e.addEventListener('input', room);
  return {
    columns: labels,
    read: () => filled().map(texts),
    fill(rows) {
      while (body.rows.length > Math.max(rows.length, 1)) body.rows[body.rows.length - 1].remove();
      while (body.rows.length < rows.length) add();
      [...body.rows].forEach((row, k) => cells(row).forEach((cell, j) => { cell.value = rows[k]?.[j] ?? ''; }));
      room();
    },
    refusal(rows) {
      if (!Array.isArray(rows) || !rows.every(Array.isArray)) return 'must be a list of rows';
      if (rows.length > ROWS) return `has more than ${ROWS} rows`;
      for (const [k, row] of rows.entries()) {
        if (row.length !== labels.length) return `row ${k + 1} has ${row.length} cells, not ${labels.length}`;
        for (const [j, value] of row.entries()) {
          const found = boxes[j].refusal(value);
          if (found) return `row ${k + 1}, ${labels[j]}: ${found}`;
        }
      }
      return '';
    },
    fit: rows => !Array.isArray(rows) ? []
      : rows.slice(0, ROWS).filter(Array.isArray).map(row => boxes.map((cell, j) => cell.fit(row[j]))),
    check: () => [...body.rows]
      .flatMap((row, k) => cells(row).map((cell, j) => [check(cell), `row ${k + 1}, ${labels[j]}`]))
      .filter(([found]) => found).map(([found, place]) => `${place}: ${found}`),
    unfinished: () => [...body.rows].map((row, k) => [lacking(texts(row)), k + 1]).filter(([found]) => found.length)
      .map(([found, k]) => `row ${k} is not counted yet, it lacks: ${found.join(', ')}`),
    amount: (row, j) => lacking(row).length || row.some((text, k) => fault(columns[k], text)) ? 0 : +row[j],
  };
}
