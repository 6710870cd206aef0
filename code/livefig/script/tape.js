// What NumPy did in a memory that stays (livefig/tape.py), done again: a function for each instruction, made once for
// the sizes of the arrays. All numbers are float64.
import { F, places } from './program.js';

// several instructions see the same view
const entries = view => view.all ??= places(view);

// Loops of their own for what a training step does most; the others call a function for each entry.
const EACH = {
  add: (n, o, i, a, j, b, k) => { for (let t = 0; t < n; t++) o[i[t]] = a[j[t]] + b[k[t]]; },
  subtract: (n, o, i, a, j, b, k) => { for (let t = 0; t < n; t++) o[i[t]] = a[j[t]] - b[k[t]]; },
  multiply: (n, o, i, a, j, b, k) => { for (let t = 0; t < n; t++) o[i[t]] = a[j[t]] * b[k[t]]; },
  greater: (n, o, i, a, j, b, k) => { for (let t = 0; t < n; t++) o[i[t]] = a[j[t]] > b[k[t]] ? 1 : 0; },
  maximum: (n, o, i, a, j, b, k) => {
    for (let t = 0; t < n; t++) {
      const x = a[j[t]], y = b[k[t]];
      o[i[t]] = x > y || x !== x ? x : y;
    }
  },
};
const first = (n, x, p, at, better) => {
  let best = at;
  for (let k = 1; k < n; k++) if (better(x[p[at + k]], x[p[best]])) best = at + k;
  return best - at;
};
const worse = (v, w) => w === w && (v !== v || v > w);
const TOGETHER = {
  sum: (n, x, p, at) => { let s = 0; for (let k = 0; k < n; k++) s += x[p[at + k]]; return s; },
  prod: (n, x, p, at) => { let s = 1; for (let k = 0; k < n; k++) s *= x[p[at + k]]; return s; },
  max: (n, x, p, at) => x[p[at + first(n, x, p, at, worse)]],
  min: (n, x, p, at) => x[p[at + first(n, x, p, at, (v, w) => w === w && (v !== v || v < w))]],
  argmax: (n, x, p, at) => first(n, x, p, at, worse),
};

// o = (n, p) @ (p, q), two rows and two columns at a time; at an odd end the last one twice.
function matmul([o, [, o0, n, on, q, oq]], [a, [, a0, , an, p, ap]], [b, [, b0, , bp, , bq]]) {
  for (let i = 0; i < n; i += 2) {
    const [row, top] = [a0 + i * an, o0 + i * on], [under, below] = i + 1 < n ? [an, on] : [0, 0];
    for (let j = 0; j < q; j += 2) {
      const to = top + j * oq, [beside, right] = j + 1 < q ? [bq, oq] : [0, 0];
      let s = 0, t = 0, u = 0, v = 0;
      for (let k = 0, at = row, from = b0 + j * bq; k < p; k++, at += ap, from += bp) {
        const x = a[at], y = a[at + under], w = b[from], z = b[from + beside];
        s += x * w;
        t += x * z;
        u += y * w;
        v += y * z;
      }
      o[to] = s;
      o[to + right] = t;
      o[to + below] = u;
      o[to + below + right] = v;
    }
  }
}

// The function of a[keys]: it calls act(where in a, where in the other array) for each entry.
function picked([a, [, offset, ...axes]], keys, rest, act) {
  const steps = keys.map((_, d) => axes[2 * d + 1]), at = keys.map(([, view]) => entries(view));
  const inside = entries([0, 0, ...axes.slice(2 * keys.length)]), n = rest / inside.length;
  return () => {
    for (let t = 0; t < n; t++) {
      let from = offset;
      for (let d = 0; d < keys.length; d++) from += keys[d][0][at[d][t]] * steps[d];
      for (let j = 0; j < inside.length; j++) act(a, from + inside[j], t * inside.length + j);
    }
  };
}

function instruction(op, args) {
  const [[o, view], ...from] = args;
  if (op === 'matmul') return () => matmul(...args);
  if (op === 'pick') {
    const i = entries(view), [a, ...keys] = from;
    return picked(a, keys, i.length, (x, p, t) => { o[i[t]] = x[p]; });
  }
  if (op === 'put') {
    const [[x, given], ...keys] = from, i = entries(given);
    return picked(args[0], keys, i.length, (a, p, t) => { a[p] = x[i[t]]; });
  }
  const i = entries(view), n = i.length, [x, y = x, z = x] = from.map(f => f[0]);
  const [p, q = p, r = p] = from.map(f => f[1].length > 1 || !n ? entries(f[1]) : new Int32Array(n));
  if (op === 'bincount') return () => {
    for (let t = 0; t < n; t++) o[i[t]] = 0;
    for (let t = 0; t < p.length; t++) o[i[x[p[t]]]]++;
  };
  if (TOGETHER[op]) {
    const fold = TOGETHER[op], each = p.length / n;
    return () => { for (let t = 0; t < n; t++) o[i[t]] = fold(each, x, p, t * each); };
  }
  const f = op === 'positive' ? v => v : F[op];
  if (!f) throw Error(`livefig.js does not know the instruction "${op}"`);
  const [to, at, and] = [i, p, q].map(seen => seen[0]);
  if (n === 1 && from.length < 3) return () => { o[to] = f(x[at], y[and]); };
  if (EACH[op]) return () => EACH[op](n, o, i, x, p, y, q);
  if (from.length < 2) return () => { for (let t = 0; t < n; t++) o[i[t]] = f(x[p[t]]); };
  return () => { for (let t = 0; t < n; t++) o[i[t]] = f(x[p[t]], y[q[t]], z[r[t]]); };
}

// A tape for arrays of these sizes {name: number}: the function that does what is on it, in the rooms of memory
// {name: Float64Array} and in rooms of its own, which are made here; the functions are made when it first runs.
export function tape({ sizes: formulas, rooms, views, code }, sizes, memory) {
  const known = formulas.map(f => f.reduce((sum, [c, ...names]) => names.reduce((m, s) => m * sizes[s], c) + sum, 0));
  const number = v => typeof v === 'string' ? known[v] : v;
  const own = rooms.map(([name, size, fill]) => {
    if (name && memory[name]) {
      if (memory[name].length !== number(size)) throw Error(`two tapes see "${name}" in different sizes`);
      return memory[name];
    }
    const room = new Float64Array(number(size)).fill(fill === 'range' ? 0 : number(fill));
    if (fill === 'range') room.forEach((_, t) => { room[t] = t; });
    return name ? memory[name] = room : room;
  });
  const seen = views.map(v => v.map(number)), constant = v => [Float64Array.of(number(v)), [0]];
  let steps;
  return () => {
    steps ??= code.map(([op, ...args]) => instruction(op,
      args.map(v => typeof v === 'object' ? constant(v.is) : [own[seen[v][0]], seen[v]])));
    for (const step of steps) step();
  };
}
