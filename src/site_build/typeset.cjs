// Typesets TeX for site_build.mathematics. One JSON object a line in, one a line out, in order:
//   {"tex": "...", "display": true}  ->  {"html": "..."} or {"error": "..."}
//   {"stylesheet": true}             ->  {"css": "..."} for all that has been typeset so far
"use strict";
const path = require("node:path");
const readline = require("node:readline");
const MathJax = require("./mathjax/node-main.cjs");

const configuration = {
  loader: {
    load: ["input/tex", "output/chtml", "a11y/assistive-mml"],
    // Without this path MathJax fetches the font's data from another host.
    paths: { "mathjax-newcm": path.join(__dirname, "mathjax", "font") },
  },
  tex: {
    // A misspelt command must stop the build; by default MathJax prints it in red instead.
    packages: { "[-]": ["noerrors", "noundefined", "require"] },
    formatError: (_jax, error) => {
      throw error;
    },
  },
  chtml: { fontURL: ".", adaptiveCSS: true, displayOverflow: "overflow", mtextInheritFont: true },
  startup: { typeset: false },
};

// The TeX of each subexpression would double the size of a page; the caller keeps the whole.
const strip = (html) => html.replace(/ data-(?:latex|latex-item|mjx-texclass)="[^"]*"/g, "");

async function answer(request) {
  const adaptor = MathJax.startup.adaptor;
  if (request.stylesheet) {
    return { css: adaptor.textContent(MathJax.chtmlStylesheet()) };
  }
  try {
    const metrics = { display: request.display, em: 16, ex: 8, containerWidth: 80 * 16 };
    const node = await MathJax.tex2chtmlPromise(request.tex, metrics);
    return { html: strip(adaptor.outerHTML(node)) };
  } catch (error) {
    return { error: error.message };
  }
}

async function main() {
  await MathJax.init(configuration);
  for await (const line of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
  }
}

main();
