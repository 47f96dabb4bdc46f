// @ts-check
/**
 * The field in which an example is edited and run, in the place of the page's own code.
 *
 * @module
 */

import { freshId, html } from "../kit/dom.mjs";
import { Editor } from "./editor.mjs";
import { Runner, SECONDS } from "./runner.mjs";
import { told } from "./words.mjs";

/** @typedef {import("./examples.mjs").Example} Example */
/** @typedef {import("./words.mjs").Outcome} Outcome */

const HELP = `MicroPython runs it in your browser, for ${SECONDS} seconds at most. It has no NumPy.
  Tab leaves the field. Ctrl and Enter run it. Ctrl and a square bracket move lines to the side.`;

/** The field of one example. */
export class Field {
  /**
   * @param {Example} example
   * @param {HTMLElement} opener
   */
  constructor(example, opener) {
    this.example = example;
    this.opener = opener;
    this.runner = new Runner();
    this.printed = "";
    const help = html("p", { class: "python-help", id: freshId("python-help") }, HELP);
    this.status = html("p", { class: "python-status", role: "status", id: freshId("python-status") });
    const label = `What ${example.name} printed`;
    this.output = html("pre", { hidden: true, role: "group", tabindex: 0, "aria-label": label });
    this.editor = new Editor(example.source, {
      label: `Python, ${example.name}`,
      describedBy: `${this.status.id} ${help.id}`,
      changed: () => this.#keepCopied(),
      entered: () => void this.run(),
    });
    this.stopButton = button("Stop", () => this.runner.stop());
    const buttons = html(
      "div",
      { class: "python-buttons" },
      button("Run", () => void this.run()),
      this.stopButton,
      button("Reset", () => this.reset()),
    );
    const named = { role: "group", "aria-label": `Edit and run ${example.name}` };
    this.element = html("div", { class: "python-field", ...named });
    this.element.append(this.editor.element, buttons, this.status, this.output, help);
    example.block.classList.add("python-opened");
    example.block.append(this.element);
    this.editor.fit();
    this.#keepCopied();
    this.#setRunning(false);
  }

  get text() {
    return this.editor.text;
  }

  focus() {
    this.editor.area.focus();
  }

  /** Run the examples above as they stand, then this one, and say how it went. */
  async run() {
    const { before, name, code, output, edited } = this.example;
    const pieces = [...before, this.example].map((each) => ({ name: each.name, source: each.code }));
    const editedBefore = before.filter((each) => each.edited).length;
    this.#clear();
    this.status.textContent = "Running";
    this.#setRunning(true);
    const outcome = await this.runner.run(pieces, (text) => this.#print(text));
    if (this.runner.running) {
      return; // started again meanwhile, and that run will tell
    }
    this.#setRunning(false);
    const printed = this.printed.trimEnd();
    const run = { name, printed, expected: output, edited, before: before.length, editedBefore };
    this.status.textContent = told(outcome, run);
    if (outcome.kind === "failed") {
      this.#fail(outcome.failure, code);
    }
  }

  /** Put the page's own code back in its place. */
  reset() {
    this.runner.stop();
    this.element.remove();
    this.example.close();
    this.example.block.classList.remove("python-opened");
    delete this.example.block.dataset["copy"];
    this.opener.focus();
  }

  #clear() {
    this.printed = "";
    this.output.textContent = "";
    this.output.hidden = true;
    this.editor.unmark();
  }

  /** @param {string} text */
  #print(text) {
    this.printed += text;
    this.output.append(text);
    this.output.hidden = false;
  }

  /**
   * @param {import("./interpreter.mjs").Failure} failure
   * @param {string} code that was run
   */
  #fail(failure, code) {
    this.#print(`${this.printed && !this.printed.endsWith("\n") ? "\n" : ""}${failure.traceback}`);
    for (const example of [...this.example.before, this.example]) {
      const frame = failure.frames.findLast((each) => each.name === example.name);
      const current = example === this.example ? code : example.code;
      if (frame && example.field?.text === current) {
        example.field.editor.mark(frame.line, example === this.example);
      }
    }
  }

  /** @param {boolean} running */
  #setRunning(running) {
    this.stopButton.setAttribute("aria-disabled", String(!running));
    this.element.setAttribute("aria-busy", String(running));
  }

  /** The copy button of the block copies what stands in the field. */
  #keepCopied() {
    this.example.block.dataset["copy"] = this.text;
  }
}

/**
 * @param {string} label
 * @param {() => void} pressed
 */
function button(label, pressed) {
  const element = html("button", { type: "button", class: "python-button" }, label);
  element.addEventListener("click", pressed);
  return element;
}
