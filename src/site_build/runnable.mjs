// Runs the examples of pages in MicroPython, as a reader's browser would, for site_build.runnable.
// In: [[{"source": ..., "output": ...}, ...], ...], a list for each page. Out, on the last line:
// [[true, false, ...], ...], whether each prints its output after those above it that do.
import { text } from "node:stream/consumers";

import { Interpreter } from "../../docs/widgets/python/interpreter.mjs";
import { Output } from "../../docs/widgets/python/output.mjs";

let printed = "";
const interpreter = await Interpreter.start(new Output({ show: (more) => (printed += more) }));

function runs(example) {
  printed = "";
  const failure = interpreter.execute({ name: "example", source: example.source });
  return failure === null && printed.trimEnd() === example.output.trimEnd();
}

function judge(examples) {
  interpreter.forget();
  const sound = [];
  return examples.map((example) => {
    const fits = runs(example);
    if (fits) {
      sound.push(example);
    } else {
      interpreter.forget(); // it may have left names
      sound.forEach(runs);
    }
    return fits;
  });
}

const pages = JSON.parse(await text(process.stdin));
process.stdout.write(`\n${JSON.stringify(pages.map(judge))}\n`);
