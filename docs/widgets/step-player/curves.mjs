// @ts-check
/**
 * Loss and probability after each step.
 *
 * @module
 */

import { html, setAttributes } from "../kit/dom.mjs";
import { formatNumber } from "../kit/format.mjs";
import { Plot } from "../kit/plot.mjs";
import { shown } from "./shown.mjs";

/** @import { Run } from "./run.mjs" */
/** @import { State, View } from "./state.mjs" */

const [HEIGHT, LEAST_STEPS, LETTER] = [170, 5, 7];

/** One curve over the steps, and the point that the graph shows. */
class Curve {
  /**
   * @param {"l" | "p"} edge
   * @param {string} title
   * @param {string} symbol
   */
  constructor(edge, title, symbol) {
    this.edge = edge;
    this.title = title;
    this.plot = new Plot({
      label: title,
      height: HEIGHT,
      x: [0, LEAST_STEPS],
      y: [0, 1],
      yName: symbol,
      yTicks: 3,
    });
    this.element = html("div", {}, html("p", { class: "step-player-caption" }, title), this.plot.svg);
  }

  /**
   * @param {number} width
   * @param {State} state
   * @param {View} view
   */
  draw(width, state, { at, exact, byHand, chosen }) {
    const points = (/** @type {Run} */ run) =>
      run.passes.map((pass, k) => /** @type {const} */ ([k, pass.forward[this.edge] ?? NaN]));
    const values = [exact, byHand ?? exact].flatMap(points).map(([, value]) => value);
    const top = this.edge === "p" ? 1 : Math.max(...values.filter(Number.isFinite), 0) || 1;
    const { options } = this.plot;
    options.x = [0, Math.max(LEAST_STEPS, exact.passes.length - 1, at)];
    options.y = [0, top];
    options.left = 18 + LETTER * Math.max(...[top, top / 2].map((tick) => formatNumber(tick).length));
    this.plot.resize(width);
    this.plot.curve("exact", points(exact), "ink curve");
    this.plot.curve("by-hand", byHand ? points(byHand) : [], "accent dashed step-player-by-hand");
    const all = points(chosen);
    const [, value] = all[at] ?? [0, NaN];
    if (Number.isFinite(value)) {
      this.plot.dot("now", [at, value], byHand ? "accent-dot" : "dot");
    } else {
      this.plot.remove("now");
    }
    const [, first] = all[0] ?? [0, NaN];
    const way = at > 0 ? `: from ${shown(first, state)} to ${shown(value, state)}` : `: ${shown(value, state)}`;
    setAttributes(this.plot.svg, { "aria-label": this.title + (Number.isFinite(value) ? way : "") });
  }
}

/**
 * Both curves side by side.
 * @returns {{ element: HTMLElement, draw: (width: number, state: State, view: View) => void }}
 */
export function curves() {
  const both = [
    new Curve("l", "Loss after each step", "ℓ"),
    new Curve("p", "Probability after each step", "p"),
  ];
  const key = html("p", { class: "step-player-key" });
  const plots = html("div", { class: "widget-plots" }, ...both.map(({ element }) => element));
  return {
    element: html("div", { class: "step-player-curves" }, plots, key),
    draw(width, state, view) {
      for (const curve of both) {
        curve.draw(curve.element.clientWidth || width, state, view);
      }
      key.textContent = view.byHand ? "Solid line: exact. Dashed line: rounded by hand." : "";
    },
  };
}
