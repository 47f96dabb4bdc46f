// @ts-check
/**
 * The fields of the player: the numbers of the example, the label, and the arithmetic.
 *
 * @module
 */

import { choice } from "../kit/controls.mjs";
import { html } from "../kit/dom.mjs";
import { numberField } from "../kit/number-field.mjs";
import { SYMBOLS } from "./edges.mjs";
import { MOST_DECIMALS } from "./state.mjs";

/** @import { Slider } from "../kit/number-field.mjs" */
/** @import { State } from "./state.mjs" */

/** @typedef {"x1" | "x2" | "w1" | "w2" | "b" | "rate"} Name */
/** @typedef {{ label: string, symbol: string, slider: Slider }} Field */

/** @type {(most: number, step: number) => Slider} */
const even = (most, step) => ({ from: -most, to: most, step });
/** @type {Slider} */
const POWERS = {
  from: -3,
  to: 1,
  step: 0.1,
  position: Math.log10,
  value: (at) => Number((10 ** at).toPrecision(2)),
};

const OUTCOMES = /** @type {const} */ (["failed", "passed"]); // at the places of their labels
const outcome = (/** @type {number} */ y) => OUTCOMES[y] ?? "failed";

/** @type {Record<Name, Field>} */
const FIELDS = {
  x1: { label: "hours studied", symbol: SYMBOLS.x1, slider: even(10, 0.5) },
  x2: { label: "hours slept", symbol: SYMBOLS.x2, slider: even(10, 0.5) },
  w1: { label: "first weight", symbol: SYMBOLS.w1, slider: even(3, 0.1) },
  w2: { label: "second weight", symbol: SYMBOLS.w2, slider: even(3, 0.1) },
  b: { label: "bias", symbol: "b", slider: even(3, 0.1) },
  rate: { label: "learning rate", symbol: "α", slider: POWERS },
};

/**
 * @param {State} state
 * @param {(changes: Partial<State>) => void} changed
 * @param {(problem: string) => void} refused
 * @returns {{ element: HTMLElement, set: (state: State) => void }}
 */
export function inputs(state, changed, refused) {
  const fields = /** @type {Name[]} */ (Object.keys(FIELDS)).map((name) => {
    const { label, symbol, slider } = FIELDS[name];
    const field = numberField({
      label,
      symbol,
      slider,
      value: state[name],
      range: name === "rate" ? { above: 0 } : {},
      digits: 17,
      changed: (value) => changed({ [name]: value }),
      refused: (problem) => refused(`${label}: ${problem}`),
    });
    return /** @type {const} */ ([name, field]);
  });
  const label = choice(
    "label y:",
    OUTCOMES.map((value, y) => ({ value, label: `${y}, ${value}` })),
    outcome(state.y),
    (chosen) => changed({ y: OUTCOMES.indexOf(chosen) }),
  );
  const arithmetic = choice(
    "Arithmetic:",
    /** @type {const} */ ([
      { value: "exact", label: "exact" },
      { value: "by-hand", label: "rounded by hand, every number on the way" },
    ]),
    state.arithmetic,
    (chosen) => changed({ arithmetic: chosen }),
  );
  const decimals = numberField({
    label: "decimals by hand",
    value: state.decimals,
    range: { least: 1, most: MOST_DECIMALS, whole: true },
    changed: (value) => changed({ decimals: value }),
    refused: (problem) => refused(`decimals: ${problem}`),
  });
  const element = html(
    "div",
    {},
    html("p", { class: "step-player-caption" }, "The example, and the parameters before the first step"),
    html("div", { class: "step-player-fields" }, ...fields.map(([, field]) => field.element)),
    label.element,
    html("div", { class: "step-player-arithmetic" }, arithmetic.element, decimals.element),
  );
  return {
    element,
    set(next) {
      for (const [name, field] of fields) {
        field.restore(next[name]);
      }
      decimals.restore(next.decimals);
      label.set(outcome(next.y));
      arithmetic.set(next.arithmetic);
    },
  };
}
