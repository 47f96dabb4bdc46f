// @ts-check
/**
 * One pass as on paper: each number is rounded as soon as it is written down, and every later one is
 * computed from the rounded ones.
 *
 * @module
 */

import { formatNumber } from "../kit/format.mjs";
import { binaryCrossEntropy, sigmoid } from "../logistic.mjs";

/** @import { Arithmetic } from "./exact.mjs" */

const DIGITS = 15; // a decimal fraction of so many digits survives being a double
const WHOLE = 1e15; // from here on no decimals are left
const LONGEST = 1e21; // from here on toFixed writes a power of ten

/**
 * A number rounded to so many decimals, halves away from zero. The rounding is that of the decimal
 * fraction on paper, not of the double next to it: 0.135 becomes 0.14.
 * @param {number} value
 * @param {number} decimals
 * @returns {number}
 */
export function rounded(value, decimals) {
  const size = Math.abs(value);
  if (!(size < WHOLE)) {
    return value;
  }
  const [mantissa = "", power = ""] = size.toExponential(DIGITS - 1).split("e");
  const units = Math.round(Number(`${mantissa}e${Number(power) + decimals}`));
  return (value < 0 ? -1 : 1) * Number(`${units}e${-decimals}`) + 0; // minus zero becomes zero
}

/**
 * A number with so many decimals, for the eye.
 * @param {number} value
 * @param {number} decimals
 * @returns {string}
 */
export function formatDecimals(value, decimals) {
  const close = rounded(value, decimals);
  return Math.abs(close) < LONGEST
    ? close.toFixed(decimals).replace("-", "\u2212")
    : formatNumber(close);
}

/**
 * @param {number} decimals
 * @returns {Arithmetic}
 */
export function byHand(decimals) {
  const written = (/** @type {number} */ value) => rounded(value, decimals);
  return {
    written,
    pass({ x1, x2, y }, { w1, w2, b }) {
      const [u1, u2] = [written(w1 * x1), written(w2 * x2)];
      const forward = { w1, x1, u1, w2, x2, u2, b, y };
      const z = written(u1 + u2 + b);
      if (!Number.isFinite(z)) {
        return { forward, backward: {}, complete: false };
      }
      const p = written(sigmoid(z));
      const dz = written(p - y);
      return {
        forward: { ...forward, z, p, l: written(binaryCrossEntropy(y, p)) },
        backward: {
          l: 1,
          p: written(y === 1 ? -1 / p : 1 / (1 - p)),
          z: dz,
          u1: dz,
          u2: dz,
          b: dz,
          w1: written(dz * x1),
          x1: written(dz * w1),
          w2: written(dz * x2),
          x2: written(dz * w2),
        },
        complete: true,
      };
    },
  };
}
