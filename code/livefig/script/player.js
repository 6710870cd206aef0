// The buttons of a run: play and pause, one step, begin anew. It stands still until the reader starts it, and while it
// cannot be seen.
import { assign, button, H, write } from './elements.js';

const BUDGET = 11; // milliseconds of a frame that steps may take
const FARTHEST = 1e5; // steps that a link may ask for: nobody waits for more
const SLOW = 1000; // between two pictures, for readers who asked their system for less motion

// show() draws what the run has come to; rests() is called when it comes to a halt.
export function player(run, show, rests) {
  let playing = false, owed = 0, last = 0, turn = 0, seen = true, due = 0;
  // Pictures take at most half of the time: on a slow machine there are fewer of them, not fewer steps.
  const picture = () => {
    const began = performance.now();
    show();
    due = 2 * performance.now() - began;
  };
  const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
  const play = button('', () => playing ? stop() : start());
  const step = button('One step', () => { stop(true); run.once(); show(); rests(); });
  const again = button('Begin anew', () => { stop(true); run.begin(); show(); rests(); });
  const face = () => {
    write(play, playing ? 'Pause' : 'Train');
    play.disabled = step.disabled = !run.alive();
  };

  function stop(quietly) {
    const was = playing;
    playing = false;
    turn++;
    face();
    if (was) show();
    if (was && !quietly) rests();
  }

  function start() {
    playing = true;
    owed = 0;
    last = performance.now();
    face();
    next(++turn);
  }

  function next(mine) {
    const frame = () => {
      if (turn !== mine) return;
      if (!play.isConnected) return stop(true);
      const now = performance.now(), passed = Math.min(now - last, calm() ? SLOW : 300);
      last = now;
      if (seen) {
        owed += passed / 1000 * run.speed();
        while (owed >= 1 && run.once()) {
          owed--;
          if (performance.now() - now > BUDGET) owed = Math.min(owed, 1);
        }
        if (now >= due || !run.alive()) picture();
      }
      if (run.alive()) next(mine); else stop();
    };
    if (calm()) setTimeout(frame, SLOW); else requestAnimationFrame(frame);
  }

  // Goes on to a step without showing those on the way.
  function goTo(asked) {
    const mine = ++turn, count = Math.min(asked, FARTHEST);
    const slice = () => {
      if (turn !== mine) return;
      const until = performance.now() + 4 * BUDGET;
      while (run.count() < count && performance.now() < until && run.once());
      show();
      if (run.count() < count && run.alive()) setTimeout(slice); else { face(); rests(); }
    };
    slice();
  }

  const row = H('div', { class: 'lf-player', role: 'group', 'aria-label': 'The run' }, play, step, again);
  const watcher = new IntersectionObserver(entries => { seen = entries.at(-1).isIntersecting; });
  face();
  return { row, stop, goTo, face, watch: e => watcher.observe(e), end: () => { stop(true); watcher.disconnect(); } };
}
