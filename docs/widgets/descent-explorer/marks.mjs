// @ts-check
/**
 * How walks are told apart: each has a name, a colour, dashes and a shape.
 *
 * @module
 */

import { svg } from "../kit/dom.mjs";

/** @import { Plot, Point, Shape } from "../kit/plot.mjs" */

const NOW = "now";
/** The shapes, in pixels from the middle on. */
const SHAPES = /** @type {Record<string, Shape>} */ ({
  [NOW]: { d: "m-4,0a4,4 0 1 0 8,0a4,4 0 1 0 -8,0z" },
  A: { d: "m-3,0a3,3 0 1 0 6,0a3,3 0 1 0 -6,0z" },
  B: { d: "m0,-5l5,8.5h-10z" },
  C: { d: "m-4,-4h8v8h-8z" },
  D: { d: "m0,-5.5l5.5,5.5l-5.5,5.5l-5.5,-5.5z" },
});
const MOST_SHAPES = 250; // on one walk, beside its last

/**
 * Draw a walk: a line, and a shape after each step or every few.
 * @param {Plot} plot
 * @param {string} mark its name, or nothing for the present walk
 * @param {readonly Point[]} points
 * @param {number} few
 */
export function drawWalk(plot, mark, points, few) {
  const name = mark || NOW;
  const every = few * Math.ceil(points.length / few / MOST_SHAPES);
  const last = points.length - 1;
  const marked = points.filter((_, k) => k % every === 0 || k === last);
  plot.curve(`line ${name}`, points, `walk walk-${name}`);
  plot.symbols(`shapes ${name}`, marked, shapeOf(name), `walk-shape walk-shape-${name}`);
}

/**
 * Take a walk away.
 * @param {Plot} plot
 * @param {string} mark
 */
export function removeWalk(plot, mark) {
  const name = mark || NOW;
  plot.remove(`line ${name}`);
  plot.remove(`shapes ${name}`);
}

/**
 * A piece of a walk's line with its shape, for tables.
 * @param {string} mark
 */
export function sample(mark) {
  const name = mark || NOW;
  return svg(
    "svg",
    {
      class: "figure walk-sample",
      width: 48,
      height: 16,
      viewBox: "0 0 48 16",
      "aria-hidden": "true",
    },
    svg("path", { d: "M2,8H46", class: `walk walk-${name}` }),
    svg("path", { d: `M24,8${shapeOf(name).d}`, class: `walk-shape walk-shape-${name}` }),
  );
}

/** @param {string} name */
function shapeOf(name) {
  return SHAPES[name] ?? { d: "" };
}
