// @ts-check
/**
 * A number that someone can type, or move with a slider: a label, a text field, a slider and a
 * message beside them. What cannot be read leaves the last good number in force.
 *
 * @module
 */

import { freshId, html, setAttributes } from "./dom.mjs";
import { formatNumber, typed } from "./format.mjs";
import { parseNumber } from "./parse.mjs";

/** @import { Range } from "./parse.mjs" */

/**
 * How a slider moves: from one end to the other in steps; its ends may lie inside the field's range.
 * A scale other than the number itself has a position for each number and a number for each position.
 * @typedef {object} Slider
 * @property {number} from
 * @property {number} to
 * @property {number} step
 * @property {(value: number) => number} [position]
 * @property {(position: number) => number} [value]
 */

/**
 * @typedef {object} NumberFieldOptions
 * @property {string} label what the number is, in words
 * @property {string} [symbol] its symbol, shown behind the label
 * @property {number} value the first value
 * @property {Range} [range] which numbers are taken
 * @property {Slider} [slider]
 * @property {number} [digits] as many digits are shown of a number that was not typed
 * @property {(value: number) => void} changed called with each new good number
 * @property {(problem: string) => void} [refused] called with what is wrong with a text
 */

/**
 * @typedef {object} NumberField
 * @property {HTMLDivElement} element
 * @property {HTMLInputElement} input
 * @property {() => number} get the number in force
 * @property {(value: number) => void} set show a number that was computed
 * @property {(value: number) => void} restore show a number, whatever was typed
 */

/**
 * @param {NumberFieldOptions} options
 * @returns {NumberField}
 */
export function numberField(options) {
  const { label, symbol = "", range = {}, slider, digits = 12, changed, refused } = options;
  const [id, messageId] = [freshId("field"), freshId("message")];
  let value = options.value;

  const signed = (range.least ?? range.above ?? -1) < 0;
  const input = html("input", {
    id,
    type: "text",
    inputmode: signed ? "text" : "decimal", // telephones' decimal keys have no minus
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    "aria-describedby": messageId,
  });
  const message = html("p", { id: messageId, class: "widget-message" });
  const name = html("label", { for: id }, label);
  if (symbol) {
    name.append(" ", html("i", {}, symbol));
  }
  const element = html("div", { class: "widget-field" }, name, input);
  const knob = slider && sliderOf(slider, symbol ? `${label} ${symbol}` : label);
  if (knob) {
    element.append(knob.input);
    knob.input.addEventListener("input", () => take(knob.read(), true));
  }
  element.append(message);

  /** @param {string} problem */
  const complain = (problem) => {
    message.textContent = problem;
    setAttributes(input, { "aria-invalid": problem !== "" && "true" });
    if (problem) {
      refused?.(problem);
    }
  };
  const show = () => {
    const read = parseNumber(input.value, range);
    if (!("value" in read && read.value === value)) {
      input.value = typed(value, digits); // else what was typed stays as it was typed
    }
    knob?.show(value);
  };
  /**
   * @param {number} next
   * @param {boolean} rewrite
   */
  const take = (next, rewrite) => {
    value = next;
    complain("");
    if (rewrite) {
      input.value = typed(value, digits);
    } else {
      knob?.show(value);
    }
    changed(value);
  };
  /** @param {boolean} finished whether the reader has ended typing */
  const read = (finished) => {
    const parsed = parseNumber(input.value, range);
    if ("problem" in parsed) {
      if (finished || message.textContent) {
        complain(parsed.problem);
      }
    } else if (parsed.value !== value || message.textContent) {
      take(parsed.value, false);
    }
  };
  input.addEventListener("input", () => read(false));
  input.addEventListener("change", () => read(true));
  show();

  return {
    element,
    input,
    get: () => value,
    set(next) {
      if (next !== value || !message.textContent) {
        value = next;
        complain("");
        show();
      }
    },
    restore(next) {
      value = next;
      complain("");
      input.value = typed(value, digits);
      knob?.show(value);
    },
  };
}

/**
 * @param {Slider} slider
 * @param {string} label
 */
function sliderOf({ from, to, step, position = (v) => v, value = (at) => at }, label) {
  const input = html("input", {
    type: "range",
    min: from,
    max: to,
    step,
    "aria-label": `${label}, slider`,
  });
  return {
    input,
    read: () => value(Number(input.value)),
    /** @param {number} shown */
    show(shown) {
      const place = Math.min(Math.max(position(shown), from), to);
      input.value = String(place);
      input.setAttribute("aria-valuetext", formatNumber(shown));
    },
  };
}
