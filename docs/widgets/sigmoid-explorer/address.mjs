// @ts-check
/**
 * The state of the explorer in the address: which quantity was given, and its value.
 *
 * @module
 */

import { addressWriter, numeric, oneOf, readAddress } from "../kit/address.mjs";
import { parseNumber } from "../kit/parse.mjs";
import { NAMES, RANGES } from "./quantities.mjs";

/** @import { Given } from "./quantities.mjs" */

const PREFIX = "sigmoid";
const STUDENT = -0.7; // the score of the worked example
const ENTRIES = { quantity: oneOf("score", NAMES), value: numeric(STUDENT) };

/**
 * What the address asks for, and what is wrong with it.
 * @param {string} [query]
 * @returns {{ given: Given, problems: string[] }}
 */
export function read(query) {
  const { state, problems } = readAddress(PREFIX, ENTRIES, query);
  const parsed = parseNumber(ENTRIES.value.write(state.value), RANGES[state.quantity]);
  if ("problem" in parsed) {
    const problem = `${PREFIX}.value in the address: ${parsed.problem}`;
    return { given: { quantity: "score", value: STUDENT }, problems: [...problems, problem] };
  }
  return { given: state, problems };
}

/**
 * A function that notes in the address what was given.
 * @returns {(given: Given) => void}
 */
export function writer() {
  return addressWriter(PREFIX, ENTRIES);
}
