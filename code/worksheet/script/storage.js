// What is typed, kept in this browser. Storage may be forbidden, full, or hold what an accident left there.

const FORBIDDEN = 'This browser does not let the page keep anything. Export what you type before you close the page.';
const FULL = 'The browser’s storage is full, and the last changes are not kept. Export them now.';

export function storage(name) {
  const key = `homework-zero/worksheet/${name}`;
  const allowed = f => {
    try { return f(localStorage); } catch (error) { throw new Error(error.name === 'QuotaExceededError' ? FULL : FORBIDDEN); }
  };
  return {
    is: event => event.key === key || event.key === null, // null: everything was deleted
    read() {
      const text = allowed(s => s.getItem(key));
      try {
        const held = JSON.parse(text);
        if (held === null || typeof held.values === 'object') return { values: {}, ...held };
      } catch { /* as below */ }
      allowed(s => s.setItem(`${key}/damaged`, text)); // nobody reads it, but nothing is lost
      return { values: {} };
    },
    write: held => allowed(s => s.setItem(key, JSON.stringify(held))),
    remove: () => allowed(s => s.removeItem(key)),
  };
}
