// @ts-check
/**
 * The data, and what the parameters make of them: the curve of the probability over one feature, or
 * the border in the plane of two, whose points can be moved.
 *
 * @module
 */

import { formatNumber, indexed } from "../kit/format.mjs";
import { Handle } from "../kit/handle.mjs";
import { Plot } from "../kit/plot.mjs";
import { sigmoid } from "../logistic.mjs";
import { at } from "../logistic/sums.mjs";
import { ROOM } from "./data-sets.mjs";
import { panel } from "./panel.mjs";

/** @import { Point } from "../kit/plot.mjs" */
/** @import { Parameters } from "./newton.mjs" */
/** @import { Scene } from "./scene.mjs" */

const CIRCLE = { d: "m-5,0a5,5 0 1 0 10,0a5,5 0 1 0 -10,0z" };
const SQUARE = { d: "m-5,-5h10v10h-10z" };
const CURVE_POINTS = 120;
const HEIGHT = 230;

/** @typedef {(scene: Scene) => void} Show */

/** The probability over one feature. */
export function curvePlot() {
  const plot = new Plot({
    label: "The probability over the feature",
    height: HEIGHT,
    x: [0, 6],
    y: [-0.1, 1.1],
    xTicks: 4,
    xName: "x",
    yName: "p",
  });
  const { caption, ...shown } = shownBy(plot, ({ walk, state, problem }) => {
    const { X, y } = problem.data;
    drawLabelled(
      plot,
      X.map((x, i) => [at(x, 0), at(y, i)]),
      y,
    );
    /** @param {Parameters} parameters */
    const curve = ({ w, b }) => {
      const [low, high] = plot.options.x;
      const xs = Array.from(
        { length: CURVE_POINTS + 1 },
        (_, k) => low + (k * (high - low)) / CURVE_POINTS,
      );
      return xs.map((x) => /** @type {Point} */ ([x, sigmoid(at(w, 0) * x + b)]));
    };
    plot.curve("best", problem.best ? curve(problem.best) : [], "ink dashed");
    plot.curve("now", curve(walk.after(state.steps)), "walk walk-now");
  });
  caption.textContent =
    "The probability of passing over the hours: now (solid), and at the smallest loss (dashed), if there is one. Circles passed, squares failed.";
  return { caption, ...shown };
}

/**
 * The plane of two features.
 * @param {(index: number, to: Point) => void} moved
 */
export function pointsPlot(moved) {
  const plot = new Plot({
    label: "The points, and the border between the labels",
    height: 300,
    x: ROOM,
    y: ROOM,
    xName: indexed("x", 1),
    yName: indexed("x", 2),
  });
  const step = () => /** @type {Point} */ ([0.1, 0.1]);
  /** @type {Handle[]} */
  const handles = [];
  const { caption, ...shown } = shownBy(plot, ({ walk, state, problem }) => {
    const { X, y } = problem.data;
    plot.curve("best", problem.best ? border(problem.best) : [], "ink dashed");
    plot.curve("now", border(walk.after(state.steps)), "walk walk-now");
    for (const [i, x] of X.entries()) {
      const label = at(y, i);
      handles[i] ??= new Handle(plot, {
        label: `Point ${formatNumber(i + 1)}, label ${formatNumber(label)}`,
        shape: label ? CIRCLE : SQUARE,
        classes: label ? "sample-one" : "sample-zero",
        step,
        moved: (to) => moved(i, to),
      });
      const [across, up] = [at(x, 0), at(x, 1)];
      handles[i].show(
        [across, up],
        `first feature ${formatNumber(across, 12)}, second feature ${formatNumber(up, 12)}`,
      );
    }
  });
  caption.textContent =
    "The points: circles have the label one, squares the label zero. The border of one half: now (solid), and at the smallest loss (dashed), if there is one.";
  return { caption, ...shown };
}

/**
 * Where the probability is one half, from side to side of the room.
 * @param {Parameters} parameters
 * @returns {Point[]}
 */
function border({ w, b }) {
  const [first, second] = [at(w, 0), at(w, 1)];
  const [low, high] = ROOM;
  if (first === 0 && second === 0) {
    return [];
  }
  return [low - 1, high + 1].map((end) =>
    Math.abs(second) >= Math.abs(first)
      ? [end, -(b + first * end) / second]
      : [-(b + second * end) / first, end],
  );
}

/**
 * @param {Plot} plot
 * @param {Show} drawn
 */
function shownBy(plot, drawn) {
  /** @type {Scene | undefined} */
  let scene;
  const draw = () => scene && drawn(scene);
  return {
    ...panel(plot, draw),
    /** @param {Scene} next */
    show(next) {
      scene = next;
      draw();
    },
  };
}

/**
 * @param {Plot} plot
 * @param {readonly Point[]} points
 * @param {readonly number[]} y
 */
function drawLabelled(plot, points, y) {
  plot.symbols(
    "ones",
    points.filter((_, i) => y[i] === 1),
    CIRCLE,
    "sample-one",
  );
  plot.symbols(
    "zeros",
    points.filter((_, i) => y[i] === 0),
    SQUARE,
    "sample-zero",
  );
}
