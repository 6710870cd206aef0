// The front page: two buttons that move the figure to where the answer is wrong, and how far the reader has come.
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

  function read() {
    try { return JSON.parse(localStorage.getItem(KEY)) ?? {}; } catch { return {}; } // nothing is kept, or no JSON
  }

  document.querySelectorAll(".ask").forEach(ask);
  const {parts} = read();
  for (const card of document.querySelectorAll(".card")) {
    const noted = parts?.[card.dataset.page], seen = Array.isArray(noted) ? noted.length : 0;
    if (seen) card.querySelector(".card-progress").textContent = `${seen} of ${card.dataset.parts} parts read`;
  }
})();
