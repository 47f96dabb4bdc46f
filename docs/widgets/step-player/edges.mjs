// @ts-check
/**
 * The edges of the computation graph and its nodes, with their names.
 *
 * @module
 */

/** @typedef {"w1" | "x1" | "u1" | "w2" | "x2" | "u2" | "b" | "z" | "p" | "y" | "l"} Edge */
/** @typedef {"product1" | "product2" | "sum" | "sigmoid" | "loss"} Box */
/** @typedef {"forward" | "backward"} Direction */

/**
 * One node in one direction, and the edges whose numbers it computes.
 * @typedef {object} Node
 * @property {Box} box
 * @property {Direction} direction
 * @property {readonly Edge[]} edges
 */

/** @type {readonly Edge[]} */
export const EDGES = ["w1", "x1", "u1", "w2", "x2", "u2", "b", "z", "p", "y", "l"];

/** @type {readonly Edge[]} */
export const INPUTS = ["x1", "x2", "y", "w1", "w2", "b"];

/** @type {Record<Edge, string>} */
export const SYMBOLS = {
  w1: "w₁",
  x1: "x₁",
  u1: "w₁x₁",
  w2: "w₂",
  x2: "x₂",
  u2: "w₂x₂",
  b: "b",
  z: "z",
  p: "p",
  y: "y",
  l: "ℓ",
};

/** @type {Record<Edge, string>} */
export const WORDS = {
  w1: "the first weight",
  x1: "the first feature",
  u1: "the first product",
  w2: "the second weight",
  x2: "the second feature",
  u2: "the second product",
  b: "the bias",
  z: "the score",
  p: "the probability",
  y: "the label",
  l: "the loss",
};

/** @type {Record<Box, string>} */
export const BOXES = {
  product1: "The first product",
  product2: "The second product",
  sum: "The sum",
  sigmoid: "The sigmoid",
  loss: "The loss",
};

/**
 * The order of one training step: forward to the loss, and back.
 * @type {readonly Node[]}
 */
export const NODES = [
  { box: "product1", direction: "forward", edges: ["u1"] },
  { box: "product2", direction: "forward", edges: ["u2"] },
  { box: "sum", direction: "forward", edges: ["z"] },
  { box: "sigmoid", direction: "forward", edges: ["p"] },
  { box: "loss", direction: "forward", edges: ["l"] },
  { box: "loss", direction: "backward", edges: ["l", "p"] },
  { box: "sigmoid", direction: "backward", edges: ["z"] },
  { box: "sum", direction: "backward", edges: ["u1", "u2", "b"] },
  { box: "product1", direction: "backward", edges: ["w1", "x1"] },
  { box: "product2", direction: "backward", edges: ["w2", "x2"] },
];

/**
 * The edges that have a number in a direction once so many nodes have done their part.
 * @param {number} node
 * @param {Direction} direction
 * @returns {Set<Edge>}
 */
export function reached(node, direction) {
  const done = NODES.slice(0, node).filter((each) => each.direction === direction);
  const given = direction === "forward" ? INPUTS : [];
  return new Set([...given, ...done.flatMap(({ edges }) => edges)]);
}
