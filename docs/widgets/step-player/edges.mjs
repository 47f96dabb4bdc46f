// @ts-check
/**
 * The edges of the computation graph and its nodes, with their names.
 *
 * @module
 */

import { indexed } from "../kit/format.mjs";

/** @typedef {"w1" | "x1" | "u1" | "w2" | "x2" | "u2" | "b" | "z" | "p" | "y" | "l"} Edge */
/** @typedef {"firstProduct" | "secondProduct" | "sum" | "sigmoid" | "loss"} Box */
/** @typedef {"forward" | "backward"} Direction */

/**
 * One node in one direction, and the edges whose numbers it computes.
 * @typedef {object} Node
 * @property {Box} box
 * @property {Direction} direction
 * @property {readonly Edge[]} edges
 */

const ORDER = { w1: 0, x1: 0, u1: 0, w2: 0, x2: 0, u2: 0, b: 0, z: 0, p: 0, y: 0, l: 0 };

/** The edges, in the order of the table. */
export const EDGES = /** @type {readonly Edge[]} */ (Object.keys(ORDER));

/** Each edge's name. */
export const EDGE = /** @type {{ readonly [Name in Edge]: Name }} */ (
  Object.fromEntries(EDGES.map((name) => [name, name]))
);

/** @type {readonly Edge[]} */
export const INPUTS = [EDGE.x1, EDGE.x2, EDGE.y, EDGE.w1, EDGE.w2, EDGE.b];

/** @type {Record<Edge, string>} */
export const SYMBOLS = {
  w1: indexed("w", 1),
  x1: indexed("x", 1),
  u1: indexed("w", 1) + indexed("x", 1),
  w2: indexed("w", 2),
  x2: indexed("x", 2),
  u2: indexed("w", 2) + indexed("x", 2),
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
  firstProduct: "The first product",
  secondProduct: "The second product",
  sum: "The sum",
  sigmoid: "The sigmoid",
  loss: "The loss",
};

/**
 * The order of one training step: forward to the loss, and back.
 * @type {readonly Node[]}
 */
export const NODES = [
  { box: "firstProduct", direction: "forward", edges: [EDGE.u1] },
  { box: "secondProduct", direction: "forward", edges: [EDGE.u2] },
  { box: "sum", direction: "forward", edges: [EDGE.z] },
  { box: "sigmoid", direction: "forward", edges: [EDGE.p] },
  { box: "loss", direction: "forward", edges: [EDGE.l] },
  { box: "loss", direction: "backward", edges: [EDGE.l, EDGE.p] },
  { box: "sigmoid", direction: "backward", edges: [EDGE.z] },
  { box: "sum", direction: "backward", edges: [EDGE.u1, EDGE.u2, EDGE.b] },
  { box: "firstProduct", direction: "backward", edges: [EDGE.w1, EDGE.x1] },
  { box: "secondProduct", direction: "backward", edges: [EDGE.w2, EDGE.x2] },
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
