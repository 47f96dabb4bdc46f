// @ts-check
/**
 * What the keys of the field do to its text. Tab is none of them: it leaves the field.
 *
 * @module
 */

const STEP = "    ";

/**
 * @typedef {object} Selection
 * @property {string} text
 * @property {number} start
 * @property {number} end
 */

/**
 * @typedef {object} Edit
 * @property {number} start where the text that goes begins
 * @property {number} end where it ends
 * @property {string} insert what comes in its place
 * @property {[number, number]} [select] what is selected then; else the place behind the insert
 */

/**
 * Enter: the new line is indented as the one above, and one step more below a colon.
 * @param {Selection} selection
 * @returns {Edit}
 */
export function newLine({ text, start, end }) {
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const indent = /^ */.exec(line)?.[0] ?? "";
  return { start, end, insert: `\n${indent}${/:\s*(?:#.*)?$/.test(line) ? STEP : ""}` };
}

/**
 * Move the selected lines one step to the right.
 * @param {Selection} selection
 * @returns {Edit}
 */
export function indent(selection) {
  return eachLine(selection, (line) => STEP + line);
}

/**
 * Move the selected lines one step to the left, as far as they can go.
 * @param {Selection} selection
 * @returns {Edit}
 */
export function outdent(selection) {
  return eachLine(selection, (line) => line.replace(/^ {1,4}/, ""));
}

/**
 * @param {Selection} selection
 * @param {(line: string) => string} change
 * @returns {Edit}
 */
function eachLine({ text, start, end }, change) {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const found = text.indexOf("\n", end);
  const to = found < 0 ? text.length : found;
  const lines = text.slice(from, to).split("\n");
  const insert = lines.map(change).join("\n");
  const first = change(lines[0] ?? "").length - (lines[0] ?? "").length;
  const grown = insert.length - (to - from);
  const select = /** @type {[number, number]} */ (
    [start + first, end + grown].map((place) => Math.max(from, place))
  );
  return { start: from, end: to, insert, select };
}
