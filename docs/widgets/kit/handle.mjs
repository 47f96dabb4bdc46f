// @ts-check
/**
 * A handle on a plot: to be moved over the plane by pointer, finger or arrow keys. Shift makes the
 * steps of the keys longer.
 *
 * @module
 */

import { setAttributes, svg } from "./dom.mjs";

/** @import { Plot, Point, Shape } from "./plot.mjs" */

const REACH = 16; // pixels around its middle that take a finger
const LONG = 10; // steps at once, with the shift key

/** @type {Record<string, Point | undefined>} */
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] };

/**
 * @typedef {object} HandleOptions
 * @property {string} label
 * @property {Shape} shape
 * @property {string} classes such as "accent-dot"
 * @property {() => Point} step how far a key moves it; a pointer leaves it at multiples of that
 * @property {(to: Point) => void} moved
 */

export class Handle {
  /** @type {Point} */
  #at = [0, 0];

  /**
   * @param {Plot} plot
   * @param {HandleOptions} options
   */
  constructor(plot, options) {
    this.plot = plot;
    this.options = options;
    // a picture has nothing in it that could be moved, a group has
    setAttributes(plot.svg, { role: "group" });
    for (const layer of [plot.axes, plot.curves, plot.marks]) {
      setAttributes(layer, { "aria-hidden": "true" });
    }
    this.element = svg(
      "g",
      { class: "widget-handle", role: "slider", tabindex: 0, "aria-label": options.label },
      svg("circle", { r: REACH, class: "widget-reach" }),
      svg("path", { d: `M0,0${options.shape.d}`, class: options.classes }),
    );
    plot.svg.append(this.element);
    this.element.addEventListener("keydown", (event) => this.#pressed(event));
    this.element.addEventListener("pointerdown", (event) => {
      this.element.setPointerCapture(event.pointerId);
      this.element.focus();
      event.preventDefault(); // no text is selected on the way
    });
    this.element.addEventListener("pointermove", (event) => {
      if (this.element.hasPointerCapture(event.pointerId)) {
        this.#go(plot.place(event));
      }
    });
  }

  /**
   * Stand at a point, and say so with these words.
   * @param {Point} point
   * @param {string} words
   */
  show(point, words) {
    const { plot, element } = this;
    const [x = 0, y = 0] = [plot.x?.at(point[0]), plot.y?.at(point[1])];
    this.#at = point;
    setAttributes(element, {
      transform: `translate(${x} ${y})`,
      "aria-valuenow": point[0],
      "aria-valuemin": Math.min(plot.options.x[0], point[0]),
      "aria-valuemax": Math.max(plot.options.x[1], point[0]),
      "aria-valuetext": words,
    });
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const way = KEYS[event.key];
    if (way && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault(); // the page stays where it is
      const [across, up] = this.options.step();
      const times = event.shiftKey ? LONG : 1;
      this.#go([this.#at[0] + times * way[0] * across, this.#at[1] + times * way[1] * up]);
    }
  }

  /** @param {Point} to */
  #go(to) {
    const next = rounded(to, this.options.step());
    if (next[0] !== this.#at[0] || next[1] !== this.#at[1]) {
      this.options.moved(next);
    }
  }
}

/**
 * The nearest point at multiples of a step, without the digits that rounding would leave behind it.
 * @param {Point} point
 * @param {Point} step
 * @returns {Point}
 */
export function rounded([x, y], [across, up]) {
  return [multiple(x, across), multiple(y, up)];
}

/**
 * @param {number} value
 * @param {number} step
 */
function multiple(value, step) {
  return Number((Math.round(value / step) * step).toPrecision(12)) + 0; // minus zero becomes zero
}
