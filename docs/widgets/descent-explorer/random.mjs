// @ts-check
/**
 * Random orders that a seed repeats. The generator is the minimal standard of Park and Miller
 * (Communications of the ACM 31, 1988) with the multiplier of 1993: state <- 48271 state mod 2^31 - 1,
 * whose products are exact here. Its numbers are not those of NumPy's generator.
 *
 * @module
 */

const [MULTIPLIER, MODULUS] = [48271, 2 ** 31 - 1];
const SKIPPED = 8; // the first numbers of neighbouring small seeds are alike

export const LARGEST_SEED = MODULUS - 2;

/**
 * A generator of numbers from 0 to 1, both left out.
 * @param {number} seed a whole number from 0 to the largest seed
 * @returns {() => number}
 */
export function generator(seed) {
  let state = seed + 1; // 0 would stay 0
  const next = () => {
    state = (MULTIPLIER * state) % MODULUS;
    return state / MODULUS;
  };
  for (let k = 0; k < SKIPPED; k++) {
    next();
  }
  return next;
}

/**
 * The numbers from 0 to m - 1 in a random order, by exchanging each, from the last on, with one that
 * is not behind it.
 * @param {() => number} random
 * @param {number} m
 * @returns {number[]}
 */
export function permutation(random, m) {
  const order = Array.from({ length: m }, (_, i) => i);
  for (let i = m - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1));
    [order[i], order[k]] = [/** @type {number} */ (order[k]), /** @type {number} */ (order[i])];
  }
  return order;
}
