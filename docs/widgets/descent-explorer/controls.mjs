// @ts-check
/**
 * What the reader can choose: data, method, rate, batches, and the start.
 *
 * @module
 */

import { choice } from "../kit/controls.mjs";
import { html } from "../kit/dom.mjs";
import { numberField } from "../kit/number-field.mjs";
import { DATA_NAMES, dataSet } from "./data-sets.mjs";
import { BATCH, RATE, SEED, START } from "./entries.mjs";
import { rates } from "./walk.mjs";
import { METHODS } from "./words.mjs";

/** @import { Scene } from "./scene.mjs" */
/** @import { Action, State } from "./state.mjs" */
/** @import { Method } from "./walk.mjs" */

const LOGARITHM = {
  position: Math.log10,
  value: (/** @type {number} */ at) => Number((10 ** at).toPrecision(3)),
};

/**
 * @param {State} state
 * @param {(action: Action) => void} dispatch
 * @param {(problem: string) => void} refused
 */
export function controls(state, dispatch, refused) {
  /** @param {Partial<Omit<State, "data">>} changes */
  const set = (changes) => dispatch({ type: "set", changes });
  const data = choice(
    "Data",
    DATA_NAMES.map((name) => ({ value: name, label: dataSet(name, []).label })),
    state.data,
    (name) => dispatch({ type: "data", data: name }),
  );
  const methods = /** @type {Method[]} */ (Object.keys(METHODS));
  const method = choice(
    "Method",
    methods.map((name) => ({ value: name, label: METHODS[name] })),
    state.method,
    (name) => set({ method: name }),
  );
  const shared = { refused, digits: 12 };
  const start = { ...shared, range: START };
  const fields = {
    safe: numberField({
      ...shared,
      label: "Rate, times one over L",
      value: 1,
      range: RATE,
      slider: { from: -2, to: 2, step: 0.02, ...LOGARITHM },
      changed: (rate) => set({ rate, unit: "safe" }),
    }),
    plain: numberField({
      ...shared,
      label: "Rate itself",
      symbol: "α",
      value: 1,
      range: RATE,
      changed: (rate) => set({ rate, unit: "plain" }),
    }),
    batch: numberField({
      ...shared,
      label: "Samples a batch",
      value: state.batch,
      range: BATCH,
      changed: (batch) => set({ batch }),
    }),
    seed: numberField({
      ...shared,
      label: "Seed of their order",
      value: state.seed,
      range: SEED,
      changed: (seed) => set({ seed }),
    }),
    b: numberField({
      ...start,
      label: "Bias at the start",
      symbol: "b",
      value: state.b,
      changed: (b) => set({ b }),
    }),
    w: numberField({
      ...start,
      label: "Weight at the start",
      symbol: "w",
      value: state.w,
      changed: (w) => set({ w }),
    }),
    v: numberField({
      ...start,
      label: "Second weight at the start",
      value: state.v,
      changed: (v) => set({ v }),
    }),
  };
  const seeded = html(
    "p",
    { class: "widget-note" },
    "The seed repeats the order of the batches. The numbers differ from those of NumPy’s generator.",
  );
  const elements = Object.values(fields).map((field) => field.element);
  const element = html(
    "div",
    {},
    data.element,
    method.element,
    html("div", { class: "widget-fields" }, ...elements),
    seeded,
  );

  /** @param {Scene} scene */
  const show = ({ state: now, problem }) => {
    data.set(now.data);
    method.set(now.method);
    const rate = rates(now, problem.L);
    fields.safe.set(rate.safe);
    fields.plain.set(rate.plain);
    for (const name of /** @type {const} */ (["batch", "seed", "b", "w", "v"])) {
      fields[name].set(now[name]);
    }
    fields.safe.element.hidden = now.method === "newton";
    fields.plain.element.hidden = now.method === "newton";
    for (const part of [fields.batch.element, fields.seed.element, seeded]) {
      part.hidden = now.method !== "batches";
    }
    fields.v.element.hidden = problem.data.features.length === 1;
  };
  return { element, show };
}
