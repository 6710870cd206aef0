// A link into a page is followed as soon as its target has come, not when all of the page has; and it is held there.
// A section that was never near has a guessed height (book.css): an anchor stays in its place while those round it get
// their true ones, or until the reader takes over.
(() => {
  "use strict";
  const WHILE = 800; // ms
  const ABOVE = 1500; // px: so far from the screen browsers lay a section out

  // (what :target does not know is a figure with its state; and a browser looks for :target through all of the page)
  function target(hash) {
    const named = document.getElementById(hash.slice(1).split(/[?/]/)[0]);
    if (document.readyState === "loading") return named && isThere(named) ? named : null;
    return named ?? document.querySelector(":target");
  }

  // A section is there as soon as it begins, a figure only as a whole: when something stands behind it.
  function isThere(element) {
    if (element.localName === "section") return true;
    let last = element;
    while (last && !last.nextSibling) last = last.parentNode;
    return Boolean(last);
  }

  // What is seen there, and what a browser lays out next since it is near above, has its height before it is painted.
  // (All is measured before any is shown, since each measurement after a change lays the page out once more.)
  function layOut() {
    if (laidOut) return;
    const sections = [...document.querySelectorAll("[data-waits]")];
    const at = sections.findIndex((section) => section.contains(aim) || isAfter(section));
    const first = at < 0 ? sections.length : at, shown = new Set();
    const below = () => aim.getBoundingClientRect().top + innerHeight;
    const near = (section, k) => k < first ? section.getBoundingClientRect().bottom > below() - innerHeight - ABOVE
      : section.getBoundingClientRect().top <= below();
    let next = sections.filter((section, k) => k === first - 1 || section.contains(aim));
    while (next.length) {
      for (const section of next) {
        section.style.contentVisibility = "visible"; // for good: at auto it blinks
        shown.add(section);
      }
      next = sections.filter((section, k) => !shown.has(section) && near(section, k));
    }
    laidOut = sections.slice(first).some((section) => !shown.has(section));
  }
  const isAfter = (section) => aim.compareDocumentPosition(section) & Node.DOCUMENT_POSITION_FOLLOWING;

  // The browser keeps in its place what is on top of the screen, and that is the end of what comes before the target.
  function lookBelow() {
    for (let e = aim; e.parentElement && e.localName !== "main"; e = e.parentElement) {
      if (e.previousElementSibling) above.push(e.previousElementSibling);
    }
    for (const element of above) element.style.overflowAnchor = "none";
  }

  let aim = null, holding = 0, laidOut = false, above = [];
  function rest() {
    clearTimeout(holding);
    holding = 0;
    watch.disconnect();
    for (const element of above.splice(0)) element.style.overflowAnchor = "";
  }

  // Whenever the text changes its height, and before that is painted.
  const jump = () => aim?.scrollIntoView({behavior: "instant"});
  const watch = new ResizeObserver(() => { if (holding) jump(); });
  function hold(on) {
    if (!holding || on !== aim) {
      rest();
      aim = on;
      laidOut = false;
      if (!aim) return;
      lookBelow();
      watch.observe(document.querySelector("main"));
    }
    layOut();
    clearTimeout(holding);
    holding = setTimeout(rest, WHILE);
    requestAnimationFrame(jump);
  }

  let waiting = location.hash && performance.getEntriesByType("navigation")[0]?.type === "navigate";
  const come = () => {
    if (waiting) hold(aim ?? target(location.hash));
    if (aim) document.getElementById("expected")?.remove(); // it may be painted now (theme.js)
  };
  const takeOver = () => { aim = null; waiting = false; rest(); };
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
