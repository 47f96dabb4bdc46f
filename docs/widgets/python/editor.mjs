// @ts-check
/**
 * A field for code: it keeps the indentation, grows with its text, and can mark one line.
 *
 * @module
 */

import { freshId, html } from "../kit/dom.mjs";
import { indent, newLine, outdent } from "./keys.mjs";

/** @typedef {import("./keys.mjs").Edit} Edit */

/**
 * @typedef {object} Options
 * @property {string} label
 * @property {string} describedBy ids of what describes it
 * @property {() => void} changed called after each change of the text
 * @property {() => void} entered called on Ctrl+Enter
 */

const CODE = { spellcheck: "false", autocapitalize: "off", autocomplete: "off", translate: "no" };

/** The field with its label. */
export class Editor {
  /**
   * @param {string} text
   * @param {Options} options
   */
  constructor(text, { label, describedBy, changed, entered }) {
    const id = freshId("python");
    this.area = html("textarea", { ...CODE, id, wrap: "off", "aria-describedby": describedBy });
    this.area.value = text;
    this.area.setSelectionRange(0, 0); // browsers would show the end first
    this.element = html("div", { class: "python-editor" });
    this.element.append(html("label", { for: id }, label), this.area);
    this.area.addEventListener("input", () => {
      this.unmark();
      this.fit();
      changed();
    });
    this.area.addEventListener("keydown", (event) => this.#pressed(event, entered));
  }

  get text() {
    return this.area.value;
  }

  /** Be as high as the text. */
  fit() {
    this.area.rows = Math.max(2, this.text.split("\n").length);
  }

  /**
   * Mark a line, counted from 1.
   * @param {number} line
   * @param {boolean} show whether to scroll to it
   */
  mark(line, show) {
    const starts = [0, ...Array.from(this.text.matchAll(/\n/g), ({ index }) => index + 1)];
    const start = starts[Math.min(line, starts.length) - 1] ?? 0;
    this.area.style.setProperty("--line", String(line - 1));
    this.area.classList.add("python-marked");
    this.area.setAttribute("aria-invalid", "true");
    this.area.setSelectionRange(start, start);
    if (show) {
      this.#show(line);
    }
  }

  unmark() {
    this.area.classList.remove("python-marked");
    this.area.removeAttribute("aria-invalid");
  }

  /** @param {number} line */
  #show(line) {
    const { lineHeight, paddingTop } = getComputedStyle(this.area);
    const offset = parseFloat(paddingTop) + (line - 1) * parseFloat(lineHeight);
    this.area.scrollLeft = 0;
    this.area.scrollTop = offset - this.area.clientHeight / 2;
    const top = this.area.getBoundingClientRect().top + offset - this.area.scrollTop;
    const margin = 0.2 * innerHeight; // the header covers the top
    if (top < margin || top > innerHeight - margin) {
      scrollBy({ top: top - innerHeight / 2 });
    }
  }

  /**
   * @param {KeyboardEvent} event
   * @param {() => void} entered
   */
  #pressed(event, entered) {
    const control = (event.ctrlKey || event.metaKey) && !event.altKey;
    const plain = !control && !event.altKey && !event.shiftKey && !event.isComposing;
    const { value: text, selectionStart: start, selectionEnd: end } = this.area;
    const selection = { text, start, end };
    if (control && event.key === "Enter") {
      event.preventDefault();
      entered();
    } else if (plain && event.key === "Enter") {
      event.preventDefault();
      this.#edit(newLine(selection));
    } else if (control && (event.key === "]" || event.key === "[")) {
      event.preventDefault();
      this.#edit(event.key === "]" ? indent(selection) : outdent(selection));
    }
  }

  /** @param {Edit} edit */
  #edit({ start, end, insert, select }) {
    this.area.setSelectionRange(start, end);
    // The only way that the browser's undo takes part in; where it is missing, undo is.
    const [command, words] = insert === "" ? ["delete"] : ["insertText", insert];
    const done = document.execCommand(command ?? "", false, words);
    if (!done) {
      this.area.setRangeText(insert, start, end, "end");
      this.area.dispatchEvent(new Event("input"));
    }
    if (select) {
      this.area.setSelectionRange(...select);
    }
  }
}
