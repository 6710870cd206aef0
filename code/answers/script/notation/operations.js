// What the signs of the notation do with its values.
import { NDArray, sameShape, transpose } from '../numpy/array.js';
import { np } from '../numpy/namespace.js';
import { matmul } from '../numpy/products.js';
import { call } from '../python/calls.js';
import { SyntaxFault, raise } from '../python/faults.js';
import { Eye, Index, Undefined, ZERO, eye, matrix, number, said, settledValue } from './values.js';

const NO_INVERSE = 2 ** -46; // a smallest singular value below this share of the largest one is rounding
const STAR = '* between two arrays is entry by entry in NumPy, and a product of matrices on paper. Write @ or nothing '
  + 'for the product.';
const linear = (name, ...given) => call(np.members.linalg.members[name], given);
const isArray = v => v instanceof NDArray;
const square = a => isArray(a) && a.shape[0] === a.shape[1];
const ofEntries = (a, f) => new NDArray(a.shape, a.values().map(f));

/** How far the indices of the entries that were asked for run, by name. */
export const extents = new Map();

function add(a, b) {
  if (a === ZERO) return b instanceof Index ? b.value : b;
  if (b === ZERO) return a instanceof Index ? a.value : a;
  if (a instanceof Eye && b instanceof Eye) return new Eye(a.scale + b.scale);
  if (a instanceof Eye && square(b)) return add(eye(b.shape[0], a.scale), b);
  if (b instanceof Eye && square(a)) return add(a, eye(a.shape[0], b.scale));
  if (!isArray(a) && !isArray(b)) return number(a, 'a term') + number(b, 'a term');
  if (!isArray(a) || !isArray(b) || !sameShape(a.shape, b.shape)) {
    const mixed = [a, b].find(v => !isArray(v)), other = mixed === a ? b : a;
    const meant = mixed !== undefined && !(mixed instanceof Eye) && square(other) ? ': is a factor I missing?' : '';
    raise('ValueError', `${said(a)} and ${said(b)} cannot be added${meant}`);
  }
  const x = b.values();
  return ofEntries(a, (v, k) => v + x[k]);
}

function times(a, b) {
  if (a === ZERO || b === ZERO) return ZERO;
  if (a instanceof Eye && b instanceof Eye) return new Eye(a.scale * b.scale);
  if (a instanceof Eye) return scaled(b, a.scale, true);
  if (b instanceof Eye) return scaled(a, b.scale, true);
  if (!isArray(a)) return scaled(b, number(a, 'a factor'));
  if (!isArray(b)) return scaled(a, number(b, 'a factor'));
  if (a.shape[1] !== b.shape[0]) {
    raise('ValueError', `${said(a)} times ${said(b)}: the sizes ${a.shape[1]} and ${b.shape[0]} in the middle differ`);
  }
  return settledValue(matmul(a, b));
}

function scaled(v, factor, isIdentity = false) {
  if (isArray(v)) return ofEntries(v, x => x * factor);
  return isIdentity ? new Eye(number(v, 'a factor') * factor) : v instanceof Eye ? new Eye(v.scale * factor)
    : number(v, 'a factor') * factor;
}

function star(a, b, at) {
  if (isArray(a) && isArray(b)) throw new SyntaxFault(STAR, at);
  return times(a, b);
}

/** a ⊙ b */
function entrywise(a, b) {
  if (!isArray(a) || !isArray(b)) return times(a, b);
  const x = sameShape(a.shape, b.shape) ? b.values() : raise('ValueError', `${said(a)} ⊙ ${said(b)}: sizes differ`);
  return ofEntries(a, (v, k) => v * x[k]);
}

const negative = a => a === ZERO ? ZERO : scaled(a, -1);
const turned = a => isArray(a) ? transpose(a).copy() : a;

function over(a, b) {
  const under = isArray(b) ? raise('ValueError',
    `nothing can be divided by ${said(b)}: write A^{-1} for an inverse, x_i for an entry`) : number(b, 'a denominator');
  return a === ZERO ? under ? ZERO : NaN : under === 0 ? scaled(a, NaN) : isArray(a) || a instanceof Eye
    ? scaled(a, 1 / under) : number(a, 'a numerator') / under;
}

/** The rows, then the columns, divided by their largest entries: what is left is no matter of units. */
function balanced(a) {
  const [n] = a.shape, values = a.values(), by = at => Array.from({ length: n }, (_, i) => Math.max(
    ...Array.from({ length: n }, (_, j) => Math.abs(values[at(i, j)]))) || 1);
  for (const at of [(i, j) => i * n + j, (i, j) => j * n + i]) {
    by(at).forEach((size, i) => { for (let j = 0; j < n; j++) values[at(i, j)] /= size; });
  }
  return new NDArray(a.shape, values);
}

function inverse(a) {
  if (a instanceof Eye) return a === ZERO ? raise('LinAlgError', '0 has no inverse') : new Eye(1 / a.scale);
  if (!isArray(a)) return number(a, '') === 0 ? raise('LinAlgError', '0 has no inverse') : 1 / number(a, '');
  if (!square(a)) raise('LinAlgError', `${said(a)} is not square and has no inverse; ^+ is the pseudoinverse`);
  const s = linear('svdvals', balanced(a)).values();
  if (!(s.at(-1) > s[0] * NO_INVERSE)) raise('LinAlgError', `this ${said(a).slice(2)} has no inverse`);
  return linear('inv', a);
}

