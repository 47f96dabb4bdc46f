// @ts-check
/**
 * Lines of equal loss in a frame, by D3's marching squares on a grid.
 *
 * @module
 */

import "../kit/d3.mjs"; // first: contours need its arrays
import "../vendor/d3-contour/dist/d3-contour.min.js";
import { lossFromScore } from "../logistic.mjs";
import { at } from "../logistic/sums.mjs";

/** @import { Interval, Point } from "../kit/plot.mjs" */
/** @import { DataSet } from "./data-sets.mjs" */

const { contours } = /** @type {{ d3: typeof import("d3-contour") }} */ (
  /** @type {unknown} */ (globalThis)
).d3;

const CELLS = 96;
const LOW = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.41, 0.45, 0.5, 0.6, 0.8, 1.2];
const HIGH = [1, 2, 3, 4, 5].flatMap((power) =>
  [0.2, 0.3, 0.5, 0.8, 1.2].map((part) => Math.round(part * 10 ** power)),
);
/** The losses that have a line where they occur. */
export const LEVELS = [...LOW, ...HIGH];

/** @typedef {{ level: number, points: Point[] }} Line its pieces are parted by points that are not finite */

/**
 * The lines in a frame that are there, the lowest first.
 * @param {(x: number, up: number) => number} lossAt
 * @param {Interval} x
 * @param {Interval} up
 * @returns {Line[]}
 */
export function linesOfEqualLoss(lossAt, x, up) {
  // the outermost cells lie outside the frame, where D3 closes the lines that leave it
  const place = (/** @type {Interval} */ [low, high], /** @type {number} */ cell) =>
    low + ((cell - 1) * (high - low)) / (CELLS - 2);
  const values = Array.from({ length: CELLS * CELLS }, (_, k) =>
    lossAt(place(x, (k % CELLS) + 0.5), place(up, Math.floor(k / CELLS) + 0.5)),
  );
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const present = LEVELS.filter((level) => level > lowest && level < highest);
  return contours()
    .size([CELLS, CELLS])
    .thresholds(present)(values)
    .map(({ value, coordinates }) => ({
      level: value,
      points: coordinates
        .flat()
        .flatMap((ring) => [
          ...ring.map(([a = 0, b = 0]) => /** @type {Point} */ ([place(x, a), place(up, b)])),
          /** @type {Point} */ ([NaN, NaN]),
        ]),
    }));
}

/**
 * The mean loss as a function of the plane's two parameters: weight and bias, or the two weights
 * with the bias as it is. It is summed plainly: a line is as thick as a thousand roundings.
 * @param {DataSet} data
 * @param {number} b
 * @returns {(x: number, up: number) => number}
 */
export function lossOnPlane({ X, y }, b) {
  const m = X.length;
  return (across, up) => {
    let total = 0;
    for (const [i, x] of X.entries()) {
      const z = x.length === 1 ? at(x, 0) * across + up : at(x, 0) * across + at(x, 1) * up + b;
      total += lossFromScore(z, at(y, i));
    }
    return total / m;
  };
}
