// @ts-check
/**
 * The examples of a page that run in it, in the page's order: each with the page's own code and
 * output, and with a field from the moment that the reader opens one.
 *
 * @module
 */

import { Field } from "./field.mjs";

/** One example of the page. */
export class Example {
  /**
   * @param {HTMLElement} block
   * @param {Example[]} before those above it, in order
   */
  constructor(block, before) {
    this.block = block;
    this.before = before;
    this.number = before.length + 1;
    /** The page's own code. */
    this.source = textOf(block);
    /** What the page shows as its output. */
    this.output = textOf(block.nextElementSibling);
    /** @type {Field | null} */
    this.field = null;
  }

  /** What tracebacks and sentences call it. */
  get name() {
    return `example ${this.number}`;
  }

  /** The code that counts: the reader's, or the page's own. */
  get code() {
    return this.field?.text ?? this.source;
  }

  get edited() {
    return this.code !== this.source;
  }

  /**
   * Let the reader edit it.
   * @param {HTMLElement} opener the button that gets the focus back
   */
  open(opener) {
    this.field ??= new Field(this, opener);
    this.field.focus();
  }

  /** Put the page's own code back. */
  close() {
    this.field = null;
  }
}

/**
 * The examples in these blocks.
 * @param {Iterable<HTMLElement>} blocks
 * @returns {Example[]}
 */
export function examplesOf(blocks) {
  /** @type {Example[]} */
  const found = [];
  for (const block of blocks) {
    found.push(new Example(block, [...found]));
  }
  return found;
}

/** @param {Element | null} block */
function textOf(block) {
  return block?.querySelector("code")?.textContent?.trimEnd() ?? "";
}
