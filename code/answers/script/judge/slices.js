// Long work in slices, between which the page can be used.
import { budget } from '../python/budget.js';

// Milliseconds until the page is let in again. One step may be as long, on a slow device, as all of a slice here.
const SLICE = 8;

/** What a generator returns that pauses often; null if it was no longer wanted then. */
export async function inSlices(working, wanted) {
  for (let until = 0; ;) {
    const { done, value } = working.next();
    if (done) return value;
    if (performance.now() > until) {
      const own = { ...budget };
      await turn();
      if (!wanted()) return null;
      Object.assign(budget, own); // another box may have judged meanwhile
      until = performance.now() + SLICE;
    }
  }
}

/** Lets the page have its turn; timers would wait four milliseconds each time. */
export const turn = () => new Promise(resolve => {
  const channel = new MessageChannel();
  channel.port1.onmessage = resolve;
  channel.port2.postMessage(0);
});
