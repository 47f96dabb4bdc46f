// @ts-check
/**
 * Small dense matrices: systems of equations and the largest eigenvalue.
 *
 * @module
 */

import { at, sum } from "./sums.mjs";

/**
 * Solution of A s = r, by elimination with the largest pivot of each column.
 * @param {readonly (readonly number[])[]} A
 * @param {readonly number[]} r
 * @returns {number[]}
 * @throws {RangeError} The shapes do not fit, or A is singular.
 */
export function solve(A, r) {
  const n = r.length;
  if (A.length !== n || A.some((row) => row.length !== n)) {
    throw new RangeError(`A must have ${n} rows and columns, as r has ${n} entries`);
  }
  const rows = A.map((row, i) => [...row, at(r, i)]);
  for (let k = 0; k < n; k++) {
    const size = (/** @type {number} */ i) => Math.abs(at(at(rows, i), k));
    let pivot = k;
    for (let i = k + 1; i < n; i++) {
      pivot = size(i) > size(pivot) ? i : pivot;
    }
    if (!(size(pivot) > 0)) {
      throw new RangeError("A is singular: its columns are linearly dependent");
    }
    [rows[k], rows[pivot]] = [at(rows, pivot), at(rows, k)];
    for (let i = k + 1; i < n; i++) {
      const factor = at(at(rows, i), k) / at(at(rows, k), k);
      rows[i] = at(rows, i).map((entry, j) => (j > k ? entry - factor * at(at(rows, k), j) : 0));
    }
  }
  /** @type {number[]} */
  const s = new Array(n).fill(0);
  for (let k = n - 1; k >= 0; k--) {
    const row = at(rows, k);
    s[k] = sum([at(row, n), ...s.map((value, j) => (j > k ? -at(row, j) * value : 0))]) / at(row, k);
  }
  return s;
}

/**
 * Largest eigenvalue of a symmetric matrix, by Jacobi's rotations, each of which clears one entry.
 * @param {readonly (readonly number[])[]} symmetric
 */
export function largestEigenvalue(symmetric) {
  const S = symmetric.map((row) => [...row]);
  const n = S.length;
  for (let sweep = 0; sweep < 60; sweep++) {
    let cleared = true;
    for (let j = 0; j < n; j++) {
      for (let k = j + 1; k < n; k++) {
        const [a, c, off] = [at(at(S, j), j), at(at(S, k), k), at(at(S, j), k)];
        if (Math.abs(off) <= 2 ** -54 * Math.sqrt(Math.abs(a * c))) {
          continue;
        }
        cleared = false;
        const ratio = (c - a) / (2 * off);
        const t = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.hypot(1, ratio));
        rotate(S, j, k, 1 / Math.hypot(1, t), t);
      }
    }
    if (cleared) {
      break;
    }
  }
  return Math.max(...S.map((row, j) => at(row, j)));
}

/**
 * Turn the plane of coordinates j and k by the angle with this cosine and tangent.
 * @param {number[][]} S
 * @param {number} j
 * @param {number} k
 * @param {number} cosine
 * @param {number} tangent
 */
function rotate(S, j, k, cosine, tangent) {
  const sine = cosine * tangent;
  for (const row of S) {
    [row[j], row[k]] = [cosine * at(row, j) - sine * at(row, k), sine * at(row, j) + cosine * at(row, k)];
  }
  const [upper, lower] = [at(S, j), at(S, k)];
  S[j] = upper.map((entry, i) => cosine * entry - sine * at(lower, i));
  S[k] = lower.map((entry, i) => sine * at(upper, i) + cosine * entry);
}
