// @ts-check
/**
 * The parts of D3 that every plot needs. Their builds for browsers put themselves into one global.
 *
 * @module
 */

import "../vendor/d3-array/dist/d3-array.min.js";

const { d3 } = /** @type {{ d3: typeof import("d3-array") }} */ (/** @type {unknown} */ (globalThis));

export const { ticks } = d3;
