// @ts-check
/**
 * Buttons, switches and choices, with their labels.
 *
 * @module
 */

import { freshId, html } from "./dom.mjs";

/**
 * A button.
 * @param {string} label
 * @param {() => void} pressed
 * @returns {HTMLButtonElement}
 */
export function button(label, pressed) {
  const element = html("button", { type: "button", class: "widget-button" }, label);
  element.addEventListener("click", pressed);
  return element;
}

/**
 * A box to tick.
 * @param {string} label
 * @param {boolean} on
 * @param {(on: boolean) => void} changed
 * @returns {{ element: HTMLElement, set: (on: boolean) => void }}
 */
export function toggle(label, on, changed) {
  const input = html("input", { type: "checkbox", id: freshId("toggle"), checked: on });
  input.addEventListener("change", () => changed(input.checked));
  const element = html("div", { class: "widget-toggle" }, input, html("label", { for: input.id }, label));
  return {
    element,
    set(next) {
      input.checked = next;
    },
  };
}

/**
 * One of several, as radio buttons side by side.
 * @template {string} Name
 * @param {string} label
 * @param {readonly { value: Name, label: string }[]} options
 * @param {Name} chosen
 * @param {(chosen: Name) => void} changed
 * @returns {{ element: HTMLFieldSetElement, set: (chosen: Name) => void }}
 */
export function choice(label, options, chosen, changed) {
  const name = freshId("choice");
  const element = html("fieldset", { class: "widget-choice" }, html("legend", {}, label));
  /** @type {Map<Name, HTMLInputElement>} */
  const inputs = new Map();
  for (const { value, label: words } of options) {
    const id = freshId("option");
    const input = html("input", { type: "radio", name, id, value, checked: value === chosen });
    input.addEventListener("change", () => changed(value));
    inputs.set(value, input);
    element.append(html("span", {}, input, html("label", { for: id }, words)));
  }
  return {
    element,
    set(next) {
      const input = inputs.get(next);
      if (input) {
        input.checked = true;
      }
    },
  };
}
