// @ts-check
/**
 * Numbers as the player shows them.
 *
 * @module
 */

import { formatDecimals, formatNumber, isRounded, rounded, SIGN } from "../kit/format.mjs";
import { EDGE } from "./edges.mjs";

/** @import { Edge } from "./edges.mjs" */
/** @import { State } from "./state.mjs" */

const SPACE = "\u00a0";
const DIGITS = 15; // what a double holds of a decimal fraction; the rest is noise, as in 0.1 · 3

/**
 * A number without the noise behind its last digit, for display alone.
 * @param {number} value
 * @returns {number}
 */
export function clean(value) {
  const near = Number(value.toPrecision(DIGITS));
  return Number.isFinite(near) ? near : value;
}

/**
 * A number as the state shows it: to four digits, or with all decimals that the hand wrote.
 * @param {number} value
 * @param {State} state
 * @param {Edge} [edge] what it belongs to: features and label are given, and nobody rounds them
 * @returns {string}
 */
export function shown(value, { arithmetic, decimals }, edge) {
  const written = arithmetic === "by-hand" && rounded(value, decimals) === value;
  const given = edge === EDGE.x1 || edge === EDGE.x2 || edge === EDGE.y;
  return written && !given ? formatDecimals(value, decimals) : formatNumber(clean(value));
}

/**
 * The same behind its relation.
 * @param {number | undefined} value
 * @param {State} state
 * @returns {string}
 */
export function related(value = NaN, state) {
  const text = shown(value, state);
  const close = state.arithmetic === "exact" && isRounded(clean(value));
  return `${close ? SIGN.close : SIGN.equal}${SPACE}${text}`;
}
