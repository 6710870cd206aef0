// A page that is printed from the browser: hints and solutions stand at its end, nothing is folded away, live figures
// are drawn in light colours for the width that they have on paper, and nothing that was typed is cut off.
(() => {
  "use strict";
  // hints and solutions, and the cell that solves
  const FOLDED = ":scope > details:not(.as-numpy), :scope > .cell.tag_hide-cell";
  const OPENS = CSS.supports("selector(::details-content)"); // then book.css unfolds, and no fold notices
  const ROOM = 1.2; // for a text on paper, whose lines are shorter
  let undo = [];

  function draw() {
    for (const figure of document.querySelectorAll(".livefig[data-live]")) {
      figure.dispatchEvent(new CustomEvent("livefig-set"));
    }
  }

  function element(name, className, text) {
    return Object.assign(document.createElement(name), {className, textContent: text});
  }

  function move(part, target) {
    const place = document.createComment("");
    part.replaceWith(place);
    target.append(part);
    undo.push(() => place.replaceWith(part));
  }

  function add(part, target) {
    target.append(part);
    undo.unshift(() => part.remove());
    return part;
  }

  function before() {
    if (undo.length) return;
    const root = document.documentElement, {theme} = root.dataset;
    root.classList.add("printing");
    root.dataset.theme = "light";
    draw();
    undo.push(draw, () => { // the other way round in the end
      root.classList.remove("printing");
      root.dataset.theme = theme;
    });
    if (!CSS.supports("field-sizing: content")) for (const area of document.querySelectorAll(".worksheet textarea")) {
      if (area.value) area.style.height = `${ROOM * area.scrollHeight}px`;
      undo.push(() => { area.style.height = ""; });
    }
    const lines = [...document.querySelectorAll("main details > summary")];
    const solutions = lines.filter((line) => line.textContent === "Solution");
    const exercises = new Set(solutions.map((line) => line.closest("section")));
    if (exercises.size) {
      const end = add(element("section", "printed-solutions", ""), document.querySelector("main"));
      end.append(element("h2", "", "Hints and solutions"));
      for (const exercise of exercises) {
        end.append(element("h3", "", exercise.querySelector("h3")?.firstChild.textContent ?? ""));
        for (const part of exercise.querySelectorAll(FOLDED)) move(part, end);
        add(element("p", "see", "Hints and solution: at the end."), exercise);
      }
    }
    if (OPENS) return;
    // (not what is not printed and does something when it opens)
    for (const fold of document.querySelectorAll("main details:not([open], .answer-steps, .as-numpy)")) {
      fold.open = true;
      undo.push(() => { fold.open = false; });
    }
  }

  function after() {
    for (const step of undo.reverse()) step();
    undo = [];
  }

  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
})();
