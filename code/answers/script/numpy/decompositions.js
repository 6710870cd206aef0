// Small dense matrices as arrays of rows: LU, Householder QR, one-sided Jacobi SVD, Jacobi eigenvalues, Cholesky.
import { spend } from '../python/budget.js';
import { raise } from '../python/faults.js';

export const identity = n => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => +(i === j)));
const transposed = (A, columns = A[0]?.length ?? 0) => Array.from({ length: columns },
  (_, j) => A.map(row => row[j]));
const inner = (u, v) => u.reduce((s, x, k) => s + x * v[k], 0);
const length = v => Math.hypot(...v);
const singular = () => raise('LinAlgError', 'Singular matrix');

/** LU with the largest pivot: {LU, order, sign}; a pivot of 0 is left in place. */
function lu(A) {
  spend(A.length ** 3 / 16);
  const LU = A.map(row => [...row]), n = LU.length, order = [...LU.keys()];
  let sign = 1;
  for (let k = 0; k < n; k++) {
    let p = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(LU[i][k]) > Math.abs(LU[p][k])) p = i;
    if (p !== k) {
      [LU[p], LU[k]] = [LU[k], LU[p]];
      [order[p], order[k]] = [order[k], order[p]];
      sign = -sign;
    }
    if (!LU[k][k]) continue;
    for (let i = k + 1; i < n; i++) {
      const factor = LU[i][k] /= LU[k][k];
      for (let j = k + 1; j < n; j++) LU[i][j] -= factor * LU[k][j];
    }
  }
  return { LU, order, sign };
}

/** The X with A X = B, for square A. */
export function solveRows(A, B) {
  const { LU, order } = lu(A), n = LU.length, X = order.map(i => [...B[i]]);
  if (LU.some((row, k) => row[k] === 0)) singular();
  for (let c = 0; c < (X[0]?.length ?? 0); c++) {
    for (let i = 0; i < n; i++) for (let k = 0; k < i; k++) X[i][c] -= LU[i][k] * X[k][c];
    for (let i = n - 1; i >= 0; i--) {
      for (let k = i + 1; k < n; k++) X[i][c] -= LU[i][k] * X[k][c];
      X[i][c] /= LU[i][i];
    }
  }
  return X;
}

export function detRows(A) {
  const { LU, sign } = lu(A);
  return LU.reduce((p, row, k) => p * row[k], sign);
}

/** Householder QR with LAPACK's signs: {Q (m, m), R (m, n)}. */
export function qrRows(A) {
  const m = A.length, n = A[0]?.length ?? 0, R = A.map(row => [...row]), Q = identity(m);
  for (let k = 0; k < Math.min(m - 1, n); k++) {
    const x = R.slice(k).map(row => row[k]), norm = length(x);
    if (!length(x.slice(1))) continue;
    const v = [...x];
    v[0] += x[0] < 0 ? -norm : norm;
    reflect(R, v, k);
    reflect(Q, v, k);
    for (let i = k + 1; i < m; i++) R[i][k] = 0;
  }
  return { Q: transposed(Q, m), R };
}

function reflect(M, v, k) {
  const scale = 2 / inner(v, v);
  for (let c = 0; c < M[0].length; c++) {
    const s = scale * v.reduce((sum, x, i) => sum + x * M[k + i][c], 0);
    v.forEach((x, i) => { M[k + i][c] -= s * x; });
  }
}

/** The full SVD by one-sided Jacobi: {U (m, m), s (k,), Vt (n, n)}, s from large to small. */
export function svdRows(A, n = A[0]?.length ?? 0) {
  const m = A.length;
  if (m < n) {
    const { U, s, Vt } = svdRows(transposed(A, n), m);
    return { U: transposed(Vt, m), s, Vt: transposed(U, n) };
  }
  spend(m * n * n);
  const columns = transposed(A, n), V = identity(n);
  if (columns.flat().some(x => !Number.isFinite(x))) raise('LinAlgError', 'SVD did not converge');
  for (let sweep = 0, turned = true; turned && sweep < 60; sweep++) {
    turned = false;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) turned = turnApart(columns, V, p, q) || turned;
  }
  const sizes = columns.map(length), order = [...sizes.keys()].sort((i, j) => sizes[j] - sizes[i]);
  const s = order.map(j => sizes[j]);
  const tiny = (s[0] ?? 0) * 1e-300, U = [];
  for (const j of order) U.push(sizes[j] > tiny ? orthogonal(columns[j].map(x => x / sizes[j]), U) : completing(U, m));
  while (U.length < m) U.push(completing(U, m));
  return { U: transposed(U, m), s, Vt: order.map(j => V[j]) };
}

