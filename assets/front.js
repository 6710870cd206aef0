// The front page: two buttons that move the figure to where the answer is wrong, the map, and how far the reader is.
(() => {
  "use strict";
  const STEPS = 45; // frames of the move
  const KEY = "homework-zero/read";
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  function ask(box) {
    const verdict = box.querySelector(".ask-verdict");
    let moving = 0;

    function move(state) {
      const figure = document.getElementById(box.dataset.figure);
      const set = (lr) => figure.dispatchEvent(new CustomEvent("livefig-set", {detail: {...state, lr}}));
      let frame = still.matches ? STEPS : 0;
      const tick = () => {
        set(state.lr * frame / STEPS);
        if (frame++ < STEPS) moving = requestAnimationFrame(tick);
      };
      cancelAnimationFrame(moving);
      tick();
    }

    for (const button of box.querySelectorAll("button")) {
      button.addEventListener("click", () => {
        for (const other of box.querySelectorAll("button")) other.setAttribute("aria-pressed", other === button);
        verdict.textContent = button.dataset.says + " Now try the other one.";
        move(JSON.parse(button.dataset.set));
      });
    }
  }

  // The map: what a part rests on and what rests on it stand out while one points at it. A line names its two cells.
  function lightUp(map) {
    const cells = new Map(), lines = [...map.querySelectorAll("path")];
    map.querySelectorAll("ol").forEach((column, i) => {
      [...column.children].forEach((cell, k) => cells.set(`${i},${k}`, cell));
    });
    const show = (event) => {
      const cell = event.type === "pointerleave" ? null : event.target.closest?.("li");
      cells.forEach((each) => each.classList.remove("lit"));
      for (const line of lines) {
        const ends = line.dataset.ends.split(" ").map((place) => cells.get(place));
        line.classList.toggle("lit", ends.includes(cell));
        if (ends.includes(cell)) ends.forEach((each) => each.classList.add("lit"));
      }
    };
    for (const type of ["pointerover", "pointerleave", "focusin"]) map.addEventListener(type, show);
  }

  function read() {
    try { return JSON.parse(localStorage.getItem(KEY)) ?? {}; } catch { return {}; } // nothing is kept, or no JSON
  }

  document.querySelectorAll(".ask").forEach(ask);
  document.querySelectorAll(".book-map-columns").forEach(lightUp);
  const {parts} = read();
  for (const card of document.querySelectorAll(".card")) {
    const noted = parts?.[card.dataset.page], seen = Array.isArray(noted) ? noted.length : 0;
    if (seen) card.querySelector(".card-progress").textContent = `${seen} of ${card.dataset.parts} parts read`;
  }
})();
