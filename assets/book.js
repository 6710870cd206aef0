// Conveniences of a page that reads completely without them: copy buttons, the current heading, keys for the search.
(() => {
  "use strict";

  function addCopyButton(block) {
    const button = document.createElement("button");
    button.className = "copy-button";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(block.querySelector("pre").textContent.trimEnd());
        button.textContent = "Copied";
      } catch {
        button.textContent = "Not allowed";
      }
      setTimeout(() => { button.textContent = "Copy"; }, 1500);
    });
    block.append(button);
  }

  // What has been in view for a while is read; the front page says how much of each chapter.  It stays in this browser.
  const READ = "homework-zero/read", WHILE = 8000; // ms
  let reading = 0;
  function noteReading(section) {
    clearTimeout(reading);
    if (!section?.id.startsWith("part-")) return;
    reading = setTimeout(() => {
      try {
        const read = JSON.parse(localStorage.getItem(READ)) ?? {};
        const page = location.pathname.match(/chapters\/[^/]+(?=\.html$)/)?.[0];
        const parts = new Set(read.parts?.[page]).add(section.id);
        if (page) localStorage.setItem(READ, JSON.stringify({...read, parts: {...read.parts, [page]: [...parts]}}));
      } catch {
        // storage is forbidden, full, or holds something else: then nothing is noted
      }
    }, WHILE);
  }

  function followHeadings(contents) {
    const links = new Map();
    for (const link of contents.querySelectorAll(":scope > ul > li > ul > li > a[href^='#']")) { // those that are shown
      const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (section) links.set(section, link);
    }
    const inView = new Set();
    const observer = new IntersectionObserver((entries) => {
      for (const entry of entries) entry.isIntersecting ? inView.add(entry.target) : inView.delete(entry.target);
      const current = [...links.keys()].filter((section) => inView.has(section)).pop();
      noteReading(current);
      for (const [section, link] of links) {
        if (section === current) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      }
    }, { rootMargin: "-15% 0px -75% 0px" });
    for (const section of links.keys()) observer.observe(section);
  }

  // What scrolls in its own box must be reachable with the keyboard, and only that.  It is measured when it comes near:
  // all at once would lay out the whole page.
  function reachScrolling() {
    const near = new Set();
    const measure = (boxes) => { // all is read before anything changes
      const wide = boxes.map((box) => box.scrollWidth > box.clientWidth);
      boxes.forEach((box, k) => {
        if (wide[k] === box.hasAttribute("tabindex")) return;
        if (wide[k]) box.tabIndex = 0; else box.removeAttribute("tabindex");
      });
    };
    const observer = new IntersectionObserver((entries) => {
      for (const {target, isIntersecting} of entries) isIntersecting ? near.add(target) : near.delete(target);
      measure(entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target));
    }, { rootMargin: "1500px 0px" });
    const boxes = ":is(pre, table, .katex-display, .book-map)", main = document.querySelector("main");
    const watch = (root) => root.querySelectorAll(boxes).forEach((box) => observer.observe(box));
    watch(main);
    new MutationObserver((changes) => { // a figure makes its table when it comes to life
      for (const {addedNodes} of changes) {
        for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) watch(node);
      }
    }).observe(main, {childList: true, subtree: true});
    addEventListener("resize", () => measure([...near]));
  }

  // What searches is loaded when somebody comes near the field, from the folder that this script came from.
  const HERE = document.currentScript.src;
  function loadSearch() {
    for (const name of ["minisearch.js", "search_index.js", "search.js", "search_field.js"]) {
      const script = document.createElement("script");
      script.src = new URL(name, HERE);
      script.async = false; // in this order
      document.head.append(script);
    }
  }

  // What says the meaning of letters is loaded when the pointer, the caret or the keyboard comes near one.
  const FORMULA = ".katex, .lf-math, .lf-number, .hw0-verdict, .answer-asks, .answer-diagnosis";
  const NEAR_A_LETTER = {pointerover: FORMULA, click: FORMULA, selectionchange: FORMULA,
                         keydown: ".as-numpy > summary"};
  function loadLetters(event) {
    if (event.type === "pointerover" && event.pointerType === "touch") return; // a click follows, or one scrolls
    const place = event.type === "selectionchange" ? getSelection().anchorNode?.parentElement : event.target;
    if (!place?.closest?.(NEAR_A_LETTER[event.type])) return;
    for (const type in NEAR_A_LETTER) document.removeEventListener(type, loadLetters);
    const load = ([name, ...others]) => document.head.append(Object.assign(document.createElement("script"), {
      src: new URL(name, HERE), onload: () => others.length ? load(others) : bookLetters.begin(event)}));
    load(document.querySelector("main").dataset.letters.split(" ")); // in this order
  }

  function focusSearch(event) {
    const typing = event.target.closest("input:not([type=range], [type=radio], [type=checkbox]), textarea, select");
    const pressed = event.ctrlKey || event.metaKey;
    const wanted = event.key === "k" && pressed || event.key === "/" && !typing && !pressed;
    const field = wanted && document.querySelector(".search input");
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  }

  document.querySelectorAll("div.highlight:not(.cell_output div)").forEach(addCopyButton);
  const contents = document.getElementById("contents");
  if (contents) {
    followHeadings(contents);
    // (a browser that knows no popovers does not know that selector either)
    if (contents.hidePopover) contents.addEventListener("click", (event) => {
      if (event.target.closest("a") && contents.matches(":popover-open")) contents.hidePopover();
    });
  }
  document.addEventListener("keydown", focusSearch);
  const field = document.querySelector(".bar .search input");
  if (field) field.addEventListener("focus", loadSearch, {once: true});
  if (document.querySelector("main[data-letters]")) {
    for (const type in NEAR_A_LETTER) document.addEventListener(type, loadLetters, {passive: true});
  }
  addEventListener("load", () => setTimeout(reachScrolling)); // a task of its own
})();
