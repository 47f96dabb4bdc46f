// @ts-check
/**
 * The loss over the steps, on a logarithmic scale: how far it is above its smallest value, or above
 * zero where it has no minimum.
 *
 * @module
 */

import { Plot } from "../kit/plot.mjs";
import { drawWalk, removeWalk } from "./marks.mjs";
import { panel } from "./panel.mjs";
import { shownOf } from "./scene.mjs";
import { MARKS } from "./state.mjs";
import { gap } from "./words.mjs";

/** @import { Point } from "../kit/plot.mjs" */
/** @import { Scene } from "./scene.mjs" */
/** @import { Walk } from "./walk.mjs" */

const BOTTOM = -16; // powers of ten: below it, rounding decides
const MOST_SHAPES = 12; // from side to side
const [LEAST_STEPS, LEAST_TOP] = [10, 1];

export function progressPlot() {
  const plot = new Plot({
    label: "The loss after each step",
    height: 230,
    x: [0, LEAST_STEPS],
    y: [BOTTOM, LEAST_TOP],
    xTicks: 4,
  });
  /** @type {Scene | undefined} */
  let scene;

  const draw = () => {
    if (!scene) {
      return;
    }
    const { least = 0 } = scene.problem;
    const all = shownOf(scene).map(({ mark, steps, walk }) => ({
      mark,
      points: heights(walk, steps, least),
    }));
    const top = Math.max(
      LEAST_TOP,
      ...all.flatMap(({ points }) => points.map(([, height]) => Math.ceil(height))),
    );
    const lowest = Math.min(
      0,
      ...all.flatMap(({ points }) => points.map(([, height]) => Math.floor(height))),
    );
    const longest = Math.max(LEAST_STEPS, ...all.map(({ points }) => points.length - 1));
    plot.show([0, longest], [lowest - 0.5, top + 0.5]);
    for (const mark of MARKS) {
      removeWalk(plot, mark);
    }
    for (const { mark, points } of all) {
      drawWalk(plot, mark, points, Math.ceil(longest / MOST_SHAPES));
    }
  };

  const shown = panel(plot, draw);
  return {
    ...shown,
    /** @param {Scene} next */
    show(next) {
      scene = next;
      const above = next.problem.least
        ? "How far the loss is above its smallest value"
        : "The loss";
      shown.caption.textContent = `${above}, after each step, as a power of ten.`;
      draw();
    },
  };
}

/**
 * @param {Walk} walk
 * @param {number} steps
 * @param {number} least
 * @returns {Point[]}
 */
function heights(walk, steps, least) {
  return walk.places
    .slice(0, steps + 1)
    .map((place, k) => [k, Math.max(Math.log10(gap(place, least)), BOTTOM)]);
}
