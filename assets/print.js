// A page that is printed from the browser: hints and solutions stand at its end, and nothing is folded away.
(() => {
  "use strict";
  // hints and solutions, and the cell that solves
  const FOLDED = ":scope > details:not(.as-numpy), :scope > .cell.tag_hide-cell";
  const OPENS = CSS.supports("selector(::details-content)"); // then book.css unfolds, and no fold notices
  let undo = [];

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
