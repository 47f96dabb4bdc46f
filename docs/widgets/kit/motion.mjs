// @ts-check
/**
 * Movement that heeds the wish for less of it, and that rests while nobody looks.
 *
 * @module
 */

const REDUCED = matchMedia("(prefers-reduced-motion: reduce)");

/**
 * Whether the reader has asked for less movement.
 * @returns {boolean}
 */
export function reducedMotion() {
  return REDUCED.matches;
}

/**
 * @typedef {object} Player
 * @property {() => void} start
 * @property {() => void} stop
 * @property {() => boolean} running
 */

/**
 * Calls `tick` again and again until it returns false or the player is stopped. While the page is
 * hidden nothing runs.
 * @param {number} interval milliseconds between two calls; longer where less movement is wished
 * @param {() => boolean} tick
 * @param {(running: boolean) => void} [changed]
 * @returns {Player}
 */
export function player(interval, tick, changed) {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;
  const stop = () => {
    if (timer !== undefined) {
      clearInterval(timer);
      timer = undefined;
      changed?.(false);
    }
  };
  return {
    start() {
      if (timer === undefined) {
        const pause = reducedMotion() ? Math.max(interval, 1000) : interval;
        timer = setInterval(() => document.hidden || tick() || stop(), pause);
        changed?.(true);
      }
    },
    stop,
    running: () => timer !== undefined,
  };
}
