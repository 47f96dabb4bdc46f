// @ts-check
/**
 * Where hand-rounded arithmetic parts from the exact one.
 *
 * @module
 */

import { formatDecimals } from "../kit/format.mjs";
import { EDGE, NODES } from "./edges.mjs";

/** @import { Direction, Edge } from "./edges.mjs" */
/** @import { Run } from "./run.mjs" */

/**
 * A number whose shown digits differ.
 * @typedef {object} Parting
 * @property {number} step the number of the step in which it is computed, from one on
 * @property {Edge} edge
 * @property {Direction} direction
 * @property {string} exact rounded once, at the end
 * @property {string} byHand rounded on the way
 */

/** @type {readonly (readonly [Edge, Direction])[]} */
const ORDER = [
  .../** @type {const} */ ([EDGE.w1, EDGE.w2, EDGE.b]).map((edge) => /** @type {const} */ ([edge, "forward"])),
  ...NODES.flatMap(({ edges, direction }) =>
    edges.map((edge) => /** @type {const} */ ([edge, direction])),
  ),
];

/**
 * The first number, in the order of computing, that differs in the digits shown.
 * @param {Run} exact
 * @param {Run} byHand
 * @param {number} decimals
 * @returns {Parting | undefined}
 */
export function parting(exact, byHand, decimals) {
  for (const [k, pass] of exact.passes.entries()) {
    const other = byHand.passes[k];
    if (other === undefined) {
      return undefined;
    }
    for (const [edge, direction] of ORDER) {
      const shown = [pass, other].map((each) => {
        const value = each[direction][edge];
        return value === undefined ? "" : formatDecimals(value, decimals);
      });
      const [first = "", second = ""] = shown;
      if (first !== second) {
        const computed = isParameter(edge, direction) ? k : k + 1; // by the update of the step before
        return { step: computed, edge, direction, exact: first, byHand: second };
      }
    }
  }
  return undefined;
}

/**
 * @param {Edge} edge
 * @param {Direction} direction
 */
export function isParameter(edge, direction) {
  return direction === "forward" && (edge === EDGE.w1 || edge === EDGE.w2 || edge === "b");
}
