// @ts-check
/**
 * What the player says of a state, in sentences.
 *
 * @module
 */

import { derivative, formatNumber } from "../kit/format.mjs";
import { BOXES, EDGE, NODES, reached, SYMBOLS, WORDS } from "./edges.mjs";
import { isParameter } from "./parting.mjs";
import { related, shown } from "./shown.mjs";
import { ALL, MOST_STEPS } from "./state.mjs";

/** @import { Edge } from "./edges.mjs" */
/** @import { State, View } from "./state.mjs" */

const SPACE = "\u00a0";

/**
 * The result, as one sentence.
 * @param {State} state
 * @param {View} view
 * @returns {string}
 */
export function result(state, { at, pass }) {
  if (!pass.complete) {
    return (
      "The score overflows: the features, the weights or the bias are too large. " +
      "What follows from the score cannot be computed."
    );
  }
  const { l = NaN, p = NaN } = pass.forward;
  const when = at === 0 ? "Before the first step" : `After ${counted(at, "step")}`;
  if (!reached(state.node, "forward").has(EDGE.l)) {
    return `${when}: what will the loss be? The next nodes tell.`;
  }
  return `${when} the loss is ${shown(l, state)} and the probability ${shown(p, state)}.`;
}

/**
 * What stands in the way, if anything does.
 * @param {State} state
 * @param {View} view
 * @returns {string}
 */
export function obstacle({ steps, arithmetic }, { at, pass }) {
  const { p = NaN, z } = pass.backward;
  if (pass.complete && steps > at) {
    return (
      `Step ${at + 1} cannot be taken: with the new weights the score overflows. ` +
      "The learning rate or the features are too large."
    );
  }
  if (at === MOST_STEPS) {
    return `The player ends here, after ${counted(MOST_STEPS, "step")}.`;
  }
  if (Math.abs(p) !== Infinity) {
    return "";
  }
  return arithmetic === "by-hand"
    ? `By hand the probability has become ${formatNumber(pass.forward.p ?? NaN)}, and the loss infinite.`
    : `The derivative in p is larger than any double. In z it is ${formatNumber(z ?? NaN)}: prediction minus label needs no such factor.`;
}

/**
 * What the node that was last computed did.
 * @param {State} state
 * @param {View} view
 * @returns {string}
 */
export function lastNode(state, { at, pass }) {
  const node = NODES[state.node - 1];
  const { forward, backward } = pass;
  const value = (/** @type {Edge} */ edge) => `${SYMBOLS[edge]}${SPACE}${related(forward[edge], state)}`;
  const slope = (/** @type {Edge} */ edge) =>
    `${derivative(SYMBOLS.l, SYMBOLS[edge])}${SPACE}${related(backward[edge], state)}`;
  if (node === undefined) {
    return at === 0
      ? "Given are the features, the label, and weights and bias to start from."
      : `The update of step ${at}: weights and bias moved at once, each by minus α times its derivative, to ` +
          `${value(EDGE.w1)}, ${value(EDGE.w2)} and ${value("b")}.`;
  }
  const head = `${BOXES[node.box]}, ${node.direction} (node ${state.node} of ${ALL})`;
  if (!pass.complete && !(node.direction === "forward" && node.box.endsWith("Product"))) {
    return `${head}: nothing to compute from, as the score overflows.`;
  }
  if (node.direction === "forward") {
    const [edge = "l"] = node.edges;
    return `${head}: ${value(edge)}.`;
  }
  const does = {
    firstProduct: `times the feature, ${slope(EDGE.w1)}; times the weight, ${slope(EDGE.x1)}`,
    secondProduct: `times the feature, ${slope(EDGE.w2)}; times the weight, ${slope(EDGE.x2)}`,
    sum: `handed on unchanged to both products and the bias, ${slope("b")}`,
    sigmoid: `times its slope, which leaves prediction minus label, ${slope("z")}`,
    loss: `in itself its derivative is ${related(backward.l, state).replace(/^.\s/, "")}, and ${slope("p")}`,
  };
  return `${head}: ${does[node.box]}.`;
}

/**
 * Where hand-rounded arithmetic has parted from the exact one.
 * @param {State} state
 * @param {View} view
 * @returns {string}
 */
export function parted({ decimals, arithmetic }, { parting, frozen }) {
  if (arithmetic === "exact") {
    return "";
  }
  const places = counted(decimals, "decimal");
  const why = `with ${places}, the update rounds to nothing.`;
  const stands =
    frozen === undefined
      ? ""
      : frozen === 0
        ? ` By hand, weights and bias never move: ${why}`
        : ` By hand, weights and bias stand still after ${counted(frozen, "step")}: ${why}`;
  if (parting === undefined) {
    return `Up to here, both show the same ${places}.${stands}`;
  }
  const { step, edge, direction, exact, byHand } = parting;
  const what =
    direction === "backward" ? `the derivative of the loss in ${WORDS[edge]}` : WORDS[edge];
  const updated = isParameter(edge, direction) ? ", updated," : "";
  return (
    `The two part in step ${step}: ${what}${updated} is ${exact} where only the result is rounded, ` +
    `and ${byHand} where every number on the way is.${stands}`
  );
}

/**
 * @param {number} number
 * @param {string} noun
 */
function counted(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
