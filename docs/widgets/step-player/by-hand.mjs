// @ts-check
/**
 * One pass as on paper: each number is rounded as soon as it is written down, and every later one is
 * computed from the rounded ones.
 *
 * @module
 */

import { rounded } from "../kit/format.mjs";
import { binaryCrossEntropy, sigmoid } from "../logistic.mjs";

/** @import { Arithmetic } from "./exact.mjs" */

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
