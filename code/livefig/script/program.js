// The expressions of a figure, which NumPy code left in the page as JSON. It knows no formula of any chapter.

// Whether the remainder m of a division by b has the other sign: JavaScript rounds towards zero, NumPy down.
const other = (m, b) => m && (m < 0) !== (b < 0);
const rint = x => { const r = Math.round(x); return Math.abs(x % 1) === 0.5 && r % 2 ? r - 1 : r; };

// Element-wise functions, by NumPy's names; true is 1 and false is 0.
export const F = {
  add: (a, b) => a + b, subtract: (a, b) => a - b, multiply: (a, b) => a * b, divide: (a, b) => a / b,
  power: (a, b) => a === 1 || (a === -1 && Math.abs(b) === Infinity) ? 1 : a ** b,
  remainder: (a, b) => { const m = a % b; return other(m, b) ? m + b : m; },
  floor_divide: (a, b) => { const m = a % b; return b ? Math.round((a - m) / b) - other(m, b) : a / b; },
  maximum: (a, b) => Math.max(a, b), minimum: (a, b) => Math.min(a, b),
  greater: (a, b) => +(a > b), greater_equal: (a, b) => +(a >= b),
  less: (a, b) => +(a < b), less_equal: (a, b) => +(a <= b),
  equal: (a, b) => +(a === b), not_equal: (a, b) => +(a !== b),
  logical_and: (a, b) => +(a !== 0 && b !== 0), logical_or: (a, b) => +(a !== 0 || b !== 0),
  logical_xor: (a, b) => +((a !== 0) !== (b !== 0)), logical_not: a => +(a === 0),
  negative: a => -a, positive: a => a, absolute: Math.abs, sign: Math.sign, sqrt: Math.sqrt,
  square: a => a * a, reciprocal: a => 1 / a, exp: Math.exp, expm1: Math.expm1, log: Math.log,
  log1p: Math.log1p, log2: Math.log2, log10: Math.log10, sin: Math.sin, cos: Math.cos, tan: Math.tan,
  arcsin: Math.asin, arccos: Math.acos, arctan: Math.atan, arctan2: (a, b) => Math.atan2(a, b), cbrt: Math.cbrt,
  sinh: Math.sinh, cosh: Math.cosh, tanh: Math.tanh, arcsinh: Math.asinh, arccosh: Math.acosh, arctanh: Math.atanh,
  hypot: (a, b) => Math.hypot(a, b),
  floor: Math.floor, ceil: Math.ceil, trunc: Math.trunc, rint,
  isnan: a => +(a !== a), isfinite: a => +Number.isFinite(a), where: (c, a, b) => c !== 0 ? a : b,
};
// [start, step] of the functions that fold the last axis.
const FOLD = {
  sum: [0, (s, v) => s + v], prod: [1, (s, v) => s * v],
  max: [-Infinity, (s, v) => Math.max(s, v)], min: [Infinity, (s, v) => Math.min(s, v)],
  any: [0, (s, v) => +(s || v !== 0)], all: [1, (s, v) => +(s && v !== 0)],
};
// Where the entries of a view stand, row by row. view: [room, offset, length, step, length, step, ...].
export function places([, offset, ...axes]) {
  let n = 1;
  for (let k = 0; k < axes.length; k += 2) n *= axes[k];
  const at = new Int32Array(n);
  at[0] = offset;
  for (let k = axes.length - 2, block = 1; k >= 0; block *= axes[k], k -= 2) {
    for (let t = block; t < block * axes[k]; t++) at[t] = at[t - block] + axes[k + 1];
  }
  return at;
}

// The size of a node's result, and the function that fills it in. a: the arguments' arrays; p, q, r: parameters.
function kernel(op, a, p, q, r) {
  const [x, y = x, z = x] = a;
  if (F[op]) {
    const f = F[op], n = Math.max(...a.map(v => v.length)), [i, j, k] = [x, y, z].map(v => +(v.length > 1));
    return [n, o => { for (let t = 0; t < n; t++) o[t] = f(x[t * i], y[t * j], z[t * k]); }];
  }
  if (op === 'view' || op === 'pick') {
    const ix = op === 'view' ? places([0, p, ...q.flatMap((m, d) => [m, r[d]])]) : p;
    return [ix.length, o => { for (let t = 0; t < ix.length; t++) o[t] = x[ix[t]]; }];
  }
  if (FOLD[op]) return [x.length / p, o => {
    for (let t = 0; t < o.length; t++) o[t] = x.subarray(t * p, t * p + p).reduce(FOLD[op][1], FOLD[op][0]);
  }];
  switch (op) {
    case 'input': return [1, () => {}];
    case 'state': return [q, () => {}];
    case 'const': return [[p].flat().length, o => o.set([p].flat().map(v => q ? v / 10 ** q : +v))];
    case 'linspace': return [r, o => o.forEach((_, t) => { o[t] = t < r - 1 ? t * ((q - p) / (r - 1)) + p : q; })];
    case 'cat': return [a.reduce((n, v) => n + v.length, 0),
      o => a.reduce((at, v) => (o.set(v, at), at + v.length), 0)];
    case 'cumsum': return [x.length, o => { for (let t = 0; t < o.length; t++) o[t] = x[t] + (t % p ? o[t - 1] : 0); }];
    case 'argmax': case 'argmin': return [x.length / p, o => {
      for (let t = 0; t < o.length; t++) {
        let at = 0;
        for (let k = 1; k < p; k++) {
          const v = x[t * p + k], w = x[t * p + at];
          if (w === w && (v !== v || (op === 'argmax' ? v > w : v < w))) at = k;
        }
        o[t] = at;
      }
    }];
    case 'matmul': return [x.length / p * q, o => {
      for (let t = 0; t < o.length; t++) {
        let s = 0;
        for (let k = 0; k < p; k++) s += x[Math.floor(t / q) * p + k] * y[k * q + t % q];
        o[t] = s;
      }
    }];
    case 'take': return [y.length * p, o => {
      const last = x.length / p - 1;
      y.forEach((v, t) => {
        const i = Math.min(v < 0 ? v + last + 1 : v, last);
        o.set(x.subarray(i * p, i * p + p), t * p);
      });
    }];
  }
  throw Error(`livefig.js does not know the operation "${op}"`);
}

// The bit of what depends on the state of a run.
export const STATE = 1 << 31;

// The program of a figure: vals[i] is the array of node i, deps[i] the inputs it depends on (as bits), and
// set([value of each input]) brings up to date what depends on no state, and returns the bits of the inputs that
// changed; renew() does so for what depends on a state, after the states were written into vals.
export function program(spec) {
  const vals = [], deps = [], fill = [], inputs = [];
  spec.nodes.forEach(([op, args, ...params], i) => {
    const [size, f] = kernel(op, args.map(j => vals[j]), ...params);
    deps[i] = args.reduce((m, j) => m | deps[j], op === 'input' ? 1 << params[0] : op === 'state' ? STATE : 0);
    vals[i] = new Float64Array(size);
    if (op === 'input') vals[inputs[params[0]] = i][0] = spec.inputs[params[0]].value;
    (fill[i] = f)(vals[i]);
  });
  return { vals, deps, renew: () => vals.forEach((v, i) => deps[i] & STATE && fill[i](v)), set(values) {
    let mask = 0;
    values.forEach((v, k) => {
      const at = vals[inputs[k]];
      if (at[0] !== v) { at[0] = v; mask |= 1 << k; }
    });
    if (mask) vals.forEach((v, i) => deps[i] & mask && deps[i] > 0 && fill[i](v));
    return mask;
  } };
}
