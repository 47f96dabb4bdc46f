// @ts-check
/**
 * Loss, gradient and curvature of a data set: means over its samples.
 *
 * @module
 */

import { lossFromScore, residual, sigmoidDerivative } from "./elementwise.mjs";
import { largestEigenvalue } from "./linear.mjs";
import { at, mean, sum } from "./sums.mjs";

/** @import { Label } from "./elementwise.mjs" */

/**
 * Score of one sample: w . x + b.
 * @param {readonly number[]} w
 * @param {number} b
 * @param {readonly number[]} x
 * @returns {number}
 * @throws {RangeError} w and x differ in length.
 */
export function score(w, b, x) {
  if (w.length !== x.length) {
    throw new RangeError(`w has ${w.length} weights and x ${x.length} features: as many are needed`);
  }
  return sum([...x.map((value, j) => at(w, j) * value), b]);
}

/**
 * Mean loss over the samples: (1/m) sum of the losses of the rows of X with the labels y.
 * @param {readonly number[]} w
 * @param {number} b
 * @param {readonly (readonly number[])[]} X
 * @param {readonly Label[]} y
 * @returns {number}
 * @throws {RangeError} The shapes do not fit, a label is neither 0 nor 1, or there are no samples.
 */
export function loss(w, b, X, y) {
  requireSamples(X, y);
  return meanLoss(scores(w, b, X), y);
}

/**
 * Gradient of the mean loss: dw = X^T (p - y) / m and db = mean(p - y).
 * @param {readonly number[]} w
 * @param {number} b
 * @param {readonly (readonly number[])[]} X
 * @param {readonly Label[]} y
 * @returns {{ dw: number[], db: number }}
 * @throws {RangeError} As for the loss.
 */
export function gradient(w, b, X, y) {
  requireSamples(X, y);
  return meanGradient(scores(w, b, X), X, y);
}

/**
 * The mean loss and its gradient.
 * @param {readonly number[]} w
 * @param {number} b
 * @param {readonly (readonly number[])[]} X
 * @param {readonly Label[]} y
 * @returns {{ loss: number, dw: number[], db: number }}
 * @throws {RangeError} As for the loss.
 */
export function lossAndGradient(w, b, X, y) {
  requireSamples(X, y);
  const z = scores(w, b, X);
  return { loss: meanLoss(z, y), ...meanGradient(z, X, y) };
}

/**
 * Hessian of the mean loss in (w, b): [X 1]^T diag(p (1 - p)) [X 1] / m, the bias last.
 * @param {readonly number[]} w
 * @param {number} b
 * @param {readonly (readonly number[])[]} X
 * @returns {number[][]}
 * @throws {RangeError} The shapes do not fit, or there are no samples.
 */
export function hessian(w, b, X) {
  requireSamples(X);
  const slopes = X.map((x) => sigmoidDerivative(score(w, b, x)));
  return products(X.map((x) => [...x, 1]), slopes);
}

/**
 * Largest curvature that the mean loss can have: the largest eigenvalue of [1 X]^T [1 X] / (4m).
 * Below 1/L, a learning rate is guaranteed to lower the loss.
 * @param {readonly (readonly number[])[]} X
 * @returns {number}
 * @throws {RangeError} There are no samples.
 */
export function lipschitz(X) {
  requireSamples(X);
  const ones = X.map(() => 1);
  return largestEigenvalue(products(X.map((x) => [1, ...x]), ones)) / 4;
}

/**
 * @param {readonly number[]} w
 * @param {number} b
 * @param {readonly (readonly number[])[]} X
 */
function scores(w, b, X) {
  return X.map((x) => score(w, b, x));
}

/**
 * @param {readonly number[]} z
 * @param {readonly Label[]} y
 */
function meanLoss(z, y) {
  return mean(z.map((each, i) => lossFromScore(each, at(y, i))));
}

/**
 * @param {readonly number[]} z
 * @param {readonly (readonly number[])[]} X
 * @param {readonly Label[]} y
 */
function meanGradient(z, X, y) {
  const r = z.map((each, i) => residual(each, at(y, i)));
  return { dw: at(X, 0).map((_, j) => mean(X.map((x, i) => at(r, i) * at(x, j)))), db: mean(r) };
}

/**
 * A^T diag(weights) A / m.
 * @param {readonly (readonly number[])[]} A
 * @param {readonly number[]} weights
 */
function products(A, weights) {
  return at(A, 0).map((_, j) =>
    at(A, 0).map((_, k) => mean(A.map((row, i) => at(weights, i) * (at(row, j) * at(row, k))))),
  );
}

/**
 * @param {readonly (readonly number[])[]} X
 * @param {readonly Label[]} [y]
 */
function requireSamples(X, y) {
  if (X.length === 0) {
    throw new RangeError("X has no samples: at least one is needed");
  }
  if (y !== undefined && y.length !== X.length) {
    throw new RangeError(`X has ${X.length} samples and y ${y.length} labels: as many are needed`);
  }
}
