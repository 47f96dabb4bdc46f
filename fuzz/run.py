"""Fuzz the checker, one target after the other, each from its kept corpus.

It needs the extra `fuzz`, which is Atheris. Each target runs for so many seconds and leaves one
line: executions, coverage (edges and features of libFuzzer), findings.
What is found lies in .cache/fuzz/TARGET/findings; then the exit code is 1.
With --keep the corpus is minimised and written back to fuzz/corpus.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import corpus

ROOT = Path(__file__).resolve().parents[1]
CACHE = ROOT / ".cache" / "fuzz"
PROGRESS = re.compile(r"#(\d+)\t.*?cov: (\d+) ft: (\d+)")
LONGEST = 6000  # bytes of an input: a page, or a number that Python refuses to convert
#: By the clock, so that they are generous; drive.py limits the processor time of an input.
LIMITS = ("-timeout=300", "-report_slow_units=300", "-rss_limit_mb=4096")


def main() -> int:
    """Run the targets one after the other."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(corpus.NAMES))
    parser.add_argument("--seconds", type=int, default=60, help="for each target (60)")
    parser.add_argument("--keep", action="store_true", help="minimise and keep the corpus")
    options = parser.parse_args()
    if unknown := set(options.targets) - set(corpus.NAMES):
        parser.error(f"no target is called {min(unknown)!r}")
    print(f"{'target':10} {'CPU s':>7} {'executions':>11} {'cov':>6} {'ft':>6}  findings")
    found = [
        fuzz(name, options.seconds, keep=options.keep) for name in options.targets or corpus.NAMES
    ]
    return 1 if any(found) else 0


def fuzz(name: str, seconds: int, *, keep: bool) -> int:
    """Run one target; return how many findings it has."""
    work = CACHE / name
    seeds, findings = work / "corpus", work / "findings"
    for folder in (seeds, findings):
        folder.mkdir(parents=True, exist_ok=True)
    for text in corpus.read(name):
        (seeds / sha256(text.encode()).hexdigest()[:16]).write_text(text, "utf-8", newline="")
    before = set(findings.iterdir())
    spent = _processor_time()
    said = _drive(
        name, str(seeds), f"-max_total_time={seconds}", f"-max_len={LONGEST}", *LIMITS,
        f"-artifact_prefix={findings}/", "-print_final_stats=1",
    )  # fmt: skip
    (work / "log.txt").write_text(said, "utf-8")
    new = sorted(set(findings.iterdir()) - before)
    steps = PROGRESS.findall(said)
    if not steps:
        sys.exit(f"{name} did not start:\n{said[-3000:]}")
    count, edges, features = steps[-1]
    spent = _processor_time() - spent
    shown = ", ".join(path.name[:20] for path in new) or "none"
    print(f"{name:10} {spent:7.0f} {int(count):11,} {edges:>6} {features:>6}  {shown}", flush=True)
    if keep:
        _keep(name, seeds, work / "merged")
    return len(new)


def _keep(name: str, seeds: Path, merged: Path) -> None:
    """Write back the inputs that are needed for all coverage, the smallest first."""
    merged.mkdir(exist_ok=True)
    for old in merged.iterdir():
        old.unlink()
    said = _drive(name, "-merge=1", str(merged), str(seeds), f"-max_len={LONGEST}", *LIMITS)
    if not any(merged.iterdir()):
        sys.exit(f"{name}: nothing is left of the corpus:\n{said[-3000:]}")
    corpus.write(name, {path.read_bytes().decode("utf-8", "replace") for path in merged.iterdir()})


def _drive(name: str, *options: str) -> str:
    paths = [str(ROOT), str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "fuzz.drive", name, *options],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout.decode("utf-8", "replace")


def _processor_time() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
