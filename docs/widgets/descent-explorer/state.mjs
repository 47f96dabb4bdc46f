// @ts-check
/**
 * The state of the explorer, and what each action makes of it. A walk is not kept in it, but what
 * decides one: nothing is lost to rounding, and an address can hold it all.
 *
 * @module
 */

import { POINTS, ROOM } from "./data-sets.mjs";
import { walkOf } from "./walk.mjs";

/** @import { Point } from "../kit/plot.mjs" */
/** @import { DataName } from "./data-sets.mjs" */
/** @import { Plan } from "./walk.mjs" */

/** @typedef {Plan & { mark: string, steps: number }} Kept a walk to compare with, and its name */

/**
 * @typedef {Plan & { steps: number, zoom: number, points: readonly Point[], kept: readonly Kept[] }} State
 */

/** The names of kept walks. Each has a colour, dashes and a shape of its own. */
export const MARKS = ["A", "B", "C", "D"];
export const [LEAST_ZOOM, MOST_ZOOM] = [-3, 8];
export const MOST_START = 1e6;

/** @type {Plan} */
const PLAN = {
  data: "students",
  method: "descent",
  rate: 1,
  unit: "safe",
  batch: 5,
  seed: 3,
  b: 0,
  w: 0,
  v: 0,
};

/**
 * The walks of the picture that stands there without scripts, and one that has not begun.
 * @type {State}
 */
export const INITIAL = {
  ...PLAN,
  steps: 0,
  zoom: 0,
  points: POINTS,
  kept: [
    { ...PLAN, mark: "A", steps: 100 },
    { ...PLAN, mark: "B", method: "batches", steps: 100 },
    { ...PLAN, mark: "C", method: "newton", steps: 5 },
  ],
};

/**
 * @typedef {{ type: "set", changes: Partial<Omit<State, "data">> }
 *   | { type: "data", data: DataName }
 *   | { type: "step", count: number }
 *   | { type: "reset" }
 *   | { type: "keep" }
 *   | { type: "remove", mark: string }
 *   | { type: "zoom", by: number }
 *   | { type: "point", index: number, to: Point }} Action
 */

/**
 * The state after an action.
 * @param {State} state
 * @param {Action} action
 * @returns {State}
 */
export function reduce(state, action) {
  switch (action.type) {
    case "set":
      return { ...state, ...action.changes };
    case "data": // other data, another plane: a walk begins anew
      return { ...state, data: action.data, b: 0, w: 0, v: 0, steps: 0, zoom: 0 };
    case "step": {
      const made = Math.min(state.steps, walkOf(state, state.points).reach(state.steps));
      const wanted = Math.max(made + action.count, 0);
      return { ...state, steps: walkOf(state, state.points).reach(wanted) };
    }
    case "reset":
      return { ...state, steps: 0 };
    case "keep":
      return kept(state);
    case "remove":
      return {
        ...state,
        kept: state.kept.filter(({ data, mark }) => data !== state.data || mark !== action.mark),
      };
    case "zoom":
      return { ...state, zoom: Math.min(Math.max(state.zoom + action.by, LEAST_ZOOM), MOST_ZOOM) };
    case "point": {
      const [x, up] = action.to;
      const to = /** @type {Point} */ ([inRoom(x), inRoom(up)]);
      return { ...state, points: state.points.map((old, i) => (i === action.index ? to : old)) };
    }
  }
}

/**
 * The kept walks on the present data.
 * @param {State} state
 */
export function keptHere({ kept: all, data }) {
  return all.filter((each) => each.data === data);
}

/**
 * The first name that is free; undefined where all are taken.
 * @param {State} state
 */
export function freeMark(state) {
  return MARKS.find((mark) => keptHere(state).every((each) => each.mark !== mark));
}

/**
 * @param {State} state
 * @returns {State}
 */
function kept(state) {
  const mark = freeMark(state);
  if (mark === undefined) {
    return state;
  }
  const { plan } = walkOf(state, state.points);
  return { ...state, kept: [...state.kept, { ...plan, mark, steps: state.steps }] };
}

/** @param {number} value */
function inRoom(value) {
  return Math.min(Math.max(value, ROOM[0]), ROOM[1]);
}
