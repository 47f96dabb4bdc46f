// @ts-check
/**
 * A walk on the loss: where a method is after each update. It is made as far as it is asked for.
 *
 * @module
 */

import { gradient } from "../logistic.mjs";
import { at } from "../logistic/sums.mjs";
import { newtonStep } from "./newton.mjs";
import { placeAt, problemOf } from "./problem.mjs";
import { generator, permutation } from "./random.mjs";

/** @import { Point } from "../kit/plot.mjs" */
/** @import { DataName } from "./data-sets.mjs" */
/** @import { Parameters } from "./newton.mjs" */
/** @import { Place, Problem } from "./problem.mjs" */

/** @typedef {"descent" | "batches" | "newton"} Method */

/**
 * What decides a walk, beside the data. The rate is a multiple of 1/L ("safe") or plain.
 * @typedef {object} Plan
 * @property {DataName} data
 * @property {Method} method
 * @property {number} rate
 * @property {"safe" | "plain"} unit
 * @property {number} batch samples a batch
 * @property {number} seed of the batches' order
 * @property {number} b the bias at the start
 * @property {number} w the weight
 * @property {number} v the second weight, where there are two features
 */

export const MOST_STEPS = 3000;
const MOST_WALKS = 24; // kept in memory

/**
 * The rate of a plan, and that rate as a multiple of 1/L. What was given is kept to the digit.
 * @param {Pick<Plan, "rate" | "unit">} plan
 * @param {number} L
 */
export function rates({ rate, unit }, L) {
  return unit === "safe" ? { plain: rate / L, safe: rate } : { plain: rate, safe: rate * L };
}

export class Walk {
  #random;
  /** @type {number[]} the rest of the epoch's order */
  #order = [];

  /**
   * @param {Plan} plan
   * @param {Problem} problem
   */
  constructor(plan, problem) {
    const { b, w, v } = plan;
    this.plan = plan;
    this.problem = problem;
    this.rate = rates(plan, problem.L).plain;
    this.places = [
      placeAt(problem.data, { w: problem.data.features.length === 1 ? [w] : [w, v], b }),
    ];
    /** @type {"" | "overflow" | "singular"} why it cannot go on */
    this.end = "";
    this.#random = generator(plan.seed);
  }

  /**
   * Go on until so many updates are made, or as many as can be.
   * @param {number} updates
   * @returns {number} how many there are, at most so many
   */
  reach(updates) {
    const wanted = Math.min(updates, MOST_STEPS);
    while (this.places.length <= wanted && !this.end) {
      this.#advance();
    }
    return Math.min(wanted, this.places.length - 1);
  }

  /**
   * The place after so many updates, or the last one.
   * @param {number} updates
   * @returns {Place}
   */
  after(updates) {
    return at(this.places, this.reach(updates));
  }

  #advance() {
    const { data, design } = this.problem;
    const now = at(this.places, this.places.length - 1);
    const next =
      this.plan.method === "newton"
        ? newtonStep(design, data.y, now)
        : this.#against(this.plan.method === "batches" ? this.#ofBatch(now) : now, now);
    const place = next && placeAt(data, next);
    if (!place) {
      this.end = "singular";
    } else if ([place.loss, place.length, place.b, ...place.w].every(Number.isFinite)) {
      this.places.push(place);
    } else {
      this.end = "overflow";
    }
  }

  /**
   * @param {{ dw: number[], db: number }} gradient
   * @param {Parameters} from
   * @returns {Parameters}
   */
  #against({ dw, db }, { w, b }) {
    return { w: w.map((value, j) => value - this.rate * at(dw, j)), b: b - this.rate * db };
  }

  /** @param {Parameters} now */
  #ofBatch({ w, b }) {
    const { X, y } = this.problem.data;
    if (this.#order.length === 0) {
      this.#order = permutation(this.#random, X.length);
    }
    const rows = this.#order.splice(0, this.plan.batch);
    return gradient(
      w,
      b,
      rows.map((i) => at(X, i)),
      rows.map((i) => at(y, i)),
    );
  }
}

/** @type {Map<string, Walk>} */
const walks = new Map();

/**
 * The walk of a plan; the same one as before, if it is known.
 * @param {Plan} plan
 * @param {readonly Point[]} points
 * @returns {Walk}
 */
export function walkOf({ data, method, rate, unit, batch, seed, b, w, v }, points) {
  const plan = { data, method, rate, unit, batch, seed, b, w, v };
  const key = JSON.stringify([plan, data === "points" && points]);
  const walk = walks.get(key) ?? new Walk(plan, problemOf(data, points));
  walks.delete(key);
  walks.set(key, walk); // the latest is the last
  for (const oldest of [...walks.keys()].slice(0, -MOST_WALKS)) {
    walks.delete(oldest);
  }
  return walk;
}
