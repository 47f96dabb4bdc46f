// @ts-check
/**
 * The descent explorer: walks of gradient descent, mini-batches and Newton's method on the loss.
 *
 * @module
 */

import { controls } from "./descent-explorer/controls.mjs";
import { parameterPlane } from "./descent-explorer/plane.mjs";
import { progressPlot } from "./descent-explorer/progress.mjs";
import { curvePlot, pointsPlot } from "./descent-explorer/samples.mjs";
import { sceneOf } from "./descent-explorer/scene.mjs";
import { FULL, planeCaption, sentence } from "./descent-explorer/sentences.mjs";
import { ENTRIES } from "./descent-explorer/entries.mjs";
import { freeMark, INITIAL, reduce } from "./descent-explorer/state.mjs";
import { placeTable, walksTable } from "./descent-explorer/tables.mjs";
import { course, promise, prospect, whereabouts } from "./descent-explorer/words.mjs";
import { addressWriter, readAddress } from "./kit/address.mjs";
import { button } from "./kit/controls.mjs";
import { html } from "./kit/dom.mjs";
import { formatNumber } from "./kit/format.mjs";
import { frame } from "./kit/frame.mjs";
import { player } from "./kit/motion.mjs";

/** @import { Action, State } from "./descent-explorer/state.mjs" */

const NAME = "descent";
const INTERVAL = 150; // milliseconds between two steps
const [TEN, HUNDRED] = [10, 100];

/**
 * Fill a place of the page with the explorer.
 * @param {HTMLElement} root
 */
export function mount(root) {
  const say = frame(root, "Walks on the loss");
  const { state: first, problems } = readAddress(NAME, ENTRIES);
  const write = addressWriter(NAME, ENTRIES);
  /** @type {State} */
  let state = first;
  let scene = sceneOf(state);

  /**
   * @param {Action} action
   * @param {boolean} [quiet] one of many steps while the walk plays
   */
  const dispatch = (action, quiet = false) => {
    if (!quiet && action.type !== "zoom") {
      playing.stop();
    }
    const kept = state.kept;
    state = reduce(state, action);
    show();
    write(state);
    if (!quiet) {
      say(sentence(action, scene, kept.length));
    }
  };
  const playing = player(
    INTERVAL,
    () => {
      const before = scene.walk.after(scene.state.steps);
      const made = scene.state.steps;
      dispatch({ type: "step", count: 1 }, true);
      const now = scene.walk.after(scene.state.steps);
      return (
        scene.state.steps > made &&
        (now.b !== before.b || now.w.some((value, j) => value !== before.w[j]))
      );
    },
    (running) => {
      play.textContent = running ? "Pause" : "Play";
      if (!running) {
        say(whereabouts(scene.walk, scene.state.steps) + course(scene.walk, scene.state.steps));
      }
    },
  );
  const step = (/** @type {number} */ count) => () => dispatch({ type: "step", count });

  const play = button("Play", () => (playing.running() ? playing.stop() : playing.start()));
  const keep = button("Keep this walk", () => dispatch({ type: "keep" }));
  const buttons = html(
    "div",
    { class: "widget-row" },
    button("Step", step(1)),
    button(`${formatNumber(TEN)} steps`, step(TEN)),
    button(`${formatNumber(HUNDRED)} steps`, step(HUNDRED)),
    play,
    button("Back", step(-1)),
    button("Reset", () => dispatch({ type: "reset" })),
    keep,
  );
  const chosen = controls(state, dispatch, say);
  const plane = parameterPlane(([w, up]) =>
    dispatch({ type: "set", changes: state.data === "points" ? { w, v: up } : { w, b: up } }),
  );
  const larger = button("Show more", () => dispatch({ type: "zoom", by: 1 }));
  const smaller = button("Show less", () => dispatch({ type: "zoom", by: -1 }));
  const samples = {
    one: curvePlot(),
    two: pointsPlot((index, to) => dispatch({ type: "point", index, to })),
  };
  const pointsBack = button("Points as they were", () =>
    dispatch({ type: "set", changes: { points: INITIAL.points } }),
  );
  const progress = progressPlot();
  const [about, known, happened] = [html("p"), html("p", { class: "widget-known" }), html("p")];
  const place = placeTable();
  const walks = walksTable((mark) => {
    dispatch({ type: "remove", mark });
    walks.element.focus(); // the button has gone
  });
  const address = html("p", { class: "widget-message" }, problems.join(" "));
  address.hidden = problems.length === 0;

  const show = () => {
    scene = sceneOf(state);
    const { steps } = scene.state;
    chosen.show(scene);
    about.textContent = `${scene.problem.data.about} ${prospect(scene.problem)}`;
    known.textContent = promise(state, scene.problem);
    happened.textContent = course(scene.walk, steps);
    plane.show(scene);
    plane.caption.textContent = planeCaption(scene, plane.levels(), plane.leaves());
    const two = state.data === "points";
    samples.one.element.hidden = two;
    samples.two.element.hidden = !two;
    pointsBack.hidden = !two;
    (two ? samples.two : samples.one).show(scene);
    progress.show(scene);
    place.show(scene);
    walks.show(scene);
    keep.textContent = freeMark(state) === undefined ? FULL : "Keep this walk";
  };

  root.append(
    address,
    chosen.element,
    about,
    known,
    buttons,
    happened,
    plane.element,
    html("div", { class: "widget-row" }, larger, smaller, pointsBack),
    html(
      "div",
      { class: "widget-plots" },
      samples.one.element,
      samples.two.element,
      progress.element,
    ),
    html("div", { class: "widget-tables" }, place.element, walks.element),
  );
  show();
}
