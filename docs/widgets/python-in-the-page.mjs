// @ts-check
/**
 * Puts a button beside each example that runs in the page. What it opens is loaded then.
 *
 * @module
 */

import { html } from "./kit/dom.mjs";

/** @typedef {import("./python/examples.mjs").Example} Example */

/** @type {Promise<Example[]> | undefined} */
let opening;

/** Load the field, once, and give each block of the page its example. */
async function examples() {
  const { examplesOf } = await import("./python/examples.mjs");
  return examplesOf(blocks);
}

/**
 * @param {HTMLButtonElement} button
 * @param {number} place
 */
async function open(button, place) {
  try {
    opening ??= examples();
    const all = await opening;
    all[place]?.open(button);
  } catch (error) {
    opening = undefined;
    button.textContent = "Could not be loaded: try again";
    console.error(error);
  }
}

/** @type {NodeListOf<HTMLElement>} */
const blocks = document.querySelectorAll("[data-runnable]");
for (const [place, block] of blocks.entries()) {
  const label = `Edit and run example ${place + 1}`;
  const attributes = { type: "button", class: "python-open", "aria-label": label };
  const button = html("button", attributes, "Edit and run");
  button.addEventListener("click", () => void open(button, place));
  block.prepend(button);
}
