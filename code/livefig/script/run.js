// A run (livefig/runs.py): state that stays from step to step. The graph says how large arrays are and what is put
// into them; tapes do the work; a look brings what they left into the graph.
import { tape } from './tape.js';

// vals, deps: of the program. Returns { begin, follow, once, look, alive, count, room, speed, and whether inputs that
// changed (as bits) begin the run anew, or bend its way }.
export function run(spec, vals, deps) {
  const all = [...spec.start, ...spec.step, ...spec.look, ...spec.fields.flatMap(f => f[6])];
  const value = node => vals[node][0];
  const inputs = nodes => nodes.reduce((mask, node) => mask | deps[node], 0);
  const decides = inputs([...all.flatMap(s => s.slice(1)), ...Object.values(spec.sizes), ...spec.fill.map(f => f[1])]);
  const bends = inputs(spec.follow.map(f => f[1])), [growth, times, rooms] = spec.history ?? [1, [], []];
  let memory, chosen, count, due, sum, summed, kept;

  // Each list of steps as [function, times, every].
  const made = steps => steps.map(s => [chosen.get(s[0][value(s[1])]), value(s[2]), value(s[3])]);
  let step, look, fields;
  const put = ([room, node]) => {
    if (memory[room]?.length !== vals[node].length) throw Error(`"${room}" does not have the size of what goes there`);
    memory[room].set(vals[node]);
  };
  const act = list => {
    for (const [f, times, every] of list) if (count % every === 0) for (let k = 0; k < times; k++) f();
  };

  function follow() {
    [...spec.follow, ...spec.ask].forEach(put);
  }

  function begin() {
    // whole numbers, for the browser too: as an index the others are slow
    const sizes = Object.fromEntries(Object.entries(spec.sizes).map(([name, node]) => [name, value(node) | 0]));
    memory = {};
    chosen = new Map();
    for (const s of all) {
      const k = s[0][value(s[1])];
      if (!chosen.has(k)) chosen.set(k, tape(spec.tapes[k], sizes, memory));
    }
    [step, look] = [made(spec.step), made(spec.look)];
    fields = spec.fields.map(([node, points, out, side, xlim, ylim, steps]) =>
      [vals[node], memory[points], memory[out], side, xlim, ylim, made(steps)]);
    spec.fill.forEach(put);
    follow();
    [count, due, sum, summed, kept] = [0, 1, 0, 0, times.map(() => [])];
    act(made(spec.start));
  }

  const alive = () => count === 0 || Number.isFinite(memory[spec.stop][0]);

  // One step, unless the run has ended.
  function once() {
    if (!alive()) return false;
    act(step);
    count++;
    if (rooms.length) {
      sum += memory[rooms[0]][0];
      summed++;
      if (count >= due && kept[0].length < vals[times[0]].length) {
        if (rooms[1]) act(look.slice(0, 1));
        [count, sum / summed, ...rooms.slice(1).map(room => memory[room][0])].forEach((v, k) => kept[k].push(v));
        [sum, summed, due] = [0, 0, Math.max(count + 1, Math.ceil(count * growth))];
      }
    }
    return alive();
  }

  // Piece by piece: what a network says all over a plane takes long.
  function* eye() {
    act(look);
    for (const [node, room] of spec.states) vals[node].set(memory[room]);
    vals[spec.steps][0] = count;
    times.forEach((node, k) => {
      vals[node].fill(NaN);
      vals[node].set(kept[k]);
    });
    for (const [into, points, out, side, [x0, x1], [y0, y1], steps] of fields) {
      for (let i = 0; i < side; i++) {
        for (let j = 0; j < side; j++) {
          points[2 * j] = x0 + (j + 0.5) / side * (x1 - x0);
          points[2 * j + 1] = y1 - (i + 0.5) / side * (y1 - y0);
        }
        act(steps);
        into.set(out, i * out.length);
        yield;
      }
    }
  }

  begin();
  return { begin, follow, once, alive, look: eye, count: () => count, room: name => memory[name],
    speed: () => value(spec.speed), anew: mask => !!(mask & decides),
    bent: mask => !!(mask & bends) };
}
