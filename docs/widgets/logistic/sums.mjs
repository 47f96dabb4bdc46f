// @ts-check
/**
 * Sums that keep what rounding takes, and entries that must exist.
 *
 * @module
 */

/**
 * Sum with Neumaier's compensation: what rounding takes from each step is added in the end.
 * @param {readonly number[]} values
 * @returns {number}
 */
export function sum(values) {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    const [large, small] = Math.abs(total) >= Math.abs(value) ? [total, value] : [value, total];
    lost += large - next + small;
    total = next;
  }
  return Number.isFinite(total) ? total + lost : total;
}

/**
 * Mean, from the compensated sum.
 * @param {readonly number[]} values
 * @returns {number}
 */
export function mean(values) {
  return sum(values) / values.length;
}

/**
 * The entry of a list at a place, which must exist.
 * @template T
 * @param {readonly T[]} list
 * @param {number} place
 * @returns {T}
 */
export function at(list, place) {
  const entry = list[place];
  if (entry === undefined) {
    throw new RangeError(`there is no entry ${place} in a list of ${list.length}`);
  }
  return entry;
}
