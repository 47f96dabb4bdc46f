// @ts-check
/**
 * Where the edges and the nodes of the graph stand: from left to right, or from top to bottom.
 *
 * @module
 */

import { SIGN } from "../kit/format.mjs";
import { EDGE } from "./edges.mjs";

/** @import { Box, Edge } from "./edges.mjs" */

/** @typedef {readonly [x: number, y: number]} Place */

/**
 * @typedef {object} EdgePlace
 * @property {Edge} edge
 * @property {Place} from
 * @property {Place} to to the right of it, or below it
 * @property {Place} [name] the place of its symbol; products have none
 */

/**
 * @typedef {object} BoxPlace
 * @property {Box} box
 * @property {string} sign what stands in it
 * @property {readonly [x: number, y: number, width: number, height: number]} at
 */

/**
 * @typedef {object} Layout
 * @property {number} width
 * @property {number} height
 * @property {number} room how many digits an edge has room for
 * @property {EdgePlace[]} edges
 * @property {BoxPlace[]} boxes
 */

/** From here on the graph runs from left to right. */
export const WIDE = 560;
const [PRODUCT, SIGMOID, LOSS, MARGIN] = [32, 38, 52, 24];
export const BESIDE = 6; // pixels from an edge that leads down to its numbers
const DIGIT = { across: 8, down: 6.6 }; // the width of a digit, in pixels

/**
 * @param {number} width
 * @returns {Layout}
 */
export function layout(width) {
  return width >= WIDE ? across(width) : down(width);
}

/**
 * @param {number} width
 * @returns {Layout}
 */
function across(width) {
  const gap = (width - 2 * MARGIN - 2 * PRODUCT - SIGMOID - LOSS) / 5;
  const product = MARGIN + gap;
  const sum = product + PRODUCT + gap;
  const sigmoid = sum + PRODUCT + gap;
  const loss = sigmoid + SIGMOID + gap;
  const [middle, end] = [175, loss + LOSS + gap];
  /** @type {(edge: Edge, y: number, to: number) => EdgePlace} */
  const input = (edge, y, to) => ({ edge, from: [MARGIN, y], to: [to, y], name: [10, y + 5] });
  /** @type {(edge: Edge, from: number, to: number) => EdgePlace} */
  const flow = (edge, from, to) => ({
    edge,
    from: [from, middle],
    to: [to, middle],
    name: [(from + to) / 2, middle - 27],
  });
  return {
    width,
    height: 346,
    room: gap / DIGIT.across,
    edges: [
      input(EDGE.w1, 34, product),
      input(EDGE.x1, 96, product),
      { edge: EDGE.u1, from: [product + PRODUCT, 65], to: [sum, 65] },
      input(EDGE.w2, 170, product),
      input(EDGE.x2, 232, product),
      { edge: EDGE.u2, from: [product + PRODUCT, 201], to: [sum, 201] },
      input("b", 306, sum),
      flow("z", sum + PRODUCT, sigmoid),
      flow("p", sigmoid + SIGMOID, loss),
      { edge: "y", from: [loss + LOSS / 2, 76], to: [loss + LOSS / 2, 142], name: [loss + LOSS / 2, 68] },
      { edge: "l", from: [loss + LOSS, middle], to: [end, middle], name: [end + 12, middle + 5] },
    ],
    boxes: [
      { box: "firstProduct", sign: SIGN.times, at: [product, 14, PRODUCT, 104] },
      { box: "secondProduct", sign: SIGN.times, at: [product, 150, PRODUCT, 104] },
      { box: "sum", sign: SIGN.plus, at: [sum, 14, PRODUCT, 318] },
      { box: "sigmoid", sign: "σ", at: [sigmoid, 154, SIGMOID, 42] },
      { box: "loss", sign: "loss", at: [loss, 142, LOSS, 66] },
    ],
  };
}

/**
 * @param {number} width
 * @returns {Layout}
 */
function down(width) {
  const column = width / 4;
  const left = 10; // of the first arrow of a column
  const middle = width / 2 - 24;
  /** @type {(edge: Edge, x: number, from: number, to: number) => EdgePlace} */
  const edge = (name, x, from, to) => ({ edge: name, from: [x, from], to: [x, to], name: [x, from - 7] });
  /** @type {(edge: Edge, x: number, from: number, to: number) => EdgePlace} */
  const flow = (name, x, from, to) => ({
    edge: name,
    from: [x, from],
    to: [x, to],
    name: [x - 14, (from + to) / 2 + 5],
  });
  return {
    width,
    height: 474,
    room: (column - left - BESIDE) / DIGIT.down,
    edges: [
      edge(EDGE.w1, left, 24, 82),
      edge(EDGE.x1, left + column, 24, 82),
      { edge: EDGE.u1, from: [left, 112], to: [left, 186] },
      edge(EDGE.w2, left + 2 * column, 24, 82),
      edge(EDGE.x2, left + 3 * column, 24, 82),
      { edge: EDGE.u2, from: [left + 3 * column - 6, 112], to: [left + 3 * column - 6, 186] },
      edge("b", 1.5 * column + left - 4, 112, 186),
      flow("z", middle, 216, 274),
      flow("p", middle, 312, 370),
      edge("y", width - 62, 312, 370),
      flow("l", middle, 404, 462),
    ],
    boxes: [
      { box: "firstProduct", sign: SIGN.times, at: [0, 82, column + 20, 30] },
      { box: "secondProduct", sign: SIGN.times, at: [2 * column, 82, column + 20, 30] },
      { box: "sum", sign: SIGN.plus, at: [0, 186, width, 30] },
      { box: "sigmoid", sign: "σ", at: [middle - 26, 274, 52, 38] },
      { box: "loss", sign: "loss", at: [middle - 56, 370, width - middle + 56, 34] },
    ],
  };
}
