// Runs before the first paint: marks that there is JavaScript, and sets the colour theme so that nothing flashes.
(() => {
  "use strict";
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const KEY = "homework-zero/theme"; // other books at the same host have keys of their own
  const MODES = ["auto", "light", "dark"];

  function stored() {
    try { return localStorage.getItem(KEY); } catch { return null; } // storage may be forbidden
  }

  function show(mode) {
    root.dataset.mode = mode;
    root.dataset.theme = mode === "auto" ? (dark.matches ? "dark" : "light") : mode;
    const button = document.querySelector(".theme-switch");
    if (button) button.title = `Colour theme: ${mode === "auto" ? "as the system's" : mode}`;
  }

  function next() {
    const mode = MODES[(MODES.indexOf(root.dataset.mode) + 1) % MODES.length];
    try { localStorage.setItem(KEY, mode); } catch { /* then it holds for this page only */ }
    show(mode);
  }

  // Browsers hold the first paint for fonts that a script asks for: text, and mathematics in it, does not jump then.
  const FONTS = ["1em Book Serif", "italic 1em Book Serif", "600 1em Book Serif", "1em Book Sans",
    "600 1em Book Sans", "1em Book Mono",
    "1em KaTeX_Main", "italic 1em KaTeX_Math", "1em KaTeX_Size1", "1em KaTeX_Size2"];
  for (const font of FONTS) document.fonts.load(font);

  // A script of ours that does not come, or breaks, is named: what it brings to life is then shown as it is without it.
  addEventListener("error", ({target, filename}) => {
    const name = /\/_static\/(\w+)\.js/.exec(target.src ?? filename)?.[1];
    if (name) root.classList.add(`lost-${name}`);
  }, true);

  // A link into a page shows first what it points at, not the top of the page on the way there: until that has come
  // and is led to (anchor.js), or for so many milliseconds, nothing is painted.  (A place that never comes is expected,
  // since a frame may fit in between the true one and who leads to it.  Browsers that do not know `expect` paint the
  // top.)
  const WAITS = 2000;
  if (location.hash && performance.getEntriesByType("navigation")[0]?.type === "navigate") {
    const expected = Object.assign(document.createElement("link"), {id: "expected", rel: "expect", href: "#never"});
    expected.setAttribute("blocking", "render");
    document.head.append(expected);
    document.addEventListener("readystatechange", () => expected.remove(), {once: true}); // it has not come
    setTimeout(() => expected.remove(), WAITS);
  }

  root.classList.add("js");
  show(MODES.includes(stored()) ? stored() : "auto");
  dark.addEventListener("change", () => show(root.dataset.mode));
  document.addEventListener("DOMContentLoaded", () => show(root.dataset.mode));
  document.addEventListener("click", (event) => event.target.closest(".theme-switch") && next());
})();
