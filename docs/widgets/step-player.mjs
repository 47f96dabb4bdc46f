// @ts-check
/**
 * The step player: the computation graph of one training step, to be set, stepped and compared with
 * what rounding by hand gives.
 *
 * @module
 */

import { addressWriter, readAddress } from "./kit/address.mjs";
import { button } from "./kit/controls.mjs";
import { html, observeWidth, svg } from "./kit/dom.mjs";
import { frame } from "./kit/frame.mjs";
import { player } from "./kit/motion.mjs";
import { curves } from "./step-player/curves.mjs";
import { DRAWING, drawGraph } from "./step-player/graph.mjs";
import { inputs } from "./step-player/inputs.mjs";
import { row, wrong } from "./step-player/parts.mjs";
import { canStep, ENTRIES, reduce, view } from "./step-player/state.mjs";
import { valuesTable } from "./step-player/table.mjs";
import { lastNode, obstacle, parted, result } from "./step-player/words.mjs";

/** @import { Action, State } from "./step-player/state.mjs" */

const PREFIX = "step";
const [LEAPS, INTERVAL] = [[1, 5, 10, 25], 500];

/**
 * Fill an element with the player.
 * @param {HTMLElement} root
 */
export function mount(root) {
  const say = frame(root, "The step player");
  const { state: given, problems } = readAddress(PREFIX, ENTRIES);
  /** @type {State} */
  let state = given;
  const note = addressWriter(PREFIX, ENTRIES);

  const drawing = svg("svg", DRAWING);
  const [nodeLine, resultLine, partedLine, obstacleLine] = ["node", "result", "parted", "obstacle"].map(
    (name) => html("p", { class: `step-player-line step-player-line--${name}` }),
  );
  const key = html("p", { class: "step-player-key" });
  const plots = curves();
  const table = valuesTable();
  let width = 0;

  const draw = () => {
    const seen = view(state);
    const lines = /** @type {const} */ ([
      [nodeLine, lastNode(state, seen)],
      [resultLine, result(state, seen)],
      [partedLine, parted(state, seen)],
      [obstacleLine, obstacle(state, seen)],
    ]);
    for (const [line, text] of lines) {
      line?.replaceChildren(text);
    }
    if (width > 0) {
      key.textContent = drawGraph(drawing, width, state, seen);
      plots.draw(width, state, seen);
    }
    table.draw(state, seen);
    return seen;
  };

  const movie = player(
    INTERVAL,
    () => {
      take({ do: "step", by: 1 });
      return canStep(state);
    },
    (running) => {
      play.textContent = running ? "Pause" : "Play";
      if (!running) {
        speak();
      }
    },
  );
  const speak = (first = "") => {
    const seen = view(state);
    say([first, result(state, seen), parted(state, seen), obstacle(state, seen)].filter(Boolean).join(" "));
  };
  /** @param {Action} action */
  const take = (action) => {
    state = reduce(state, action);
    draw();
    note(state);
  };
  /**
   * What the reader does: it ends the play, and is answered once.
   * @param {Action} action
   */
  const act = (action) => {
    movie.stop();
    take(action);
    speak(action.do === "node" ? lastNode(state, view(state)) : "");
  };

  const fields = inputs(state, (changes) => act({ do: "set", changes }), say);
  const play = button("Play", () => {
    if (movie.running()) {
      movie.stop();
    } else if (canStep(state)) {
      movie.start();
    } else {
      act({ do: "step", by: 1 });
    }
  });
  const leaps = LEAPS.map((by) =>
    button(`${by} ${by === 1 ? "step" : "steps"}`, () => act({ do: "step", by })),
  );
  const nodes = [
    button("Inputs only", () => act({ do: "inputs" })),
    button("Back a node", () => act({ do: "node", by: -1 })),
    button("Next node", () => act({ do: "node", by: 1 })),
    button("All nodes", () => act({ do: "all" })),
  ];
  const again = button("Restart", () => act({ do: "restart" }));
  const reset = button("Reset all", () => {
    act({ do: "reset" });
    fields.set(state);
  });
  const back = button("Back", () => act({ do: "step", by: -1 }));

  root.append(
    ...wrong(problems),
    html("div", { class: "step-player-graph" }, drawing),
    key,
    ...[nodeLine, resultLine, partedLine, obstacleLine].filter((line) => line !== undefined),
    row("Steps:", back, play, ...leaps, again),
    row("Nodes:", ...nodes),
    plots.element,
    fields.element,
    html("div", { class: "widget-row" }, reset),
    table.element,
  );
  width = drawing.parentElement?.clientWidth ?? 0; // drawn at once, nothing moves later
  draw();
  observeWidth(root, () => {
    width = drawing.parentElement?.clientWidth ?? 0;
    draw();
  });
  if (problems.length > 0) {
    say(problems.join(" "));
  }
}
