// Small things of a page: make an element, hand out a file, copy a text.

export function make(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value); else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

export const button = (text, click) => make('button', { type: 'button', click }, text);

export function download(name, type, text) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  make('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}

/** Resolves to whether the text is in the clipboard now. */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch { // a page from a folder may have no clipboard of that kind
    const area = make('textarea', { style: 'position:fixed;opacity:0' });
    document.body.append(area);
    area.value = text;
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}
