// @ts-check
/**
 * The computation graph: on each edge its value, and below that the derivative of the loss in it.
 *
 * @module
 */

import { setAttributes, svg } from "../kit/dom.mjs";
import { formatNumber } from "../kit/format.mjs";
import { EDGES, NODES, reached, SYMBOLS } from "./edges.mjs";
import { BESIDE, layout, WIDE } from "./layout.mjs";
import { clean, shown } from "./shown.mjs";
import { ALL } from "./state.mjs";

/** @import { EdgePlace, Place } from "./layout.mjs" */
/** @import { Edge } from "./edges.mjs" */
/** @import { State, View } from "./state.mjs" */

const [BACK, ASIDE] = [7, 4]; // how far the head of an arrow goes

/** The drawing itself. */
export const DRAWING = { class: "figure", role: "img", "aria-label": "The computation graph" };

/**
 * Draw the graph that wide, and return what it says where.
 * @param {SVGSVGElement} drawing
 * @param {number} width
 * @param {State} state
 * @param {View} view
 * @returns {string}
 */
export function drawGraph(drawing, width, state, { pass }) {
  const { height, room, edges, boxes } = layout(width);
  const now = state.node < ALL ? NODES[state.node - 1] : undefined;
  const [forward, backward] = [reached(state.node, "forward"), reached(state.node, "backward")];
  const small = width < WIDE ? " small" : "";
  /** @type {SVGElement[]} */
  const parts = [];

  for (const { box, sign, at: [x, y, w, h] } of boxes) {
    const here = now?.box === box;
    parts.push(
      svg("rect", { x, y, width: w, height: h, rx: 6, class: here ? "fill step-player-now" : "fill", "data-box": box }),
      svg("text", { x: x + w / 2, y: y + h / 2 + 5, class: "text strong at-middle" }, sign),
    );
  }
  for (const place of edges) {
    const { edge, name } = place;
    parts.push(...arrow(place));
    if (name) {
      parts.push(svg("text", { x: name[0], y: name[1], class: "text variable at-middle" }, SYMBOLS[edge]));
    }
    const isDown = place.from[0] === place.to[0];
    const [above, below] = numberPlaces(place);
    const anchor = isDown ? "" : " at-middle";
    const value = forward.has(edge) ? pass.forward[edge] : undefined;
    if (value !== undefined) {
      const attributes = { x: above[0], y: above[1], class: `text${anchor}${small}`, "data-forward": edge };
      parts.push(svg("text", attributes, compact(value, state, edge, room)));
    }
    const slope = backward.has(edge) ? pass.backward[edge] : undefined;
    if (slope !== undefined) {
      const attributes = { x: below[0], y: below[1], class: `accent-text${anchor}${small}`, "data-backward": edge };
      parts.push(svg("text", attributes, compact(slope, state, undefined, room)));
    }
  }
  setAttributes(drawing, { width, height, viewBox: `0 0 ${width} ${height}`, "aria-label": label(state) });
  drawing.replaceChildren(...parts);
  return width < WIDE
    ? "Beside each edge: its value, and below that, in red, the derivative of the loss in it."
    : "Above each edge: its value. Below, in red: the derivative of the loss in that value.";
}

/** @param {State} state */
function label({ node }) {
  const [values, slopes] = [reached(node, "forward"), reached(node, "backward")];
  const named = (/** @type {Set<Edge>} */ set) =>
    EDGES.filter((edge) => set.has(edge)).map((edge) => SYMBOLS[edge]).join(", ");
  return (
    "The computation graph: each weight times its feature, the two products and the bias added to the score, " +
    `the sigmoid, and with the label the loss. Values stand at ${named(values)}` +
    `${slopes.size > 0 ? `, derivatives at ${named(slopes)}` : ""}; the table lists them.`
  );
}

/**
 * Where the numbers of an edge stand: above and below it, or beside one that leads down.
 * @param {EdgePlace} place
 * @returns {readonly [Place, Place]}
 */
function numberPlaces({ from: [x1, y1], to: [x2, y2] }) {
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
  return x1 === x2
    ? [[x + BESIDE, y - 3], [x + BESIDE, y + 13]]
    : [[x - 2, y - 7], [x - 2, y + 17]];
}

/** @param {EdgePlace} place */
function arrow({ from: [x1, y1], to: [x2, y2] }) {
  const [[a, b], [c, d]] =
    x1 === x2
      ? [[x2 - ASIDE, y2 - BACK], [x2 + ASIDE, y2 - BACK]]
      : [[x2 - BACK, y2 - ASIDE], [x2 - BACK, y2 + ASIDE]];
  const head = `M${a},${b}L${x2},${y2}L${c},${d}`;
  return [svg("path", { d: `M${x1},${y1}L${x2},${y2}${head}`, class: "ink" })];
}

/**
 * A number as it fits on an edge: with fewer digits where the power of ten needs room.
 * @param {number} value
 * @param {State} state
 * @param {Edge | undefined} edge
 * @param {number} room
 */
function compact(value, state, edge, room) {
  const full = shown(value, state, edge);
  for (const text of [full, formatNumber(clean(value), 3), formatNumber(clean(value), 2)]) {
    const tight = text.replaceAll("\u00a0", "");
    const narrow = [...tight].filter((letter) => /[⁰¹²³⁴-⁹⁻·.]/u.test(letter)).length;
    if (tight.length - narrow / 2 <= room) {
      return tight;
    }
  }
  return formatNumber(value, 2).replaceAll("\u00a0", "");
}
