// @ts-check
/**
 * A plot: axes, curves, lines, points and labels over two linear scales, in CSS pixels, so that its
 * text is as large as the text around it. Marks have names; drawing one again moves it.
 *
 * @module
 */

import { ticks } from "./d3.mjs";
import { freshId, setAttributes, svg } from "./dom.mjs";
import { formatNumber } from "./format.mjs";

/** @import { Attributes } from "./dom.mjs" */

/** @typedef {readonly [number, number]} Interval */
/** @typedef {readonly [x: number, y: number]} Point */
/** @typedef {{ d: string }} Shape a path in pixels, from its middle on: "m0,-5l5,9h-10z" */

/**
 * A linear map of an interval, with its inverse.
 * @typedef {object} Scale
 * @property {(value: number) => number} at
 * @property {(pixel: number) => number} from
 */

/**
 * @typedef {object} PlotOptions
 * @property {string} label what the plot shows, for those who do not see it
 * @property {number} height
 * @property {Interval} x
 * @property {Interval} y
 * @property {string} [xName] the symbol at the end of the axis
 * @property {string} [yName]
 * @property {number} [xTicks] about how many
 * @property {number} [yTicks]
 * @property {number} [left] pixels to the left of the plot, for its numbers
 */

const FAR = 1e6; // pixels
const MARGIN = { top: 26, right: 28, bottom: 26 };
const LEFT = 44;

/**
 * The linear map of one interval to another.
 * @param {Interval} domain
 * @param {Interval} range
 * @returns {Scale}
 */
export function linear([a, b], [from, to]) {
  const slope = (to - from) / (b - a);
  return {
    at: (value) => from + (value - a) * slope,
    from: (pixel) => a + (pixel - from) / slope,
  };
}

/** One plot; draw its marks after each change of its width. */
export class Plot {
  /** @param {PlotOptions} options */
  constructor(options) {
    this.options = options;
    const id = freshId("inside");
    this.inside = svg("rect");
    this.axes = svg("g");
    this.curves = svg("g", { "clip-path": `url(#${id})` });
    this.marks = svg("g");
    this.svg = svg(
      "svg",
      { class: "figure widget-plot", role: "img", "aria-label": options.label },
      svg("clipPath", { id }, this.inside),
      this.axes,
      this.curves,
      this.marks,
    );
    /** @type {Map<string, SVGElement>} */
    this.named = new Map();
    this.width = 320;
    this.resize(this.width);
  }

  /**
   * Show other intervals, and draw the axes anew.
   * @param {Interval} x
   * @param {Interval} y
   */
  show(x, y) {
    this.options = { ...this.options, x, y };
    this.resize(this.width);
  }

