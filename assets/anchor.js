// A link into a page is followed as soon as its target has come, not when all of the page has; and it is held there.
// A section that was never near has a guessed height (book.css): an anchor stays in its place while those round it get
// their true ones, or until the reader takes over.
(() => {
  "use strict";
  const WHILE = 800; // ms

  // (what :target does not know is a figure with its state; and a browser looks for :target through all of the page)
  function target(hash) {
    const named = document.getElementById(hash.slice(1).split(/[?/]/)[0]);
    return named ?? (document.readyState === "loading" ? null : document.querySelector(":target"));
  }

  // Whenever the text changes its height, and before that is painted.
  let aim = null, end = 0;
  const jump = () => aim?.scrollIntoView({behavior: "instant"});
  const watch = new ResizeObserver(() => { if (performance.now() < end) jump(); else watch.disconnect(); });
  function hold(on) {
    aim = on;
    end = performance.now() + WHILE;
    if (!aim) return;
    requestAnimationFrame(jump);
    watch.observe(document.querySelector("main") ?? document.body);
  }

  let waiting = location.hash && performance.getEntriesByType("navigation")[0]?.type === "navigate";
  const come = () => { if (waiting) hold(aim ?? target(location.hash)); };
  const takeOver = () => { end = 0; aim = null; waiting = false; };
  for (const type of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    addEventListener(type, takeOver, {passive: true});
  }
  come();
  addEventListener("page-came", come);
  addEventListener("DOMContentLoaded", come);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    // (Firefox has not changed the address yet)
    if (link?.hash && link.pathname === location.pathname) setTimeout(() => hold(target(link.hash)));
  });
})();
