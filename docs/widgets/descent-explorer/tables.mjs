// @ts-check
/**
 * The same in numbers: where the walk is, and how the kept walks compare.
 *
 * @module
 */

import { button } from "../kit/controls.mjs";
import { html } from "../kit/dom.mjs";
import { formatNumber } from "../kit/format.mjs";
import { at } from "../logistic/sums.mjs";
import { sample } from "./marks.mjs";
import { shownOf } from "./scene.mjs";
import { MARKS } from "./state.mjs";
import { above, DIGITS, METHODS, weightName } from "./words.mjs";

/** @import { Place } from "./problem.mjs" */
/** @import { Scene, Shown } from "./scene.mjs" */

/** Where the walk began, where it is, and where the loss is smallest. */
export function placeTable() {
  const body = html("tbody");
  const head = html("tr", {}, html("td"), ...["start", "now", "smallest loss"].map(heading));
  const element = scrolling("Where the walk is", html("thead", {}, head), body);
  /** @param {Scene} scene */
  const show = ({ walk, state, problem }) => {
    const n = problem.data.features.length;
    const places = [at(walk.places, 0), walk.after(state.steps), problem.best];
    /** @type {[string, (place: Place) => number][]} */
    const rows = [
      ["bias", (place) => place.b],
      ...problem.data.features.map(
        (_, j) =>
          /** @type {[string, (place: Place) => number]} */ ([
            weightName(n, j),
            (place) => at(place.w, j),
          ]),
      ),
      ["loss", (place) => place.loss],
      ["length of the gradient", (place) => place.length],
    ];
    body.replaceChildren(
      html(
        "tr",
        {},
        rowHeading("steps"),
        cell(formatNumber(0)),
        cell(formatNumber(state.steps, 12)),
        cell(""),
      ),
      ...rows.map(([name, of]) =>
        html(
          "tr",
          {},
          rowHeading(name),
          ...places.map((place) => cell(place ? formatNumber(of(place), DIGITS) : "none")),
        ),
      ),
    );
  };
  return { element, show };
}

/**
 * The walks side by side, each with a button that removes it.
 * @param {(mark: string) => void} remove
 */
export function walksTable(remove) {
  const rows = [...MARKS, ""].map((mark) => walkRow(mark, remove));
  const body = html("tbody", {}, ...rows.map((row) => row.element));
  const names = ["walk", "method", "rate", "steps", "loss", "above the smallest"];
  const head = html("thead", {}, html("tr", {}, ...names.map(heading), html("td")));
  const element = scrolling("Walks compared", head, body);
  /** @param {Scene} scene */
  const show = (scene) => {
    const all = shownOf(scene);
    for (const row of rows) {
      row.show(all.find(({ mark }) => mark === row.mark));
    }
  };
  return { element, show };
}

/**
 * A row that stays in its place, so that the focus stays on its button.
 * @param {string} mark
 * @param {(mark: string) => void} remove
 */
function walkRow(mark, remove) {
  const gone = button("Remove", () => remove(mark));
  gone.setAttribute("aria-label", `Remove walk ${mark}`);
  const name = html("th", { scope: "row", class: "walk-name" }, sample(mark), mark || "now");
  const cells = ["method", "rate", "steps", "loss", "above"].map(() => cell(""));
  const element = html("tr", {}, name, ...cells, html("td", {}, ...(mark ? [gone] : [])));
  return {
    mark,
    element,
    /** @param {Shown | undefined} shown */
    show(shown) {
      element.hidden = shown === undefined;
      for (const [i, text] of (shown ? rowTexts(shown) : []).entries()) {
        at(cells, i).textContent = text;
      }
    },
  };
}

/** @param {Shown} shown */
function rowTexts({ steps, walk }) {
  const { plan, rate, problem } = walk;
  const { loss } = walk.after(steps);
  const batches = `${METHODS.batches} of ${formatNumber(plan.batch, 12)}, seed ${formatNumber(plan.seed, 12)}`;
  return [
    plan.method === "batches" ? batches : METHODS[plan.method],
    plan.method === "newton" ? "none" : formatNumber(rate, DIGITS),
    formatNumber(steps, 12),
    formatNumber(loss, DIGITS),
    above(walk.after(steps), problem) ?? "no minimum",
  ];
}

/** @param {string} text */
function heading(text) {
  return html("th", { scope: "col" }, text);
}

/** @param {string} text */
function rowHeading(text) {
  return html("th", { scope: "row" }, text);
}

/** @param {string} text */
function cell(text) {
  return html("td", {}, text);
}

/**
 * A table that scrolls in a frame of its own, which the keyboard reaches.
 * @param {string} name
 * @param {...Node} parts
 */
function scrolling(name, ...parts) {
  const table = html(
    "table",
    { class: "walks-table" },
    html("caption", {}, `${name}, rounded`),
    ...parts,
  );
  return html(
    "div",
    { class: "walks-scroll", tabindex: 0, role: "region", "aria-label": name },
    table,
  );
}
