// Functions that work entry by entry, by NumPy's names, with the kind of their results.
import { beyond, raise } from '../python/faults.js';
import { even, floorDivide, realPower, remainder } from '../python/numbers.js';
import { NDArray, broadcast, broadcastShape, sameShape } from './array.js';
import { commonKind, isFloat, settled } from './dtypes.js';

const logaddexp = (a, b) => {
  const m = Math.max(a, b);
  return Number.isFinite(m) ? m + Math.log1p(Math.exp(Math.min(a, b) - m)) : m;
};
const truthOf = f => f.length === 1 ? a => +f(a) : (a, b) => +f(a, b);
const bits = f => (a, b) => Number(f(BigInt(a), BigInt(b)));
const shift = f => (a, b) => b < 0 ? beyond('A shift by a negative number cannot be used here.') : bits(f)(a, b);
const hypot = (a, b) => Math.abs(a) === Infinity || Math.abs(b) === Infinity ? Infinity : Math.hypot(a, b);
const firstOf = (a, b, f) => a !== a ? b : b !== b ? a : f(a, b);

// The rule is the kind of the result: "float" (float64, or float32 for float32), "b", or "same" as the arguments have
// in common; "number" is the same, and int8 for truth values, which we lack; "no truth" is not for truth values;
// "whole" is for whole numbers.
const RULES = {
  same: {
    add: (a, b) => a + b, multiply: (a, b) => a * b, maximum: Math.max, minimum: Math.min, fmax: (a, b) => firstOf(a, b,
      Math.max),
    fmin: (a, b) => firstOf(a, b, Math.min), absolute: a => Math.abs(a), floor: a => Math.floor(a),
      ceil: a => Math.ceil(a),
    trunc: a => Math.trunc(a), conjugate: a => a,
  },
  number: {
    power: realPower, floor_divide: floorDivide, remainder, fmod: (a, b) => a % b,
  },
  'no truth': { square: a => a * a, subtract: (a, b) => a - b, negative: a => -a, positive: a => a,
    sign: a => Math.sign(a) },
  whole: {
    bitwise_and: bits((a, b) => a & b), bitwise_or: bits((a, b) => a | b), bitwise_xor: bits((a, b) => a ^ b),
      invert: a => -a - 1,
    left_shift: shift((a, b) => a << b), right_shift: shift((a, b) => a >> b),
  },
  b: {
    greater: truthOf((a, b) => a > b), greater_equal: truthOf((a, b) => a >= b), less: truthOf((a, b) => a < b),
    less_equal: truthOf((a, b) => a <= b), equal: truthOf((a, b) => a === b), not_equal: truthOf((a, b) => a !== b),
    logical_and: truthOf((a, b) => a !== 0 && b !== 0), logical_or: truthOf((a, b) => a !== 0 || b !== 0),
      logical_xor: truthOf((a, b) => (a !== 0) !== (b !== 0)),
    logical_not: truthOf(a => a === 0), isnan: truthOf(a => a !== a), isfinite: truthOf(a => Number.isFinite(a)),
    isinf: truthOf(a => Math.abs(a) === Infinity), signbit: truthOf(a => a < 0 || Object.is(a, -0)),
  },
  float: {
    divide: (a, b) => a / b, rint: even, heaviside: (a, b) => a !== a ? a : a < 0 ? 0 : a > 0 ? 1 : b, logaddexp, hypot,
    logaddexp2: (a, b) => logaddexp(a * Math.LN2, b * Math.LN2) / Math.LN2, exp2: a => 2 ** a,
      arctan2: (a, b) => Math.atan2(a, b),
    copysign: (a, b) => Math.abs(a) * (b < 0 || Object.is(b, -0) ? -1 : 1), float_power: realPower,
    degrees: a => a * (180 / Math.PI), radians: a => a * (Math.PI / 180), fabs: a => Math.abs(a),
    ...Object.fromEntries(['sqrt', 'cbrt', 'exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'sin', 'cos', 'tan', 'sinh',
      'cosh', 'tanh']
      .map(name => [name, a => Math[name](a)])),
    ...Object.fromEntries(['sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh'].map(name => [`arc${name}`,
      a => Math[`a${name}`](a)])),
  },
};
RULES.number.reciprocal = a => 1 / a;
const TABLE = Object.fromEntries(Object.entries(RULES).flatMap(
  ([rule, functions]) => Object.entries(functions).map(([name, f]) => [name, [rule, f]])));
