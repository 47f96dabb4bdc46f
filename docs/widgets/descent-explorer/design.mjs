// @ts-check
/**
 * The matrix [X 1] with centred and scaled columns, in which units do not matter, and the triangle
 * of its weighted rows.
 *
 * @module
 */

import { mean } from "../logistic.mjs";
import { at, sum } from "../logistic/sums.mjs";

/**
 * @typedef {object} Design
 * @property {number[][]} A [(X - centre) / scale, 1], a row a sample
 * @property {number[]} centre
 * @property {number[]} scale the standard deviation, or 1 where that is 0
 */

/**
 * @param {readonly (readonly number[])[]} X
 * @returns {Design}
 */
export function designOf(X) {
  const columns = at(X, 0).map((_, j) => X.map((x) => at(x, j)));
  const centre = columns.map(mean);
  const scale = columns.map(
    (column, j) => Math.sqrt(mean(column.map((value) => (value - at(centre, j)) ** 2))) || 1,
  );
  const A = X.map((x) => [...x.map((value, j) => (value - at(centre, j)) / at(scale, j)), 1]);
  return { A, centre, scale };
}

/**
 * R of A^T diag(weights) A / m = R^T R, by Gram and Schmidt; undefined where that is singular in
 * floating point. The product itself is not formed: it would square the condition number.
 * @param {readonly number[][]} A
 * @param {readonly number[]} weights
 * @returns {number[][] | undefined}
 */
export function triangle(A, weights) {
  const roots = weights.map((weight) => Math.sqrt(weight / A.length));
  const columns = at(A, 0).map((_, j) => A.map((row, i) => at(roots, i) * at(row, j)));
  const R = columns.map(() => columns.map(() => 0));
  for (const [j, column] of columns.entries()) {
    const length = Math.sqrt(dot(column, column));
    at(R, j)[j] = length;
    for (let k = j + 1; k < columns.length && length > 0; k++) {
      const share = dot(column, at(columns, k)) / length;
      at(R, j)[k] = share;
      columns[k] = at(columns, k).map((value, i) => value - (share * at(column, i)) / length);
    }
  }
  const diagonal = R.map((row, j) => at(row, j));
  const smallest = R.length * Number.EPSILON * Math.max(...diagonal);
  return Math.min(...diagonal) > smallest ? R : undefined;
}

/**
 * Solution s of R^T R s = r.
 * @param {readonly number[][]} R upper triangular
 * @param {readonly number[]} r
 * @returns {number[]}
 */
export function solveTriangle(R, r) {
  const s = [...r];
  const n = r.length;
  for (let j = 0; j < n; j++) {
    const known = sum(s.slice(0, j).map((value, k) => at(at(R, k), j) * value));
    s[j] = (at(s, j) - known) / at(at(R, j), j);
  }
  for (let j = n - 1; j >= 0; j--) {
    const known = sum(s.slice(j + 1).map((value, k) => at(at(R, j), j + 1 + k) * value));
    s[j] = (at(s, j) - known) / at(at(R, j), j);
  }
  return s;
}

/**
 * @param {readonly number[]} u
 * @param {readonly number[]} v
 */
export function dot(u, v) {
  return sum(u.map((value, i) => value * at(v, i)));
}
