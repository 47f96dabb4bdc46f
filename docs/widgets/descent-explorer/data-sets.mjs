// @ts-check
/**
 * The data that one can walk on: twenty students, data that a threshold separates, and a small set
 * with two features whose points can be moved.
 *
 * @module
 */

/** @import { Label } from "../logistic.mjs" */
/** @import { Interval, Point } from "../kit/plot.mjs" */

/** @typedef {"students" | "separable" | "points"} DataName */

/**
 * @typedef {object} DataSet
 * @property {string} label what it is called
 * @property {string} about what it is
 * @property {string[]} features what the columns are
 * @property {readonly number[][]} X
 * @property {readonly Label[]} y
 * @property {Interval} x the first weight, from one side of the plane to the other
 * @property {Interval} up the bias, or the second weight
 */

/** @type {Label[]} */
const PASSED = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1];
const HOURS = [
  0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5,
];

/**
 * Where the points stand at first: no line separates the labels.
 * @type {readonly Point[]}
 */
export const POINTS = [
  [1, 3],
  [2, 5],
  [3, 2],
  [4, 4],
  [3, 4],
  [5, 3],
  [4, 6],
  [6, 5],
];
/** Where points may stand, in both features. */
export const ROOM = /** @type {const} */ ([0, 8]);

/** @type {Record<DataName, DataSet>} */
const SETS = {
  students: {
    label: "twenty students",
    about: "Who passed after how many hours of study.",
    features: ["hours studied"],
    X: HOURS.map((hours) => [hours]),
    y: PASSED,
    x: [-0.5, 2.5],
    up: [-6, 2],
  },
  separable: {
    label: "separable data",
    about: "All with few hours failed, all with many passed: a threshold separates them.",
    features: ["hours studied"],
    X: [1, 1.5, 2, 2.5, 3.5, 4, 4.5, 5].map((hours) => [hours]),
    y: [0, 0, 0, 0, 1, 1, 1, 1],
    x: [-2, 10],
    up: [-28, 4],
  },
  points: {
    label: "points to move",
    about: "Two features. Move the points, by pointer, finger or arrow keys.",
    features: ["first feature", "second feature"],
    X: [],
    y: [0, 0, 0, 0, 1, 1, 1, 1],
    x: [-1, 2],
    up: [-1, 2],
  },
};

export const DATA_NAMES = /** @type {DataName[]} */ (Object.keys(SETS));

/**
 * The data by this name, with the points where they stand now.
 * @param {DataName} name
 * @param {readonly Point[]} points
 * @returns {DataSet}
 */
export function dataSet(name, points) {
  return name === "points" ? { ...SETS.points, X: points.map((x) => [...x]) } : SETS[name];
}
