// What eslint looks for in the scripts of the site. The types are checked by tsc.

import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: [".cache/", ".venv/", "docs/widgets/vendor/", "site/", "site.*/", "src/site_build/mathjax/"] },
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    rules: {
      curly: "error",
      eqeqeq: "error",
      "no-eval": "error",
      "no-implicit-coercion": "error",
      "no-implied-eval": "error",
      "no-param-reassign": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
    },
  },
  { files: ["docs/**/*.mjs"], languageOptions: { globals: globals.browser } },
  {
    files: ["src/site_build/editions/*.js"],
    languageOptions: { globals: globals.browser, sourceType: "script" },
  },
  { files: ["**/*.cjs", "benchmarks/*.mjs", "src/**/*.mjs"], languageOptions: { globals: globals.node } },
];
