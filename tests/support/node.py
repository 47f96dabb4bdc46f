"""Runs the site's modules in Node, which comes with the packages: without a page or a browser."""

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from site_build import node
from tests.support.programs import asked, started

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SCRIPT = """
import { createInterface } from "node:readline";
const plain = (_, v) => (typeof v !== "number" || Number.isFinite(v) ? v : { number: String(v) });
for await (const line of createInterface({ input: process.stdin })) {
  const { module, body, data } = JSON.parse(line);
  let answer;
  try {
    const run = new Function("m", "data", `"use strict"; return (${body});`);
    answer = { value: await run(await import(module), data) };
  } catch (error) {
    answer = { error: String(error) };
  }
  console.log(JSON.stringify(answer, plain));
}
"""


def evaluate(module: str, body: str, data: Any = None) -> Any:
    """Return the value of an expression over `m`, a module in docs/, and `data`.

    Numbers come back as floats, undefined as None. Raises RuntimeError where the expression throws.
    """
    request = {"module": (DOCS / module).as_uri(), "body": body, "data": data}
    answer = json.loads(asked(_node(), request), object_hook=_number, parse_int=float)
    if "error" in answer:
        raise RuntimeError(answer["error"])
    return answer.get("value")


@cache
def _node() -> subprocess.Popen[str]:
    """Start one Node for all tests of this process."""
    return started([node.executable(), "--input-type=module", "--eval", SCRIPT])


def _number(found: dict[str, Any]) -> Any:
    return float(found["number"]) if found.keys() == {"number"} else found
