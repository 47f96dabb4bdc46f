// @ts-check
/**
 * What is said about a run.
 *
 * @module
 */

/** @typedef {import("./interpreter.mjs").Failure} Failure */

/**
 * How a run ended.
 * @typedef {{ kind: "done" }
 *   | { kind: "failed", failure: Failure }
 *   | { kind: "stopped" }
 *   | { kind: "late", seconds: number }
 *   | { kind: "flooded", limit: number }
 *   | { kind: "broken", says: string }} Outcome
 */

/**
 * @typedef {object} Run
 * @property {string} name of the example that was asked for
 * @property {string} printed
 * @property {string} expected what the page shows
 * @property {boolean} edited whether the reader changed this example
 * @property {number} before how many examples ran first
 * @property {number} editedBefore how many of these the reader changed
 */

/**
 * Say how a run ended.
 * @param {Outcome} outcome
 * @param {Run} run
 * @returns {string}
 */
export function told(outcome, run) {
  switch (outcome.kind) {
    case "done":
      return `${first(run)}${lines(run)} ${compared(run)}`;
    case "failed":
      return failed(outcome.failure, run);
    case "stopped":
      return "Stopped.";
    case "late":
      return `Stopped: it ran for more than ${outcome.seconds} seconds.`;
    case "flooded":
      return `Stopped: it printed more than ${outcome.limit} characters.`;
    case "broken":
      return `Python could not run: ${outcome.says}.`;
  }
}

/** @param {Run} run */
function first({ before, editedBefore }) {
  if (before === 0) {
    return "";
  }
  const which = before === 1 ? "the example above it" : `the ${before} examples above it`;
  const changed = editedBefore === 0 ? "" : ", with your changes";
  return `First ran ${which}${changed}. `;
}

/** @param {Run} run */
function lines({ printed }) {
  const count = printed === "" ? 0 : printed.split("\n").length;
  if (count === 0) {
    return "Ran: nothing printed.";
  }
  return count === 1 ? "Ran: one line." : `Ran: ${count} lines.`;
}

/** @param {Run} run */
function compared({ printed, expected, edited, editedBefore }) {
  if (printed === expected) {
    return "The output equals the page's.";
  }
  if (edited) {
    return "The output differs from the page's, as you changed the code.";
  }
  if (editedBefore > 0) {
    return "The output differs from the page's, as you changed an example above.";
  }
  return "The output differs from the page's, although you changed nothing.";
}

/**
 * @param {Failure} failure
 * @param {Run} run
 */
function failed({ says, frames }, { name }) {
  const frame = frames.findLast((each) => each.name === name);
  if (frame) {
    return `Line ${frame.line}: ${says}`;
  }
  const other = frames.at(-1);
  return other ? `E${other.name.slice(1)} above, line ${other.line}: ${says}` : says;
}
