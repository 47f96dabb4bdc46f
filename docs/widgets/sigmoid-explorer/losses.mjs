// @ts-check
/**
 * What the two losses charge at a score, and how they pull on it.
 *
 * @module
 */

import { lossFromScore, residual, sigmoidDerivative } from "../logistic.mjs";

/** @import { Label } from "../logistic.mjs" */

/**
 * A loss and its derivative in the score.
 * @typedef {object} Charge
 * @property {number} loss
 * @property {number} slope
 */

/**
 * Cross-entropy, whose slope is p - y.
 * @param {number} z
 * @param {Label} y
 * @returns {Charge}
 */
export function crossEntropy(z, y) {
  return { loss: lossFromScore(z, y), slope: residual(z, y) };
}

/**
 * Half the squared error, (p - y)^2 / 2, whose slope is (p - y) p (1 - p).
 * @param {number} z
 * @param {Label} y
 * @returns {Charge}
 */
export function halfSquaredError(z, y) {
  const r = residual(z, y);
  return { loss: r ** 2 / 2, slope: r * sigmoidDerivative(z) };
}
