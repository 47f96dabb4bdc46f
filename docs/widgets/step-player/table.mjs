// @ts-check
/**
 * The numbers of the graph as a table, with more digits.
 *
 * @module
 */

import { html } from "../kit/dom.mjs";
import { formatDecimals, formatNumber } from "../kit/format.mjs";
import { EDGE, EDGES, INPUTS, reached, SYMBOLS } from "./edges.mjs";
import { clean, shown } from "./shown.mjs";

/** @import { Edge } from "./edges.mjs" */
/** @import { State, View } from "./state.mjs" */

const DIGITS = 12;
const DIRECTIONS = /** @type {const} */ (["forward", "backward"]);
/** @type {ReadonlySet<Edge>} */
const PARAMETERS = new Set([EDGE.w1, EDGE.w2, EDGE.b]);
const NAMES = { forward: "Value", backward: "Derivative of the loss" };

/**
 * @returns {{ element: HTMLDetailsElement, draw: (state: State, view: View) => void }}
 */
export function valuesTable() {
  const table = html("table", { class: "step-player-table" });
  const scroller = { class: "step-player-scroll", tabindex: 0, role: "region", "aria-label": "The values" };
  return {
    element: html(
      "details",
      { class: "step-player-values" },
      html("summary", {}, "The values as a table"),
      html("div", scroller, table),
    ),
    draw(state, view) {
      const columns = DIRECTIONS.flatMap((direction) =>
        view.byHand
          ? [`${NAMES[direction]}, rounded in the end`, `${NAMES[direction]}, rounded on the way`]
          : [NAMES[direction]],
      );
      const head = html("tr", {}, ...["Edge", ...columns].map((text) => html("th", { scope: "col" }, text)));
      table.replaceChildren(html("thead", {}, head), html("tbody", {}, ...EDGES.map((edge) => row(edge, state, view))));
    },
  };
}

/**
 * A row: one number for each direction, or two, of which the second is bold where they differ.
 * @param {Edge} edge
 * @param {State} state
 * @param {View} view
 */
function row(edge, state, { at, exact, byHand, pass }) {
  const given = INPUTS.includes(edge) && (at === 0 || !PARAMETERS.has(edge));
  const cells = DIRECTIONS.flatMap((direction) => {
    const seen = reached(state.node, direction).has(edge);
    const value = seen ? exact.passes[at]?.[direction][edge] : undefined;
    const written = seen ? pass[direction][edge] : undefined;
    const attributes = { "data-direction": direction };
    if (!byHand) {
      return [html("td", attributes, value === undefined ? "" : formatNumber(clean(value), DIGITS))];
    }
    const isInput = given && direction === "forward";
    const [first, second] = [
      value === undefined ? "" : isInput ? shown(value, state, edge) : formatDecimals(value, state.decimals),
      written === undefined ? "" : shown(written, state, isInput ? edge : undefined),
    ];
    return [
      html("td", { ...attributes, "data-rounded": "in-the-end" }, first),
      html("td", { ...attributes, "data-rounded": "on-the-way" }, first === second ? second : html("b", {}, second)),
    ];
  });
  return html("tr", { "data-edge": edge }, html("th", { scope: "row" }, html("i", {}, SYMBOLS[edge])), ...cells);
}
