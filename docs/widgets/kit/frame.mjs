// @ts-check
/**
 * What every widget begins with: a named group with a live region.
 *
 * @module
 */

import { announcer } from "./announce.mjs";
import { freshId, html } from "./dom.mjs";

/**
 * Name the group that a widget is, and give it its live region.
 * @param {HTMLElement} root
 * @param {string} title
 * @returns {(text: string) => void} says a result
 */
export function frame(root, title) {
  const id = freshId("title");
  const { element, say } = announcer();
  root.setAttribute("role", "group");
  root.setAttribute("aria-labelledby", id);
  root.append(html("p", { id, class: "widget-title" }, title), element);
  return say;
}
