// Says what a letter of a formula means: where the pointer rests, a finger touches, the caret stands, or the arrow keys
// have come to from "as NumPy". book.js loads it, and then the rows of notation.md, when one of these comes near.
(() => {
  "use strict";
  const REST = 220, LEAVE = 250, FINGER = 14; // ms, ms, px
  const {WORDS, namesOf} = bookLetters, FORMULA = `.katex-html, ${WORDS}`;

  const tip = Object.assign(document.createElement("div"), {className: "letter-tip", hidden: true});
  document.body.append(tip);
  let rowsOf, shown = null, waiting = 0;

  /** The row of one chapter for a letter that may have some names, and the name by which it has it. */
  function rowIn(chapter, parts, element, names) {
    for (const name of names) {
      const rows = (rowsOf.get(name) ?? []).filter(({of, inside}) => of.includes(chapter) && (!inside.length
        || inside.some((id) => parts.includes(id) || element.closest(`#${CSS.escape(id)}`))));
      const row = rows.find(({inside}) => inside.length) ?? rows[0];
      if (row) return [row, name];
    }
    return null;
  }

  /** The row of notation.md that holds for a letter at its place, and which of its letters it is; nothing where it is
   * spoken of chapters in which it means different things. */
  function rowAt(node, index) {
    const element = node.parentElement, place = element.closest("[data-of], .letters-of");
    if (!place) return null;
    const parts = place.dataset.of?.split(" ") ?? [...place.classList].map((name) => name.replace("of-", ""));
    const chapters = new Set(parts.map((part) => part[0])), names = namesOf(node, index);
    const found = [...chapters].map((one) => rowIn(one, parts, element, names)).filter(Boolean);
    if (!found.length || found.some(([{meaning}]) => meaning !== found[0][0].meaning)) return null;
    const [[row, name]] = found;
    return {row, letter: row.letters[row.keys.indexOf(name)], node, index};
  }

  function rangeOf({node, index}) {
    const range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    return range;
  }

  /** All letters of an element that have a meaning, in order. */
  function lettersIn(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      for (let index = 0; index < node.data.length; index++) found.push(rowAt(node, index));
    }
    return found.filter(Boolean);
  }

  /** The letter at a pointer, or nearest to a finger, which is wider.  Parts of fractions lie over each other, so that
   * the target may be none of them. */
  function letterAt({target, clientX, clientY, pointerType}) {
    const formula = target.closest?.(".katex")?.querySelector(".katex-html") ?? target.closest?.(WORDS);
    const found = formula ? lettersIn(formula).map((letter) => {
      const {left, right, top, bottom} = rangeOf(letter).getBoundingClientRect();
      const [dx, dy] = [Math.max(left - clientX, 0, clientX - right), Math.max(top - clientY, 0, clientY - bottom)];
      const off = Math.hypot((left + right) / 2 - clientX, (top + bottom) / 2 - clientY);
      return {letter, away: Math.hypot(dx, dy), off};
    }) : [];
    const near = found.filter(({away}) => away <= (pointerType === "touch" ? FINGER : 0));
    return near.sort((one, other) => one.away - other.away || one.off - other.off)[0]?.letter ?? null;
  }

  const COLOUR = /--lf-(\w+)/, DIGITS = "0123456789";

  /** The entries of legends that speak of this letter and of no other, in the innermost section that has some. */
  function drawnNear({row, letter, node, index}) {
    if (/[:^]/.test(row.keys[row.letters.indexOf(letter)])) return [];
    const sign = node.data[index], below = /_(.)/.exec(namesOf(node, index).find((name) => name.includes("_")))?.[1];
    const ends = !below ? [""] : /\d/.test(below) ? [below] : ["", ...DIGITS];
    const words = ends.map((end) => sign + end);
    for (let part = node.parentElement.closest("section"); part?.parentElement.closest("section");
         part = part.parentElement.closest("section")) {
      const found = [...part.querySelectorAll(".lf-key")].filter((one) => {
        const formulas = [...one.querySelectorAll(".lf-math")].map((formula) => formula.textContent);
        const letters = formulas.filter((word) => /^\p{L}\d?$/u.test(word));
        return letters.length === 1 && words.includes(letters[0]);
      });
      if (found.length) return found;
    }
    return [];
  }

  const paintOf = (element) => ["stroke", "fill"].map((name) => element.getAttribute(name))
    .find((paint) => paint && !/^none$|--lf-page/.test(paint));

  /** Brings out what has the colours of some entries of legends, in their panels. */
  function bringOut(keys) {
    for (const one of document.querySelectorAll(".letter-drawn")) one.classList.remove("letter-drawn");
    for (const one of keys) {
      const panel = one.closest(".lf-panel"), paint = paintOf(one.querySelector("path"));
      const same = [...panel.querySelectorAll(".lf-plot path")].filter((mark) => paintOf(mark) === paint);
      for (const mark of [panel, one, ...same]) mark.classList.add("letter-drawn");
    }
  }

  /** The list of the entries, with their figures; and the colour that they have, if it is one. */
  function listed(keys) {
    const list = document.createElement("ul"), colours = new Set();
    for (const key of keys) {
      const figure = key.closest(".livefig"), number = figure.parentElement.closest("figure")
        ?.querySelector(".caption-number")?.textContent.trim();
      const role = COLOUR.exec(paintOf(key.querySelector("path")))?.[1], item = document.createElement("li");
      colours.add(role && getComputedStyle(figure).getPropertyValue(`--lf-${role}-text`));
      const swatch = key.querySelector("svg").cloneNode(true);
      const {stroke, fill} = getComputedStyle(key.querySelector("path"));
      Object.assign(swatch.firstElementChild.style, {stroke, fill});
      const said = document.createElement("span");
      said.append(key.lastElementChild.cloneNode(true), `, ${number ?? "in the figure"}`);
      item.append(swatch, said);
      item.style.color = [...colours].pop() ?? "";
      list.append(item);
    }
    return [list, colours.size === 1 ? [...colours][0] : ""];
  }

  /** Tints a letter wherever its section has it, in the colour of what draws it; older browsers do without. */
  function tint(letter, colour) {
    if (!globalThis.Highlight) return;
    CSS.highlights.clear();
    if (!letter) return;
    const formulas = (letter.node.parentElement.closest("section") ?? document).querySelectorAll(FORMULA);
    const same = [...formulas].flatMap(lettersIn).filter(({row, letter: other}) => row === letter.row
      && other === letter.letter);
    document.documentElement.style.setProperty("--letter", colour);
    CSS.highlights.set(colour ? "drawn-letter" : "letter", new Highlight(...same.map(rangeOf)));
  }

  function show(letter, spoken = false) {
    clearTimeout(waiting);
    if (letter.node === shown?.node && letter.index === shown.index) return;
    shown = letter;
    const {row: {kind, meaning}} = letter, at = rangeOf(letter).getBoundingClientRect();
    tip.setAttribute("role", spoken ? "status" : "tooltip");
    tip.innerHTML = `<p><b>${letter.letter}</b> ${kind}</p><p>${meaning}</p>`;
    const keys = drawnNear(letter), [list, colour] = listed(keys);
    if (keys.length) tip.append(list);
    bringOut(keys);
    tip.hidden = false;
    const {width, height} = tip.getBoundingClientRect(), room = document.documentElement.clientWidth - width - 8;
    const above = at.top - height - 8, bar = document.querySelector(".bar").getBoundingClientRect().bottom;
    tip.style.left = `${Math.max(8, Math.min(at.left - 16, room))}px`;
    tip.style.top = `${above > bar ? above : at.bottom + 8}px`;
    tint(letter, colour);
  }

  function hide() {
    clearTimeout(waiting);
    if (!shown) return;
    shown = null;
    tip.hidden = true;
    tint(null);
    bringOut([]);
  }

  function soon(act, delay) {
    clearTimeout(waiting);
    waiting = setTimeout(act, delay);
  }

  function follow(event) {
    if (event.pointerType === "touch" || event.buttons || tip.contains(event.target)) return clearTimeout(waiting);
    const letter = letterAt(event);
    if (!letter) return shown ? soon(hide, LEAVE) : clearTimeout(waiting);
    if (letter.node === shown?.node && letter.index === shown.index) return clearTimeout(waiting);
    soon(() => show(letter), shown ? REST / 2 : REST);
  }

  function touch(event) {
    const letter = letterAt(event);
    if (letter) show(letter);
    else if (!tip.contains(event.target)) hide();
  }

  /** Goes with the arrow keys through the different letters of the formula above "as NumPy". */
  function walk(event) {
    if (event.key === "Escape") return hide();
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key], formula = formulaOf(event.target);
    if (!step || !formula || event.ctrlKey || event.altKey || event.metaKey) return;
    const letters = [...new Map(lettersIn(formula).map((one) => [one.letter + one.row.meaning, one])).values()];
    if (!letters.length) return;
    event.preventDefault();
    const place = letters.findIndex(({node, index}) => node === shown?.node && index === shown.index);
    show(letters[place < 0 && step < 0 ? letters.length - 1 : (place + step + letters.length) % letters.length], true);
  }

  const formulaOf = (element) => element.matches?.(".as-numpy > summary")
    && element.parentElement.previousElementSibling?.querySelector(".katex-html");

  /** The caret of a browser in which one can walk through a page with the arrow keys (F7). */
  function caret() {
    const {anchorNode: node, anchorOffset: offset, isCollapsed} = getSelection();
    if (!isCollapsed || node?.nodeType !== Node.TEXT_NODE || !node.parentElement?.closest(FORMULA)) return;
    const letter = rowAt(node, Math.min(offset, node.data.length - 1));
    if (letter) show(letter, true);
  }

  globalThis.bookLetters = {
    lettersIn,
    get known() { return Boolean(rowsOf); },
    set rows(rows) {
      rowsOf = new Map();
      for (const row of rows) for (const key of row.keys) rowsOf.set(key, [...rowsOf.get(key) ?? [], row]);
    },
    /** Begins with the event for which this was loaded. */
    begin(event) {
      document.addEventListener("pointermove", follow, {passive: true});
      document.addEventListener("click", touch);
      document.addEventListener("keydown", walk);
      document.addEventListener("selectionchange", caret);
      document.addEventListener("focusout", hide);
      addEventListener("scroll", hide, {passive: true, capture: true});
      ({keydown: walk, click: touch, selectionchange: caret}[event.type] ?? follow)(event);
    },
  };
})();
