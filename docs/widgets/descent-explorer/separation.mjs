// @ts-check
/**
 * Whether a threshold or a line separates the labels. Then the loss has no minimum: along some
 * direction of the parameters it falls for ever.
 *
 * @module
 */

import { at } from "../logistic/sums.mjs";
import { dot } from "./design.mjs";

/** @import { Label } from "../logistic.mjs" */

/** @typedef {"" | "completely" | "partly"} Separation partly: with samples on the border */

const ROUNDING = 1e-12; // of the lengths of what is multiplied

/**
 * A direction d moves no margin s . d to the wrong side, with s = (2y - 1) [x 1], if it lies in a
 * cone. The edges of that cone are at right angles to one of the s (one feature) or to two (two
 * features); the sum of its edges lies inside it, if it has an inside.
 * @param {readonly (readonly number[])[]} X one or two features, independent of each other
 * @param {readonly Label[]} y
 * @returns {Separation}
 */
export function separation(X, y) {
  const rows = X.map((x, i) => [...x, 1].map((value) => (2 * at(y, i) - 1) * value));
  const edges = rows
    .flatMap((row, i) =>
      row.length === 2 ? [turned(row)] : rows.slice(0, i).map((other) => cross(row, other)),
    )
    .filter((edge) => Math.hypot(...edge) > 0)
    .flatMap((edge) => [edge, edge.map((value) => -value)])
    .map((edge) => edge.map((value) => value / Math.hypot(...edge)))
    .filter((edge) => margins(rows, edge).every((margin) => margin >= 0))
    .filter((edge) => margins(rows, edge).some((margin) => margin > 0));
  if (edges.length === 0) {
    return "";
  }
  const inside = at(edges, 0).map((_, j) => edges.reduce((total, edge) => total + at(edge, j), 0));
  return margins(rows, inside).every((margin) => margin > 0) ? "completely" : "partly";
}

/**
 * s . d for each row, 0 where it is no more than rounding.
 * @param {readonly number[][]} rows
 * @param {readonly number[]} direction
 */
function margins(rows, direction) {
  return rows.map((row) => {
    const margin = dot(row, direction);
    return Math.abs(margin) <= ROUNDING * Math.hypot(...row) * Math.hypot(...direction)
      ? 0
      : margin;
  });
}

/** @param {readonly number[]} row */
function turned(row) {
  return [-at(row, 1), at(row, 0)];
}

/**
 * @param {readonly number[]} u
 * @param {readonly number[]} v
 */
function cross(u, v) {
  return [
    at(u, 1) * at(v, 2) - at(u, 2) * at(v, 1),
    at(u, 2) * at(v, 0) - at(u, 0) * at(v, 2),
    at(u, 0) * at(v, 1) - at(u, 1) * at(v, 0),
  ];
}
