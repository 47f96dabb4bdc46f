// @ts-check
/**
 * One pass through the graph, forward and backward, in double precision.
 *
 * @module
 */

import { forwardAndBackward } from "../logistic.mjs";

/** @import { Label } from "../logistic.mjs" */
/** @import { Edge } from "./edges.mjs" */

/** @typedef {{ x1: number, x2: number, y: Label, rate: number }} Given */
/** @typedef {{ w1: number, w2: number, b: number }} Parameters */
/** @typedef {Partial<Record<Edge, number>>} Numbers */

/**
 * What flows along the edges: values forward, derivatives of the loss backward. What cannot be
 * computed is left out.
 * @typedef {object} Pass
 * @property {Numbers} forward
 * @property {Numbers} backward
 * @property {boolean} complete whether the score is finite, so that there are all numbers
 */

/**
 * How a pass is computed, and what is done to each parameter that an update has computed.
 * @typedef {object} Arithmetic
 * @property {(given: Given, parameters: Parameters) => Pass} pass
 * @property {(value: number) => number} written
 */

/** @type {Arithmetic} */
export const EXACT = { pass, written: (value) => value };

/**
 * @param {Given} given
 * @param {Parameters} parameters
 * @returns {Pass}
 */
function pass({ x1, x2, y }, { w1, w2, b }) {
  const forward = { w1, x1, u1: w1 * x1, w2, x2, u2: w2 * x2, b, y };
  let flow;
  try {
    flow = forwardAndBackward([w1, w2], b, [x1, x2], y);
  } catch (error) {
    if (error instanceof RangeError) {
      return { forward, backward: {}, complete: false };
    }
    throw error;
  }
  const { z, p, loss, dlDp, dlDz, dw, db } = flow;
  return {
    forward: { ...forward, z, p, l: loss },
    backward: {
      l: 1,
      p: dlDp,
      z: dlDz,
      u1: dlDz,
      u2: dlDz,
      b: db,
      w1: dw[0] ?? NaN,
      x1: dlDz * w1,
      w2: dw[1] ?? NaN,
      x2: dlDz * w2,
    },
    complete: true,
  };
}
