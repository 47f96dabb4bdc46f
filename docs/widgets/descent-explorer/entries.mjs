// @ts-check
/**
 * How the state stands in an address: `?descent.method=newton&descent.steps=5`.
 *
 * @module
 */

import { numeric, oneOf } from "../kit/address.mjs";
import { formatNumber, typed } from "../kit/format.mjs";
import { parseNumber } from "../kit/parse.mjs";
import { DATA_NAMES, POINTS, ROOM } from "./data-sets.mjs";
import { LARGEST_SEED } from "./random.mjs";
import { INITIAL, LEAST_ZOOM, MARKS, MOST_START, MOST_ZOOM } from "./state.mjs";
import { MOST_STEPS } from "./walk.mjs";

/** @import { Entry } from "../kit/address.mjs" */
/** @import { Point } from "../kit/plot.mjs" */
/** @import { Kept } from "./state.mjs" */
/** @import { Method, Plan } from "./walk.mjs" */

export const START = { least: -MOST_START, most: MOST_START };
// neither this nor a multiple of it by L or 1/L overflows or vanishes
export const RATE = { least: 1e-300, most: 5e306 };
export const BATCH = { least: 1, most: 20, whole: true };
export const SEED = { least: 0, most: LARGEST_SEED, whole: true };

const BETWEEN = "__"; // points, and kept walks

const PLAN = {
  data: oneOf(INITIAL.data, DATA_NAMES),
  method: oneOf(INITIAL.method, /** @type {Method[]} */ (["descent", "batches", "newton"])),
  rate: numeric(INITIAL.rate, RATE),
  unit: oneOf(INITIAL.unit, /** @type {Plan["unit"][]} */ (["safe", "plain"])),
  batch: numeric(INITIAL.batch, BATCH),
  seed: numeric(INITIAL.seed, SEED),
  b: numeric(INITIAL.b, START),
  w: numeric(INITIAL.w, START),
  v: numeric(INITIAL.v, START),
  steps: numeric(INITIAL.steps, { least: 0, most: MOST_STEPS, whole: true }),
};

/** @type {Entry<any>} */
const MARK = oneOf(/** @type {string} */ ("A"), MARKS);
/** The parts of a kept walk, in their order. */
const PARTS = Object.entries(/** @type {Record<string, Entry<any>>} */ ({ mark: MARK, ...PLAN }));

/** @type {Entry<readonly Point[]>} */
const points = {
  initial: POINTS,
  parse(text) {
    const range = { least: ROOM[0], most: ROOM[1] };
    const read = text
      .split(BETWEEN)
      .map((pair) => pair.split("_").map((each) => parseNumber(each, range)));
    const values = read.map((pair) =>
      pair.flatMap((each) => ("value" in each ? [each.value] : [])),
    );
    return read.length === POINTS.length &&
      values.every((pair, i) => pair.length === 2 && read[i]?.length === 2)
      ? { value: values.map(([x = 0, up = 0]) => [x, up]) }
      : { problem: `There must be ${formatNumber(POINTS.length)} points with two numbers each.` };
  },
  write: (value) => value.map((point) => point.map(written).join("_")).join(BETWEEN),
};

/** @type {Entry<readonly Kept[]>} */
const kept = {
  initial: INITIAL.kept,
  parse(text) {
    const walks = text === "none" ? [] : text.split(BETWEEN).map(keptWalk);
    const good = walks.flatMap((walk) => (walk ? [walk] : []));
    const names = new Set(good.map(({ data, mark }) => `${data} ${mark}`));
    return names.size === walks.length
      ? { value: good }
      : { problem: "These walks cannot be read." };
  },
  write: (value) => value.map(writtenWalk).join(BETWEEN) || "none",
};

/** Where the state stands in the address, by name. */
export const ENTRIES = {
  ...PLAN,
  zoom: numeric(INITIAL.zoom, { least: LEAST_ZOOM, most: MOST_ZOOM, whole: true }),
  points,
  kept,
};

/**
 * @param {string} text
 * @returns {Kept | undefined}
 */
function keptWalk(text) {
  const texts = text.split("_");
  const values = PARTS.flatMap(([name, entry], i) => {
    const part = entry.parse(texts[i] ?? "");
    return "value" in part ? [[name, part.value]] : [];
  });
  const readable = texts.length === PARTS.length && values.length === PARTS.length;
  return readable ? /** @type {Kept} */ (Object.fromEntries(values)) : undefined;
}

/** @param {Kept} walk */
function writtenWalk(walk) {
  const values = /** @type {Record<string, unknown>} */ (walk);
  return PARTS.map(([name, entry]) => entry.write(values[name])).join("_");
}

/** @param {number} value */
function written(value) {
  return typed(value).replaceAll("\u2212", "-");
}
