// @ts-check
/**
 * Training on the one sample: pass after pass, each with the parameters that the one before gave.
 *
 * @module
 */

import { EDGE } from "./edges.mjs";

/** @import { Arithmetic, Given, Parameters, Pass } from "./exact.mjs" */

/**
 * @typedef {object} Run
 * @property {Pass[]} passes one more than there are steps
 * @property {boolean} overflowed whether the score of the first pass, or of the next, overflows
 */

/**
 * So many steps, or as many as there are before the score overflows.
 * @param {Given} given
 * @param {Parameters} start
 * @param {number} steps
 * @param {Arithmetic} arithmetic
 * @returns {Run}
 */
export function run(given, start, steps, arithmetic) {
  let pass = arithmetic.pass(given, start);
  const passes = [pass];
  while (pass.complete && passes.length <= steps) {
    pass = arithmetic.pass(given, updated(pass, given.rate, arithmetic.written));
    if (pass.complete) {
      passes.push(pass);
    }
  }
  return { passes, overflowed: !pass.complete };
}

/**
 * The parameters after a pass: each moved by minus the rate times its derivative, all at once.
 * @param {Pass} pass
 * @param {number} rate
 * @param {(value: number) => number} written
 * @returns {Parameters}
 */
function updated({ forward, backward }, rate, written) {
  const moved = (/** @type {keyof Parameters} */ name) =>
    written((forward[name] ?? NaN) - rate * (backward[name] ?? NaN));
  return { w1: moved(EDGE.w1), w2: moved(EDGE.w2), b: moved(EDGE.b) };
}

/**
 * The first step after which the parameters no longer move, if there is one.
 * @param {Run} run
 * @returns {number | undefined}
 */
export function frozenAfter({ passes }) {
  const stands = passes.findIndex((pass, k) => {
    const next = passes[k + 1]?.forward;
    const { w1, w2, b } = pass.forward;
    return next && next.w1 === w1 && next.w2 === w2 && next.b === b;
  });
  return stands < 0 ? undefined : stands;
}
