// np.linalg: arrays in, arrays out.  The algorithms stand in decompositions.js.
import { defined } from '../python/calls.js';
import { beyond, raise } from '../python/faults.js';
import { Namespace, Tuple, iterate } from '../python/values.js';
import { NDArray, broadcast, broadcastShape, reshape, scalar, transpose } from './array.js';
import { asArray, isNone, isOn, whole } from './convert.js';
import { choleskyRows, detRows, eighRows, identity, qrRows, solveRows, svdRows } from './decompositions.js';
import { settled } from './dtypes.js';
import { stack } from './joining.js';
import { axesIn } from './methods.js';
import { along, total } from './reductions.js';
import { matmul } from './products.js';

const rowsOf = a => Array.from({ length: a.shape[0] }, (_, i) => a.row(i).values());
const floatKind = (...arrays) => arrays.every(a => a.kind === 's') ? 's' : 'f';
const epsOf = a => a.kind === 's' ? 2 ** -23 : 2 ** -52;
const given = value => isNone(value) ? null : asArray(value).at(0);
const named = (fields, ...items) => Tuple.from(items, fields);

function matrix(rows, kind, n = rows[0]?.length ?? 0) {
  return new NDArray([rows.length, n], rows.flatMap(row => row.map(x => settled(x, kind))), kind);
}
const vector = (values, kind) => new NDArray([values.length], values.map(x => settled(x, kind)), kind);

function atLeastMatrix(value) {
  const a = asArray(value);
  return a.ndim >= 2 ? a : raise('LinAlgError',
    `${a.ndim}-dimensional array given. Array must be at least two-dimensional`);
}

function square(a) {
  if (a.shape.at(-1) !== a.shape.at(-2)) raise('LinAlgError', 'Last 2 dimensions of the array must be square');
  return a;
}

/** f of one matrix, or of each of a stack of them: results are arrays, or tuples of arrays. */
function each(value, f, check = a => a) {
  const a = check(atLeastMatrix(value));
  if (a.ndim === 2) return f(a);
  const stacks = a.shape.slice(0, -2);
  const flat = reshape(a, [stacks.reduce((n, m) => n * m, 1), ...a.shape.slice(-2)]);
  if (!flat.shape[0]) beyond('An empty stack of matrices cannot be used here.');
  const found = rowsOfStack(flat).map(f), back = items => { const all = stack(items);
    return reshape(all, [...stacks, ...all.shape.slice(1)]); };
  return found[0] instanceof Tuple ? Tuple.from(found[0].map((_, k) => back(found.map(one => one[k]))), found[0].fields)
    : back(found);
}
const rowsOfStack = a => Array.from({ length: a.shape[0] }, (_, k) => a.row(k));

const svdOf = a => { const { U, s, Vt } = svdRows(rowsOf(a), a.shape[1]); return { U, s, Vt, k: s.length }; };
const inverse = a => matrix(solveRows(rowsOf(a), identity(a.shape[0])), floatKind(a), a.shape[0]);

function solve(left, right) {
  const a = square(atLeastMatrix(left)), b = asArray(right), n = a.shape.at(-1), one = b.ndim === 1,
    kind = floatKind(a, b);
  if (!b.ndim) raise('ValueError',
    'solve: Input operand 1 does not have enough dimensions '
      + '(has 0, gufunc core with signature (m,m),(m,n)->(m,n) requires 2)');
  const B = one ? reshape(b, [b.size, 1]) : b;
  if (B.shape.at(-2) !== n) {
    const [name, rule] = one ? ['solve1', '(m,m),(m)->(m)'] : ['solve', '(m,m),(m,n)->(m,n)'];
    raise('ValueError', `${name}: Input operand 1 has a mismatch in its core dimension 0, `
      + `with gufunc signature ${rule} (size ${B.shape.at(-2)} is different from ${n})`);
  }
  const of = (A, C) => matrix(solveRows(rowsOf(A), rowsOf(C)), kind, C.shape[1]);
  if (a.ndim === 2 && B.ndim === 2) return reshape(of(a, B), b.shape);
  const stacks = broadcastShape(a.shape.slice(0, -2), B.shape.slice(0, -2)), many = stacks.reduce((m, k) => m * k, 1);
  const flat = v => rowsOfStack(reshape(broadcast(v, [...stacks, ...v.shape.slice(-2)]), [many, ...v.shape.slice(-2)]));
  const [A, C] = [flat(a), flat(B)], found = reshape(stack(A.map((one, k) => of(one, C[k]))),
    [...stacks, n, B.shape.at(-1)]);
  return one ? reshape(found, [...stacks, n]) : found;
}

