// @ts-check
/**
 * The sigmoid as a beginner's program computes it, 1 / (1 + e^-z), with every step rounded to a
 * precision: where one minus it becomes zero, and what the logarithm then makes of it.
 *
 * @module
 */

/**
 * Rounds to a precision: Math.fround to single, the identity to double.
 * @typedef {(value: number) => number} Rounding
 */

/**
 * @typedef {object} Naive
 * @property {number} probability
 * @property {number} complement one minus the probability
 * @property {number} loss minus the logarithm of the complement: the loss for label 0
 */

/** @type {Rounding} */
export const single = Math.fround;

/** @type {Rounding} */
export const double = (value) => value;

/**
 * @param {number} z
 * @param {Rounding} round
 * @returns {Naive}
 */
export function naive(z, round) {
  const power = round(Math.exp(-round(z)));
  const probability = round(1 / round(1 + power));
  const complement = round(1 - probability);
  return { probability, complement, loss: 0 - round(Math.log(complement)) };
}

/**
 * The score from which on one minus the probability is zero, by halving the interval around it.
 * @param {Rounding} round
 * @returns {number}
 */
export function saturation(round) {
  let [below, above] = [0, 64];
  for (let middle = 32; below < middle && middle < above; middle = (below + above) / 2) {
    if (naive(middle, round).complement > 0) {
      below = middle;
    } else {
      above = middle;
    }
  }
  return above;
}
