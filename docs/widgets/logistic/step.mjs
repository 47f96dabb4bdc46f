// @ts-check
/**
 * One step of gradient descent on one sample, with every quantity on the way.
 *
 * @module
 */

import { score } from "./data-set.mjs";
import { lossFromScore, residual, sigmoid, sigmoidDerivative, sign } from "./elementwise.mjs";
import { at } from "./sums.mjs";

/** @import { Label } from "./elementwise.mjs" */

/**
 * Every quantity of one training step on one sample, in the order in which it is computed.
 * @typedef {object} TrainingStep
 * @property {number[]} x the features
 * @property {Label} y the label
 * @property {number[]} w the weights before the step
 * @property {number} b the bias before the step
 * @property {number} learningRate how far the step goes against the gradient
 * @property {number} z score, w . x + b
 * @property {number} p probability of label 1, sigmoid(z)
 * @property {number} loss binary cross-entropy
 * @property {number} residual p - y
 * @property {number} dlDp derivative of the loss in p: -1/p for y = 1, 1/(1 - p) for y = 0
 * @property {number} dpDz derivative of p in z: p (1 - p)
 * @property {number} dlDz their product, which is the residual
 * @property {number[]} dw derivatives of the loss in the weights, (p - y) x
 * @property {number} db derivative of the loss in the bias, p - y
 * @property {number[]} wNew the weights after the step
 * @property {number} bNew the bias after the step
 * @property {number} zNew score with the new weights and the new bias
 * @property {number} pNew probability with them
 * @property {number} lossNew loss with them
 */

/**
 * One step of gradient descent on one sample: w - rate dw and b - rate db.
 * @param {readonly number[]} w
 * @param {number} b
 * @param {readonly number[]} x
 * @param {Label} y
 * @param {number} learningRate
 * @returns {TrainingStep}
 * @throws {RangeError} The shapes do not fit, the rate is not positive, or a score overflows.
 */
export function trainingStep(w, b, x, y, learningRate) {
  if (!(learningRate > 0 && learningRate < Infinity)) {
    throw new RangeError(`learningRate is ${learningRate}: it must be above zero and finite`);
  }
  const passes = forwardAndBackward(w, b, x, y);
  const wNew = w.map((value, j) => value - learningRate * at(passes.dw, j));
  const bNew = b - learningRate * passes.db;
  const zNew = finite(score(wNew, bNew, x), "the learning rate is too large");
  return {
    x: [...x],
    y,
    w: [...w],
    b,
    learningRate,
    ...passes,
    wNew,
    bNew,
    zNew,
    pNew: sigmoid(zNew),
    lossNew: lossFromScore(zNew, y),
  };
}

/**
 * What of a training step comes before the update.
 * @param {readonly number[]} w
 * @param {number} b
 * @param {readonly number[]} x
 * @param {Label} y
 * @throws {RangeError} The shapes do not fit, or the score overflows.
 */
export function forwardAndBackward(w, b, x, y) {
  const z = finite(score(w, b, x), "x and w are too large");
  const dlDz = residual(z, y);
  return {
    z,
    p: sigmoid(z),
    loss: lossFromScore(z, y),
    residual: dlDz,
    dlDp: sign(y) / sigmoid(-sign(y) * z),
    dpDz: sigmoidDerivative(z),
    dlDz,
    dw: x.map((value) => dlDz * value),
    db: dlDz,
  };
}

/**
 * @param {number} value
 * @param {string} cause
 */
function finite(value, cause) {
  if (!Number.isFinite(value)) {
    throw new RangeError(`the score overflows: ${cause}`);
  }
  return value;
}
