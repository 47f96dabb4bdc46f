// @ts-check
/**
 * The parts of D3 that every plot needs. Their builds for browsers put themselves into one global.
 *
 * @module
 */

import "../vendor/d3-array/dist/d3-array.min.js";
import "../vendor/d3-path/dist/d3-path.min.js";
import "../vendor/d3-shape/dist/d3-shape.min.js";

/** @typedef {typeof import("d3-array") & typeof import("d3-shape")} D3 */

const d3 = /** @type {{ d3: D3 }} */ (/** @type {unknown} */ (globalThis)).d3;

export const { curveMonotoneX, line, ticks } = d3;
