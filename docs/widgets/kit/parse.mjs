// @ts-check
/**
 * What someone typed, as a number: strictly, with a message that says what to mend.
 *
 * @module
 */

import { formatNumber } from "./format.mjs";

/**
 * Which numbers are taken. Those at `least` and `most` are, those at `above` and `below` are not.
 * @typedef {object} Range
 * @property {number} [least]
 * @property {number} [most]
 * @property {number} [above]
 * @property {number} [below]
 * @property {boolean} [whole] whole numbers alone
 */

/** @typedef {{ value: number } | { problem: string }} Parsed */

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const NONZERO = /^[^e]*[1-9]/i;
const WITH_COMMA = /^[+-]?\d*,\d+(?:e[+-]?\d+)?$/i;
const INFINITE = /^[+-]?(?:inf(?:inity)?|∞)$/i;
const LONGEST_QUOTE = 20;

/**
 * The number that a text says, or what is wrong with the text. Spaces around it and a true minus
 * sign are understood; minus zero is zero.
 * @param {string} text
 * @param {Range} [range]
 * @returns {Parsed}
 */
export function parseNumber(text, range = {}) {
  const clean = text.trim().replaceAll("\u2212", "-");
  if (clean === "") {
    return { problem: "Type a number." };
  }
  if (INFINITE.test(clean)) {
    return { problem: "Infinity cannot be computed with: type a finite number." };
  }
  if (WITH_COMMA.test(clean)) {
    const suggested = clean.replace(",", ".").replace("-", "\u2212");
    return { problem: `Write the decimals behind a point: ${suggested}` };
  }
  if (!NUMBER.test(clean)) {
    return { problem: `“${shortened(text.trim())}” is not a number.` };
  }
  const value = Number(clean) + 0; // minus zero becomes zero
  if (!Number.isFinite(value)) {
    return { problem: "This number is too large: it overflows to infinity." };
  }
  if (value === 0 && NONZERO.test(clean)) {
    return { problem: "This number is too small: it rounds to zero." };
  }
  return problemOf(value, range) ?? { value };
}

/**
 * @param {number} value
 * @param {Range} range
 * @returns {{ problem: string } | undefined}
 */
function problemOf(value, { least, most, above, below, whole = false }) {
  if (whole && !Number.isInteger(value)) {
    return { problem: "It must be a whole number." };
  }
  const tooSmall =
    (least !== undefined && value < least) || (above !== undefined && value <= above);
  const tooLarge = (most !== undefined && value > most) || (below !== undefined && value >= below);
  if (!tooSmall && !tooLarge) {
    return undefined;
  }
  const bounds = [];
  if (least !== undefined) {
    bounds.push(`at least ${formatNumber(least, 12)}`);
  } else if (above !== undefined) {
    bounds.push(`above ${formatNumber(above, 12)}`);
  }
  if (most !== undefined) {
    bounds.push(`at most ${formatNumber(most, 12)}`);
  } else if (below !== undefined) {
    bounds.push(`below ${formatNumber(below, 12)}`);
  }
  return { problem: `It must be ${bounds.join(" and ")}.` };
}

/** @param {string} text */
function shortened(text) {
  const letters = [...text];
  return letters.length > LONGEST_QUOTE ? `${letters.slice(0, LONGEST_QUOTE).join("")}…` : text;
}