  /**
   * Make the plot so wide, and draw its axes.
   * @param {number} width
   */
  resize(width) {
    const { height, x, y } = this.options;
    this.width = width;
    this.svg.style.height = `${height}px`; // as wide as its box, whichever width is drawn
    this.x = linear(x, [this.#left, width - MARGIN.right]);
    this.y = linear(y, [height - MARGIN.bottom, MARGIN.top]);
    setAttributes(this.inside, {
      x: this.#left,
      y: MARGIN.top,
      width: width - this.#left - MARGIN.right,
      height: height - MARGIN.top - MARGIN.bottom,
    });
    this.axes.replaceChildren(...this.#axes(width));
  }

  /**
   * The same small shape at each point that lies in the frame.
   * @param {string} name
   * @param {readonly Point[]} points
   * @param {Shape} shape
   * @param {string} classes
   */
  symbols(name, points, shape, classes) {
    const { x, y } = this.#scales();
    const seen = points.filter(([a, b]) => within(a, this.options.x) && within(b, this.options.y));
    const d = seen.map(([a, b]) => `M${x.at(a)},${y.at(b)}${shape.d}`).join("");
    this.#mark(name, "path", { d, class: classes });
  }

  /**
   * A curve through points; where a point is not finite, it has a gap.
   * @param {string} name
   * @param {readonly Point[]} points
   * @param {string} classes such as "ink curve"
   */
  curve(name, points, classes) {
    const { x, y } = this.#scales();
    const pixels = points.map(([a, b]) => /** @type {Point} */ ([x.at(a), y.at(b)]));
    this.#mark(name, "path", { d: pathThrough(pixels), class: classes });
  }

  /**
   * A point.
   * @param {string} name
   * @param {Point} point
   * @param {string} classes such as "accent-dot"
   * @param {number} [radius]
   */
  dot(name, [a, b], classes, radius = 5) {
    const { x, y } = this.#scales();
    this.#mark(name, "circle", { cx: x.at(a), cy: y.at(b), r: radius, class: classes });
  }

  /**
   * A label, moved by so many pixels from its place.
   * @param {string} name
   * @param {Point} point
   * @param {string} text
   * @param {string} classes such as "text at-end"
   * @param {Point} [shift]
   */
  label(name, [a, b], text, classes, [right, down] = [0, 0]) {
    const { x, y } = this.#scales();
    const place = { x: x.at(a) + right, y: y.at(b) + down, class: classes };
    this.#mark(name, "text", place).textContent = text;
  }

  /**
   * Take a mark away.
   * @param {string} name
   */
  remove(name) {
    this.named.get(name)?.remove();
    this.named.delete(name);
  }

  /**
   * Where a pointer is, in the plot's own units.
   * @param {PointerEvent | MouseEvent} event
   * @returns {Point}
   */
  place(event) {
    const { x, y } = this.#scales();
    const box = this.svg.getBoundingClientRect();
    return [x.from(event.clientX - box.left), y.from(event.clientY - box.top)];
  }

  get #left() {
    return this.options.left ?? LEFT;
  }

  #scales() {
    const { x, y } = this;
    if (x === undefined || y === undefined) {
      throw new Error("the plot has no width yet");
    }
    return { x, y };
  }

  /**
   * @param {string} name
   * @param {"circle" | "path" | "text"} kind
   * @param {Attributes} attributes
   */
  #mark(name, kind, attributes) {
    const known = this.named.get(name);
    if (known) {
      setAttributes(known, attributes);
      return known;
    }
    const element = svg(kind, { ...attributes, "data-mark": name });
    this.named.set(name, element);
    (kind === "path" ? this.curves : this.marks).append(element);
    return element;
  }

  /** @param {number} width */
  *#axes(width) {
    const { height, x: [left, right], y: [low, high], xName = "", yName = "" } = this.options;
    const { x, y } = this.#scales();
    const [x0, y0] = [x.at(Math.max(left, Math.min(0, right))), y.at(Math.max(low, Math.min(0, high)))];
    for (const tick of ticks(left, right, this.options.xTicks ?? Math.max(3, width / 90))) {
      const at = x.at(tick);
      yield svg("path", { d: `M${at},${MARGIN.top}V${height - MARGIN.bottom}`, class: "soft" });
      yield svg("text", { x: at, y: height - 8, class: "text small at-middle" }, formatNumber(tick));
    }
    for (const tick of ticks(low, high, this.options.yTicks ?? 4)) {
      const at = y.at(tick);
      yield svg("path", { d: `M${this.#left},${at}H${width - MARGIN.right}`, class: "soft" });
      yield svg("text", { x: this.#left - 8, y: at + 5, class: "text small at-end" }, formatNumber(tick));
    }
    yield svg("path", { d: `M${this.#left},${y0}H${width - MARGIN.right}`, class: "ink" });
    yield svg("path", { d: `M${x0},${MARGIN.top}V${height - MARGIN.bottom}`, class: "ink" });
    yield svg("text", { x: width - MARGIN.right + 8, y: y0 + 5, class: "text variable" }, xName);
    yield svg("text", { x: x0, y: MARGIN.top - 10, class: "text variable at-middle" }, yName);
  }
}

/**
 * The path through points, with a gap where one is not finite. (A library's pen would be larger than
 * all of this file.)
 * @param {readonly Point[]} points in pixels
 */
function pathThrough(points) {
  let path = "";
  let move = "M";
  for (const [x, y] of points) {
    const seen = Number.isFinite(x) && Number.isFinite(y);
    path += seen ? `${move}${drawable(x)},${drawable(y)}` : "";
    move = seen ? "L" : "M";
  }
  return path;
}

/**
 * A place that a drawing can hold: what is farther away than this is out of sight in any case.
 * @param {number} pixel
 */
function drawable(pixel) {
  return Math.round(Math.min(Math.max(pixel, -FAR), FAR) * 100) / 100;
}

/**
 * @param {number} value
 * @param {Interval} interval
 */
function within(value, [low, high]) {
  return value >= low && value <= high;
}
