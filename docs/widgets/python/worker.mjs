// @ts-check
/**
 * Runs examples apart from the page, so that one which never ends can be stopped. It is asked once:
 * the page ends it after each run.
 *
 * @module
 */

import { Interpreter } from "./interpreter.mjs";
import { Output } from "./output.mjs";

/** @typedef {import("./interpreter.mjs").Failure} Failure */
/** @typedef {import("./interpreter.mjs").Piece} Piece */

/** @typedef {{ pieces: Piece[], limit: number }} Request all run, and the last one is shown */

/**
 * @typedef {{ kind: "ready" } | { kind: "printed", text: string } | { kind: "full" }
 *   | { kind: "ended", failure: Failure | null } | { kind: "broken", says: string }} Report
 */

const PAUSE = 50; // milliseconds between two reports of what was printed

/** @param {Report} report */
const report = (report) => postMessage(report);

/** @param {Request} request */
async function answer({ pieces, limit }) {
  const output = new Output({
    show: (text) => report({ kind: "printed", text }),
    full: () => report({ kind: "full" }),
    limit,
    pause: PAUSE,
  });
  const interpreter = await Interpreter.start(output);
  report({ kind: "ready" });
  /** @type {Failure | null} */
  let failure = null;
  for (const [place, piece] of pieces.entries()) {
    output.muted = place < pieces.length - 1;
    failure ??= interpreter.execute(piece);
  }
  report({ kind: "ended", failure });
}

addEventListener("message", ({ data }) => {
  answer(data).catch((error) => report({ kind: "broken", says: String(error) }));
});
