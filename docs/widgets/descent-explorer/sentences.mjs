// @ts-check
/**
 * What stands below the plane, and what is said after each action.
 *
 * @module
 */

import { formatNumber } from "../kit/format.mjs";
import { ending, promise, prospect, whereabouts } from "./words.mjs";

/** @import { Scene } from "./scene.mjs" */
/** @import { Action } from "./state.mjs" */

export const FULL = "All names are taken: remove a walk first";

/**
 * What stands below the plane.
 * @param {Scene} scene
 * @param {string} levels
 * @param {boolean} leaves whether a walk leaves the frame
 */
export function planeCaption({ problem, state, walk }, levels, leaves) {
  const two = problem.data.features.length === 2;
  const plane = two
    ? `The first weight to the right, the second upwards, at the bias ${formatNumber(walk.after(state.steps).b)} of the present place.`
    : "The weight to the right, the bias upwards.";
  const cross = two
    ? " The slanted cross has the weights of the smallest loss, which has a bias of its own."
    : " The slanted cross is the smallest loss.";
  return `${plane}${problem.best ? cross : ""} Click to choose a start, or move the cross with the arrow keys. Lines of equal loss, from the inside: ${levels}.${leaves ? " Part of a walk lies outside this frame: show more." : ""}`;
}

/**
 * What has come of an action.
 * @param {Action} action
 * @param {Scene} scene
 * @param {number} keptBefore
 */
export function sentence(action, scene, keptBefore) {
  const { state, walk, problem } = scene;
  const now = whereabouts(walk, state.steps);
  switch (action.type) {
    case "keep":
      return state.kept.length > keptBefore
        ? `Kept as walk ${state.kept.at(-1)?.mark}. ${now}`
        : `${FULL}.`;
    case "remove":
      return `Walk ${action.mark} is removed.`;
    case "data":
    case "point":
      return `${prospect(problem)} ${now}`;
    case "set":
      return "rate" in action.changes || "method" in action.changes
        ? `${promise(state, problem)} ${now}`
        : now;
    case "zoom":
      return "The frame has changed.";
    default:
      return `${now}${ending(walk, state.steps)}`;
  }
}
