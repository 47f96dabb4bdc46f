// @ts-check
/**
 * Takes what a program prints, byte by byte, and hands it on as text: now and then, and to a limit.
 *
 * @module
 */

const NEW_LINE = 10;

/** What a program printed. */
export class Output {
  /**
   * @param {object} options
   * @param {(text: string) => void} options.show takes each piece of text
   * @param {() => void} [options.full] called once, when more than `limit` bytes were printed
   * @param {number} [options.limit] how many bytes are taken
   * @param {number} [options.pause] milliseconds between two pieces, at least
   */
  constructor({ show, full = () => {}, limit = Infinity, pause = Infinity }) {
    this.show = show;
    this.full = full;
    this.limit = limit;
    this.pause = pause;
    /** Whether what comes now is not to be shown. */
    this.muted = false;
    this.taken = 0;
    this.shownAt = Number.MIN_SAFE_INTEGER;
    this.decoder = new TextDecoder();
    /** @type {number[]} */
    this.waiting = [];
  }

  /** @param {Uint8Array} bytes */
  write(bytes) {
    if (this.muted || this.taken > this.limit) {
      return;
    }
    for (const byte of bytes) {
      this.taken += 1;
      if (this.taken > this.limit) {
        this.flush();
        this.full();
        return;
      }
      this.waiting.push(byte);
      if (byte === NEW_LINE && performance.now() - this.shownAt >= this.pause) {
        this.flush();
      }
    }
  }

  /** Hand on what has waited. */
  flush() {
    const text = this.decoder.decode(new Uint8Array(this.waiting), { stream: true });
    this.waiting = [];
    this.shownAt = performance.now();
    if (text) {
      this.show(text);
    }
  }
}
