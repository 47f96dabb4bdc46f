// @ts-check
/**
 * Four names for one thing: score, probability, odds and log-odds. The one that was given last is
 * kept as it was given; the others are computed from it.
 *
 * @module
 */

import { logit, sigmoid } from "../logistic.mjs";

/** @import { Range } from "../kit/parse.mjs" */

/** @typedef {"score" | "probability" | "odds" | "log-odds"} Quantity */

/**
 * Which quantity was given, and its value.
 * @typedef {object} Given
 * @property {Quantity} quantity
 * @property {number} value
 */

/** @typedef {Record<Quantity, number>} Quantities */

const LARGEST = 700; // a score at which the odds are still finite, and so is one over them

/** @type {readonly Quantity[]} */
export const NAMES = ["score", "probability", "odds", "log-odds"];

/** @type {Readonly<Record<Quantity, Range>>} */
export const RANGES = {
  score: { least: -LARGEST, most: LARGEST },
  probability: { least: sigmoid(-LARGEST), below: 1 },
  odds: { least: Math.exp(-LARGEST), most: Math.exp(LARGEST) },
  "log-odds": { least: -LARGEST, most: LARGEST },
};

/**
 * All four, from the one that is given.
 * @param {Given} given
 * @returns {Quantities}
 */
export function quantities({ quantity, value }) {
  if (quantity === "probability") {
    const z = logit(value);
    return { score: z, probability: value, odds: value / (1 - value), "log-odds": z };
  }
  if (quantity === "odds") {
    const z = Math.log(value);
    return { score: z, probability: value / (1 + value), odds: value, "log-odds": z };
  }
  return { score: value, probability: sigmoid(value), odds: Math.exp(value), "log-odds": value };
}
