// What a form holds: for each value its label, how to read it, how to fill it, and what is wrong with one from elsewhere.

const LONGEST = 200000; // as fields.py
const tooLong = text => text.length > LONGEST && `is longer than ${LONGEST} characters`;

export function valuesOf(form) {
  const found = new Map();
  for (const e of form.querySelectorAll('[data-key]')) {
    const key = e.dataset.key;
    if (found.has(key)) continue; // the other options of the same choice
    const kind = e.matches('table') ? table(e) : e.type === 'radio' ? choice([...form.querySelectorAll(`[data-key="${key}"]`)]) : box(e);
    found.set(key, { label: e.dataset.label, rows: e.matches('table'), empty: e.matches('table') ? [] : '', ...kind });
  }
  return found;
}

function box(e) {
  return {
    read: () => e.value,
    fill: value => { e.value = value; },
    fault(value) {
      if (typeof value !== 'string') return 'must be text';
      const probe = e.cloneNode(true); // a browser drops what a date, a number or a choice cannot be
      probe.value = value;
      if (e.tagName !== 'TEXTAREA' && (probe.value !== value || !probe.checkValidity())) return `cannot be “${value.slice(0, 40)}”`;
      return tooLong(value);
    },
  };
}

function choice(options) {
  return {
    read: () => options.find(e => e.checked)?.value ?? '',
    fill: value => options.forEach(e => { e.checked = e.value === value; }),
    fault: value => ['', ...options.map(e => e.value)].includes(value) ? false : `cannot be “${String(value).slice(0, 40)}”`,
  };
}

// A table ends with an empty row to write in; empty rows are no values.
function table(e) {
  const body = e.tBodies[0], blank = body.rows[0].cloneNode(true), least = body.rows.length;
  const cells = row => [...row.querySelectorAll('[data-cell]')];
  const texts = row => cells(row).map(cell => cell.value);
  const labels = cells(blank).map(cell => cell.ariaLabel ?? cell.getAttribute('aria-label'));
  const filled = () => [...body.rows].filter(row => texts(row).some(Boolean));

  function number() {
    [...body.rows].forEach((row, k) => {
      cells(row).forEach((cell, j) => cell.setAttribute('aria-label', `${labels[j]}, row ${k + 1}`));
      row.querySelector('button').setAttribute('aria-label', `Delete row ${k + 1}`);
    });
  }
  function add() {
    const row = body.appendChild(blank.cloneNode(true));
    addButton(row);
    return row;
  }
  function addButton(row) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: '×', title: 'Delete this row' });
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
    fault(rows) {
      if (!Array.isArray(rows) || !rows.every(Array.isArray)) return 'must be a list of rows';
      for (const [k, row] of rows.entries()) {
        if (row.length !== labels.length) return `row ${k + 1} has ${row.length} cells, not ${labels.length}`;
        for (const [j, cell] of cells(blank).entries()) {
          const fault = box(cell).fault(row[j]);
          if (fault) return `row ${k + 1}, ${labels[j]}: ${fault}`;
        }
      }
      return false;
    },
  };
}
