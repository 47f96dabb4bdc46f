// @ts-check
/**
 * A plot as wide as the room it has, with words below it.
 *
 * @module
 */

import { html, observeWidth } from "../kit/dom.mjs";

/** @import { Plot } from "../kit/plot.mjs" */

/**
 * @param {Plot} plot
 * @param {() => void} draw draws the marks anew
 */
export function panel(plot, draw) {
  const caption = html("p", { class: "widget-caption" });
  const element = html("div", { class: "widget-panel" }, plot.svg, caption);
  observeWidth(element, (width) => {
    plot.resize(width);
    draw();
  });
  return { element, caption };
}
