// @ts-check
/**
 * Runs Python in a worker of its own for each run, within limits: time, and how much is printed.
 *
 * @module
 */

/** @typedef {import("./interpreter.mjs").Piece} Piece */
/** @typedef {import("./worker.mjs").Report} Report */
/** @typedef {import("./words.mjs").Outcome} Outcome */

export const SECONDS = 10;
export const LIMIT = 20_000; // bytes
const LOADING = 60; // seconds, on the slowest line

/** One place in which to run Python, one run at a time. */
export class Runner {
  /** @type {Worker | null} */
  #worker = null;
  /** @type {((outcome: Outcome) => void) | null} */
  #end = null;

  get running() {
    return this.#end !== null;
  }

  /**
   * Run pieces in one namespace, and show what the last of them prints.
   * @param {Piece[]} pieces
   * @param {(text: string) => void} show
   * @returns {Promise<Outcome>}
   */
  run(pieces, show) {
    this.stop();
    const worker = new Worker(new URL("./worker.mjs", import.meta.url), { type: "module" });
    this.#worker = worker;
    /** @type {ReturnType<typeof setTimeout>} */
    let limit;
    /** @type {Promise<Outcome>} */
    const outcome = new Promise((resolve) => {
      this.#end = resolve;
    });
    /** @param {Outcome} how */
    const end = (how) => this.#finish(worker, how);
    limit = setTimeout(() => end({ kind: "broken", says: "it could not be loaded" }), 1000 * LOADING);
    worker.addEventListener("error", () => end({ kind: "broken", says: "it could not be loaded" }));
    worker.addEventListener("message", (event) => {
      /** @type {Report} */
      const report = event.data;
      switch (report.kind) {
        case "ready":
          clearTimeout(limit);
          limit = setTimeout(() => end({ kind: "late", seconds: SECONDS }), 1000 * SECONDS);
          break;
        case "printed":
          show(report.text);
          break;
        case "full":
          end({ kind: "flooded", limit: LIMIT });
          break;
        case "ended": {
          const { failure } = report;
          end(failure ? { kind: "failed", failure } : { kind: "done" });
          break;
        }
        case "broken":
          end({ kind: "broken", says: report.says });
      }
    });
    worker.postMessage({ pieces, limit: LIMIT });
    return outcome.finally(() => clearTimeout(limit));
  }

  /** End the run in progress, if there is one. */
  stop() {
    if (this.#worker) {
      this.#finish(this.#worker, { kind: "stopped" });
    }
  }

  /**
   * @param {Worker} worker
   * @param {Outcome} outcome
   */
  #finish(worker, outcome) {
    worker.terminate();
    if (worker === this.#worker) {
      this.#worker = null;
      this.#end?.(outcome);
      this.#end = null;
    }
  }
}
