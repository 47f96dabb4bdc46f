// @ts-check
/**
 * One live region a widget: it says the result once things have come to rest, not every frame.
 *
 * @module
 */

import { html } from "./dom.mjs";

const REST = 600; // milliseconds without news

/**
 * @typedef {object} Announcer
 * @property {HTMLElement} element to be put into the widget
 * @property {(text: string) => void} say say this, unless something newer comes at once
 */

/**
 * A live region that only assistive technology notices.
 * @returns {Announcer}
 */
export function announcer() {
  const element = html("div", { class: "heard", role: "status" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  return {
    element,
    say(text) {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        element.textContent = text;
      }, REST);
    },
  };
}