/** Cosine and sine of the smaller of the two angles t with tan(2 t) = 1 / zeta. */
function rotation(zeta) {
  const t = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta)), cos = 1 / Math.hypot(1, t);
  return [cos, cos * t];
}

/** Turns columns p and q of a matrix, and the rows of V, until they are at a right angle. */
function turnApart(columns, V, p, q) {
  const [u, v] = [columns[p], columns[q]], a = inner(u, u), b = inner(v, v), c = inner(u, v);
  if (Math.abs(c) <= 1e-16 * Math.sqrt(a * b)) return false;
  const [cos, sin] = rotation((b - a) / (2 * c));
  for (const M of [columns, V]) {
    const [x, y] = [M[p], M[q]];
    M[p] = x.map((e, k) => cos * e - sin * y[k]);
    M[q] = x.map((e, k) => sin * e + cos * y[k]);
  }
  return true;
}

/** A unit vector made exactly orthogonal to others: a column that is rounding only may point anywhere. */
function orthogonal(u, others) {
  let v = u;
  for (const w of [...others, ...others]) v = without(v, w); // twice is enough
  const size = length(v);
  return size > 0.5 ? v.map(x => x / size) : completing(others, u.length);
}

function without(v, w) {
  const c = inner(v, w);
  return v.map((x, k) => x - c * w[k]);
}

function completing(others, m) {
  const left = identity(m).map(e => others.reduce(without, e));
  const v = left.reduce((a, b) => length(b) > length(a) + 1e-9 ? b : a);
  return orthogonal(v.map(x => x / length(v)), others);
}

/** Eigenvalues from small to large, eigenvectors as columns, of the symmetric matrix in the lower half. */
export function eighRows(A) {
  const n = A.length, S = A.map((row, i) => row.map((_, j) => A[Math.max(i, j)][Math.min(i, j)])), V = identity(n);
  spend(n ** 3);
  if (S.flat().some(x => !Number.isFinite(x))) raise('LinAlgError', 'Eigenvalues did not converge');
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) {
      if (Math.abs(S[p][q]) <= 1e-17 * (Math.abs(S[p][p]) + Math.abs(S[q][q]))) continue;
      off = 1;
      const [c, s] = rotation((S[q][q] - S[p][p]) / (2 * S[p][q]));
      for (let k = 0; k < n; k++) [S[k][p], S[k][q]] = [c * S[k][p] - s * S[k][q], s * S[k][p] + c * S[k][q]];
      for (let k = 0; k < n; k++) [S[p][k], S[q][k]] = [c * S[p][k] - s * S[q][k], s * S[p][k] + c * S[q][k]];
      for (let k = 0; k < n; k++) [V[k][p], V[k][q]] = [c * V[k][p] - s * V[k][q], s * V[k][p] + c * V[k][q]];
    }
    if (!off) break;
  }
  const order = [...S.keys()].sort((i, j) => S[i][i] - S[j][j]);
  return { values: order.map(i => S[i][i]), vectors: V.map(row => order.map(j => row[j])) };
}

export function choleskyRows(A) {
  const L = A.map(row => row.map(() => 0));
  A.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      const rest = row[j] - inner(L[i].slice(0, j), L[j].slice(0, j));
      if (i === j && !(rest > 0)) raise('LinAlgError', 'Matrix is not positive definite');
      L[i][j] = i === j ? Math.sqrt(rest) : rest / L[j][j];
    }
  });
  return L;
}
