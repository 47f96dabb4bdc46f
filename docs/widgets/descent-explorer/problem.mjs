// @ts-check
/**
 * What the data alone decide: the largest curvature L, and where the loss is smallest, if anywhere.
 *
 * @module
 */

import { lipschitz, lossAndGradient } from "../logistic.mjs";
import { dataSet } from "./data-sets.mjs";
import { designOf, triangle } from "./design.mjs";
import { newtonStep } from "./newton.mjs";
import { separation } from "./separation.mjs";

/** @import { Point } from "../kit/plot.mjs" */
/** @import { DataName, DataSet } from "./data-sets.mjs" */
/** @import { Design } from "./design.mjs" */
/** @import { Parameters } from "./newton.mjs" */
/** @import { Separation } from "./separation.mjs" */

/**
 * Parameters with the loss and its gradient there.
 * @typedef {Parameters & { loss: number, dw: number[], db: number, length: number }} Place
 */

/**
 * @typedef {object} Problem
 * @property {DataSet} data
 * @property {Design} design
 * @property {number} L largest curvature that the loss can have
 * @property {boolean} dependent whether a feature is constant, or the points lie on a line
 * @property {Separation} separated
 * @property {Place | undefined} best where the loss is smallest
 * @property {number | undefined} least what the loss cannot fall below
 */

const MOST_STEPS = 60;
const FLAT = 1e-12; // a gradient that rounding alone keeps from zero

/** @type {Map<DataName, { points: readonly Point[], problem: Problem }>} */
const known = new Map();

/**
 * @param {DataName} name
 * @param {readonly Point[]} points
 * @returns {Problem}
 */
export function problemOf(name, points) {
  const last = known.get(name);
  if (last && (name !== "points" || last.points === points)) {
    return last.problem;
  }
  const problem = solved(dataSet(name, points));
  known.set(name, { points, problem });
  return problem;
}

/**
 * @param {DataSet} data
 * @returns {Problem}
 */
function solved(data) {
  const design = designOf(data.X);
  const dependent =
    triangle(
      design.A,
      data.y.map(() => 1),
    ) === undefined;
  const separated = dependent ? "" : separation(data.X, data.y);
  const best = dependent || separated ? undefined : minimum(data, design);
  const least = separated === "completely" ? 0 : best?.loss;
  return { data, design, L: lipschitz(data.X), dependent, separated, best, least };
}

/**
 * The loss and its gradient at some parameters.
 * @param {DataSet} data
 * @param {Parameters} parameters
 * @returns {Place}
 */
export function placeAt({ X, y }, { w, b }) {
  const { loss, dw, db } = lossAndGradient(w, b, X, y);
  return { w, b, loss, dw, db, length: Math.hypot(...dw, db) };
}

/**
 * @param {DataSet} data
 * @param {Design} design
 */
function minimum(data, design) {
  /** @type {Parameters} */
  let place = { w: data.features.map(() => 0), b: 0 };
  for (let k = 0; k < MOST_STEPS; k++) {
    const next = newtonStep(design, data.y, place);
    if (!next || (next.b === place.b && next.w.every((value, j) => value === place.w[j]))) {
      break;
    }
    place = next;
  }
  const found = placeAt(data, place);
  return found.length <= FLAT * Math.max(1, ...data.X.flat().map(Math.abs)) ? found : undefined;
}
