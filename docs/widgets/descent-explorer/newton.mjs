// @ts-check
/**
 * A step of Newton's method, as the package takes it: halved while it would raise the loss, and with
 * the largest curvature instead of the Hessian where that is of no use.
 *
 * @module
 */

import { lossFromScore, mean, residual, sigmoidDerivative } from "../logistic.mjs";
import { at } from "../logistic/sums.mjs";
import { dot, solveTriangle, triangle } from "./design.mjs";

/** @import { Label } from "../logistic.mjs" */
/** @import { Design } from "./design.mjs" */

/** @typedef {{ w: number[], b: number }} Parameters */

const MOST_HALVINGS = 30;
const LARGEST_WEIGHT = 0.25; // of p (1 - p)

/**
 * The parameters after a step; undefined where the columns are dependent, and there is none.
 * @param {Design} design
 * @param {readonly Label[]} y
 * @param {Parameters} from
 * @returns {Parameters | undefined}
 */
export function newtonStep(design, y, from) {
  const { A } = design;
  const v = inward(design, from);
  const scores = A.map((row) => dot(row, v));
  const loss = (/** @type {readonly number[]} */ z) =>
    mean(z.map((s, i) => lossFromScore(s, at(y, i))));
  const r = scores.map((z, i) => residual(z, at(y, i)));
  const slope = v.map((_, j) => mean(A.map((row, i) => at(row, j) * at(r, i))));
  const now = loss(scores);

  const along = (/** @type {readonly number[]} */ weights) => {
    const R = triangle(A, weights);
    if (!R) {
      return undefined;
    }
    const step = solveTriangle(R, slope).map((value) => -value);
    const move = A.map((row) => dot(row, step));
    return {
      lossAfter: (/** @type {number} */ size) => loss(scores.map((z, i) => z + size * at(move, i))),
      go: (/** @type {number} */ size) =>
        outward(
          design,
          v.map((value, j) => value + size * at(step, j)),
        ),
    };
  };

  const newton = along(scores.map(sigmoidDerivative));
  for (let k = 0; newton && k < MOST_HALVINGS; k++) {
    if (newton.lossAfter(2 ** -k) <= now * (1 + 4 * Number.EPSILON)) {
      return newton.go(2 ** -k);
    }
  }
  const bounded = along(scores.map(() => LARGEST_WEIGHT));
  let size = 1;
  while (bounded && bounded.lossAfter(2 * size) < bounded.lossAfter(size)) {
    size *= 2;
  }
  return bounded?.go(size);
}

/**
 * @param {Design} design
 * @param {Parameters} parameters
 */
function inward({ centre, scale }, { w, b }) {
  return [...w.map((value, j) => value * at(scale, j)), b + dot(centre, w)];
}

/**
 * @param {Design} design
 * @param {readonly number[]} v
 * @returns {Parameters}
 */
function outward({ centre, scale }, v) {
  const w = scale.map((size, j) => at(v, j) / size);
  return { w, b: at(v, scale.length) - dot(centre, w) };
}