const ALIASES = { abs: 'absolute', true_divide: 'divide', mod: 'remainder', pow: 'power', bitwise_not: 'invert',
  bitwise_invert: 'invert', conj: 'conjugate',
  deg2rad: 'radians', rad2deg: 'degrees', atan2: 'arctan2', ...Object.fromEntries(['sin', 'cos', 'tan', 'sinh', 'cosh',
    'tanh']
    .map(name => [`a${name}`, `arc${name}`])) };
const GIVE_INT8 = ['left_shift', 'right_shift', 'square', 'conjugate'];
const REFUSED = {
  subtract: 'numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the '
    + 'logical_xor function instead.',
  negative: 'The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not '
    + 'function instead.',
};
const OVER_BOOLEANS = { add: 'logical_or', multiply: 'logical_and', bitwise_and: 'logical_and',
  bitwise_or: 'logical_or',
  bitwise_xor: 'logical_xor', invert: 'logical_not', maximum: 'logical_or', minimum: 'logical_and' };
// Division by zero gives 0 for whole numbers in NumPy, with a warning.
const OF_WHOLES = { floor_divide: (a, b) => b ? Math.floor(a / b) : 0, remainder: (a, b) => b ? remainder(a, b) : 0,
  fmod: (a, b) => b ? a % b : 0, reciprocal: a => a ? Math.trunc(1 / a)
    : beyond('1 / 0 of whole numbers cannot be used here.') };

export const argumentsOf = name => Math.min(TABLE[ALIASES[name] ?? name][1].length || 2, 2);
export const elementwiseNames = [...Object.keys(TABLE), ...Object.keys(ALIASES)];

/** f over the entries of one or two arrays, stretched to one shape. */
function mapped(f, kind, a, b) {
  const shape = b ? broadcastShape(a.shape, b.shape) : a.shape, out = [];
  const x = broadcast(a, shape), y = b && broadcast(b, shape), n = x.size;
  if (b) for (let k = 0; k < n; k++) out.push(f(x.at(k), y.at(k)));
  else for (let k = 0; k < n; k++) out.push(f(x.at(k)));
  if (kind !== 'f' && kind !== 'b') for (let k = 0; k < n; k++) out[k] = settled(out[k], kind);
  return new NDArray(shape, out, kind);
}

function kindOfResult(name, rule, given) {
  if (rule === 'b') return 'b';
  if (rule === 'float') {
    if (given === 'b' && name !== 'divide') {
      beyond(`np.${name} of truth values gives float16, which this page does not have.`);
    }
    return given === 's' && name !== 'float_power' ? 's' : 'f';
  }
  if (given === 'b' && (rule === 'number' || GIVE_INT8.includes(name))) {
    beyond(`np.${name} of truth values gives int8, which this page does not have.`);
  }
  if (given === 'b' && rule === 'no truth') {
    const none = `ufunc '${name}' did not contain a loop with signature matching types `
      + "<class 'numpy.dtypes.BoolDType'> -> None";
    return REFUSED[name] ? raise('TypeError', REFUSED[name]) : raise('UFuncTypeError', none);
  }
  if (isFloat(given) && rule === 'whole') {
    raise('TypeError', `ufunc '${name}' not supported for the input types, and the inputs could not be safely `
      + 'coerced to any '
      + "supported types according to the casting rule ''safe''");
  }
  return given;
}

/** One of the functions by its name. */
export function apply(alias, ...arrays) {
  const name = ALIASES[alias] ?? alias, given = commonKind(arrays), [rule, f] = TABLE[name];
  if (given === 'b' && OVER_BOOLEANS[name]) return apply(OVER_BOOLEANS[name], ...arrays);
  const kind = kindOfResult(name, rule, given), isWhole = !isFloat(kind) && kind !== 'b';
  if (arrays.length > 1) broadcastShape(...arrays.map(a => a.shape));
  if (name === 'power' && isWhole && arrays[1].values().some(v => v < 0)) {
    raise('ValueError', 'Integers to negative integer powers are not allowed.');
  }
  const cast = kind === 's' ? arrays.map(a => a.weak ? a.copy('s') : a) : arrays;
  if (cast.length === 2 && sameShape(cast[0].shape, []) && !cast[1].ndim
    && kind === 'f') { // two numbers: the most frequent case
    return new NDArray([], [f(cast[0].at(0), cast[1].at(0))], kind);
  }
  return mapped((isWhole && OF_WHOLES[name]) || f, kind, ...cast);
}
