// What the keys do in an editor.  Tab is left alone: it leads on, as in every form; Enter sets the margin of the
// next line.
const STEP = '    ';

/** True if the key was one of ours. */
export function typed(event, area, check) {
  if (event.key === 'Enter' && (event.shiftKey || event.ctrlKey || event.metaKey)) { check(); return true; }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  if (event.key === 'Enter') { newLine(area); return true; }
  return event.key === 'Backspace' && back(area);
}

function newLine(area) {
  const before = area.value.slice(0, area.selectionStart), line = before.slice(before.lastIndexOf('\n') + 1);
  const margin = /^ */.exec(line)[0], ends = /^\s*(return|break|continue|pass)\b/.test(line) && balanced(before);
  insert(area, `\n${line.trimEnd().endsWith(':') ? margin + STEP : ends ? margin.slice(STEP.length) : margin}`);
}

const balanced = text => [...text].reduce((n, c) => n + '([{'.includes(c) - ')]}'.includes(c), 0) === 0;

/** At the margin of a line, Backspace takes one step of it. */
function back(area) {
  const { selectionStart: at, selectionEnd: end, value } = area, margin = value.slice(value.lastIndexOf('\n', at - 1)
    + 1, at);
  if (at !== end || !margin || margin.trim() || margin.length % STEP.length) return false;
  area.setSelectionRange(at - STEP.length, at);
  insert(area, '');
  return true;
}

/** Puts text in the place of the selection so that the browser can undo it. */
function insert(area, text) {
  if (!document.execCommand(text ? 'insertText' : 'delete', false, text)) {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
    area.dispatchEvent(new Event('input'));
  }
}