function pseudoInverse(a, rcond) {
  const { U, s, Vt, k } = svdOf(a), cut = (rcond ?? 1e-15) * (s[0] ?? 0), turned = s.map(x => x > cut ? 1 / x : 0);
  return matrix(Array.from({ length: a.shape[1] }, (_, i) => Array.from({ length: a.shape[0] }, (_, j) => {
    let sum = 0;
    for (let h = 0; h < k; h++) sum += Vt[h][i] * turned[h] * U[j][h];
    return sum;
  })), floatKind(a), a.shape[0]);
}

function lstsq(left, right, rcond) {
  const a = asArray(left), b = asArray(right), [m, n] = a.shape;
  if (a.ndim !== 2) raise('LinAlgError', `${a.ndim}-dimensional array given. Array must be two-dimensional`);
  if (b.shape[0] !== m) raise('LinAlgError', 'Incompatible dimensions');
  const { s, k } = svdOf(a), cut = rcond ?? epsOf(a) * Math.max(m, n), rank = s.filter(x => x > cut * s[0]).length;
  const w = matmul(pseudoInverse(a, cut), b), misfit = matmul(a, w), kind = floatKind(a, b);
  const gaps = new NDArray(b.shape, b.values().map((v, i) => (v - misfit.at(i)) ** 2));
  const left2 = rank === n && m > n ? along(gaps, [0], false, total, kind) : vector([], kind);
  return new Tuple(w, left2.ndim ? left2 : reshape(left2, [1]), scalar(rank, 'l'),
    vector(s.slice(0, k), kind));
}

const sizesOf = v => v.map(Math.abs), length = v => { const m = Math.max(0, ...sizesOf(v)); return m && m < Infinity
  ? m * Math.sqrt(total(v.map(x => (x / m) ** 2))) : total(sizesOf(v)); };
const VECTOR_NORMS = { 2: length, 1: v => total(sizesOf(v)), 0: v => v.filter(x => x !== 0).length,
  Infinity: v => Math.max(...sizesOf(v)),
  '-Infinity': v => Math.min(...sizesOf(v)) };
const general = p => v => total(sizesOf(v).map(x => x ** p)) ** (1 / p);

const normKind = a => a.kind === 's' ? 's' : 'f';
const ofVectors = (a, p, axes, kept) => along(a, axes, kept, VECTOR_NORMS[p] ?? general(p), normKind(a));

function norm(value, ord, axis, keep) {
  const a = asArray(value), axes = axesIn(axis), kind = normKind(a);
  const p = typeof ord === 'string' ? ord : given(ord), kept = isOn(keep);
  const count = axes ? axes.length : a.ndim;
  if (p === null || (p === 'fro' && count === 2)) return along(a, axes, kept, length, kind);
  if (typeof p === 'string' && count !== 2) raise('ValueError', `Invalid norm order '${p}' for vectors`);
  if (count === 1) return ofVectors(a, p, axes, kept);
  if (count !== 2) raise('ValueError', 'Improper number of dimensions to norm.');
  if (axes && a.ndim > 2) beyond('A norm of each of a stack of matrices cannot be used here.');
  const M = axes && axes[0] % 2 ? transpose(a) : a;
  const sums = d => along(M, [d], false, v => total(sizesOf(v)), 'f').values(), s = () => svdOf(M).s;
  const found = { 2: () => s()[0], '-2': () => s().at(-1), nuc: () => total(s()), 1: () => Math.max(...sums(0)),
    '-1': () => Math.min(...sums(0)),
    Infinity: () => Math.max(...sums(1)), '-Infinity': () => Math.min(...sums(1)) }[p];
  return along(scalar((found ?? (() => raise('ValueError', 'Invalid norm order for matrices.')))(), kind), null, false,
    v => v[0], kind).view(kept ? [1, 1] : [], [0]);
}

function fullSvd(a, full, vectors) {
  const { U, s, Vt, k } = svdOf(a), kind = floatKind(a);
  if (!isOn(vectors, true)) return vector(s, kind);
  const [m, n] = isOn(full, true) ? a.shape : [k, k];
  return named(['U', 'S', 'Vh'], matrix(U.map(row => row.slice(0, m)), kind, m), vector(s, kind),
    matrix(Vt.slice(0, n), kind, a.shape[1]));
}

