// @ts-check
/**
 * The sigmoid and loss explorer: score, probability, odds and log-odds tied together, the curve with
 * its tangent, both losses with their slopes, and what single and double precision make of them.
 *
 * @module
 */

import { html } from "./kit/dom.mjs";
import { formatNumber } from "./kit/format.mjs";
import { frame } from "./kit/frame.mjs";
import { numberField } from "./kit/number-field.mjs";
import { lossFromScore } from "./logistic.mjs";
import { read, writer } from "./sigmoid-explorer/address.mjs";
import { plots } from "./sigmoid-explorer/drawing.mjs";
import { NAMES, RANGES, quantities } from "./sigmoid-explorer/quantities.mjs";
import { tables } from "./sigmoid-explorer/tables.mjs";

/** @import { NumberField, Slider } from "./kit/number-field.mjs" */
/** @import { Given, Quantity } from "./sigmoid-explorer/quantities.mjs" */

/** @type {Readonly<Record<Quantity, { label: string, symbol?: string, slider?: Slider }>>} */
const FIELDS = {
  score: { label: "Score", symbol: "z", slider: { from: -8, to: 8, step: 0.1 } },
  probability: {
    label: "Probability",
    symbol: "p",
    slider: { from: 0.001, to: 0.999, step: 0.001 },
  },
  odds: { label: "Odds" },
  "log-odds": { label: "Log-odds" },
};

/** @param {HTMLElement} root */
export function mount(root) {
  const say = frame(root, "One score, seen from all sides");
  const write = writer();
  const { given, problems } = read();

  /** @type {Partial<Record<Quantity, NumberField>>} */
  const fields = {};
  const box = html("div", { class: "widget-fields" });
  const drawn = plots((z) => change({ quantity: "score", value: Number(z.toFixed(2)) }));
  const shown = tables();

  /** @param {Given} next */
  const show = (next) => {
    const all = quantities(next);
    for (const name of NAMES) {
      fields[name]?.set(all[name]);
    }
    drawn.draw(all.score);
    shown.show(all.score);
    return all;
  };
  /** @param {Given} next */
  const change = (next) => {
    const all = show(next);
    write(next);
    say(spoken(all.score, all.probability, all.odds));
  };
  const first = quantities(given);
  for (const name of NAMES) {
    const field = numberField({
      ...FIELDS[name],
      value: first[name],
      range: RANGES[name],
      changed: (value) => change({ quantity: name, value }),
      refused: say,
    });
    fields[name] = field;
    box.append(field.element);
  }
  root.append(box, drawn.element, shown.element);
  show(given);
  if (problems.length) {
    root.append(html("p", { class: "widget-message" }, problems.join(" ")));
    say(problems.join(" "));
  }
}

/**
 * The result in a sentence.
 * @param {number} z
 * @param {number} p
 * @param {number} odds
 */
function spoken(z, p, odds) {
  const [one, zero] = [lossFromScore(z, 1), lossFromScore(z, 0)].map((loss) => formatNumber(loss));
  return `Score ${formatNumber(z)}: probability ${formatNumber(p)}, odds ${formatNumber(odds)}. Loss ${one} for label one, ${zero} for label zero.`;
}
