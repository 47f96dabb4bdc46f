// @ts-check
/**
 * The numbers beside the plots: slope, losses and their slopes, and two precisions.
 *
 * @module
 */

import { html } from "../kit/dom.mjs";
import { formatNumber } from "../kit/format.mjs";
import { lossFromScore, sigmoidDerivative } from "../logistic.mjs";
import { crossEntropy, halfSquaredError } from "./losses.mjs";
import { double, naive, saturation, single } from "./precision.mjs";

const DIGITS = 6;

/**
 * A row: what it shows, the columns' values, and a name for the tests and the style.
 * @typedef {object} Row
 * @property {string} name
 * @property {string} says
 * @property {(z: number) => readonly number[]} values
 */

/** @type {readonly Row[]} */
const LOSSES = [
  {
    name: "entropy-loss",
    says: "Cross-entropy",
    values: (z) => [crossEntropy(z, 1).loss, crossEntropy(z, 0).loss],
  },
  {
    name: "entropy-slope",
    says: "its slope in the score",
    values: (z) => [crossEntropy(z, 1).slope, crossEntropy(z, 0).slope],
  },
  {
    name: "squared-loss",
    says: "Half the squared error",
    values: (z) => [halfSquaredError(z, 1).loss, halfSquaredError(z, 0).loss],
  },
  {
    name: "squared-slope",
    says: "its slope in the score",
    values: (z) => [halfSquaredError(z, 1).slope, halfSquaredError(z, 0).slope],
  },
];

const PRECISIONS = [single, double];

/** @type {readonly Row[]} */
const NAIVE = [
  {
    name: "probability",
    says: "Probability",
    values: (z) => PRECISIONS.map((round) => naive(z, round).probability),
  },
  {
    name: "complement",
    says: "One minus it",
    values: (z) => PRECISIONS.map((round) => naive(z, round).complement),
  },
  {
    name: "loss-by-probability",
    says: "Loss for label zero, by way of it",
    values: (z) => PRECISIONS.map((round) => naive(z, round).loss),
  },
  {
    name: "loss-by-score",
    says: "The same loss from the score",
    values: (z) => PRECISIONS.map((round) => round(lossFromScore(round(z), 0))),
  },
];

/**
 * @returns {{ element: HTMLElement, show: (z: number) => void }}
 */
export function tables() {
  const slope = html("span", { "data-shows": "slope" });
  const losses = table("Losses and slopes", ["label one", "label zero"], LOSSES);
  const floats = table("In floats", ["single precision", "double precision"], NAIVE);
  const [early = 0, late = 0] = PRECISIONS.map(saturation);
  const element = html(
    "div",
    { class: "sigmoid-tables" },
    html("p", {}, "Slope of the sigmoid: ", slope),
    losses.element,
    floats.element,
    html(
      "p",
      {},
      "One minus the probability is zero above a score of about ",
      html("span", { "data-shows": "saturation-single" }, formatNumber(early, DIGITS)),
      " in single precision, and of about ",
      html("span", { "data-shows": "saturation-double" }, formatNumber(late, DIGITS)),
      " in double precision. The loss from the score knows no such end. " +
        "All of these are rounded to six digits.",
    ),
  );
  return {
    element,
    show(z) {
      slope.textContent = formatNumber(sigmoidDerivative(z), DIGITS);
      losses.show(z);
      floats.show(z);
    },
  };
}

/**
 * @param {string} caption
 * @param {readonly string[]} columns
 * @param {readonly Row[]} rows
 */
function table(caption, columns, rows) {
  const body = html("tbody");
  const cells = rows.map(({ name, says }) => {
    const row = columns.map(() => html("td", { "data-shows": name }));
    body.append(html("tr", {}, html("th", { scope: "row" }, says), ...row));
    return row;
  });
  const heads = columns.map((column) => html("th", { scope: "col" }, column));
  const head = html("thead", {}, html("tr", {}, html("th", { scope: "col" }, caption), ...heads));
  return {
    element: html("table", { class: "widget-table" }, head, body),
    /** @param {number} z */
    show(z) {
      for (const [i, row] of rows.entries()) {
        for (const [j, value] of row.values(z).entries()) {
          const cell = cells[i]?.[j];
          if (cell) {
            cell.textContent = formatNumber(value, DIGITS);
          }
        }
      }
    },
  };
}
