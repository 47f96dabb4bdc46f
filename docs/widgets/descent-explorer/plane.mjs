// @ts-check
/**
 * The plane of the parameters: lines of equal loss, the walks, and a start that can be moved.
 *
 * @module
 */

import { formatNumber, indexed } from "../kit/format.mjs";
import { Handle, rounded } from "../kit/handle.mjs";
import { Plot } from "../kit/plot.mjs";
import { at } from "../logistic/sums.mjs";
import { linesOfEqualLoss, lossOnPlane } from "./contours.mjs";
import { drawWalk, removeWalk } from "./marks.mjs";
import { panel } from "./panel.mjs";
import { shownOf } from "./scene.mjs";
import { MARKS } from "./state.mjs";
import { parameters } from "./words.mjs";

/** @import { Interval, Point } from "../kit/plot.mjs" */
/** @import { Line } from "./contours.mjs" */
/** @import { Place } from "./problem.mjs" */
/** @import { Scene } from "./scene.mjs" */

const STEPS = 120; // of the start, from one side of the frame to the other
/** A cross in a circle. */
const START = { d: "m-11,0h22m-11,-11v22m-7,-11a7,7 0 1 0 14,0a7,7 0 1 0 -14,0" };
const LEAST = { d: "m-6,-6l12,12m0,-12l-12,12" };

/**
 * @param {(start: Point) => void} moved the start is now at these parameters
 */
export function parameterPlane(moved) {
  const plot = new Plot({
    label: "Lines of equal loss, and walks on them",
    height: 380,
    x: [0, 1],
    y: [0, 1],
  });
  /** @type {Scene | undefined} */
  let scene;
  /** @type {{ key: string, lines: Line[] }} */
  let drawn = { key: "", lines: [] };
  const step = () => /** @type {Point} */ ([stepOf(plot.options.x), stepOf(plot.options.y)]);
  const start = new Handle(plot, { label: "Start", shape: START, classes: "start", step, moved });
  plot.svg.addEventListener("click", (event) => {
    if (!start.element.contains(/** @type {Node} */ (event.target))) {
      moved(rounded(plot.place(event), step()));
    }
  });

  const draw = () => {
    if (!scene) {
      return;
    }
    const { problem, state, walk } = scene;
    const two = problem.data.features.length === 2;
    const [x, up] = [problem.data.x, problem.data.up].map((all) => zoomed(all, state.zoom));
    const names = two ? [indexed("w", 1), indexed("w", 2)] : ["w", "b"];
    Object.assign(plot.options, { xName: names[0], yName: names[1] });
    plot.show(/** @type {Interval} */ (x), /** @type {Interval} */ (up));
    const bias = two ? walk.after(state.steps).b : 0;
    const key = JSON.stringify([plot.options.x, plot.options.y, problem.data.X, bias]);
    if (key !== drawn.key) {
      drawn = {
        key,
        lines: linesOfEqualLoss(lossOnPlane(problem.data, bias), plot.options.x, plot.options.y),
      };
    }
    plot.curve(
      "levels",
      drawn.lines.flatMap((line) => line.points),
      "level",
    );
    plot.symbols("least", problem.best ? [pointOf(problem.best)] : [], LEAST, "least");
    for (const mark of MARKS) {
      removeWalk(plot, mark);
    }
    for (const shown of shownOf(scene)) {
      const { places, plan } = shown.walk;
      const epoch = Math.ceil(problem.data.X.length / plan.batch);
      const points = places.slice(0, shown.steps + 1).map(pointOf);
      drawWalk(plot, shown.mark, points, plan.method === "batches" ? epoch : 1);
    }
    const first = at(walk.places, 0);
    start.show(pointOf(first), parameters(first));
  };

  return {
    ...panel(plot, draw),
    /** @param {Scene} next */
    show(next) {
      scene = next;
      draw();
    },
    /** Whether a place of a walk lies outside the frame. */
    leaves: () =>
      scene !== undefined &&
      shownOf(scene).some(({ walk, steps }) =>
        walk.places
          .slice(0, steps + 1)
          .map(pointOf)
          .some(([x, up]) => outside(x, plot.options.x) || outside(up, plot.options.y)),
      ),
    /** What the lines are, the lowest first. */
    levels: () => drawn.lines.map((line) => formatNumber(line.level, 12)).join(", "),
  };
}

/**
 * Weight and bias, or the two weights.
 * @param {Place} place
 * @returns {Point}
 */
function pointOf({ w, b }) {
  return w.length === 1 ? [at(w, 0), b] : [at(w, 0), at(w, 1)];
}

/**
 * The frame, each zoom twice as large as the one before, about its middle.
 * @param {Interval} interval
 * @param {number} zoom
 * @returns {Interval}
 */
function zoomed([low, high], zoom) {
  const [middle, half] = [(low + high) / 2, ((high - low) / 2) * 2 ** zoom];
  return [middle - half, middle + half];
}

/**
 * @param {number} value
 * @param {Interval} interval
 */
function outside(value, [low, high]) {
  return value < low || value > high;
}

/** @param {Interval} interval */
function stepOf([low, high]) {
  const step = (high - low) / STEPS;
  const power = 10 ** Math.floor(Math.log10(step));
  return Number((Math.round(step / power) * power).toPrecision(1));
}
