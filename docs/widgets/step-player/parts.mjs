// @ts-check
/**
 * Rows of buttons, and what was wrong with the address.
 *
 * @module
 */

import { freshId, html } from "../kit/dom.mjs";

/**
 * Buttons under one name.
 * @param {string} label
 * @param {...HTMLElement} buttons
 * @returns {HTMLElement}
 */
export function row(label, ...buttons) {
  const id = freshId("row");
  const name = html("span", { id }, label);
  return html("div", { class: "widget-row", role: "group", "aria-labelledby": id }, name, ...buttons);
}

/**
 * What of the address could not be read.
 * @param {string[]} problems
 * @returns {HTMLElement[]}
 */
export function wrong(problems) {
  return problems.length === 0
    ? []
    : [
        html(
          "ul",
          { class: "step-player-wrong" },
          ...problems.map((problem) => html("li", {}, problem)),
          html("li", {}, "What the address does not say stands as in the example."),
        ),
      ];
}
