// @ts-check
/**
 * The three plots: the sigmoid with its tangent, and the two losses for each label.
 *
 * @module
 */

import { html, observeWidth } from "../kit/dom.mjs";
import { Plot } from "../kit/plot.mjs";
import { sigmoid, sigmoidDerivative } from "../logistic.mjs";
import { crossEntropy, halfSquaredError } from "./losses.mjs";

/** @import { Point } from "../kit/plot.mjs" */
/** @import { Label } from "../logistic.mjs" */
/** @import { Charge } from "./losses.mjs" */

const NEAREST = 8; // the scores that are shown at least, on both sides of zero
const POINTS = 240;
const HEIGHT = 190;

/**
 * The plots, side by side where there is room.
 * @param {(z: number) => void} moved called with the score at which a pointer is
 * @returns {{ element: HTMLElement, draw: (z: number) => void }}
 */
export function plots(moved) {
  const curve = new Plot({
    label: "The sigmoid over the score, with its tangent at the chosen score.",
    height: HEIGHT,
    x: [-1, 1],
    y: [0, 1],
    xName: "z",
    yName: "p",
    yTicks: 2,
  });
  const labels = /** @type {const} */ ([1, 0]);
  const losses = labels.map((y) => ({
    y,
    plot: new Plot({
      label: `Both losses over the score for label ${y ? "one" : "zero"}. Solid: cross-entropy. Dashed: half the squared error.`,
      height: HEIGHT,
      x: [-1, 1],
      y: [0, 1],
      xName: "z",
    }),
  }));
  let score = 0;
  const draw = () => {
    const reach = reachOf(score);
    curve.show([-reach, reach], [0, 1]);
    drawSigmoid(curve, score, reach);
    for (const { y, plot } of losses) {
      plot.show([-reach, reach], [0, reach]);
      drawLosses(plot, y, score, reach);
    }
  };
  const element = html("div", { class: "widget-plots" });
  const named = [
    { plot: curve, caption: "Sigmoid and tangent" },
    ...losses.map(({ y, plot }) => ({ plot, caption: `Losses for label ${y ? "one" : "zero"}` })),
  ];
  for (const { plot, caption } of named) {
    const box = html("div", {}, html("p", { class: "sigmoid-caption" }, caption), plot.svg);
    element.append(box);
    follow(plot, moved);
    observeWidth(box, (width) => {
      plot.resize(width);
      draw();
    });
  }
  element.append(
    html(
      "p",
      { class: "sigmoid-legend" },
      "Solid: cross-entropy. Dashed: half the squared error. Thin: how steep each is at the score.",
    ),
  );
  return {
    element,
    draw(z) {
      score = z;
      draw();
    },
  };
}

/**
 * How far the plots reach, so that the score is inside: twice as far as before when it is not.
 * @param {number} z
 * @returns {number}
 */
export function reachOf(z) {
  let reach = NEAREST;
  while (reach < Math.abs(z)) {
    reach *= 2;
  }
  return reach;
}

/**
 * @param {Plot} plot
 * @param {number} z
 * @param {number} reach
 */
function drawSigmoid(plot, z, reach) {
  const at = { loss: sigmoid(z), slope: sigmoidDerivative(z) };
  plot.curve("sigmoid", sampled(reach, sigmoid), "ink curve");
  plot.curve("tangent", tangent(z, at, reach), "accent");
  plot.dot("point", [z, at.loss], "accent-dot");
}

/**
 * @param {Plot} plot
 * @param {Label} y
 * @param {number} z
 * @param {number} reach
 */
function drawLosses(plot, y, z, reach) {
  plot.curve("squared", sampled(reach, (at) => halfSquaredError(at, y).loss), "ink dashed");
  plot.curve("entropy", sampled(reach, (at) => crossEntropy(at, y).loss), "ink curve");
  plot.curve("pull-squared", tangent(z, halfSquaredError(z, y), reach / 2), "accent dashed");
  plot.curve("pull-entropy", tangent(z, crossEntropy(z, y), reach / 2), "accent");
  plot.dot("at-squared", [z, halfSquaredError(z, y).loss], "dot", 4);
  plot.dot("at-entropy", [z, crossEntropy(z, y).loss], "accent-dot");
}

/**
 * A piece of the tangent on both sides of the score.
 * @param {number} z
 * @param {Charge} at
 * @param {number} half
 * @returns {Point[]}
 */
function tangent(z, { loss, slope }, half) {
  return [-half, half].map((step) => [z + step, loss + slope * step]);
}

/**
 * @param {number} reach
 * @param {(z: number) => number} f
 * @returns {Point[]}
 */
function sampled(reach, f) {
  return Array.from({ length: POINTS + 1 }, (_, i) => {
    const z = reach * ((2 * i) / POINTS - 1);
    return [z, f(z)];
  });
}

/**
 * Take the score from a pointer that is pressed on a plot.
 * @param {Plot} plot
 * @param {(z: number) => void} moved
 */
function follow(plot, moved) {
  /** @param {PointerEvent} event */
  const take = (event) => {
    const [left, right] = plot.options.x;
    moved(Math.min(Math.max(plot.place(event)[0], left), right));
  };
  plot.svg.addEventListener("pointerdown", (event) => {
    if (event.button === 0) {
      plot.svg.setPointerCapture(event.pointerId);
      take(event);
    }
  });
  plot.svg.addEventListener("pointermove", (event) => {
    if (plot.svg.hasPointerCapture(event.pointerId)) {
      take(event);
    }
  });
}
