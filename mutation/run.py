"""Try tests and types against mutants of a package: each that nothing notices is printed.

It needs the extra `mutation`, which is mutmut for its list of changes, and a system that forks.
The exit code is 1 if a mutant survives that `mutation/survivors/PACKAGE.toml` does not explain.
"""

from __future__ import annotations

import argparse
import fnmatch
import os
import random
import sys
import tempfile
import tomllib
from collections import Counter, defaultdict
from math import sqrt
from pathlib import Path

os.environ |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # a fork copies no threads

import pytest
from mutants import Mutant, mutants_of
from trials import KILLED, SURVIVED, TIMEOUT, UNREACHED, Trials
from typed import Types

ROOT = Path(__file__).resolve().parents[1]
EXPLAINED, TYPED = "explained", "refused by its types"
NOTICED = (KILLED, TIMEOUT, TYPED)
PACKAGES = ("logistic_gradient", "proofread")


def main() -> int:
    """Make the mutants, try them, and say which survived."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("package", choices=PACKAGES)
    add("--only", metavar="PATTERN", default="*", help="those whose name fits, as '*/loss.py *'")
    add("--sample", metavar="N", type=int, help="so many of them, shared out to the files")
    add("--seed", type=int, default=0, help="of the sample (0)")
    add("--again", action="store_true", help="only those that the last runs did not catch")
    add("--explained", action="store_true", help="those that are explained, too")
    add("--jobs", metavar="N", type=int, default=1, help="mutants at the same time (1)")
    add("-k", metavar="EXPRESSION", help="only tests that fit, as in pytest")
    options = parser.parse_args()
    package = Path("src", options.package)
    files = sorted(path.relative_to(ROOT) for path in (ROOT / package).rglob("*.py"))
    mutants = [mutant for path in files for mutant in mutants_of(path, ROOT)]
    explained = _explained(options.package)
    stale = sorted(explained - {mutant.name for mutant in mutants})
    mutants = [one for one in mutants if fnmatch.fnmatchcase(one.name, options.only)]
    if options.sample:
        mutants = _sample(mutants, options.sample, options.seed)
    outcomes: Counter[str] = Counter()
    if not options.explained:
        outcomes[EXPLAINED] = sum(mutant.name in explained for mutant in mutants)
        mutants = [mutant for mutant in mutants if mutant.name not in explained]
    kept = ROOT / ".cache" / "mutation" / f"{options.package}.txt"
    kept.parent.mkdir(parents=True, exist_ok=True)
    if options.again and kept.exists():
        before = set(kept.read_text("utf-8").splitlines())
        outcomes[KILLED] = sum(mutant.name in before for mutant in mutants)
        mutants = [mutant for mutant in mutants if mutant.name not in before]
    else:
        kept.write_text("", "utf-8")
    types = Types(ROOT, options.package)
    if types.refuse():
        print("mypy refuses the package as it is")
        return 2
    print(f"{len(mutants)} mutants to try", flush=True)
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")  # pytest writes elsewhere

    def report(mutant: Mutant, outcome: str) -> None:
        if outcome in (SURVIVED, UNREACHED) and types.refuse(mutant):
            outcome = TYPED
        if outcome in NOTICED:
            with kept.open("a", encoding="utf-8") as stream:
                stream.write(f"{mutant.name}\n")
            if mutant.name in explained:
                stale.append(mutant.name)
        elif mutant.name in explained:
            outcome = EXPLAINED
        outcomes[outcome] += 1
        if outcome not in (KILLED, TYPED, EXPLAINED):
            print(f"{outcome}: line {mutant.line}: {mutant.name}", file=out, flush=True)

    trials = Trials(ROOT, package, mutants, options.jobs, report)
    tests = [
        f"src/{options.package}",
        f"tests/{options.package}",
        *(["-k", options.k] if options.k else []),
    ]
    said = _pytest(trials, tests, kept.with_suffix(".log"))
    if not trials.ended:
        print(said, *trials.failed, sep="\n")
        return 2
    for name in stale:
        print(f"explained, but caught or gone: {name}")
    caught, tried = sum(outcomes[outcome] for outcome in NOTICED), outcomes.total()
    low, high = _interval(caught, tried)
    print(*(f"{count} {outcome}" for outcome, count in outcomes.items()), sep=", ")
    print(f"score {caught / tried:.1%} of {tried}", end="")
    print(f" ({low:.1%} to {high:.1%} with 95 % confidence)" if options.sample else "")
    return 1 if stale or tried > caught + outcomes[EXPLAINED] else 0


def _pytest(trials: Trials, arguments: list[str], log: Path) -> str:
    """Run pytest in this process, with what it prints in a file; return the end of that."""
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT / "src"))
    others = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT / "src"), *([others] if others else [])])
    before = os.dup(1)
    with tempfile.TemporaryDirectory() as folder, log.open("w", encoding="utf-8") as stream:
        os.environ["PYTEST_DEBUG_TEMPROOT"] = folder
        sys.stdout.flush()
        os.dup2(stream.fileno(), 1)
        try:
            quiet = ["-q", "-x", "--capture=sys", "-p", "no:cacheprovider", "-n0"]
            pytest.main([*quiet, *arguments], plugins=[trials])
        finally:
            sys.stdout.flush()
            os.dup2(before, 1)
    return log.read_text("utf-8", "replace")[-3000:]


def _sample(mutants: list[Mutant], size: int, seed: int) -> list[Mutant]:
    """Return so many of the mutants, of each file its share."""
    by_file: dict[Path, list[Mutant]] = defaultdict(list)
    for mutant in mutants:
        by_file[mutant.path].append(mutant)
    rng = random.Random(seed)  # noqa: S311
    chosen = []
    for group in by_file.values():
        share = size * len(group) / len(mutants)
        count = int(share) + (rng.random() < share % 1)
        chosen += rng.sample(group, min(count, len(group)))
    return chosen


def _explained(package: str) -> set[str]:
    """Return the names of the survivors that are explained."""
    file = ROOT / "mutation" / "survivors" / f"{package}.toml"
    if not file.exists():
        return set()
    groups = tomllib.loads(file.read_text("utf-8"))["survivors"]
    return {name for group in groups for name in group["mutants"]}


def _interval(caught: int, tried: int) -> tuple[float, float]:
    """Return Wilson's interval for a share, with 95 % confidence."""
    z, share = 1.96, caught / tried
    middle = (share + z**2 / (2 * tried)) / (1 + z**2 / tried)
    half = z / (1 + z**2 / tried) * sqrt(share * (1 - share) / tried + z**2 / (4 * tried**2))
    return middle - half, middle + half


if __name__ == "__main__":
    sys.exit(main())