const pseudoinverse = a => isArray(a) ? settledValue(linear('pinv', a)) : a === ZERO ? ZERO : a instanceof Eye
  ? inverse(a) : number(a, '') === 0 ? 0 : 1 / number(a, '');

function power(a, exponent) {
  const p = number(exponent, 'an exponent');
  if (!isArray(a) && !(a instanceof Eye && a !== ZERO)) {
    const base = number(a, 'a base');
    return base === 0 && p < 0 ? NaN : base ** p;
  }
  if (isArray(a) && !square(a)) {
    raise('ValueError', `${said(a)} has no power: ||x||^2 is a squared length, x_i^2 a squared entry`);
  }
  if (!Number.isInteger(p)) raise('ValueError', 'a matrix has whole powers only');
  const base = p < 0 ? inverse(a) : a;
  return p === 0 ? new Eye(1) : Array(Math.abs(p) - 1).fill(base).reduce(times, base);
}

function norm(a) {
  if (!isArray(a)) return Math.abs(number(a, ''));
  if (!a.shape.includes(1)) raise('ValueError', `|| || is the length of a vector; of ${said(a)} write ||A||_F`);
  return Math.hypot(...a.values());
}

const frobenius = a => isArray(a) ? Math.hypot(...a.values()) : Math.abs(number(a, ''));

function entry(a, ...indices) {
  const shape = isArray(a) ? a.shape : [1, 1], isVector = shape.includes(1);
  const ks = indices.map(v => number(v, 'an index'));
  if (a instanceof Eye) return indices.length === 2 ? a.scale * (ks[0] === ks[1]) : a.scale;
  if (!isArray(a)) return sized(indices, ks, indices.map(() => 1)) ? number(a, '') : NaN;
  if (isVector && indices.length === 1) return sized(indices, ks, [Math.max(...shape)]) ? a.at(ks[0] - 1) : NaN;
  if (indices.length !== 2) raise('ValueError', `an entry of ${said(a)} has two indices, as in A_ij`);
  return sized(indices, ks, shape) ? a.at((ks[0] - 1) * shape[1] + ks[1] - 1) : NaN;
}

/** Remembers how far indices run; a number as an index has to be within. */
function sized(indices, ks, sizes) {
  indices.forEach((index, d) => {
    const known = index instanceof Index ? extents.get(index.name) : undefined;
    if (index instanceof Index && (known ?? sizes[d]) !== sizes[d]) {
      raise('ValueError', `the index ${index.name} runs to ${known} and to ${sizes[d]}`);
    }
    if (index instanceof Index) extents.set(index.name, sizes[d]);
    else if (!(ks[d] >= 1 && ks[d] <= sizes[d])) raise('ValueError', `there is no entry ${ks[d]}: entries are `
      + `counted from 1 to ${sizes[d]}`);
  });
  return ks.every((k, d) => k >= 1 && k <= sizes[d]);
}

/** δ_ij, by which one index tells how far the other runs. */
function sameIndex(i, j) {
  for (const [one, other] of [[i, j], [j, i]]) {
    if (one instanceof Index && other instanceof Index && extents.has(one.name) && !extents.has(other.name)) {
      extents.set(other.name, extents.get(one.name));
    }
  }
  return Number(number(i, 'an index') === number(j, 'an index'));
}

function diagonal(a) {
  if (!isArray(a)) return a;
  const n = Math.max(...a.shape);
  return a.shape.includes(1) ? matrix(n, n, (i, j) => i === j ? a.at(i) : 0)
    : matrix(Math.min(...a.shape), 1, i => a.at(i * a.shape[1] + i));
}

const ofSquare = (name, f) => a => !isArray(a) ? number(a, '') : square(a) ? f(a)
  : raise('ValueError', `${name} needs a square matrix; this is ${said(a)}`);
const trace = ofSquare('tr', a => diagonal(a).values().reduce((s, v) => s + v, 0));
const determinant = ofSquare('det', a => linear('det', a).at(0));
/** Of 0 it has no value: what was rounded to 0 on the way shall refute nobody. */
function logarithm(v) {
  if (v > 0) return Math.log(v);
  throw new Undefined('the logarithm of 0, or of a negative number');
}

const ofNumber = (name, f) => (...all) => f(...all.map(v => number(v, `the argument of ${name}`)));
const COMPARED = { '<': (a, b) => a < b, '>': (a, b) => a > b, '<=': (a, b) => a <= b, '>=': (a, b) => a >= b,
  '=': (a, b) => a === b, '!=': (a, b) => a !== b };

/** 1 where the relation holds, else 0. */
const iverson = (a, sign, b) => Number(COMPARED[sign](number(a, 'what is compared'), number(b, 'what is compared')));

export const OPERATIONS = {
  add, times, star, entrywise, negative, transpose: turned, over, inverse, pseudoinverse, power, norm, entry,
  diag: diagonal, tr: trace, det: determinant, iverson, frobenius,
  abs: ofNumber('| |', Math.abs), sqrt: ofNumber('a root', Math.sqrt), exp: ofNumber('exp', Math.exp),
  log: ofNumber('log', logarithm), ln: ofNumber('ln', logarithm), max: ofNumber('max', Math.max),
  min: ofNumber('min', Math.min), relu: ofNumber('relu', v => Math.max(0, v)),
  same: sameIndex,
  identity: (...sizes) => new Set(sizes).size > 1 ? raise('ValueError', 'I is square') : settledValue(eye(sizes[0])),
  zeros: (n, m = 1) => settledValue(matrix(number(n, 'a size'), number(m, 'a size'), () => 0)),
};