function qr(a, mode) {
  const { Q, R } = qrRows(rowsOf(a)), [m, n] = a.shape, k = mode === 'complete' ? m : Math.min(m, n),
    kind = floatKind(a);
  if (!['reduced', 'complete', 'r'].includes(mode)) beyond(`qr in the mode '${mode}' cannot be used here.`);
  const upper = matrix(R.slice(0, k), kind, n);
  return mode === 'r' ? upper : named(['Q', 'R'], matrix(Q.map(row => row.slice(0, k)), kind, k), upper);
}

function eigh(a, half) {
  const { values, vectors } = eighRows(rowsOf(half === 'U' ? transpose(a) : a)), kind = floatKind(a);
  return named(['eigenvalues', 'eigenvectors'], vector(values, kind), matrix(vectors, kind));
}

function rank(value, tol, rtol) {
  const a = asArray(value);
  if (a.ndim < 2) return scalar(+a.values().some(x => x !== 0), 'i');
  return each(a, one => {
    const { s } = svdOf(one), cut = tol ?? (rtol ?? Math.max(...one.shape) * epsOf(a)) * (s[0] ?? 0);
    return scalar(s.filter(x => x > cut).length, 'i');
  });
}

function power(value, exponent) {
  const a = square(atLeastMatrix(value)), n = whole(exponent), A = n < 0 ? each(a, inverse) : a;
  if (!n) return each(a, one => matrix(identity(one.shape[0]), a.kind));
  let out = A;
  for (let k = 1; k < Math.abs(n); k++) out = matmul(out, A);
  return out.copy();
}

function cond(a, p) {
  if (isNone(p) || given(p) === 2) { const { s } = svdOf(a); return scalar(s[0] / s.at(-1),
    floatKind(a)); }
  return scalar(norm(a, p).at(0) * norm(inverse(square(a)), p).at(0), floatKind(a));
}

function sign(a) {
  const d = detRows(rowsOf(a)), kind = floatKind(a);
  return named(['sign', 'logabsdet'], scalar(Math.sign(d), kind), scalar(Math.log(Math.abs(d)), kind));
}

function chain(all) {
  const given = [...iterate(all)].map(asArray);
  if (given.length < 2) raise('ValueError', 'Expecting at least two arrays.');
  return given.reduce((a, b) => matmul(a, b));
}

export const linalg = new Namespace('np.linalg', defined({
  solve: ['a, b', solve], inv: ['a', a => each(a, inverse, square)],
  pinv: ['a, rcond=, hermitian=, *, rtol=', (a, rcond, _, rtol) => each(a, one => pseudoInverse(one, given(rcond)
    ?? given(rtol)))],
  lstsq: ['a, b, rcond=', (a, b, rcond) => lstsq(a, b, given(rcond))],
  svd: ['a, full_matrices=, compute_uv=, hermitian=', (a, full, vectors) => each(a,
    one => fullSvd(one, full, vectors))],
  svdvals: ['x', a => each(a, one => fullSvd(one, false, false))],
  qr: ['a, mode=', (a, mode = 'reduced') => each(a, one => qr(one, mode))],
  eigh: ['a, UPLO=', (a, half) => each(a, one => eigh(one, half), square)],
  eigvalsh: ['a, UPLO=', (a, half) => each(a, one => eigh(one, half)[0], square)],
  cholesky: ['a, *, upper=', (a, upper) => each(a, one => {
    const L = matrix(choleskyRows(rowsOf(one)), floatKind(one));
    return isOn(upper) ? transpose(L) : L;
  }, square)],
  det: ['a', a => each(a, one => scalar(settled(detRows(rowsOf(one)), floatKind(one)), floatKind(one)), square)],
  slogdet: ['a', a => each(a, sign, square)],
  norm: ['x, ord=, axis=, keepdims=', norm],
  matrix_rank: ['A, tol=, hermitian=, *, rtol=', (a, tol, _, rtol) => rank(a, given(tol), given(rtol))],
  matrix_power: ['a, n', power], cond: ['x, p=', (a, p) => each(a, one => cond(one, p))], multi_dot: ['arrays', chain],
}, 'np.linalg.'));
