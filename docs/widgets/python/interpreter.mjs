// @ts-check
/**
 * Runs examples in MicroPython, one after another in one namespace. The build runs the pages' own
 * through this module in Node, and a worker runs the reader's in the browser.
 *
 * @module
 */

/** @typedef {import("./output.mjs").Output} Output */

/**
 * @typedef {object} Piece
 * @property {string} name what tracebacks call it
 * @property {string} source its Python
 */

/**
 * @typedef {object} Frame
 * @property {string} name the example that it is in
 * @property {number} line counted from 1
 */

/**
 * @typedef {object} Failure
 * @property {string} says what Python says of it: the last line of the traceback
 * @property {string} traceback in full
 * @property {Frame[]} frames where it came from, the innermost last
 */

const FRAME = /^ {2}File "(?<name>[^"]*)", line (?<line>[0-9]+)/;
// Without its own `input`, MicroPython would wait for a terminal. An example that fails leaves no name.
const MOST = 12; // lines of a traceback
const PROGRAM = `
def no_input(prompt=""):
    raise EOFError("nobody types here")

def fresh():
    return {"__name__": "__main__", "input": no_input}

namespace = fresh()

def forget():
    global namespace
    namespace = fresh()

def run(source, name):
    before = dict(namespace)
    try:
        exec(compile(source, name, "exec"), namespace)
    except BaseException:
        namespace.clear()
        namespace.update(before)
        raise
`;

/** @typedef {{ get: (name: string) => (...words: string[]) => void }} Globals */

/** One interpreter with one namespace. */
export class Interpreter {
  /**
   * @param {Globals} globals
   * @param {Output} output
   */
  constructor(globals, output) {
    this.globals = globals;
    this.output = output;
  }

  /**
   * Start MicroPython; nothing of it is loaded before.
   *
   * @param {Output} output takes what it prints
   */
  static async start(output) {
    const { loadMicroPython } = await import("../vendor/micropython/micropython.mjs");
    /** @param {Uint8Array} bytes */
    const write = (bytes) => output.write(bytes);
    const python = await loadMicroPython({
      heapsize: 4 * 1024 * 1024,
      linebuffer: false, // a line without an end is shown, too
      stdout: write,
      stderr: write,
    });
    python.runPython(PROGRAM);
    return new Interpreter(python.globals, output);
  }

  /** Forget every name that examples have given. */
  forget() {
    this.globals.get("forget")();
  }

  /**
   * Run an example; return what went wrong, or null.
   *
   * @param {Piece} piece
   * @returns {Failure | null}
   */
  execute({ name, source }) {
    try {
      this.globals.get("run")(source, name);
      return null;
    } catch (error) {
      return /** @type {{ type?: string }} */ (error).type === "SystemExit" ? null : failure(error);
    } finally {
      this.output.flush();
    }
  }
}

/**
 * @param {unknown} error
 * @returns {Failure}
 */
function failure(error) {
  const { name, message } = /** @type {Error} */ (error);
  if (name !== "PythonError") {
    throw error; // not of the example: the interpreter itself has broken down
  }
  // The first frame is in the prelude above.
  const lines = message.trimEnd().split("\n");
  const own = lines.filter((line) => !line.startsWith('  File "<stdin>"'));
  const frames = own.flatMap((line) => {
    const { name, line: number } = FRAME.exec(line)?.groups ?? {};
    return name === undefined ? [] : [{ name, line: Number(number) }];
  });
  const says = own.slice(1 + frames.length).join(" ");
  return { says, traceback: shortened(own).join("\n"), frames };
}

/** @param {string[]} lines of which a deep recursion makes many */
function shortened(lines) {
  return lines.length <= MOST ? lines : [...lines.slice(0, 4), "  ...", ...lines.slice(-4)];
}
