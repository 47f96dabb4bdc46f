// @ts-check
/**
 * What follows from a state: the data with their minimum, and the walks.
 *
 * @module
 */

import { problemOf } from "./problem.mjs";
import { keptHere } from "./state.mjs";
import { walkOf } from "./walk.mjs";

/** @import { Problem } from "./problem.mjs" */
/** @import { State } from "./state.mjs" */
/** @import { Walk } from "./walk.mjs" */

/** @typedef {{ mark: string, steps: number, walk: Walk }} Shown */

/**
 * @typedef {object} Scene
 * @property {State} state its steps are those that could be made
 * @property {Problem} problem
 * @property {Walk} walk
 * @property {Shown[]} kept
 */

/**
 * The kept walks and the present one.
 * @param {Scene} scene
 * @returns {Shown[]}
 */
export function shownOf({ state, walk, kept }) {
  return [...kept, { mark: "", steps: state.steps, walk }];
}

/**
 * @param {State} state
 * @returns {Scene}
 */
export function sceneOf(state) {
  const { points } = state;
  const walk = walkOf(state, points);
  const kept = keptHere(state).map((each) => {
    const known = walkOf(each, points);
    return { mark: each.mark, steps: known.reach(each.steps), walk: known };
  });
  return {
    state: { ...state, steps: walk.reach(state.steps) },
    problem: problemOf(state.data, points),
    walk,
    kept,
  };
}
