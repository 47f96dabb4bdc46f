// @ts-check
/**
 * The functions of one sample's score, each accurate to a few units in the last place.
 *
 * With s = 1 - 2y and u = s z both labels become one case: the loss is ln(1 + e^u), the residual
 * s e^u / (1 + e^u). Nothing cancels in either; p - y itself would be 0 for y = 1 from z = 37 on.
 *
 * @module
 */

/**
 * A sample's label.
 * @typedef {0 | 1} Label
 */

/**
 * Probability of label 1 at score z: 1 / (1 + e^-z). Never overflows.
 * @param {number} z
 * @returns {number}
 */
export function sigmoid(z) {
  const t = Math.exp(-Math.abs(z));
  return z < 0 ? t / (1 + t) : 1 / (1 + t);
}

/**
 * Slope of the sigmoid at score z: sigmoid(z) (1 - sigmoid(z)), as t / (1 + t)^2 with t = e^-|z|.
 * @param {number} z
 * @returns {number}
 */
export function sigmoidDerivative(z) {
  const t = Math.exp(-Math.abs(z));
  return t / (1 + t) ** 2;
}

/**
 * Score at which the sigmoid is p: ln(p / (1 - p)). Near 1/2 it is 2 artanh(2p - 1), whose argument
 * is exact; elsewhere ln p - ln(1 - p). At 0 and 1 it is infinite.
 * @param {number} p
 * @returns {number}
 */
export function logit(p) {
  const fromMiddle = 2 * p - 1;
  return Math.abs(fromMiddle) <= 0.5 ? 2 * Math.atanh(fromMiddle) : Math.log(p) - Math.log1p(-p);
}

/**
 * Integral of the sigmoid: ln(1 + e^z), the loss of one sample with label 0 at score z.
 * @param {number} z
 * @returns {number}
 */
export function softplus(z) {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

/**
 * Loss of one sample from its score: ln(1 + e^u) with u = (1 - 2y) z.
 * @param {number} z
 * @param {Label} y
 * @returns {number}
 */
export function lossFromScore(z, y) {
  return softplus(sign(y) * z);
}

/**
 * Loss of one sample from its probability: -y ln p - (1 - y) ln(1 - p), with 0 ln 0 = 0.
 * @param {Label} y
 * @param {number} p
 * @returns {number}
 */
export function binaryCrossEntropy(y, p) {
  return 0 - (sign(y) < 0 ? Math.log(p) : Math.log1p(-p)); // 0 - 0 is 0, where -0 would be -0
}

/**
 * Prediction minus label at score z, p - y, with its full relative accuracy.
 * @param {number} z
 * @param {Label} y
 * @returns {number}
 */
export function residual(z, y) {
  return sign(y) * sigmoid(sign(y) * z);
}

/**
 * s = 1 - 2y: 1 for label 0, -1 for label 1.
 * @param {Label} y
 */
export function sign(y) {
  if (y !== 0 && y !== 1) {
    throw new RangeError(`y is ${y}: a label must be zero or one`);
  }
  return 1 - 2 * y;
}
