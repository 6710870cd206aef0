// What is typed, kept in this browser: every value under a key of its own, so that two tabs cannot undo each other.
// Storage may be forbidden, full, or hold what an accident left there.

const FORBIDDEN = 'This browser does not let the page keep anything. Export what you type before you close the page.';
const FULL = 'The browser’s storage is full, and the last changes are not kept. Export them now.';

export function storage(name) {
  const start = `homework-zero/worksheet/${name}/`;
  const allowed = f => {
    try {
      return f(localStorage);
    } catch (error) {
      throw new Error(error.name === 'QuotaExceededError' ? FULL : FORBIDDEN);
    }
  };
  const setAside = key => allowed(s => { // nobody reads it there, but nothing is lost
    const text = s.getItem(start + key);
    let place = `${start}${key}/damaged`;
    while (![null, text].includes(s.getItem(place))) place += '/damaged';
    s.setItem(place, text);
  });
  return {
    setAside,
    concerns: event => event.key === null || event.key.startsWith(start), // null: everything was deleted
    write: (key, value) => allowed(s => s.setItem(start + key, JSON.stringify(value))),
    remove: () => allowed(s => Object.keys(s).filter(key => key.startsWith(start)).forEach(key => s.removeItem(key))),
    read(key) {
      const text = allowed(s => s.getItem(start + key));
      try {
        return JSON.parse(text);
      } catch {
        setAside(key);
        return undefined;
      }
    },
  };
}
