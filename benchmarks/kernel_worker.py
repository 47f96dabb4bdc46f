"""One process of the kernels' benchmark: it measures the cases of one shape on some cores.

The number of threads stands in the environment before any library starts. The command
`kernels.py` starts it, with the task as its argument, and reads the answer from its output.
"""

import json
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import measuring
import numpy as np
from kernel_cases import Case, Problem, cases, problem
from kernel_peers import OURS, Answer, installed
from newton_fits import measure_fit

TOLERANCE = {"float64": 1e-12, "float32": 1e-4}  # some sum a million numbers in a row
READ = "one read of X"


def main() -> int:
    """Do the task; print one line of JSON for each case."""
    task = json.loads(sys.argv[1])
    measuring.pin(task["threads"])
    if "fit" in task:
        answers = [measure_fit(task["fit"], task["rounds"])]
    else:
        answers = (measure(case, task["rounds"]) for case in cases((tuple(task["shape"]),)))
    for answer in answers:
        print(json.dumps({"threads": task["threads"], **answer}), flush=True)
    return 0


def measure(case: Case, rounds: int) -> dict[str, Any]:
    """Compare the answers, then measure time and extra memory of each peer."""
    with tempfile.TemporaryDirectory() as folder:
        given = problem(case)
        if case.mapped:
            given = _mapped(given, Path(folder))
        calls = {
            name: peer(given)
            for name, peer in installed().items()
            if not (case.mapped and name == "JAX")  # it would load the file into its own memory
        }
        off = differences(given, calls)
        for name, value in off.items():
            if not value <= TOLERANCE[case.dtype]:
                raise SystemExit(f"{name} is off by {value:.2g} in {case}: nothing was timed")
        flat = given.X.reshape(-1, order=case.order)
        seconds = measuring.medians({**calls, READ: lambda: np.dot(flat, flat)}, rounds)
        memory = {name: measuring.extra_memory(call) for name, call in calls.items()}
    peers = {name: value for name, value in seconds.items() if name not in (OURS, READ)}
    fastest = min(peers, key=lambda name: peers[name])
    return {
        **vars(case),
        "fastest": fastest,
        "ratio": seconds[OURS] / seconds[fastest],
        "reads": seconds[OURS] / seconds[READ],
        "seconds": seconds,
        "memory": memory,
        "off": off,
    }


def differences(given: Problem, calls: Mapping[str, Callable[[], Answer]]) -> dict[str, float]:
    """Return how far each answer is from that of float64 formulas, relative to its size."""
    exact = Problem(*(np.asarray(a, np.float64) for a in vars(given).values()))
    J, *slopes = installed()["NumPy"](exact)()
    slope = np.append(*slopes)
    found = {}
    for name, call in calls.items():
        loss, *parts = call()
        got = np.append(*(np.asarray(part, np.float64) for part in parts))
        of_slope = np.linalg.norm(got - slope) / np.linalg.norm(slope)
        found[name] = max(abs(float(loss) - J) / J, float(of_slope))
    return found


def _mapped(given: Problem, folder: Path) -> Problem:
    np.save(folder / "X.npy", given.X)
    return Problem(np.load(folder / "X.npy", mmap_mode="r"), given.y, given.w, given.b)


if __name__ == "__main__":
    sys.exit(main())
