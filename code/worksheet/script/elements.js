// Small things of a page: make an element, ask a question, hand out a file.

export function H(tag, attributes, ...children) {
  const e = document.createElement(tag);
  for (const [k, v] of Object.entries(attributes))
    typeof v === 'function' ? e.addEventListener(k, v) : e.setAttribute(k, v);
  e.append(...children);
  return e;
}

export const button = (text, click) => H('button', { type: 'button', click }, text);

// Resolves to whether the reader agrees. The cautious answer has the focus, and Escape gives it.
export function ask(place, question, yes, no) {
  return new Promise(done => {
    const keep = button(no, () => dialog.close('no')), agree = button(yes, () => dialog.close('yes'));
    const dialog = H('dialog', { class: 'ws-ask', 'aria-label': question }, H('p', {}, question), keep, agree);
    dialog.addEventListener('close', () => { dialog.remove(); done(dialog.returnValue === 'yes'); });
    place.append(dialog);
    dialog.showModal();
    keep.focus();
  });
}

export function download(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  H('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
