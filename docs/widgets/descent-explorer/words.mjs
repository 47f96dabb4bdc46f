// @ts-check
/**
 * What the explorer says: what is known of a rate, what happened on a walk, and where it is.
 *
 * @module
 */

import { formatNumber, related } from "../kit/format.mjs";
import { at } from "../logistic/sums.mjs";
import { MOST_STEPS, rates } from "./walk.mjs";

/** @import { Place, Problem } from "./problem.mjs" */
/** @import { Plan, Walk } from "./walk.mjs" */

export const DIGITS = 6; // of what is shown
const ROUNDING = 4 * Number.EPSILON; // a loss that rises by less has not risen

export const METHODS = {
  descent: "gradient descent",
  batches: "mini-batches",
  newton: "Newton’s method",
};

/**
 * What is known about a rate, before a step is made.
 * @param {Plan} plan
 * @param {Problem} problem
 */
export function promise(plan, { L }) {
  if (plan.method === "newton") {
    return "Newton’s method needs no rate. A step that would raise the loss is halved until it does not.";
  }
  if (plan.method === "batches") {
    return "No guarantee: a batch is right on average, not each time. At any rate, a step may raise the loss of all samples.";
  }
  const { safe } = rates(plan, L);
  if (safe <= 1) {
    return "Safe: up to one over L each step lowers the loss, until the gradient is zero.";
  }
  if (safe < 2) {
    return "No guarantee that a longer step gains more: the rate is above one over L. Below two over L each step still lowers the loss.";
  }
  return safe === 2
    ? "No guarantee that the loss falls: the rate is two over L. It cannot rise."
    : "No guarantee: the rate is above two over L, and a step may raise the loss.";
}

/**
 * What the data have in store for each method.
 * @param {Problem} problem
 */
export function prospect({ dependent, separated, best }) {
  if (dependent) {
    return "The points lie on one line: many weights give the same loss, and Newton’s method has no step.";
  }
  if (separated === "completely") {
    return "These data are separated, so the loss has no minimum: it goes to zero while the weights grow for ever. The minimum is at infinity.";
  }
  if (separated) {
    return "These data are separated, up to points on the border, so the loss has no minimum: it falls for ever while the weights grow.";
  }
  return best
    ? "No border separates these labels: the loss has one minimum."
    : "These labels are nearly separated: the minimum is too far away to be found.";
}

/**
 * What has happened on a walk.
 * @param {Walk} walk
 * @param {number} steps
 */
export function course(walk, steps) {
  const losses = walk.places.slice(0, steps + 1).map((place) => place.loss);
  const rises = losses.filter(
    (loss, k) => k > 0 && loss > at(losses, k - 1) * (1 + ROUNDING),
  ).length;
  if (steps === 0) {
    return `The walk has not begun.${ending(walk, steps)}`;
  }
  const raised = rises === 0 ? "None" : formatNumber(rises, 12);
  return `${raised} of ${counted(steps)} raised the loss.${growth(walk, steps)}${ending(walk, steps)}`;
}

/**
 * Where there is no minimum: how small the loss is by now, and how large the weights.
 * @param {Walk} walk
 * @param {number} steps
 */
function growth(walk, steps) {
  const { w, loss } = walk.after(steps);
  const size = w.length === 1 ? "weight" : "length of the weights";
  return walk.problem.separated
    ? ` The loss is now ${formatNumber(loss, DIGITS)}, the ${size} ${formatNumber(Math.hypot(...w), DIGITS)}.`
    : "";
}

/**
 * Why a walk ends where it does; empty where it can go on.
 * @param {Walk} walk
 * @param {number} steps
 */
export function ending(walk, steps) {
  if (walk.end && steps >= walk.places.length - 1) {
    return walk.end === "overflow"
      ? " The next step would leave the range of floating-point numbers: the rate is too large. The walk ends here, and all of it is kept."
      : " Newton’s method has no further step here: in floating point its equations have no single solution.";
  }
  return steps >= MOST_STEPS ? " This is as far as a walk goes here." : "";
}

/**
 * One sentence on the present place.
 * @param {Walk} walk
 * @param {number} steps
 */
export function whereabouts(walk, steps) {
  const place = walk.after(steps);
  const higher = above(place, walk.problem);
  const compared = higher === undefined ? "" : `, ${higher} above the smallest`;
  return `After ${counted(steps)} of ${METHODS[walk.plan.method]}: ${parameters(place)}, loss ${related(place.loss, DIGITS)}${compared}.`;
}

/**
 * How far a loss is above the smallest, if there is one.
 * @param {Place} place
 * @param {Problem} problem
 */
export function above(place, { best }) {
  return best && formatNumber(gap(place, best.loss), DIGITS);
}

/**
 * The parameters in words.
 * @param {{ b: number, w: number[] }} place
 */
export function parameters({ b, w }) {
  const weights = w.map((value, j) => `${weightName(w.length, j)} ${related(value, DIGITS)}`);
  return [`bias ${related(b, DIGITS)}`, ...weights].join(", ");
}

/**
 * @param {number} n how many weights there are
 * @param {number} j
 */
export function weightName(n, j) {
  return n === 1 ? "weight" : `${j === 0 ? "first" : "second"} weight`;
}

/**
 * How far a loss is above the least, which rounding cannot make negative.
 * @param {Place} place
 * @param {number} least
 */
export function gap(place, least) {
  return Math.max(place.loss - least, 0);
}

/** @param {number} steps */
function counted(steps) {
  return `${formatNumber(steps, 12)} ${steps === 1 ? "step" : "steps"}`;
}
