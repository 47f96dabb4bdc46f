// @ts-check
/**
 * The state of the player, as it stands in the address, and what the reader's actions do to it.
 *
 * @module
 */

import { numeric, oneOf } from "../kit/address.mjs";
import { byHand } from "./by-hand.mjs";
import { NODES } from "./edges.mjs";
import { EXACT } from "./exact.mjs";
import { frozenAfter, run } from "./run.mjs";
import { parting } from "./parting.mjs";

/** @import { State as StateOf } from "../kit/address.mjs" */
/** @import { Label } from "../logistic.mjs" */
/** @import { Pass } from "./exact.mjs" */
/** @import { Parting } from "./parting.mjs" */
/** @import { Run } from "./run.mjs" */

export const MOST_STEPS = 1000;
export const MOST_DECIMALS = 6;
export const ALL = NODES.length;

/** The state's entries: at first they are those of the worked example. */
export const ENTRIES = {
  x1: numeric(3),
  x2: numeric(5),
  y: numeric(1, { least: 0, most: 1, whole: true }),
  w1: numeric(0.1),
  w2: numeric(-0.2),
  b: numeric(0),
  rate: numeric(0.1, { above: 0 }),
  steps: numeric(0, { least: 0, most: MOST_STEPS, whole: true }),
  node: numeric(ALL, { least: 0, most: ALL, whole: true }),
  arithmetic: oneOf("exact", ["exact", "by-hand"]),
  decimals: numeric(2, { least: 1, most: MOST_DECIMALS, whole: true }),
};

/** @typedef {StateOf<typeof ENTRIES>} State */

/**
 * @typedef {{ do: "set", changes: Partial<State> }
 *   | { do: "step", by: number }
 *   | { do: "node", by: number }
 *   | { do: "inputs" } | { do: "all" } | { do: "restart" } | { do: "reset" }} Action
 */

/**
 * What a state shows.
 * @typedef {object} View
 * @property {number} at how many steps have been taken: fewer than asked for after an overflow
 * @property {Run} exact
 * @property {Run | undefined} byHand where it is asked for
 * @property {Run} chosen the one of the two that the graph shows
 * @property {Pass} pass its numbers
 * @property {Parting | undefined} parting
 * @property {number | undefined} frozen the step after which hand-rounded parameters do not move
 */

/** @type {State} */
export const INITIAL = /** @type {State} */ (
  Object.fromEntries(Object.entries(ENTRIES).map(([name, entry]) => [name, entry.initial]))
);

/**
 * @param {State} state
 * @param {Action} action
 * @returns {State}
 */
export function reduce(state, action) {
  switch (action.do) {
    case "set":
      return { ...state, ...action.changes };
    case "step":
      return stepped(state, action.by);
    case "node": {
      const node = state.node + action.by;
      if (node > ALL) {
        return { ...stepped(state, 1), node: canStep(state) ? 0 : ALL };
      }
      if (node < 0) {
        return view(state).at > 0 ? stepped(state, -1) : state;
      }
      return { ...state, node };
    }
    case "inputs":
      return { ...state, node: 0 };
    case "all":
      return { ...state, node: ALL };
    case "restart":
      return { ...state, steps: 0, node: ALL };
    case "reset":
      return INITIAL;
  }
}

/**
 * @param {State} state
 * @param {number} by
 */
function stepped(state, by) {
  const steps = Math.min(Math.max(view(state).at + by, 0), MOST_STEPS);
  return { ...state, steps, node: ALL };
}

/**
 * Whether one more step can be taken.
 * @param {State} state
 * @returns {boolean}
 */
export function canStep(state) {
  const { at } = view(state);
  return at < MOST_STEPS && view({ ...state, steps: at + 1 }).at > at;
}

/**
 * Everything that follows from a state.
 * @param {State} state
 * @returns {View}
 */
export function view(state) {
  const { x1, x2, rate, w1, w2, b, steps, decimals } = state;
  const given = { x1, x2, y: /** @type {Label} */ (state.y), rate };
  const exact = run(given, { w1, w2, b }, steps, EXACT);
  const hand =
    state.arithmetic === "by-hand" ? run(given, { w1, w2, b }, steps, byHand(decimals)) : undefined;
  const chosen = hand ?? exact;
  const at = chosen.passes.length - 1;
  const pass = chosen.passes[at];
  if (pass === undefined) {
    throw new Error("a run has a first pass");
  }
  return {
    at,
    exact,
    byHand: hand,
    chosen,
    pass,
    parting: hand && parting(exact, hand, decimals),
    frozen: hand && frozenAfter(hand),
  };
}
